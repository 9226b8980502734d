import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { cancelBooking, moveBooking } from './change-booking.ts';
import { agendaOf, cellOf, origin, releasedForum, scheduleOf, type Forum } from '../forum-fixture.ts';
import { listReleases } from './list-releases.ts';
import { previewRepair, repairSchedule } from './repair-schedule.ts';
import { undoChange } from './undo-change.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const undo = (f: Forum, number: number, who = f.organiser) => f.as(who, (w) => undoChange(w, { editionId: f.editionId, number }, origin));
const releases = async (f: Forum) => valueOf(await f.as(f.organiser, (w) => listReleases(w, { editionId: f.editionId, limit: 10 })));
/** Where each meeting is held. */
const stands = async (f: Forum): Promise<unknown> => {
  const { cells, slots, places } = await scheduleOf(f);
  return cells.map((c) => [c.meetingId, slots[c.slot]?.id, places[c.place]?.id, c.interpreter]).sort();
};
/** Moves the meeting of a participant to a time at which nobody meets. */
async function move(f: Forum, code: string, slot: number): Promise<void> {
  const { meetingId, placeId } = await cellOf(f, code);
  const slotId = f.slots[slot] ?? '';
  valueOf(await f.as(f.organiser, (w) => moveBooking(w, { editionId: f.editionId, meetingId, slotId, placeId }, origin)));
}

test('a move and a cancellation by hand are taken back one after the other, the latest first, until the plan as it was released', async () => {
  const f = await releasedForum(db);
  const released = await stands(f);
  expect((await releases(f)).wayBack).toBeNull();
  await move(f, 'E01', 4);
  const moved = await stands(f);
  expect((await releases(f)).wayBack).toMatchObject({ number: 2, kind: 'change', takesBack: null, changes: [{ kind: 'moved' }] });
  const { meetingId } = await cellOf(f, 'E02');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));

  expect(await undo(f, 2)).toMatchObject({ refusal: { kind: 'conflict', code: 'meetings.undo_not_last' } });
  expect(valueOf(await undo(f, 3))).toMatchObject({ number: 4, takesBack: 3, meetings: 2 });
  expect(await stands(f)).toEqual(moved);
  // Both hold it again: nothing of the cancellation is left.
  expect(await agendaOf(f, f.buyerTwo, f.ids.B02)).toMatchObject({ entries: [{ meetingId }], cancelled: [] });

  expect((await releases(f)).wayBack).toMatchObject({ number: 2 });
  expect(valueOf(await undo(f, 2))).toMatchObject({ number: 5, takesBack: 2 });
  expect(await stands(f)).toEqual(released);
  // What took something back is not taken back itself, and there is nothing before it.
  const { entries, wayBack } = await releases(f);
  expect(wayBack).toBeNull();
  expect(entries.map(({ number, takesBack }) => [number, takesBack])).toEqual([
    [5, 2],
    [4, 3],
    [3, null],
    [2, null],
    [1, null],
  ]);
  for (const number of [1, 4, 9])
    expect(await undo(f, number)).toMatchObject({ refusal: { kind: 'not_found', code: 'meetings.undo_unknown' } });
  expect(await undo(f, 3)).toMatchObject({ refusal: { code: 'meetings.undo_not_last' } });
});

test('a change of the day between two moves is taken back in its turn', async () => {
  const f = await releasedForum(db);
  await move(f, 'E01', 4);
  const before = await stands(f);
  const changes = [{ kind: 'slot_closed' as const, slotId: f.slots[4] ?? '' }];
  const on = { editionId: f.editionId, changes };
  const { digest } = valueOf(await f.as(f.organiser, (w) => previewRepair(w, on)));
  valueOf(await f.as(f.organiser, (w) => repairSchedule(w, { ...on, digest }, origin)));
  const put = await stands(f);
  await move(f, 'E01', 5);
  valueOf(await undo(f, 4));
  expect(await stands(f)).toEqual(put);
  valueOf(await undo(f, 3));
  expect(await stands(f)).toEqual(before);
  expect((await releases(f)).wayBack).toMatchObject({ number: 2 });
});

test('only the organiser takes a change back', async () => {
  const f = await releasedForum(db);
  await move(f, 'E01', 4);
  for (const who of [f.company, f.chamber, f.buyerOne])
    expect(await undo(f, 2, who)).toMatchObject({ refusal: { code: 'meetings.organiser_only' } });
});
