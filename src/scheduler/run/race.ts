// Two kinds of work race to the least number of breaks: one looks for plans and makes them better, the other proves what is impossible.
// The first to be done ends the race.

import { linesOfClauses } from '../core/pairs/dimacs.ts';
import { randomFrom } from '../core/random.ts';
import { freshTactics, improveOnce } from './race-improve.ts';
import { askerOf, askOnce, ceilingOf, endOf, minimise, patience, takePlan, workedBy } from './race-questions.ts';
import type { Asker, Finish, Race, RaceOptions } from './race-questions.ts';

/** Better plans, neighbourhood by neighbourhood, until the race or the work allowed is over. */
const improveFor = async (race: Race, asker: Asker, tactics = freshTactics(), milliseconds = Infinity): Promise<Finish | null> => {
  const began = workedBy(race.threads);
  for (;;) {
    const end = endOf(race);
    if (end !== null || workedBy(race.threads) - began >= milliseconds) return end;
    await improveOnce(race, asker, tactics);
  }
};

/**
 * Raises the bound refutation by refutation; also what finds the plan at the bound. What takes too long is asked anew in another way,
 * after as much work on better plans: most often it takes long because there is a plan.
 */
const refute = async (race: Race, asker: Asker, first: number, stride: number): Promise<Finish> => {
  const tactics = freshTactics();
  let turn = first;
  let allowed = patience.refuting;
  for (;;) {
    const end = endOf(race);
    if (end !== null) return end;
    if (!(await askOnce(race, asker, race.state.bound, turn, allowed))) {
      if (race.state.best !== null) await improveFor(race, asker, tactics, allowed);
      turn += stride;
      allowed *= patience.growth;
    }
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

/** How long plans are looked for by other means before a second thread of clasp is worth its start: each time twice as long as before. */
const anneals = [40, 80, 160];
/** Meetings for which that is enough; for more of them it takes longer in proportion. */
const manyMeetings = 300;

const anneal = async (race: Race): Promise<void> => {
  for (const [turn, milliseconds] of anneals.entries()) {
    // Between two searches the threads are heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (race.signal.aborted || endOf(race) !== null) return;
    const size = Math.max(1, race.problem.pairs.length / manyMeetings);
    const slots = race.another(turn, milliseconds * size, race.state.bound);
    if (slots !== null) takePlan(race, slots);
  }
};

const search = async (race: Race, asker: Asker): Promise<Finish> => {
  await minimise(race, asker, patience.minimising);
  await findFirst(race, asker);
  return (await improveFor(race, asker)) ?? new Promise<Finish>(() => undefined);
};

/** Work for all threads, that of the first one first: where a plan is one break above the bound, the bound is in question before all else. */
const tasksOf = (race: Race): readonly (() => Promise<Finish>)[] => {
  const { best, bound } = race.state;
  const others = race.threads - 1;
  const searching = (): Promise<Finish> => search(race, askerOf(race));
  const refuting = Array.from({ length: others }, (_, index) => () => refute(race, askerOf(race), index, others));
  const [first, ...rest] = refuting;
  const isClose = best !== null && best.value - bound <= 1;
  return isClose && first !== undefined ? [first, searching, ...rest] : [searching, ...refuting];
};

const start = (race: Race): Promise<Finish> => {
  const [lead, ...support] = tasksOf(race);
  if (lead === undefined) throw new Error('A race needs a thread.');
  const leading = lead();
  const following = anneal(race).then(() => Promise.race([leading, ...(race.signal.aborted ? [] : support.map((task) => task()))]));
  return Promise.race([leading, following]);
};

/** Runs until the optimum or the lack of any plan is proven; the caller ends the threads, at whatever time. */
export const raceToProof = (options: RaceOptions): Promise<Finish> => {
  const race: Race = {
    ...options,
    body: linesOfClauses(options.encoded),
    random: randomFrom(options.seed),
    state: { bound: options.bound, best: null },
  };
  if (options.first !== null) takePlan(race, options.first);
  return start(race);
};
