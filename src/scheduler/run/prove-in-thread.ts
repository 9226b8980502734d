// Takes a plan that holds all meetings further, to proof, where the facts are of the kind that can be proven.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { pairProblemOf } from '../core/pairs/pair-problem.ts';
import type { Facts } from '../core/model.ts';
import { valueOf } from '../core/verify.ts';
import type { Standing } from './ledger.ts';
import type { PlanOutcome } from './plan-outcome.ts';
import type { Proof, ProveOptions } from './prove.ts';

/** What the thread is given. */
export interface ProofOrder extends Pick<ProveOptions, 'seed' | 'seconds' | 'threads'> {
  readonly facts: Facts;
}

/** What the thread answers; `proof` is null where the facts are of another kind. */
export type ProofReport =
  | { readonly kind: 'standing'; readonly standing: Standing }
  | { readonly kind: 'proof'; readonly proof: Proof | null };

interface Asked {
  readonly seed: number;
  readonly seconds: number;
  readonly signal: AbortSignal | undefined;
  readonly onStanding: (standing: Standing) => void;
}

/** Less is not worth starting threads for. */
const leastSeconds = 1;
/** Time after the end, or after it was asked to stop, in which the thread must have answered: a formula that is being made is not left. */
const graceSeconds = 5;

/** The proof as far as it came within the time or until aborted; null where the thread did not get to an answer. */
async function proveInThread(facts: Facts, { seed, seconds, signal, onStanding }: Asked): Promise<Proof | null> {
  // One processor is left to whoever else is served here.
  const threads = Math.max(1, Math.min(2, availableParallelism() - 1));
  const order: ProofOrder = { facts, seed, seconds, threads };
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { workerData: order, name: 'scheduler-proof' });
  const answer = Promise.withResolvers<Proof | null>();
  const giveUp = (): void => {
    answer.resolve(null);
  };
  let overdue = setTimeout(giveUp, (seconds + graceSeconds) * 1_000);
  const stop = (): void => {
    worker.postMessage('stop');
    clearTimeout(overdue);
    overdue = setTimeout(giveUp, graceSeconds * 1_000);
  };
  worker.on('message', (report: ProofReport) => {
    if (report.kind === 'standing') onStanding(report.standing);
    else answer.resolve(report.proof);
  });
  worker.once('error', answer.reject);
  worker.once('exit', giveUp);
  signal?.addEventListener('abort', stop);
  try {
    return await answer.promise;
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** Whether time may be spent on a proof: all is held and not known to be best, and the facts are of the kind that can be proven. */
const isWorthIt = (facts: Facts, { value, bound, stopped }: PlanOutcome, { seconds, signal }: Asked): boolean =>
  !stopped &&
  seconds >= leastSeconds &&
  signal?.aborted !== true &&
  value.placed === value.total &&
  value.breaks > (bound ?? 0) &&
  pairProblemOf(facts) !== null;

/** The outcome of a search, taken further to fewer breaks and a higher bound within the seconds that are left; else as it was. */
export async function takenToProof(facts: Facts, outcome: PlanOutcome, asked: Asked): Promise<PlanOutcome> {
  if (!isWorthIt(facts, outcome, asked)) return outcome;
  const proof = await proveInThread(facts, asked);
  if (proof === null) return outcome;
  const bound = Math.max(outcome.bound ?? 0, proof.bound ?? 0);
  const stopped = proof.status !== 'optimal';
  // Of two plans with as few breaks the search's own walks less.
  if (proof.value === null || proof.value >= outcome.value.breaks) return { ...outcome, bound, stopped };
  const { placements } = proof;
  return { ...outcome, plan: { ...outcome.plan, engine: 'proof', placements }, value: valueOf(facts, placements), bound, stopped };
}
