import { expect, test } from 'vitest';
import { bestMove, moveOptions, remedyFor, tablesBeside, targetProblems } from './moves.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01'), meetingOf(3, 'E02', 'B02')];
const placed = [placedAt('m1', 's2', 't1'), placedAt('m2', 's3', 't1'), placedAt('m3', 's4', 't1')];
const draft = {
  edition: smallEdition({ E01: { away: [{ start: Date.UTC(2019, 10, 6, 1), end: Date.UTC(2019, 10, 6, 1, 15), reason: '' }] } }),
  meetings,
  orders: [],
  placed,
};
const eve = { now: Date.UTC(2019, 10, 5), inForce: null };

test('no slot that has begun is offered, but the one in which it is being held', () => {
  const meeting = meetings[0] ?? meetingOf(1, 'E01', 'B01');
  const during = Date.UTC(2019, 10, 6, 1, 45);
  const slots = (inForce: string | null) => moveOptions(draft, meeting, { now: during, inForce }).map((o) => o.slot.id);
  expect(slots(null)).toEqual(['s3', 's4']);
  const elsewhere = { ...draft, placed: [placedAt('m1', 's2', 't2'), ...placed.slice(1)] };
  expect(moveOptions(elsewhere, meeting, { now: during, inForce: 's1' }).map((o) => o.slot.id)).toEqual(['s3', 's4']);
});

test('offers every other slot with its best place and what the move would cause', () => {
  const options = moveOptions(draft, meetings[0] ?? meetingOf(1, 'E01', 'B01'), eve);
  expect(options.map((o) => [o.slot.id, o.placeId, o.caused.map((c) => c.reason.code)])).toEqual([
    ['s1', 't1', ['meetings.reason_unavailable']],
    ['s3', 't2', ['meetings.reason_seat_taken']],
    ['s4', 't2', []],
  ]);
});

test('another table at the same time is offered where one is free, and never at a stand, in the past or where it is shut', () => {
  const [meeting = meetingOf(1, 'E01', 'B01')] = meetings;
  const beside = (more: Partial<typeof draft> = {}, now = eve.now) =>
    tablesBeside({ ...draft, ...more }, meeting, { now, inForce: null }).map((o) => [o.slot.id, o.placeId, o.caused.length]);
  expect(beside()).toEqual([['s2', 't2', 0]]);
  expect(beside({ placed: [...placed, placedAt('m4', 's2', 't2')] })).toEqual([]);
  expect(beside({ placed: [placedAt('m1', 's1', 't1')] })).toEqual([]);
  expect(beside({ placed: [placedAt('m1', 's2', 'k1')] })).toEqual([]);
  expect(beside({ placed: [] })).toEqual([]);
  expect(beside({}, Date.UTC(2019, 10, 6, 1, 45))).toEqual([]);
  // Who is away is away from every table.
  const away = smallEdition({ E01: { away: [{ start: Date.UTC(2019, 10, 6, 1), end: Date.UTC(2019, 10, 6, 2), reason: '' }] } });
  expect(beside({ edition: away })).toEqual([['s2', 't2', 1]]);
});

test('the best move is the one that causes least', () => {
  expect(bestMove(moveOptions(draft, meetings[0] ?? meetingOf(1, 'E01', 'B01'), eve))?.slot.id).toBe('s4');
});

test('where every table is taken, the first open one is offered with the crowd it causes', () => {
  const full = { ...draft, placed: [...placed, placedAt('m4', 's2', 't2')], meetings: [...meetings, meetingOf(4, 'E01', 'B02')] };
  const option = moveOptions(full, meetings[2] ?? meetingOf(3, 'E02', 'B02'), eve).find((o) => o.slot.id === 's2');
  expect(option).toMatchObject({ placeId: 't1' });
  expect(option?.caused.map((c) => c.reason.code)).toContain('meetings.reason_place_taken');
});

test('a side that meets at its stand is moved to its stand', () => {
  const edition = smallEdition({ E01: { meetsAt: 'stand', standId: 'stand' } });
  const options = moveOptions({ edition, meetings: [meetingOf(1, 'E01', 'B01')], orders: [], placed: [] }, meetingOf(1, 'E01', 'B01'), eve);
  expect(new Set(options.map((o) => o.placeId))).toEqual(new Set(['k1']));
});

test('a target names a slot, place and interpreter of the edition, and a stand somebody meets at', () => {
  const edition = smallEdition();
  const problems = (more: object, facts = edition) =>
    targetProblems(facts, { slotId: 's1', placeId: 't1', ...more }).map((p) => [...p.path, p.code].join(' '));
  expect(problems({})).toEqual([]);
  expect(problems({ interpreterId: 'i1' })).toEqual([]);
  expect(problems({ interpreterId: null })).toEqual([]);
  expect(problems({ slotId: 'x', placeId: 'y', interpreterId: 'z' })).toEqual([
    'slotId meetings.slot_unknown',
    'placeId meetings.place_unknown',
    'interpreterId meetings.interpreter_unknown',
  ]);
  expect(problems({ placeId: 'k1' })).toEqual(['placeId meetings.place_without_host']);
  expect(problems({ placeId: 'k1' }, smallEdition({ E01: { meetsAt: 'stand', standId: 'stand' } }))).toEqual([]);
});

test('the remedy for a conflict keeps the interpreter that two sides need, or none is offered', () => {
  const away = (...slots: readonly number[]) =>
    slots.map((n) => ({ start: Date.UTC(2019, 10, 6, 1, 30 * (n - 1)), end: Date.UTC(2019, 10, 6, 1, 30 * n), reason: '' }));
  const edition = smallEdition({ B01: { languages: ['zh'] } });
  const [interpreter] = edition.interpreters;
  const remedy = (gone: readonly number[], interpreterId: string | null = 'i1') =>
    remedyFor(
      {
        edition: { ...edition, interpreters: interpreter === undefined ? [] : [{ ...interpreter, away: away(...gone) }] },
        meetings: [meetingOf(1, 'E01', 'B01')],
        orders: [],
        placed: [placedAt('m1', 's1', 't1', { interpreterId })],
      },
      meetingOf(1, 'E01', 'B01'),
      eve,
    );
  expect(remedy([1])).toMatchObject({ slot: { id: 's2' }, interpreterId: 'i1' });
  expect(remedy([1, 2, 3])).toMatchObject({ slot: { id: 's4' }, interpreterId: 'i1' });
  expect(remedy([1, 2, 3, 4])).toBeNull();
  // Who has no interpreter now loses none.
  expect(remedy([1, 2, 3, 4], null)).toMatchObject({ slot: { id: 's2' } });
});
