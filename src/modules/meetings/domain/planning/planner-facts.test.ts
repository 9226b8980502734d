import { expect, test } from 'vitest';
import { bookingsOf } from '../schedule/bookings.ts';
import { draftConflicts } from './draft-conflicts.ts';
import { fromPlanner, plannerInput, toPlanner } from './planner-facts.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

test('translates slots, absences, sessions, pins and stands', () => {
  const edition = smallEdition({
    E01: { meetsAt: 'stand', standId: 'stand' },
    B01: { away: [{ start: Date.UTC(2019, 10, 6, 1, 45), end: Date.UTC(2019, 10, 6, 2, 15), reason: '' }] },
  });
  const meetings = [meetingOf(1, 'E01', 'B01', { session: 2, wishOfB: 'must' }), meetingOf(2, 'E02', 'B02', { fixedSlot: 's3' })];
  const { facts, placeIds } = plannerInput(edition, {
    meetings,
    orders: [{ earlier: 'm1', later: 'm2' }],
    pins: [placedAt('m1', 's4', 'k1', { pinned: true })],
  });
  expect(facts.slots[0]).toEqual({ id: 's1', day: 0, session: 1, startMinute: 540, lengthMinutes: 30 });
  expect(facts.participants.find((p) => p.id === 'B01')?.unavailableSlots).toEqual([1, 2]);
  expect(placeIds).toEqual(['t1', 't2', 'k1']);
  expect(facts.places[2]).toMatchObject({ owner: 2, capacity: 2 });
  expect(facts.participants[2]?.ownPlace).toBe(2);
  expect(facts.meetings[0]).toMatchObject({ must: true, allowedSlots: [2, 3], pinnedSlot: 3, pinnedPlace: 2, weight: 2 });
  expect(facts.meetings[1]).toMatchObject({ must: false, allowedSlots: null, pinnedSlot: 2, pinnedPlace: null, weight: 1 });
  expect(facts.precedences).toEqual([{ earlier: 0, later: 1 }]);
});

test('minutes on foot between halls reach the planner, and a walk longer than the pause is a warning', () => {
  const edition = { ...smallEdition({ E01: { meetsAt: 'stand', standId: 'stand' } }), walks: [{ from: 'A', to: 'B', minutes: 7 }] };
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01')];
  const input = plannerInput(edition, { meetings, orders: [], pins: [] });
  expect(input.facts.walkingMinutes).toEqual([
    [0, 7],
    [7, 0],
  ]);
  const placed = [placedAt('m1', 's1', 'k1'), placedAt('m2', 's2', 't1')];
  expect(draftConflicts(edition, input, placed)).toMatchObject([
    { severity: 'warning', reason: { code: 'meetings.reason_walk_too_long', params: { participant: 'B01', minutes: 7, pause: 0 } } },
  ]);
  // With nothing entered everything is near, as before.
  expect(plannerInput(smallEdition(), { meetings, orders: [], pins: [] }).facts.walkingMinutes).toEqual([]);
});

test('a joint stand is divided among those who meet there', () => {
  const edition = smallEdition({ E01: { meetsAt: 'stand', standId: 'stand' }, E02: { meetsAt: 'stand', standId: 'stand' } });
  const input = plannerInput(edition, { meetings: [meetingOf(1, 'E02', 'B01')], orders: [], pins: [] });
  expect(input.facts.places.slice(2)).toMatchObject([
    { owner: 2, capacity: 1 },
    { owner: 3, capacity: 1 },
  ]);
  const placed = [placedAt('m1', 's2', 'k1')];
  expect(toPlanner(input, placed)).toMatchObject([{ place: 3 }]);
  expect(fromPlanner(input, toPlanner(input, placed))).toEqual(placed);
});

test('a meeting books a seat of each side, a seat of its place and its interpreter', () => {
  const edition = smallEdition({ B01: { seats: 2 } });
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B01')];
  const bookings = bookingsOf(edition, meetings, [placedAt('m1', 's2', 't1', { interpreterId: 'i1' }), placedAt('m2', 's2', 't2')]);
  expect(bookings.map((b) => [b.meetingId, b.holder])).toEqual([
    ['m1', { kind: 'participant', id: 'E01', seat: 1 }],
    ['m1', { kind: 'participant', id: 'B01', seat: 1 }],
    ['m1', { kind: 'place', id: 't1', seat: 1 }],
    ['m1', { kind: 'interpreter', id: 'i1' }],
    ['m2', { kind: 'participant', id: 'E02', seat: 1 }],
    ['m2', { kind: 'participant', id: 'B01', seat: 2 }],
    ['m2', { kind: 'place', id: 't2', seat: 1 }],
  ]);
});
