import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planGreedily } from '../engines/greedy.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { expoFacts, importExpo, scaled, type ExpoSize } from './expo.ts';

const small: ExpoSize = { exhibitors: 60, buyers: 110, tables: 34, days: 6, slotsPerDay: 8, use: 0.8, absence: 1 };
const full = process.env['HANSA_ROUNDS'] !== undefined;
const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('the same seed gives the same fair, another seed another', () => {
  expect(expoFacts(7, small)).toEqual(expoFacts(7, small));
  expect(expoFacts(8, small)).not.toEqual(expoFacts(7, small));
});

test('the import expo has 3,800 exhibitors, 7,000 buyers and 89,784 meetings that use 87 % of 2,150 tables', () => {
  const { participants, meetings, slots, places } = expoFacts(1, importExpo);
  const tables = places.reduce((sum, { capacity }) => sum + capacity, 0);
  expect([participants.length, meetings.length, slots.length, tables]).toEqual([10_800, 89_784, 48, 2_150]);
  expect(meetings.length / (tables * slots.length)).toBeCloseTo(0.87, 3);
});

test('a tenth of it has a tenth of the people and tables in as many slots', () => {
  expect(scaled(importExpo, 0.1)).toEqual({ exhibitors: 380, buyers: 700, tables: 215, days: 6, slotsPerDay: 8, use: 0.87, absence: 1 });
});

test('a fair is valid, asks nobody for more meetings than they have room for, and no pair twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = expoFacts(seed, small);
      expect(validate(facts).ok).toBe(true);
      const counts = new Map<number, number>();
      for (const { participants } of facts.meetings) for (const one of participants) counts.set(one, (counts.get(one) ?? 0) + 1);
      facts.participants.forEach(({ seats, unavailableSlots }, one) => {
        expect(counts.get(one) ?? 0).toBeLessThanOrEqual(seats * (facts.slots.length - unavailableSlots.length));
      });
      expect(new Set(facts.meetings.map(({ participants }) => participants.join())).size).toBe(facts.meetings.length);
    }),
    { seed: 11, numRuns: full ? 20 : 2 },
  );
});

test('all meetings of a fair can be held', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = expoFacts(seed, small);
      const { placements } = planGreedily(facts, { seed, iterations: 40_000 });
      expect(violationsOf(facts, placements)).toEqual([]);
      expect(valueOf(facts, placements).placed).toBe(facts.meetings.length);
    }),
    { seed: 12, numRuns: full ? 4 : 1 },
  );
});
