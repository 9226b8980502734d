// Threads of clasp that race to the least number of breaks. One minimises outright, and after a while halves the gap between plan and bound;
// the others ask for a plan with the bound's number of breaks and raise the bound by one with every refutation. The first to be done ends the race.

import { decisionText, linesOfClauses, weightedText } from '../core/pairs/dimacs.ts';
import { slotsOfModel, type Encoded } from '../core/pairs/encode.ts';
import type { ClaspReport } from './clasp.worker.ts';
import type { ClaspThread } from './clasp-thread.ts';

export interface RaceOptions {
  readonly seed: number;
  /** Proven before the race. */
  readonly bound: number;
  /** Warm threads, at least one. */
  readonly threads: readonly ClaspThread[];
  /** A new thread; whoever gave this ends it after the race, like the warm ones. */
  readonly start: () => ClaspThread;
  /** Told of every better bound. */
  readonly onBound: (bound: number) => void;
  /** Told of plans on the way: the slot of each meeting, and the most breaks it has. */
  readonly onPlan: (slots: readonly number[], atMost: number) => void;
}

interface BestPlan {
  readonly value: number;
  readonly slots: readonly number[];
}

export type Finish = ({ readonly kind: 'optimal' } & BestPlan) | { readonly kind: 'infeasible' };

interface Race extends RaceOptions {
  readonly encoded: Encoded;
  /** The clauses as text, written once. */
  readonly body: string;
  readonly state: { bound: number; best: BestPlan | null };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The time to find a plan varies widely from run to run: after some seconds another start is worth more than patience. */
const patience = { refuting: 20_000, finding: 8_000, growth: 1.5 };
const minimisingMilliseconds = 12_000;

/** Ways of asking that are fast on different instances, each with a seed of its own. */
const configurations = ['tweety', 'crafty', 'frumpy', 'trendy'];
const deciding = (turn: number, seed: number): string =>
  `--configuration=${configurations[turn % configurations.length] ?? 'tweety'} --seed=${(seed + 7_919 * turn) % 1_000_000} 1`;

const within = async (milliseconds: number, report: Promise<ClaspReport>): Promise<ClaspReport | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, milliseconds);
  });
  try {
    return await Promise.race([report, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Writes an answer about "at most `value` breaks" down. */
const note = (race: Race, value: number, { result, truths }: ClaspReport): void => {
  const { state } = race;
  if (result === 'satisfiable') {
    if (state.best !== null && state.best.value <= value) return;
    state.best = { value, slots: slotsOfModel(race.encoded, new Set(truths)) };
    race.onPlan(state.best.slots, value);
  } else if (result === 'unsatisfiable') {
    if (state.bound > value) return;
    state.bound = value + 1;
    race.onBound(state.bound);
  } else throw new Error(`clasp ended with ${result}.`);
};

const endOf = ({ encoded, state }: Race): Finish | null => {
  if (state.best !== null && state.best.value <= state.bound) return { kind: 'optimal', ...state.best };
  return state.bound > encoded.breaks.length + encoded.surely ? { kind: 'infeasible' } : null;
};

interface Chaser {
  readonly thread: ClaspThread;
  /** Where in the row of ways this thread begins, and how far it steps. */
  readonly turn: number;
  readonly stride: number;
  /** Milliseconds allowed for the first question. */
  readonly patience: number;
  /** The number of breaks to ask for next. */
  readonly target: (state: Race['state']) => number;
}

/** Asks until the race is decided; a question that takes too long is asked anew in another way. */
const chase = async (race: Race, { thread: warm, turn: first, stride, target, patience: atFirst }: Chaser): Promise<Finish> => {
  let thread = warm;
  let turn = first;
  let allowed = atFirst;
  for (;;) {
    const end = endOf(race);
    if (end !== null) return end;
    const value = target(race.state);
    const report = await within(allowed, thread.ask(bytes(decisionText(race.encoded, race.body, value)), deciding(turn, race.seed)));
    if (report !== null) note(race, value, report);
    else {
      thread.stop();
      thread = race.start();
      turn += stride;
      allowed *= patience.growth;
    }
  }
};

/** Half-way between bound and plan; a little above the bound without a plan. */
const halfWay = ({ bound, best }: Race['state']): number =>
  best === null ? bound + 2 + (bound >> 1) : bound + ((best.value - bound) >> 1);

/** Minimises outright for a while; then closes the gap from above. */
const minimise = async (race: Race, thread: ClaspThread): Promise<Finish> => {
  const options = `--configuration=trendy --opt-strategy=usc,oll --seed=${race.seed % 1_000_000} 0`;
  const report = await within(minimisingMilliseconds, thread.ask(bytes(weightedText(race.encoded)), options));
  if (report === null) {
    thread.stop();
    return chase(race, { thread: race.start(), turn: 4, stride: 1, patience: patience.finding, target: halfWay });
  }
  if (report.result === 'unsatisfiable') return { kind: 'infeasible' };
  if (report.result !== 'optimal') throw new Error(`clasp ended with ${report.result}.`);
  const value = (report.cost ?? 0) + race.encoded.surely;
  return { kind: 'optimal', value, slots: slotsOfModel(race.encoded, new Set(report.truths)) };
};

/** Runs until the optimum or the lack of any plan is proven; the caller ends the threads, at whatever time. */
export const raceToProof = (encoded: Encoded, options: RaceOptions): Promise<Finish> => {
  const race: Race = { ...options, encoded, body: linesOfClauses(encoded), state: { bound: options.bound, best: null } };
  // Where no break is possible there is nothing to minimise, and clasp would list every plan instead.
  const minimises = options.threads.length > 1 && encoded.breaks.length > 0;
  const others = minimises ? options.threads.slice(1) : options.threads;
  const chasing = others.map((thread, index) =>
    chase(race, { thread, turn: index, stride: others.length, patience: patience.refuting, target: ({ bound }) => bound }),
  );
  const [first] = options.threads;
  return Promise.race(minimises && first !== undefined ? [...chasing, minimise(race, first)] : chasing);
};
