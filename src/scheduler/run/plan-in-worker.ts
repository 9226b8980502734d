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
  /** Whether a second thread looks for a bound on breaks meanwhile; without it, where somebody listens to progress. */
  readonly bounded?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface PlanOutcome {
  readonly plan: Plan;
  readonly value: Value;
  readonly unplaced: readonly Explanation[];
  /** Breaks that no plan with all meetings can go below, where all are placed and a bound is known. */
  readonly bound: number | null;
  /** Whether time or the caller hurried or ended the search; a plan that ended by itself is repeatable from its seed. */
  readonly stopped: boolean;
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

/** What the thread that looks for a bound is given. */
export type BoundOrder = Pick<WorkOrder, 'facts' | 'shared'>;

/** Places in the shared numbers. */
export const stopAt = 0;
export const boundAt = 1;
export const unknown = -1;

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
  const shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  Atomics.store(new Int32Array(shared), boundAt, unknown);
  const { seed, seconds, iterations = null, start = [], bounded = options.onProgress !== undefined } = options;
  const order: WorkOrder = { facts, seed, seconds, iterations, start, shared };
  const stop = (): void => {
    Atomics.store(new Int32Array(shared), stopAt, 1);
  };
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener('abort', stop);
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { workerData: order, name: 'scheduler' });
  const boundOrder: BoundOrder = { facts, shared };
  /** The thread that looks for a bound, once it has begun. */
  const beside: Worker[] = [];
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
        if (report.kind === 'outcome') {
          resolve(report.outcome);
          return;
        }
        const { placed, total } = report.progress;
        // Before all are placed a bound on breaks says nothing, and the search may have the processor to itself. Where meetings stay
        // where they are, breaks are not sought.
        if (bounded && beside.length === 0 && placed === total && start.length === 0) {
          const prover = new Worker(new URL('./bound.worker.ts', import.meta.url), { workerData: boundOrder, name: 'scheduler-bound' });
          prover.once('error', reject);
          beside.push(prover);
        }
        options.onProgress?.(report.progress);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`The planning thread ended with code ${code} before it answered.`));
      });
    });
  } finally {
    clearTimeout(overdue);
    options.signal?.removeEventListener('abort', stop);
    await Promise.all([worker, ...beside].map((thread) => thread.terminate()));
  }
};
