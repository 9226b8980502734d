import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import { planGreedily } from '../engines/greedy.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { fixedDayFrom } from './fixed-day.ts';
import { matchmakingDay2019 } from './live-day.ts';

const small = { ...matchmakingDay2019, seated: 60, rotating: 110, tables: 24, interpretedTables: 16, roaming: 2, requests: 200 };

test('the day has the published size, in eleven slots of forty minutes', () => {
  const { slots, participants, places, resources, meetings } = fixedDayFrom(1);
  expect([participants.filter(({ seated }) => seated).length, participants.filter(({ seated }) => !seated).length]).toEqual([773, 1_426]);
  expect([places.length, resources.filter(({ place }) => place !== null).length, meetings.length]).toEqual([296, 205, 2_520]);
  expect(slots.map(({ lengthMinutes }) => lengthMinutes)).toEqual(Array.from({ length: 11 }, () => 40));
});

test('those who sit take turns: nobody has a table in a slot in which it is the turn of another', () => {
  const { participants, meetings } = fixedDayFrom(2);
  const sits = new Map<string, number>();
  for (const { participants: people, pinnedPlace } of meetings) {
    const seated = people[0] ?? -1;
    for (let slot = 0; slot < 11; slot += 1) {
      if (participants[seated]?.unavailableSlots.includes(slot) === true) continue;
      expect(sits.get(`${pinnedPlace} ${slot}`) ?? seated).toBe(seated);
      sits.set(`${pinnedPlace} ${slot}`, seated);
    }
  }
});

test('the same seed gives the same day, another seed another', () => {
  expect(fixedDayFrom(3, small)).toEqual(fixedDayFrom(3, small));
  expect(fixedDayFrom(3, small)).not.toEqual(fixedDayFrom(4, small));
});

fullTest('a day is valid, has more wishes than fit, and all its musts are held', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = fixedDayFrom(seed, small);
      expect(validate(facts).ok).toBe(true);
      const { placements } = planGreedily(facts, { seed, iterations: 2_000 });
      expect(violationsOf(facts, placements)).toEqual([]);
      const { placed, unplacedMusts } = valueOf(facts, placements);
      expect(unplacedMusts).toBe(0);
      expect(placed).toBeLessThan(facts.meetings.length);
    }),
    { seed: 9, numRuns: 12 },
  );
});
