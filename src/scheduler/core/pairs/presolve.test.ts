import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { randomFrom } from '../random.ts';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import type { Facts } from '../model.ts';
import { valueOf } from '../verify.ts';
import { breakBound } from './bound.ts';
import { pairProblemOf, type PairProblem } from './pair-problem.ts';
import { presolve } from './presolve.ts';
import { allPlans, randomPairs } from './pairs-fixture.ts';
import { seatAtTables } from './seat.ts';

const problemOf = (facts: Facts): PairProblem => {
  const problem = pairProblemOf(facts);
  if (problem === null) throw new Error('The facts are no problem of pairs.');
  return problem;
};

const obstacleOf = (facts: Facts, most = 9) => {
  const reduced = presolve(problemOf(facts), { least: 0, most });
  return reduced.feasible ? null : reduced.obstacle;
};

const meet = (...pairs: readonly (readonly [number, number])[]) => pairs.map((participants) => ({ participants, must: true }));

test('names the meeting that has no slot', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{ unavailableSlots: [0] }, { unavailableSlots: [1] }],
    meetings: meet([0, 1]),
  });
  expect(obstacleOf(facts)).toEqual({ code: 'scheduler.no_slot', params: { meeting: 0 } });
});

test('names the participant with more meetings than slots', () => {
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{ unavailableSlots: [1] }, {}, {}, {}],
    meetings: meet([0, 1], [0, 2], [0, 3]),
  });
  expect(obstacleOf(facts)).toEqual({ code: 'scheduler.crowd', params: { participant: 0, count: 3, slots: 2 } });
});

test('names two meetings whose order leaves no time', () => {
  const meetings = [
    { participants: [0, 1], allowedSlots: [2, 3] },
    { participants: [2, 3], allowedSlots: [0, 2] },
  ];
  const facts = factsFrom({ participants: [{}, {}, {}, {}], meetings, precedences: [{ earlier: 0, later: 1 }] });
  expect(obstacleOf(facts)).toEqual({ code: 'scheduler.order', params: { earlier: 0, later: 1 } });
});

test('names the slot in which more meetings are fixed than there are tables', () => {
  const meetings = meet([0, 1], [2, 3]).map((meeting) => ({ ...meeting, pinnedSlot: 1 }));
  const facts = factsFrom({ participants: [{}, {}, {}, {}], meetings, places: [{}] });
  expect(obstacleOf(facts)).toEqual({ code: 'scheduler.tables', params: { slot: 1, count: 2, tables: 1 } });
});

test('names the participant whose day needs more breaks than allowed', () => {
  const facts = factsFrom({
    slots: slotsOf(5),
    participants: [{ unavailableSlots: [1, 3] }, {}, {}, {}],
    meetings: meet([0, 1], [0, 2], [0, 3]),
  });
  expect(obstacleOf(facts, 1)).toEqual({ code: 'scheduler.breaks', params: { participant: 0, count: 3, least: 0, most: 1 } });
  expect(obstacleOf(facts, 2)).toBeNull();
});

test('counts meetings against all tables of the day', () => {
  const facts = factsFrom({ slots: slotsOf(2), participants: [{}, {}, {}], meetings: meet([0, 1], [1, 2], [0, 2]), places: [{}] });
  expect(obstacleOf(facts)).toEqual({ code: 'scheduler.too_few_tables', params: { count: 3, seats: 2 } });
});

test('closes no slot that a plan uses, and its bound is never above the optimum', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 2 }), (seed, most) => {
      const facts = randomPairs(randomFrom(seed));
      const problem = problemOf(facts);
      const within = allPlans({ ...facts, maxBreakSpread: null }).filter(({ slots }) =>
        facts.participants.every((_, person) => {
          const own = seatAtTables(facts, slots).filter(({ meeting }) => problem.meetingsOf[person]?.includes(meeting));
          return valueOf(facts, own).breaks <= most;
        }),
      );
      const reduced = presolve(problem, { least: 0, most });
      if (!reduced.feasible) {
        expect(within).toEqual([]);
        return;
      }
      for (const { slots } of within) {
        slots.forEach((slot, meeting) => expect(reduced.problem.domains[meeting]?.[slot]).toBe(1));
      }
      const best = Math.min(...within.map(({ breaks }) => breaks));
      expect(breakBound(reduced.days, problem.capacity, 100)).toBeLessThanOrEqual(best);
    }),
    { numRuns: rounds(250) },
  );
});

test('facts with rules beyond pairs on one day are no problem of pairs', () => {
  const plain = { participants: [{}, {}], meetings: meet([0, 1]) };
  expect(pairProblemOf(factsFrom(plain))).not.toBeNull();
  expect(pairProblemOf(factsFrom({ ...plain, participants: [{ seats: 2 }, {}] }))).toBeNull();
  expect(pairProblemOf(factsFrom({ ...plain, participants: [{ languages: ['en'] }, { languages: ['zh'] }] }))).toBeNull();
  expect(pairProblemOf(factsFrom({ ...plain, slots: slotsOf(2, (slot) => ({ day: slot })) }))).toBeNull();
  expect(pairProblemOf(factsFrom({ ...plain, meetings: [{ participants: [0, 1], lengthSlots: 2 }] }))).toBeNull();
});
