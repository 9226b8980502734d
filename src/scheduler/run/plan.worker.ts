// The thread behind `planInWorker`: plans, verifies, values and explains, then ends.

import { parentPort, workerData } from 'node:worker_threads';
import { planGreedily } from '../core/engines/greedy.ts';
import type { Progress } from '../core/engines/search.ts';
import { explainer } from '../core/explain.ts';
import { valueOf, violationsOf } from '../core/verify.ts';
import { boundAt, stopAt, unknown, type WorkOrder, type WorkReport } from './plan-in-worker.ts';

const millisecondsBetweenReports = 200;

const send = (report: WorkReport): void => {
  parentPort?.postMessage(report);
};

/** Share of the time for the search for fewer breaks; the rest is for dealing out places. */
const shareForBreaks = 0.93;
/** How far the clock may be ahead of the iterations before it takes over; a run in time depends on its seed alone. */
const leeway = 0.05;

/** What is known of the best value, where all are placed: a bound is for plans with all meetings. */
const boundFor = (
  numbers: Int32Array,
  { placed, total, breaks }: Pick<Progress, 'placed' | 'total' | 'breaks'>,
): Pick<Progress, 'bound' | 'gap'> => {
  const bound = Atomics.load(numbers, boundAt);
  if (placed < total || bound === unknown) return {};
  return { bound, gap: breaks === 0 ? 0 : (breaks - bound) / breaks };
};

const tell = (numbers: Int32Array, progress: Progress): void => {
  send({ kind: 'progress', progress: { ...progress, ...boundFor(numbers, progress) } });
};

const work = ({ facts, seed, seconds, iterations, start, shared }: WorkOrder): void => {
  const numbers = new Int32Array(shared);
  const began = Date.now();
  const deadline = began + seconds * 1_000;
  let stopped = false;
  let hurried = false;
  let reported = 0;
  let complete = false;
  let settled = false;
  let known = unknown;
  let last: Progress | null = null;
  const plan = planGreedily(facts, {
    seed,
    start,
    ...(iterations === null ? {} : { iterations }),
    fewest: () => Atomics.load(numbers, boundAt),
    pace: (done) => {
      const elapsed = (Date.now() - began) / (shareForBreaks * seconds * 1_000);
      hurried = hurried || elapsed > done + leeway;
      return hurried ? Math.max(done, elapsed) : done;
    },
    shouldStop: () => {
      stopped = stopped || Atomics.load(numbers, stopAt) === 1 || Date.now() >= deadline;
      return stopped;
    },
    onProgress: (progress) => {
      last = progress;
      const bound = Atomics.load(numbers, boundAt);
      const news = bound !== known || (progress.placed === progress.total && !complete) || (progress.settled && !settled);
      if (Date.now() - reported < millisecondsBetweenReports && !news) return;
      settled = progress.settled;
      complete = complete || progress.placed === progress.total;
      known = bound;
      reported = Date.now();
      tell(numbers, progress);
    },
  });
  // The search may end at the very bound, before it could tell of it.
  if (last !== null && Atomics.load(numbers, boundAt) !== known) tell(numbers, last);
  const violations = violationsOf(facts, plan.placements);
  if (violations.length > 0) throw new Error(`The engine ${plan.engine} broke rules: ${JSON.stringify(violations.slice(0, 5))}`);
  const placed = new Set(plan.placements.map(({ meeting }) => meeting));
  const unplaced = facts.meetings.flatMap((_, meeting) => (placed.has(meeting) ? [] : [meeting]));
  const explain = unplaced.length === 0 ? null : explainer(facts, plan.placements);
  const value = valueOf(facts, plan.placements);
  const { bound = null } = boundFor(numbers, value);
  send({
    kind: 'outcome',
    outcome: {
      plan,
      value,
      bound,
      most: null,
      unplaced: unplaced.flatMap((meeting) => explain?.(meeting) ?? []),
      stopped: stopped || hurried,
    },
  });
};

// The only reader is the caller above, which sent a WorkOrder.
work(workerData as WorkOrder);
