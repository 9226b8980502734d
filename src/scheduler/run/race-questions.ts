// The questions of the race: what is known in it, and how a thread of clasp is asked within a budget of work.

import { decisionText, weightedText } from '../core/pairs/dimacs.ts';
import { slotsOfModel, type Encoded } from '../core/pairs/encode.ts';
import { breaksOfEach } from '../core/pairs/neighbourhood.ts';
import type { BreakRange, PairProblem } from '../core/pairs/pair-problem.ts';
import type { Random } from '../core/random.ts';
import type { ClaspReport } from './clasp.worker.ts';
import type { ClaspThread } from './clasp-thread.ts';

export interface RaceOptions {
  /** Presolved. */
  readonly problem: PairProblem;
  readonly range: BreakRange;
  readonly encoded: Encoded;
  readonly seed: number;
  /** Proven before the race. */
  readonly bound: number;
  /** Slots of a plan to begin with, within the range. */
  readonly first: readonly number[] | null;
  /** Another plan, looked for by other means for so many milliseconds, during which nothing else is heard. */
  readonly another: (turn: number, milliseconds: number, fewest: number) => readonly number[] | null;
  /** How many threads, at least one. */
  readonly threads: number;
  /** A thread; whoever gave this ends it after the race. */
  readonly start: () => ClaspThread;
  /** Aborted when the race is over: nothing is asked and nobody started any more. */
  readonly signal: AbortSignal;
  /** Told of every better bound. */
  readonly onBound: (bound: number) => void;
  /** Told of every better plan: the slot of each meeting, and its breaks. */
  readonly onPlan: (slots: readonly number[], breaks: number) => void;
}

interface BestPlan {
  readonly value: number;
  readonly slots: readonly number[];
}

export type Finish = ({ readonly kind: 'optimal' } & BestPlan) | { readonly kind: 'infeasible' };

export interface Race extends RaceOptions {
  /** The clauses as text, written once. */
  readonly body: Uint8Array;
  readonly random: Random;
  readonly state: { bound: number; best: BestPlan | null };
}

/** Milliseconds of work allowed for a question; a later start in another way is often worth more than patience. */
export const patience = { refuting: 6_000, first: 1_500, minimising: 1_500, near: 1_500, growth: 1.5 };

/** Ways of asking that are fast on different instances, each with a seed of its own. */
const configurations = ['tweety', 'crafty', 'frumpy', 'trendy'];
export const deciding = (turn: number, seed: number): string =>
  `--configuration=${configurations[turn % configurations.length] ?? 'tweety'} --seed=${(seed + 7_919 * turn) % 1_000_000} 1`;

/** Milliseconds that each of the threads, all of them busy, has had of a processor: on a crowded machine the clock says little. */
export const workedBy = (threads: number): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 / threads;
};

const glance = 50;

/** The report, or null when the threads have worked for as long as allowed; neither once the race is over. */
const within = async (
  milliseconds: number,
  { threads, signal }: RaceOptions,
  report: Promise<ClaspReport>,
): Promise<ClaspReport | null> => {
  const began = workedBy(threads);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      if (signal.aborted) clearInterval(timer);
      else if (workedBy(threads) - began >= milliseconds) resolve(null);
    }, glance);
  });
  try {
    return await Promise.race([report, late]);
  } finally {
    clearInterval(timer);
  }
};

/** A thread that is replaced by a new one when it takes too long. */
export interface Asker {
  readonly ask: (text: Uint8Array, options: string, milliseconds: number) => Promise<ClaspReport | null>;
}

export const askerOf = (race: RaceOptions): Asker => {
  let thread = race.start();
  return {
    ask: async (text, options, milliseconds) => {
      const report = await within(milliseconds, race, thread.ask(text, options));
      if (report === null) {
        thread.stop();
        thread = race.start();
      } else if (report.result === 'unknown') throw new Error('clasp ended without an answer.');
      return report;
    },
  };
};

export const takePlan = ({ problem, state, onPlan }: Race, slots: readonly number[]): void => {
  const value = breaksOfEach(problem, slots).reduce((sum, breaks) => sum + breaks, 0);
  if (state.best !== null && state.best.value <= value) return;
  state.best = { value, slots };
  onPlan(slots, value);
};

const raise = ({ state, onBound }: Race, bound: number): void => {
  if (bound <= state.bound) return;
  state.bound = bound;
  onBound(bound);
};

/** Most breaks that any plan can have. */
export const ceilingOf = ({ encoded }: Race): number => encoded.breaks.length + encoded.surely;

export const endOf = (race: Race): Finish | null => {
  const { bound, best } = race.state;
  if (best !== null && best.value <= bound) return { kind: 'optimal', ...best };
  return bound > ceilingOf(race) ? { kind: 'infeasible' } : null;
};

/** Writes an answer about "at most `value` breaks", asked of all plans, down. */
const note = (race: Race, value: number, { result, truths }: ClaspReport): void => {
  if (result === 'unsatisfiable') raise(race, value + 1);
  else takePlan(race, slotsOfModel(race.encoded, new Set(truths)));
};

/** Asks for a plan with at most `value` breaks, once. */
export const askOnce = async (race: Race, asker: Asker, value: number, turn: number, milliseconds: number): Promise<boolean> => {
  const report = await asker.ask(decisionText(race.encoded, race.body, value), deciding(turn, race.seed), milliseconds);
  if (report !== null) note(race, value, report);
  return report !== null;
};

/** Minimises outright, over unsatisfiable cores. */
export const minimise = async (race: Race, asker: Asker, milliseconds: number): Promise<void> => {
  const options = `--configuration=tweety --opt-strategy=usc,oll --seed=${race.seed % 1_000_000} 0`;
  const report = await asker.ask(weightedText(race.encoded), options, milliseconds);
  if (report === null) return;
  if (report.result === 'unsatisfiable') raise(race, ceilingOf(race) + 1);
  else {
    takePlan(race, slotsOfModel(race.encoded, new Set(report.truths)));
    raise(race, (report.cost ?? 0) + race.encoded.surely);
  }
};
