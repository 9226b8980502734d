// Plans from the annealing engine within some milliseconds: often the best there are on a calm day, and nearly always a good start.

import { planGreedily } from '../core/engines/greedy.ts';
import type { Facts } from '../core/model.ts';
import { slotsIn, type PairProblem } from '../core/pairs/pair-problem.ts';

/** The facts with the slots that presolve closed taken from the meetings. */
export const withoutClosed = (facts: Facts, { domains }: PairProblem): Facts => ({
  ...facts,
  meetings: facts.meetings.map((meeting, index) => ({ ...meeting, allowedSlots: slotsIn(domains[index]) })),
});

export interface AnnealOrder {
  readonly seed: number;
  /** Processor time allowed; the search cools down within it. */
  readonly milliseconds: number;
  /** Breaks that no plan can go below: the search ends there. */
  readonly fewest: number;
  /** Asked often; true = end with the best so far. */
  readonly shouldStop: () => boolean;
}

/** Iterations that a millisecond is good for, roughly; a search that is slower is hurried. */
const perMillisecond = 500;

/** The slot of each meeting in a plan of all of them, or null where the time was too short for one. */
export const annealFor = (facts: Facts, { seed, milliseconds, fewest, shouldStop }: AnnealOrder): readonly number[] | null => {
  const began = process.threadCpuUsage();
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1_000 / milliseconds;
  };
  const { placements } = planGreedily(facts, {
    seed,
    iterations: Math.ceil(perMillisecond * milliseconds),
    pace: (done) => Math.max(done, spent()),
    fewest: () => fewest,
    shouldStop: () => spent() >= 1 || shouldStop(),
  });
  if (placements.length < facts.meetings.length) return null;
  const slots = new Array<number>(facts.meetings.length).fill(-1);
  for (const { meeting, slot } of placements) slots[meeting] = slot;
  return slots;
};
