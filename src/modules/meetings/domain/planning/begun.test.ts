import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsFrom } from '#scheduler/core/facts-fixture.ts';
import { stretchesOf } from '#scheduler/core/stretches.ts';
import { aheadOf, conflictsAt } from './begun.ts';
import { outlookOf, slotsFor } from './outlook.ts';
import { plannerInput } from './planner-facts.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

// Half hours from 01:00 UTC: at 01:40 the first has been, the second goes on.
const during = Date.UTC(2019, 10, 6, 1, 40);
const edition = smallEdition({ B01: { maxMeetings: 2, minMeetings: 1 } });
const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01'), meetingOf(3, 'E02', 'B02', { fixedSlot: 's2' })];
const given = { meetings, orders: [], pins: [placedAt('m2', 's1', 't1', { pinned: true })] };
const held = [placedAt('m1', 's1', 't1', { pinned: true })];
const codes = (placed: Parameters<typeof conflictsAt>[2], facts = edition) =>
  conflictsAt(facts, plannerInput(facts, { ...given, pins: [] }), placed, { now: during, held }).map((c) => [c.severity, c.reason.code]);

test('ahead of a search lie the times to come, the meetings that have not been, and what is left of limits', () => {
  const ahead = aheadOf(edition, given, { now: during, held });
  expect(ahead.edition.slots.map(({ id }) => id)).toEqual(['s3', 's4']);
  expect(ahead.given.meetings.map(({ id }) => id)).toEqual(['m2']);
  expect(ahead.given.pins).toEqual([]);
  expect(ahead.edition.participants.find(({ id }) => id === 'B01')).toMatchObject({ maxMeetings: 1, minMeetings: 0 });
  expect(ahead.past.map(({ meetingId }) => meetingId)).toEqual(['m1']);
  expect(ahead.missed.map(({ id }) => id)).toEqual(['m3']);
});

test('before it begins all of it lies ahead, unchanged', () => {
  const ahead = aheadOf(edition, given, { now: Date.UTC(2019, 10, 5), held: [] });
  expect(ahead.edition).toBe(edition);
  expect(ahead.given).toBe(given);
});

test('a meeting put into a time that has begun is a conflict; where the schedule in force has it, it stands', () => {
  expect(codes([...held, placedAt('m2', 's3', 't1')])).toEqual([]);
  expect(codes([...held, placedAt('m2', 's2', 't1')])).toEqual([['hard', 'meetings.reason_slot_begun']]);
});

test('a meeting that has been and is put elsewhere is told; what has been is judged by nobody', () => {
  expect(codes([placedAt('m1', 's4', 't1')])).toEqual([['warning', 'meetings.reason_has_been']]);
  const gone = smallEdition({ B01: { away: [{ start: Date.UTC(2019, 10, 6), end: Date.UTC(2019, 10, 6, 1, 30), reason: '' }] } });
  expect(codes(held, gone)).toEqual([]);
});

test('wishes that no interpreter at hand understands are counted before any search, by the languages that mend most of them', () => {
  const mixed = smallEdition({
    E01: { languages: ['de'] },
    E02: { languages: ['de', 'fr'] },
    B01: { languages: ['zh'] },
    B02: { languages: ['zh', 'en'] },
  });
  const wished = [
    meetingOf(1, 'E01', 'B01', { wishOfA: 'must' }),
    meetingOf(2, 'E02', 'B01'),
    meetingOf(3, 'E01', 'B02'),
    meetingOf(4, 'E02', 'B02'),
    meetingOf(5, 'B01', 'B02'),
  ];
  const look = (interpreters: typeof mixed.interpreters) => {
    const facts = { ...mixed, interpreters };
    const ahead = aheadOf(facts, { meetings: wished, orders: [], pins: [] }, { now: during, held: [] });
    return outlookOf(ahead, plannerInput(ahead.edition, ahead.given), 4);
  };
  expect(look([])).toEqual({
    slots: 4,
    begun: 2,
    gaps: [{ languages: ['de', 'zh'], meetings: 4, musts: 1 }],
    short: null,
  });
  // One who speaks French and English serves one pair; one who is away all the time serves nobody.
  const away = [{ start: Date.UTC(2019, 10, 6), end: Date.UTC(2019, 10, 7) }];
  const some = look([
    { id: 'i', name: 'I', languages: ['fr', 'en'], away: [] },
    { id: 'j', name: 'J', languages: ['de', 'zh'], away },
  ]);
  expect(some.gaps).toEqual([{ languages: ['de', 'zh'], meetings: 3, musts: 1 }]);
  expect(some.short).toBeNull();
  // One who speaks both has time for two of four.
  expect(look([{ id: 'i', name: 'I', languages: ['de', 'zh'], away: [] }])).toMatchObject({
    gaps: [],
    short: { meetings: 4, room: 2 },
  });
});

test('what interpreters have interpreted, and the programme, count for their rest', () => {
  const edition = smallEdition({ B01: { languages: ['zh'] } });
  const hour = 3_600_000;
  const [start = 0] = edition.slots.map((slot) => slot.start);
  const forum = { start: start - hour, end: start - hour / 2, reason: 'Forum', itemId: 'item' };
  const interpreters = edition.interpreters.map((one) => ({ ...one, longestMinutes: 60, restMinutes: 20, away: [forum] }));
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01')];
  const ahead = aheadOf(
    { ...edition, interpreters },
    { meetings, orders: [], pins: [] },
    { now: start + 1, held: [placedAt('m1', 's1', 't1', { interpreterId: 'i1' })] },
  );
  const { facts } = plannerInput(ahead.edition, ahead.given);
  expect(facts.resources[0]?.rest).toEqual({
    ...{ longestMinutes: 60, restMinutes: 20 },
    standing: [
      { day: 0, startMinute: 540, endMinute: 570 },
      { day: 0, startMinute: 480, endMinute: 510 },
    ],
  });
});

test('the room that interpreters have is the most slots that a longest stretch leaves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ pause: fc.constantFrom(0, 10, 20), length: fc.constantFrom(20, 30), away: fc.boolean() }), { maxLength: 9 }),
      fc.integer({ min: 15, max: 120 }),
      (drawn, longestMinutes) => {
        let now = 540;
        const slots = drawn.map(({ pause, length }, number) => {
          const slot = { id: `s${number}`, day: 0, session: 1, startMinute: now + pause, lengthMinutes: length };
          now = slot.startMinute + length;
          return slot;
        });
        const unavailableSlots = drawn.flatMap(({ away }, slot) => (away ? [slot] : []));
        const resource = { languages: [], unavailableSlots, rest: { longestMinutes, restMinutes: 15, standing: [] } };
        const spans = slots.map(({ startMinute: from, lengthMinutes }) => ({ from, to: from + lengthMinutes }));
        const rests = (chosen: readonly number[]): boolean =>
          stretchesOf(
            chosen.flatMap((at) => spans[at] ?? []),
            15,
          ).every(({ from, to }) => to - from <= longestMinutes);
        const sets = Array.from({ length: 2 ** slots.length }, (_, bits) => [...slots.keys()].filter((at) => (bits >> at) % 2 === 1));
        const most = Math.max(
          ...sets.filter((set) => !set.some((at) => unavailableSlots.includes(at)) && rests(set)).map(({ length }) => length),
        );
        expect(slotsFor(factsFrom({ slots, participants: [], meetings: [], resources: [resource] }), 0)).toBe(most);
      },
    ),
    { numRuns: 60 },
  );
});
