// Threads of clasp that race to the least number of breaks: one minimises outright, the others ask for a plan with the bound's number of
// breaks and raise the bound by one with every refutation. The first to be done ends them all.

import { decisionText, linesOfClauses, weightedText } from '../core/pairs/dimacs.ts';
import { slotsOfModel, type Encoded } from '../core/pairs/encode.ts';
import type { ClaspThread } from './clasp-thread.ts';

export interface RaceOptions {
  readonly seed: number;
  /** Proven before the race. */
  readonly bound: number;
  readonly threads: readonly ClaspThread[];
  /** Told of every better bound. */
  readonly onBound: (bound: number) => void;
}

export type Finish =
  { readonly kind: 'optimal'; readonly value: number; readonly slots: readonly number[] } | { readonly kind: 'infeasible' };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Two ways of asking that are fast on different instances; more threads take further seeds. */
const deciding = (index: number, seed: number): string =>
  `--configuration=${index % 2 === 0 ? 'crafty' : 'trendy'} --seed=${(seed + 7_919 * index) % 1_000_000} 1`;

const minimising = (seed: number): string => `--configuration=trendy --opt-strategy=usc,oll --seed=${seed % 1_000_000} 0`;

/** The thread that minimises; answers only when it is done. */
const minimise = async (encoded: Encoded, thread: ClaspThread, seed: number): Promise<Finish> => {
  const report = await thread.ask(bytes(weightedText(encoded)), minimising(seed));
  if (report.result === 'unsatisfiable') return { kind: 'infeasible' };
  if (report.result !== 'optimal') throw new Error(`clasp ended with ${report.result}.`);
  return { kind: 'optimal', value: (report.cost ?? 0) + encoded.surely, slots: slotsOfModel(encoded, new Set(report.truths)) };
};

/** The threads that decide: all on the same number; the first answer counts, the others come along. */
const climb = async (encoded: Encoded, threads: readonly ClaspThread[], options: RaceOptions): Promise<Finish> => {
  const body = linesOfClauses(encoded);
  const most = encoded.breaks.length + encoded.surely;
  for (let value = options.bound; value <= most; value += 1) {
    const text = bytes(decisionText(encoded, body, value));
    const report = await Promise.race(threads.map((thread, index) => thread.ask(text, deciding(index, options.seed))));
    if (report.result === 'satisfiable') return { kind: 'optimal', value, slots: slotsOfModel(encoded, new Set(report.truths)) };
    if (report.result !== 'unsatisfiable') throw new Error(`clasp ended with ${report.result}.`);
    options.onBound(value + 1);
  }
  return { kind: 'infeasible' };
};

/** Runs until the optimum or the lack of any plan is proven; the caller ends the threads, at whatever time. Needs at least one thread. */
export const race = (encoded: Encoded, options: RaceOptions): Promise<Finish> => {
  const [first, ...others] = options.threads;
  if (first === undefined) throw new Error('A race needs a thread.');
  // Where no break is possible there is nothing to minimise, and clasp would list every plan instead.
  if (others.length === 0 || encoded.breaks.length === 0) return climb(encoded, options.threads, options);
  // The minimiser's text is made last: the others are at work by then.
  const climbing = climb(encoded, others, options);
  return Promise.race([climbing, minimise(encoded, first, options.seed)]);
};
