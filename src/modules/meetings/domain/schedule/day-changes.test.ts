import { expect, test } from 'vitest';
import { addedBy, dayChangeProblems, momentOf, noteOf, plannerChanges, takesBack, type DayChange } from './day-changes.ts';
import { plannerInput } from '../planning/planner-facts.ts';
import { meetingOf, smallEdition } from '../edition-fixture.ts';

const half = 1_800_000;
const nine = Date.UTC(2019, 10, 6, 1);
/** A quarter past nine: the first of the four half hours has begun. */
const now = nine + half / 2;
const edition = smallEdition();
const input = plannerInput(edition, { meetings: [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E02', 'B02')], orders: [], pins: [] });

test('changes name what the edition holds and times that have not begun, else every problem is told', () => {
  const changes: readonly DayChange[] = [
    { kind: 'no_show', participantId: 'E09', fromSlotId: 's1' },
    { kind: 'late', participantId: 'B01', untilSlotId: 's9' },
    { kind: 'place_withdrawn', placeId: 't9', slotId: 's1' },
    { kind: 'slot_closed', slotId: 's2' },
    { kind: 'added', meetingId: 'm1' },
  ];
  expect(dayChangeProblems({ edition, open: new Set(['m3']), now }, changes)).toEqual([
    { path: ['changes', 0, 'participantId'], code: 'meetings.participant_unknown' },
    { path: ['changes', 0, 'fromSlotId'], code: 'meetings.slot_over' },
    { path: ['changes', 1, 'untilSlotId'], code: 'meetings.slot_unknown' },
    { path: ['changes', 2, 'placeId'], code: 'meetings.place_unknown' },
    { path: ['changes', 2, 'slotId'], code: 'meetings.slot_over' },
    { path: ['changes', 4, 'meetingId'], code: 'meetings.meeting_unknown' },
  ]);
});

test('the planner is told in its numbers; added meetings stand behind those of the schedule', () => {
  const changes: readonly DayChange[] = [
    { kind: 'added', meetingId: 'm2' },
    { kind: 'no_show', participantId: 'B01', fromSlotId: 's3' },
    { kind: 'late', participantId: 'E01', untilSlotId: 's4' },
    { kind: 'place_withdrawn', placeId: 't2', slotId: null },
    { kind: 'slot_closed', slotId: 's4' },
  ];
  const { facts, changes: told } = plannerChanges(input, edition, changes, now);
  expect(addedBy(changes)).toEqual(['m2']);
  expect(facts.meetings.map(({ id }) => id)).toEqual(['m1']);
  expect(told).toEqual([
    { kind: 'no_show', participant: 0, from: 2 },
    { kind: 'late', participant: 2, slots: [1, 2] },
    { kind: 'place_withdrawn', place: 1, slots: null },
    { kind: 'slot_closed', slot: 3 },
    { kind: 'added', meeting: input.facts.meetings[1] },
  ]);
});

test('who is away for a while misses what lies between, and comes back after leaving', () => {
  const away = (fromSlotId: string, untilSlotId: string): DayChange => ({ kind: 'late', participantId: 'E01', fromSlotId, untilSlotId });
  expect(plannerChanges(input, edition, [away('s3', 's4')], now).changes).toEqual([{ kind: 'late', participant: 2, slots: [2] }]);
  expect(noteOf(edition, [away('s3', 's4')], now).away).toEqual([{ participantId: 'E01', start: nine + 2 * half, end: nine + 3 * half }]);
  expect(dayChangeProblems({ edition, open: new Set(), now }, [away('s4', 's3')])).toEqual([
    { path: ['changes', 0, 'untilSlotId'], code: 'meetings.back_before_gone' },
  ]);
});

test('the moment is the first slot that has not begun, or after the last one', () => {
  expect(momentOf(edition, input.facts, now)).toEqual({ day: 0, minute: 9 * 60 + 30 });
  expect(momentOf(edition, input.facts, nine - 1)).toEqual({ day: 0, minute: 9 * 60 });
  expect(momentOf(edition, input.facts, nine + 9 * half)).toEqual({ day: 1, minute: 0 });
});

test('the roster is told what it does not know yet, in few spans', () => {
  const known = smallEdition({ B01: { away: [{ start: nine + 2 * half, end: nine + 3 * half, reason: 'talk' }] } });
  const changes: readonly DayChange[] = [
    { kind: 'no_show', participantId: 'B01', fromSlotId: 's2' },
    { kind: 'late', participantId: 'E01', untilSlotId: 's4' },
    { kind: 'place_withdrawn', placeId: 't2', slotId: null },
    { kind: 'slot_closed', slotId: 's4' },
  ];
  expect(noteOf(known, changes, now)).toEqual({
    away: [
      { participantId: 'B01', start: nine + half, end: nine + 2 * half },
      { participantId: 'B01', start: nine + 3 * half, end: nine + 4 * half },
      { participantId: 'E01', start: nine + half, end: nine + 3 * half },
    ],
    closed: [
      { placeId: 't2', slotId: 's2' },
      { placeId: 't2', slotId: 's3' },
      { placeId: 't2', slotId: 's4' },
      { placeId: 't1', slotId: 's4' },
      { placeId: 'k1', slotId: 's4' },
    ],
  });
});

test('what would only take back what was said is no way out', () => {
  const note = noteOf(
    edition,
    [
      { kind: 'no_show', participantId: 'B01', fromSlotId: 's3' },
      { kind: 'place_withdrawn', placeId: 't1', slotId: 's4' },
    ],
    now,
  );
  const back = (code: string, params: Readonly<Record<string, string>>) => takesBack(edition, note, { code, params });
  expect(back('meetings.help_open_place', { place: 't1', slot: 's4' })).toBe(true);
  expect(back('meetings.help_open_place', { place: 't1', slot: 's3' })).toBe(false);
  expect(back('meetings.help_free_slot', { participant: 'B01', slot: 's4' })).toBe(true);
  expect(back('meetings.help_free_slot', { participant: 'B01', slot: 's2' })).toBe(false);
  expect(back('meetings.help_add_table', { slot: 's4' })).toBe(false);
});
