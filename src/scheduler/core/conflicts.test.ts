import { expect, test } from 'vitest';
import { conflictsOf } from './conflicts.ts';
import { randomFrom } from './random.ts';
import { factsFrom, placed, randomFacts } from './sample-facts.ts';

test('hard reasons come before soft ones', () => {
  const facts = factsFrom({
    participants: [{}, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }, { participants: [1, 2], must: true }],
  });
  expect(conflictsOf(facts, [placed(0, 0, 0), placed(1, 0, 0)]).map(({ code, hard }) => [code, hard])).toEqual([
    ['meetings.reason_seat_taken', true],
    ['meetings.reason_place_taken', true],
    ['meetings.reason_must_unplaced', false],
  ]);
});

test('judges a draft of 5,000 meetings quickly enough for every move', () => {
  const random = randomFrom(5);
  const facts = randomFacts(random, { people: 900, meetings: 5_000, slots: 48, places: 150 });
  const placements = facts.meetings.map((_, meeting) => placed(meeting, random.below(48), random.below(150)));
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    conflictsOf(facts, placements);
    return performance.now() - start;
  });
  // A fifth of this where nothing else runs; the margin is for busy machines.
  expect(Math.min(...times)).toBeLessThan(100);
});
