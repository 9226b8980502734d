import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planGreedily } from '../engines/greedy.ts';
import { expoFacts } from '../generate/expo.ts';
import type { Facts, Placement } from '../model.ts';
import { randomFrom, type Random } from '../random.ts';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { breaksBound } from './bound.ts';

/** Two short days, few tables, people who are away now and then: small enough to try everything. */
const tinyFacts = (random: Random): Facts => {
  const some = (share: number): number[] => [0, 1, 2, 3, 4, 5].filter(() => random.next() < share);
  const tables = 1 + random.below(2);
  const stand = random.next() < 0.3 ? tables : null;
  return factsFrom({
    slots: slotsOf(6, (slot) => (slot > 3 ? { day: 1 } : {})),
    participants: [0, 1, 2, 3].map((one) => ({
      seats: random.next() < 0.2 ? 2 : 1,
      unavailableSlots: some(0.3),
      maxMeetings: random.next() < 0.1 ? 2 : null,
      ownPlace: one === 0 ? stand : null,
    })),
    meetings: Array.from({ length: 3 + random.below(3) }, () => {
      const one = random.below(4);
      return {
        participants: [one, (one + 1 + random.below(3)) % 4],
        allowedSlots: random.next() < 0.3 ? some(0.7) : null,
        lengthSlots: random.next() < 0.1 ? 2 : 1,
      };
    }),
    places: Array.from({ length: tables + (stand === null ? 0 : 1) }, (_, place) => ({ owner: place === stand ? 0 : null })),
  });
};

/** Fewest breaks of all plans with all meetings, by trying everything; null = there is no such plan. */
const fewestBreaks = (facts: Facts): number | null => {
  let fewest: number | null = null;
  const visit = (chosen: readonly Placement[]): void => {
    const meeting = chosen.length;
    if (meeting === facts.meetings.length) {
      const { breaks } = valueOf(facts, chosen);
      if (fewest === null || breaks < fewest) fewest = breaks;
      return;
    }
    const stands = facts.meetings[meeting]?.participants.flatMap((one) => facts.participants[one]?.ownPlace ?? []) ?? [];
    const places = facts.places.flatMap(({ owner }, place) =>
      (stands.length > 0 ? stands.includes(place) : owner === null) ? [place] : [],
    );
    for (const slot of facts.slots.keys()) {
      for (const place of places) {
        const next = [...chosen, { meeting, slot, place, resource: null, pinned: false }];
        if (violationsOf(facts, next).length === 0) visit(next);
      }
    }
  };
  visit([]);
  return fewest;
};

test('is never above the fewest breaks there are, found by trying everything, and often equal', () => {
  let [positive, equal, feasible] = [0, 0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = tinyFacts(randomFrom(seed));
      const fewest = fewestBreaks(facts);
      const bound = breaksBound(facts);
      if (fewest === null) return;
      expect(bound).not.toBeNull();
      expect(bound ?? 0).toBeLessThanOrEqual(fewest);
      feasible += 1;
      if (fewest > 0) positive += 1;
      if (fewest === bound) equal += 1;
    }),
    { seed: 20_191_105, numRuns: 80 },
  );
  expect(positive).toBeGreaterThan(8);
  expect(equal).toBeGreaterThan(0.7 * feasible);
});

test('knows that somebody away at noon who is booked all day has a break', () => {
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{ unavailableSlots: [1] }, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }],
  });
  expect(breaksBound(facts)).toBe(1);
});

test('prices tables: three pairs at one table who are there at either end of the day only', () => {
  // Two meetings of the same two people, four slots, one table that others need in between.
  const facts = factsFrom({
    slots: slotsOf(4),
    participants: [{}, {}, {}, {}, {}, {}],
    meetings: [
      { participants: [0, 1] },
      { participants: [0, 1] },
      { participants: [2, 3], allowedSlots: [1] },
      { participants: [4, 5], allowedSlots: [2] },
    ],
    places: [{}],
  });
  expect(fewestBreaks(facts)).toBe(2);
  expect(breaksBound(facts)).toBeGreaterThan(0);
});

test('there is none where somebody cannot hold all their meetings', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{ unavailableSlots: [0] }, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }],
  });
  expect(breaksBound(facts)).toBeNull();
});

test('a small fair is planned within a third of its bound, by the same seed in the same way', () => {
  const size = { exhibitors: 60, buyers: 110, tables: 34, days: 6, slotsPerDay: 8, use: 0.8, absence: 1 };
  const facts = expoFacts(3, size);
  const rising: number[] = [];
  const bound = breaksBound(facts, { onBound: (now) => rising.push(now) }) ?? 0;
  expect(rising.at(-1)).toBe(bound);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  const plan = planGreedily(facts, { seed: 1, iterations: 60_000, fewest: () => bound });
  const { placed, breaks } = valueOf(facts, plan.placements);
  expect(placed).toBe(facts.meetings.length);
  expect(breaks).toBeGreaterThanOrEqual(bound);
  expect(breaks - bound).toBeLessThanOrEqual(Math.max(3, breaks / 3));
  expect(planGreedily(facts, { seed: 1, iterations: 60_000, fewest: () => bound })).toEqual(plan);
});
