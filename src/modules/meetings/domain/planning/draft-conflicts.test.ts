import { expect, test } from 'vitest';
import { causedConflicts, draftConflicts } from './draft-conflicts.ts';
import type { EditionFacts, Meeting, Placed } from '../edition-facts.ts';
import { plannerInput } from './planner-facts.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const conflicts = (edition: EditionFacts, meetings: readonly Meeting[], placed: readonly Placed[]) =>
  draftConflicts(edition, plannerInput(edition, { meetings, orders: [], pins: [] }), placed);
const codes = (...found: Parameters<typeof conflicts>) => conflicts(...found).map((c) => `${c.severity} ${c.reason.code}`);

test('somebody at two tables at once is a hard conflict that names both meetings', () => {
  const found = conflicts(
    smallEdition(),
    [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01')],
    [placedAt('m1', 's2', 't1'), placedAt('m2', 's2', 't2')],
  );
  expect(found).toMatchObject([
    { severity: 'hard', reason: { code: 'meetings.reason_seat_taken' }, slotId: 's2', meetings: ['m1', 'm2'], participants: ['B01'] },
  ]);
});

test('two without a common language are a warning, and none once an interpreter sits with them', () => {
  const edition = smallEdition({ B01: { languages: ['zh'] } });
  const meetings = [meetingOf(1, 'E01', 'B01')];
  expect(codes(edition, meetings, [placedAt('m1', 's2', 't1')])).toEqual(['warning meetings.reason_no_common_language']);
  expect(codes(edition, meetings, [placedAt('m1', 's2', 't1', { interpreterId: 'i1' })])).toEqual([]);
});

test('what has no place is no conflict', () => {
  expect(codes(smallEdition(), [meetingOf(1, 'E01', 'B01', { wishOfA: 'must' })], [])).toEqual([]);
});

test('a joint stand is full when its co-exhibitors together hold more than its seats', () => {
  const edition = smallEdition({ E01: { meetsAt: 'stand', standId: 'stand', seats: 2 }, E02: { meetsAt: 'stand', standId: 'stand' } });
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B02')];
  expect(codes(edition, meetings, [placedAt('m1', 's2', 'k1'), placedAt('m2', 's2', 'k1')])).toEqual([]);
  const crowded = { ...edition, places: edition.places.map((p) => ({ ...p, seats: 1 })) };
  expect(codes(crowded, meetings, [placedAt('m1', 's2', 'k1'), placedAt('m2', 's2', 'k1')])).toEqual(['hard meetings.reason_place_full']);
});

test('tells only what a change caused', () => {
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01'), meetingOf(3, 'E02', 'B02')];
  const before = conflicts(smallEdition(), meetings, [placedAt('m1', 's2', 't1'), placedAt('m2', 's2', 't2'), placedAt('m3', 's3', 't1')]);
  const after = conflicts(smallEdition(), meetings, [placedAt('m1', 's2', 't1'), placedAt('m2', 's2', 't2'), placedAt('m3', 's1', 't2')]);
  expect(causedConflicts(before, after).map((c) => c.reason.code)).toEqual(['meetings.reason_place_closed']);
});
