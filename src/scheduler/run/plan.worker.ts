// The thread behind `planInWorker`: plans, verifies, values and explains, then ends.

import { parentPort, workerData } from 'node:worker_threads';
import { planGreedily } from '../core/engines/greedy.ts';
import { explainer } from '../core/explain.ts';
import { valueOf, violationsOf } from '../core/verify.ts';
import type { WorkOrder, WorkReport } from './plan-in-worker.ts';

const millisecondsBetweenReports = 200;

const send = (report: WorkReport): void => {
  parentPort?.postMessage(report);
};

const work = ({ facts, seed, seconds, iterations, start, stopFlag }: WorkOrder): void => {
  const flag = new Int32Array(stopFlag);
  const deadline = Date.now() + seconds * 1_000;
  let stopped = false;
  let reported = 0;
  const plan = planGreedily(facts, {
    seed,
    start,
    ...(iterations === null ? {} : { iterations }),
    shouldStop: () => {
      stopped = stopped || Atomics.load(flag, 0) === 1 || Date.now() >= deadline;
      return stopped;
    },
    onProgress: (progress) => {
      if (Date.now() - reported < millisecondsBetweenReports) return;
      reported = Date.now();
      send({ kind: 'progress', progress });
    },
  });
  const violations = violationsOf(facts, plan.placements);
  if (violations.length > 0) throw new Error(`The engine ${plan.engine} broke rules: ${JSON.stringify(violations.slice(0, 5))}`);
  const placed = new Set(plan.placements.map(({ meeting }) => meeting));
  const why = explainer(facts, plan.placements);
  const unplaced = facts.meetings.flatMap((_, meeting) => (placed.has(meeting) ? [] : [why(meeting)]));
  send({ kind: 'outcome', outcome: { plan, value: valueOf(facts, plan.placements), unplaced, stopped } });
};

// The only reader is the caller above, which sent a WorkOrder.
work(workerData as WorkOrder);
