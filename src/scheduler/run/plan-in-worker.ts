// Runs an engine in a thread of its own, so that the caller's event loop stays free; ends the thread whatever happens.

import { Worker } from 'node:worker_threads';
import type { Progress } from '../core/engines/search.ts';
import type { Facts, Placement } from '../core/model.ts';
import type { Standing } from './ledger.ts';
import type { PlanOutcome } from './plan-outcome.ts';
import { takenToProof } from './prove-in-thread.ts';
import { proverFor, resourceLimits } from './prover.ts';

export interface PlanInWorkerOptions {
  readonly seed: number;
  /** Time allowed; at its end the best plan so far is taken. */
  readonly seconds: number;
  /** Steps of the search for fewer breaks; without it, as many as suit the size. */
  readonly iterations?: number;
  /** Where meetings stand now; see `EngineOptions.start`. */
  readonly start?: readonly Placement[];
  /** Aborting ends the search early and still answers with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Whether a second thread looks for bounds meanwhile, on breaks or on what can be placed; without it, where somebody listens to progress. */
  readonly bounded?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the thread is given. */
export interface WorkOrder {
  readonly facts: Facts;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number | null;
  readonly start: readonly Placement[];
  /** Two numbers: set to 1 by the caller to end the search; the bound on breaks as far as it is known, at first `unknown`. */
  readonly shared: SharedArrayBuffer;
}

/** Places in the shared numbers. */
export const stopAt = 0;
export const boundAt = 1;
export const unknown = -1;

/** What the thread answers. */
export type WorkReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: PlanOutcome };

/** Time after the deadline in which the thread must have answered: it verifies and explains the plan. */
const graceSeconds = 30;
/** Time for a bound on what can be placed once the search has ended by itself, while the time allowed lasts. */
const secondsForBound = 5;

/**
 * Plans valid facts (see `validate`). Resolves with a verified plan, its value and why each unplaced meeting is not placed; where all are
 * placed, bounds are sought and the facts are of the kind that can be proven, what time is left goes into fewest breaks, to proof;
 * rejects with a fault when the thread crashes, answers nothing in time or would answer a plan that breaks a rule.
 */
export const planInWorker = async (facts: Facts, options: PlanInWorkerOptions): Promise<PlanOutcome> => {
  const deadline = Date.now() + options.seconds * 1_000;
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  Atomics.store(new Int32Array(shared), boundAt, unknown);
  const { seed, seconds, iterations = null, start = [], bounded = options.onProgress !== undefined, signal } = options;
  const order: WorkOrder = { facts, seed, seconds, iterations, start, shared };
  const stop = (): void => {
    Atomics.store(new Int32Array(shared), stopAt, 1);
  };
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop);
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { workerData: order, name: 'scheduler', resourceLimits });
  const answer = Promise.withResolvers<PlanOutcome>();
  // Where meetings stay where they are, breaks are not sought.
  const prover = proverFor({ facts, shared }, start.length === 0, answer.reject);
  const overdue = setTimeout(
    () => {
      answer.reject(new Error('The planning thread did not answer in time.'));
    },
    (seconds + graceSeconds) * 1_000,
  );
  const told: { last: Progress | null } = { last: null };
  worker.on('message', (report: WorkReport) => {
    if (report.kind === 'outcome') {
      answer.resolve(report.outcome);
      return;
    }
    const { progress } = report;
    told.last = progress;
    if (bounded) prover.follow(progress);
    const most = progress.placed === progress.total ? null : prover.most();
    options.onProgress?.(most === null ? progress : { ...progress, most });
  });
  worker.once('error', answer.reject);
  worker.once('exit', (code) => {
    answer.reject(new Error(`The planning thread ended with code ${code} before it answered.`));
  });
  try {
    const outcome = await answer.promise;
    if (outcome.value.placed === outcome.value.total) {
      if (!bounded || start.length > 0) return outcome;
      const onStanding = ({ value, bound }: Standing): void => {
        if (told.last === null) return;
        const breaks = Math.min(told.last.breaks, value ?? told.last.breaks);
        const least = Math.max(told.last.bound ?? 0, bound);
        told.last = { ...told.last, breaks, bound: least, gap: breaks === 0 ? 0 : (breaks - least) / breaks };
        options.onProgress?.(told.last);
      };
      return await takenToProof(facts, outcome, { seed, seconds: (deadline - Date.now()) / 1_000, signal, onStanding });
    }
    await prover.ended(Math.min(secondsForBound * 1_000, deadline - Date.now()));
    const most = prover.most();
    // The search may end before the bound could be told with it.
    if (told.last !== null && most !== null) options.onProgress?.({ ...told.last, most });
    return { ...outcome, most };
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', stop);
    await Promise.all([worker.terminate(), prover.end()]);
  }
};
