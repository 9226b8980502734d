// Two kinds of work race to the least number of breaks: one looks for plans and makes them better, the other proves what is impossible.
// The first to be done ends the race. Our own solver begins alone: what is easy it has decided before a thread with clasp has started.

import type { Climber } from '../core/pairs/climb.ts';
import { decisionText, linesOfClauses, weightedText } from '../core/pairs/dimacs.ts';
import { encode, slotsOfModel, type Encoded } from '../core/pairs/encode.ts';
import { breaksOfEach, neighbourhoodOf } from '../core/pairs/neighbourhood.ts';
import type { BreakRange, PairProblem } from '../core/pairs/pair-problem.ts';
import { presolve } from '../core/pairs/presolve.ts';
import { randomFrom, type Random } from '../core/random.ts';
import type { ClaspReport } from './clasp.worker.ts';
import type { ClaspThread } from './clasp-thread.ts';

export interface RaceOptions {
  /** Presolved. */
  readonly problem: PairProblem;
  readonly range: BreakRange;
  readonly encoded: Encoded;
  /** Over the same clauses. */
  readonly climber: Climber;
  readonly seed: number;
  /** Proven before the race. */
  readonly bound: number;
  /** Another plan, looked for by other means for so many milliseconds, during which nothing else is heard. */
  readonly another: (turn: number, milliseconds: number, fewest: number) => Promise<readonly number[] | null>;
  /** How many threads, at least one. */
  readonly threads: number;
  /** A thread; whoever gave this ends it after the race. */
  readonly start: () => ClaspThread;
  /** Whether one of them has answered and was not heard yet. */
  readonly isAnswered: () => boolean;
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

interface Race extends RaceOptions {
  /** The clauses as text, written once. */
  readonly body: () => Uint8Array;
  readonly random: Random;
  readonly state: { bound: number; best: BestPlan | null };
}

/** Milliseconds of work allowed for a question; a later start in another way is often worth more than patience. */
const patience = { refuting: 12_000, first: 1_500, minimising: 5_000, whole: 1_500, near: 1_500, growth: 1.5 };

/** Ways of asking that are fast on different instances, each with a seed of its own. */
const configurations = ['tweety', 'crafty', 'frumpy', 'trendy'];
const deciding = (turn: number, seed: number): string =>
  `--configuration=${configurations[turn % configurations.length] ?? 'tweety'} --seed=${(seed + 7_919 * turn) % 1_000_000} 1`;

/** Milliseconds that each of the threads, all of them busy, has had of a processor: on a crowded machine the clock says little. */
const workedBy = (threads: number): number => {
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
interface Asker {
  readonly ask: (text: Uint8Array, options: string, milliseconds: number) => Promise<ClaspReport | null>;
}

const askerOf = (race: RaceOptions): Asker => {
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

const takePlan = ({ problem, state, onPlan }: Race, slots: readonly number[]): void => {
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
const ceilingOf = ({ encoded }: Race): number => encoded.breaks.length + encoded.surely;

const endOf = (race: Race): Finish | null => {
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
const askOnce = async (race: Race, asker: Asker, value: number, turn: number, milliseconds: number): Promise<boolean> => {
  const report = await asker.ask(decisionText(race.encoded, race.body(), value), deciding(turn, race.seed), milliseconds);
  if (report !== null) note(race, value, report);
  return report !== null;
};

/** Raises the bound refutation by refutation; what takes too long is asked anew in another way. Also what finds the plan at the bound. */
const refute = async (race: Race, asker: Asker, first: number, stride: number): Promise<Finish> => {
  let turn = first;
  let allowed = patience.refuting;
  for (;;) {
    const end = endOf(race);
    if (end !== null) return end;
    if (!(await askOnce(race, asker, race.state.bound, turn, allowed))) {
      turn += stride;
      allowed *= patience.growth;
    }
  }
};

/** Minimises outright, over unsatisfiable cores. */
const minimise = async (race: Race, asker: Asker, milliseconds: number): Promise<void> => {
  const options = `--configuration=trendy --opt-strategy=usc,oll --seed=${race.seed % 1_000_000} 0`;
  const report = await asker.ask(weightedText(race.encoded), options, milliseconds);
  if (report === null) return;
  if (report.result === 'unsatisfiable') raise(race, ceilingOf(race) + 1);
  else {
    takePlan(race, slotsOfModel(race.encoded, new Set(report.truths)));
    raise(race, (report.cost ?? 0) + race.encoded.surely);
  }
};

/** Any plan to begin with: first one with few breaks, then with as many as it takes. */
const findFirst = async (race: Race, asker: Asker): Promise<void> => {
  let allowed = patience.first;
  for (let turn = 0; race.state.best === null && endOf(race) === null; turn += 1) {
    const ceiling = ceilingOf(race);
    const value = turn % 2 === 0 ? race.state.bound + Math.ceil((ceiling - race.state.bound) / 4) : ceiling;
    if (!(await askOnce(race, asker, value, turn, allowed))) allowed *= patience.growth;
  }
};

/** A neighbourhood grows after every one without a better plan, and shrinks where the answer took too long. */
const resize = { least: 0.4, again: 0.6, grow: 1.08, shrink: 0.85 };

/** Makes the best plan better, neighbourhood by neighbourhood; when one is as large as the problem, all of it is minimised for a while. */
const improve = async (race: Race, asker: Asker): Promise<Finish> => {
  const reach = { people: 0.5, hours: resize.least };
  let allowed = patience.near;
  let whole = patience.whole;
  let drop = 1;
  for (let turn = 0; ; turn += 1) {
    const end = endOf(race);
    if (end !== null) return end;
    const { best } = race.state;
    if (best === null) throw new Error('Nothing to improve.');
    const kind = race.random.next() < 0.5 ? 'people' : 'hours';
    if (reach[kind] >= 1) {
      whole *= 2;
      await (best.value - race.state.bound > 1 ? minimise(race, asker, whole) : askOnce(race, asker, best.value - 1, turn, whole));
      reach[kind] = resize.again;
      continue;
    }
    const near = neighbourhoodOf(race.problem, best.slots, { kind, share: reach[kind], random: race.random });
    const reduced = presolve(near, race.range);
    if (!reduced.feasible) throw new Error('A plan is not among its own neighbours.');
    const encoded = encode(reduced.problem, reduced.days);
    const value = Math.max(race.state.bound, best.value - drop);
    const report = await asker.ask(decisionText(encoded, linesOfClauses(encoded), value), deciding(turn, race.seed), allowed);
    if (report?.result === 'satisfiable') {
      takePlan(race, slotsOfModel(encoded, new Set(report.truths)));
      drop *= 2;
    } else if (drop > 1) drop = 1;
    else if (report !== null) reach[kind] = Math.min(1, reach[kind] * resize.grow);
    else {
      reach[kind] *= resize.shrink;
      if (reach[kind] < resize.least) {
        allowed *= patience.growth;
        reach[kind] = resize.again;
      }
    }
  }
};

/** How long plans are looked for by other means: a glance for a first one, later each time twice as long as before. */
const anneals = [40, 80, 160];
/** Meetings for which that is enough; for more of them it takes longer in proportion. */
const manyMeetings = 300;

const anneal = async (race: Race, turns: readonly number[]): Promise<void> => {
  for (const turn of turns) {
    // Between two searches the threads are heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (race.signal.aborted || endOf(race) !== null) return;
    const size = Math.max(1, race.problem.pairs.length / manyMeetings);
    const slots = await race.another(turn, (anneals[turn] ?? 0) * size, race.state.bound);
    if (slots !== null) takePlan(race, slots);
  }
};

const search = async (race: Race, asker: Asker): Promise<Finish> => {
  await minimise(race, asker, patience.minimising);
  await findFirst(race, asker);
  return improve(race, asker);
};

/**
 * Milliseconds that this thread has worked when our own solver pauses: before a thread is worth its start, which takes a processor from the
 * compiler of this one; before plans are looked for in earnest; and for good.
 */
const climbs = { alone: 250, early: 750, whole: 2_250 };
/** After so many the threads are heard. */
const breath = 50;

/** Raises the bound with our own solver, and finds the plan at the bound, until it has worked for so many milliseconds since it began. */
const climb = async (race: Race, spent: () => number, milliseconds: number): Promise<void> => {
  const { climber, isAnswered, signal, state } = race;
  while (!signal.aborted && endOf(race) === null && spent() < milliseconds) {
    const pause = Math.min(milliseconds, spent() + breath);
    const answer = climber.ask(state.bound, { conflicts: Infinity, shouldStop: () => spent() >= pause || isAnswered() });
    if (answer === 'never') raise(race, ceilingOf(race) + 1);
    else if (answer === 'none') raise(race, state.bound + 1);
    else if (answer !== null) takePlan(race, answer);
    else await new Promise((resolve) => setImmediate(resolve));
  }
};

/** What is done beside the search: by this thread, and when it can do no more, by the others. */
const support = async (race: Race, spent: () => number): Promise<Finish> => {
  await anneal(race, [0]);
  await climb(race, spent, climbs.early);
  await anneal(race, [1, 2]);
  await climb(race, spent, climbs.whole);
  const end = endOf(race);
  if (end !== null) return end;
  const others = race.signal.aborted ? 0 : race.threads - 1;
  return Promise.race(Array.from({ length: others }, (_, index) => refute(race, askerOf(race), index, others)));
};

const start = async (race: Race): Promise<Finish> => {
  const began = process.threadCpuUsage();
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1_000;
  };
  await climb(race, spent, climbs.alone);
  const end = endOf(race);
  return end ?? Promise.race([search(race, askerOf(race)), support(race, spent)]);
};

/** Runs until the optimum or the lack of any plan is proven; the caller ends the threads, at whatever time. */
export const raceToProof = (options: RaceOptions): Promise<Finish> => {
  let body: Uint8Array | null = null;
  return start({
    ...options,
    body: () => (body ??= linesOfClauses(options.encoded)),
    random: randomFrom(options.seed),
    state: { bound: options.bound, best: null },
  });
};
