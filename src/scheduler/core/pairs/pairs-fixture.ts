// Small random problems of pairs for tests, and their answer by trying every plan.

import type { Facts, Placement } from '../model.ts';
import type { Random } from '../random.ts';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { pairProblemOf, slotsIn } from './pair-problem.ts';
import { seatAtTables } from './seat.ts';

/** Facts of meetings of two on one day: some people away now and then, some meetings pinned or in order, few tables. */
export const randomPairs = (random: Random): Facts => {
  const people = 3 + random.below(3);
  const slots = 4 + random.below(2);
  const meetings = 2 + random.below(5);
  const spread = random.below(4);
  const some = (share: number): number[] => Array.from({ length: slots }, (_, slot) => slot).filter(() => random.next() < share);
  return factsFrom({
    slots: slotsOf(slots),
    participants: Array.from({ length: people }, () => ({ unavailableSlots: some(0.12) })),
    meetings: Array.from({ length: meetings }, () => {
      const one = random.below(people);
      return {
        participants: [one, (one + 1 + random.below(people - 1)) % people],
        must: true,
        allowedSlots: random.next() < 0.3 ? some(0.6) : null,
        pinnedSlot: random.next() < 0.15 ? random.below(slots) : null,
      };
    }),
    places: Array.from({ length: 1 + random.below(2) }, () => ({ closedSlots: some(0.1) })),
    precedences: random.next() < 0.4 ? [{ earlier: 0, later: 1 }] : [],
    maxBreakSpread: spread === 3 ? null : spread,
  });
};

/** Facts of two sides: each of a few hosts meets guests all day, and there is one table fewer than hosts. */
export const randomSides = (random: Random): Facts => {
  const [hosts, guests] = [3, 3 + random.below(2)];
  const slots = 4 + random.below(2);
  const some = (share: number): number[] => Array.from({ length: slots }, (_, slot) => slot).filter(() => random.next() < share);
  const pairs = Array.from({ length: hosts }, (_, host) => Array.from({ length: guests }, (__, guest) => [host, hosts + guest] as const))
    .flat()
    .filter(() => random.next() < 0.6);
  return factsFrom({
    slots: slotsOf(slots),
    participants: Array.from({ length: hosts + guests }, () => ({ unavailableSlots: some(0.1) })),
    meetings: pairs.map((participants) => ({ participants: [...participants], must: true })),
    places: Array.from({ length: hosts - 1 }, () => ({})),
    precedences: [],
    maxBreakSpread: random.next() < 0.5 ? null : random.below(3),
  });
};

/** Every plan that holds all meetings and keeps the fairness rule, as the slot of each meeting, with its breaks; judged by the verifier. */
export const allPlans = (facts: Facts): { readonly slots: readonly number[]; readonly breaks: number }[] => {
  const domains = pairProblemOf(facts)?.domains ?? [];
  const found: { slots: readonly number[]; breaks: number }[] = [];
  const extend = (slots: readonly number[]): void => {
    const placements: readonly Placement[] = seatAtTables(facts, slots);
    if (placements.length < slots.length || violationsOf(facts, placements).length > 0) return;
    if (slots.length < facts.meetings.length) {
      for (const slot of slotsIn(domains[slots.length])) extend([...slots, slot]);
      return;
    }
    const { breaks, breakSpread } = valueOf(facts, placements);
    if (facts.maxBreakSpread === null || breakSpread <= facts.maxBreakSpread) found.push({ slots, breaks });
  };
  extend([]);
  return found;
};
