import { expect, test } from 'vitest';
import { conflictsOf } from './conflicts.ts';
import { randomFrom } from './random.ts';
import { factsFrom, placed, randomFacts } from './facts-fixture.ts';

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
  // Processor time, since a wall clock measures whatever else the machine does.
  const milliseconds = Array.from({ length: 12 }, () => {
    const start = process.cpuUsage();
    conflictsOf(facts, placements);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  expect(Math.min(...milliseconds)).toBeLessThan(50);
});
