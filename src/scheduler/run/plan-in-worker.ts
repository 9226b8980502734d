// Runs an engine in a thread of its own, so that the caller's event loop stays free; ends the thread whatever happens.

import { Worker } from 'node:worker_threads';
import type { Progress } from '../core/engines/search.ts';
import type { Explanation } from '../core/explain.ts';
import type { Facts, Placement, Plan, Value } from '../core/model.ts';

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
  readonly onProgress?: (progress: Progress) => void;
}

export interface PlanOutcome {
  readonly plan: Plan;
  readonly value: Value;
  readonly unplaced: readonly Explanation[];
  /** Whether time or the caller ended the search; a plan that ended by itself is repeatable from its seed. */
  readonly stopped: boolean;
}

/** What the thread is given. */
export interface WorkOrder {
  readonly facts: Facts;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number | null;
  readonly start: readonly Placement[];
  /** One number, set to 1 by the caller to end the search. */
  readonly stopFlag: SharedArrayBuffer;
}

/** What the thread answers. */
export type WorkReport =
  { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'outcome'; readonly outcome: PlanOutcome };

/** Time after the deadline in which the thread must have answered: it verifies and explains the plan. */
const graceSeconds = 30;

/**
 * Plans valid facts (see `validate`). Resolves with a verified plan, its value and why each unplaced meeting is not placed;
 * rejects with a fault when the thread crashes, answers nothing in time or would answer a plan that breaks a rule.
 */
export const planInWorker = async (facts: Facts, options: PlanInWorkerOptions): Promise<PlanOutcome> => {
  const stopFlag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const { seed, seconds, iterations = null, start = [] } = options;
  const order: WorkOrder = { facts, seed, seconds, iterations, start, stopFlag };
  const stop = (): void => {
    Atomics.store(new Int32Array(stopFlag), 0, 1);
  };
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener('abort', stop);
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { workerData: order, name: 'scheduler' });
  let overdue: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PlanOutcome>((resolve, reject) => {
      overdue = setTimeout(
        () => {
          reject(new Error('The planning thread did not answer in time.'));
        },
        (options.seconds + graceSeconds) * 1_000,
      );
      worker.on('message', (report: WorkReport) => {
        if (report.kind === 'outcome') resolve(report.outcome);
        else options.onProgress?.(report.progress);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`The planning thread ended with code ${code} before it answered.`));
      });
    });
  } finally {
    clearTimeout(overdue);
    options.signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
};
