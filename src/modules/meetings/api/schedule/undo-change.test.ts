import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { cancelBooking, moveBooking } from './change-booking.ts';
import { agendaOf, cellOf, origin, releasedForum, scheduleOf, type Forum } from '../forum-fixture.ts';
import { listReleases } from './list-releases.ts';
import { previewRepair, repairSchedule } from './repair-schedule.ts';
import { undoChange } from './undo-change.ts';

const db = await shareTestDatabase();

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

test('what cannot be taken back any more, since its time has begun, is not offered to be', async () => {
  const f = await releasedForum(db);
  await move(f, 'E01', 4);
  const last = (await scheduleOf(f)).slots[4] ?? expect.fail('no slot');
  const at = (time: string) => f.as(f.organiser, (w) => listReleases({ ...w, now: new Date(time) }, { editionId: f.editionId, limit: 10 }));
  const before = new Date(Date.parse(last.startsAt) - 86_400_000).toISOString();
  expect(valueOf(await at(before)).wayBack).toMatchObject({ number: 2 });
  expect(valueOf(await at(last.startsAt)).wayBack).toBeNull();
  const undone = f.as(f.organiser, (w) =>
    undoChange({ ...w, now: new Date(last.startsAt) }, { editionId: f.editionId, number: 2 }, origin),
  );
  expect(await undone).toMatchObject({ refusal: { code: 'meetings.slot_over' } });
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

interface Kept {
  readonly number: number;
  readonly snapshot: { readonly meetings: readonly Seat[] } | null;
  readonly moved: readonly { readonly meetingId: string; readonly after: object | null }[] | null;
}
type Seat = { readonly meeting: { readonly id: string } };

/** What an earlier version kept of a change: the whole schedule after it. */
const wholeAfter = (before: readonly Seat[], moved: NonNullable<Kept['moved']>): readonly Seat[] => [
  ...before.filter(({ meeting }) => !moved.some(({ meetingId }) => meetingId === meeting.id)),
  ...moved.flatMap(({ meetingId, after }) => (after === null ? [] : [{ meeting: { id: meetingId }, ...after }])),
];

test('a change keeps what it moved, a plan the whole; what an earlier version kept of changes is carried over and can still be taken back', async () => {
  const f = await releasedForum(db);
  await move(f, 'E01', 4);
  const moved = await stands(f);
  const { meetingId } = await cellOf(f, 'E02');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  const kept = async () =>
    (
      await db.owner.query<Kept>('select number, snapshot, moved from meetings.release where edition_id = $1 order by number', [
        f.editionId,
      ])
    ).rows;
  const now = await kept();
  expect(now.map((one) => [one.snapshot?.meetings.length ?? null, one.moved?.length ?? null])).toEqual([
    [2, null],
    [null, 1],
    [null, 1],
  ]);
  expect(now[2]?.moved).toMatchObject([{ meetingId, after: null }]);

  const [carriesOver = ''] = readFileSync(
    join(import.meta.dirname, '../../store/migrations/0411-releases-of-what-changed.sql'),
    'utf8',
  ).split('-- That there is a new release');
  const owner = await db.owner.connect();
  try {
    await owner.query('begin; alter table meetings.release drop column moved');
    let whole = now[0]?.snapshot?.meetings ?? [];
    for (const one of now.slice(1)) {
      whole = wholeAfter(whole, one.moved ?? []);
      await owner.query('update meetings.release set snapshot = $3 where edition_id = $1 and number = $2', [
        f.editionId,
        one.number,
        { meetings: whole },
      ]);
    }
    await owner.query(
      `delete from meetings.release_notice where edition_id <> '${f.editionId}'; delete from meetings.release where edition_id <> '${f.editionId}'`,
    );
    await owner.query(`${carriesOver}; commit`);
  } finally {
    owner.release();
  }
  expect(await kept()).toEqual(now);
  valueOf(await undo(f, 3));
  expect(await stands(f)).toEqual(moved);
});

test('only the organiser takes a change back', async () => {
  const f = await releasedForum(db);
  await move(f, 'E01', 4);
  for (const who of [f.company, f.chamber, f.buyerOne])
    expect(await undo(f, 2, who)).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
});
