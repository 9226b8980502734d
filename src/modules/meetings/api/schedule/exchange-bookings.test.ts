import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { agendaOf, cellOf, openForum, origin, plannedForum, releaseForum, releasedForum, scheduleOf } from '../forum-fixture.ts';
import { moveBooking } from './change-booking.ts';
import { exchangeBookings } from './exchange-bookings.ts';
import { previewTold } from './preview-told.ts';

const db = await shareTestDatabase();

test('an interpreter who needs a rest is given no meeting beside another: by nobody, and not by two at once', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  await db.owner.query(`update expos.participant set languages = '{zh}' where edition_id = $1 and id = $2`, [editionId, f.ids.B01]);
  await db.owner.query('update expos.interpreter set longest_minutes = 30 where edition_id = $1', [editionId]);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E02, f.ids.B02, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  // Whoever interprets is told, too.
  const told = await f.as(f.organiser, (w) => previewTold(w, { editionId, meetingId: ours.meetingId, withMeetingId: theirs.meetingId }));
  expect(valueOf(told).interpreters.map(({ name }) => name)).toEqual(['Ms Gu']);
  const interpreterId = (await scheduleOf(f)).interpreters[0]?.id ?? '';
  const slotOf = async (code: string) => f.slots.indexOf((await cellOf(f, code)).slotId);
  const stands = async () => Math.abs((await slotOf('E01')) - (await slotOf('E02')));
  expect(await stands()).toBeGreaterThan(1);
  const move = ({ meetingId, placeId }: typeof ours, slot: number, named: { readonly interpreterId?: string } = {}) =>
    f.as(f.organiser, (w) => moveBooking(w, { editionId, meetingId, slotId: f.slots[slot] ?? '', placeId, ...named }, origin));
  for (const [cell, slot] of [
    [ours, 1],
    [theirs, 4],
    [ours, 0],
    [theirs, 5],
  ] as const)
    if ((await slotOf(cell === ours ? 'E01' : 'E02')) !== slot) valueOf(await move(cell, slot));
  // Beside the other nobody is found, and whoever is named is refused with the reason.
  expect(await move(theirs, 1)).toMatchObject({ refusal: { code: 'meetings.no_interpreter_then' } });
  expect(await move(theirs, 1, { interpreterId })).toMatchObject({
    refusal: {
      code: 'meetings.change_refused',
      problems: [{ code: 'meetings.reason_interpreter_no_rest', params: { resource: 'Ms Gu', minutes: 60, max: 30 } }],
    },
  });
  // Whatever else stands against it is said with it.
  await db.owner.query(
    `insert into expos.unavailable (edition_id, id, owner_office, participant_id, starts_at, ends_at, reason)
     select edition_id, gen_random_uuid(), owner_office, $2, starts_at, ends_at, '' from expos.slot where edition_id = $1 and id = $3`,
    [editionId, f.ids.B02, f.slots[1]],
  );
  expect(await move(theirs, 1)).toMatchObject({
    refusal: {
      code: 'meetings.change_refused',
      problems: [{ code: 'meetings.reason_unavailable' }, { code: 'meetings.no_interpreter_then' }],
    },
  });
  // Each alone would do; both at once would leave no rest between.
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? move(ours, 2) : move(theirs, 3))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));
  expect([...refused].filter((code) => !/interpreter_needs_rest|no_interpreter_then|stands_there_already/.test(code))).toEqual([]);
  expect(await stands()).toBeGreaterThan(1);
});

test('the organiser exchanges two meetings in one step: times and tables change, all are told, and it can be taken back', async () => {
  const f = await releasedForum(db);
  const { editionId } = f;
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const free = f.slots.filter((id) => id !== ours.slotId && id !== theirs.slotId);
  const exchange = (withMeetingId = theirs.meetingId, now?: Date) =>
    f.as(f.organiser, (w) =>
      exchangeBookings({ ...w, now: now ?? w.now }, { editionId, meetingId: ours.meetingId, withMeetingId }, origin),
    );
  if (ours.slotId === theirs.slotId)
    valueOf(
      await f.as(f.organiser, (w) =>
        moveBooking(w, { editionId, meetingId: theirs.meetingId, slotId: free[0] ?? '', placeId: theirs.placeId }, origin),
      ),
    );
  const [one, two] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const toldOf = (withMeetingId: string) =>
    f.as(f.organiser, (w) => previewTold(w, { editionId, meetingId: ours.meetingId, withMeetingId }));
  const { sides } = valueOf(await toldOf(theirs.meetingId));
  expect(sides.map(({ participant }) => participant.code)).toEqual(['E01', 'B01', 'E02', 'B02']);
  expect(sides.every(({ ways }) => ways.length > 0)).toBe(true);
  expect(await toldOf(randomUUID())).toMatchObject({ refusal: { code: 'meetings.meeting_not_scheduled' } });
  const done = valueOf(await exchange());
  expect(done).toMatchObject({ kind: 'change', changed: 2 });
  expect([await cellOf(f, 'E01'), await cellOf(f, 'E02')]).toEqual([
    { ...two, meetingId: one.meetingId },
    { ...one, meetingId: two.meetingId },
  ]);
  expect((await agendaOf(f, f.buyerTwo, f.ids.B02)).entries).toMatchObject([{ meetingId: two.meetingId, slotId: one.slotId }]);
  // Two at once: what one of them undoes, the other has done.
  const answers = await Promise.all([exchange(), exchange()]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await cellOf(f, 'E01')).slotId).toBe(two.slotId);
  expect(await exchange(ours.meetingId)).toMatchObject({ refusal: { code: 'meetings.exchange_same_time' } });
  expect(await exchange(randomUUID())).toMatchObject({ refusal: { code: 'meetings.meeting_not_scheduled' } });
  expect(await exchange(theirs.meetingId, new Date('2019-11-06T05:00:00Z'))).toMatchObject({ refusal: { code: 'meetings.slot_over' } });
  // Whoever would be away then keeps both where they are.
  await db.owner.query(
    `insert into expos.unavailable (edition_id, id, owner_office, participant_id, starts_at, ends_at, reason)
     select edition_id, gen_random_uuid(), owner_office, $2, starts_at, ends_at, '' from expos.slot where edition_id = $1 and id = $3`,
    [editionId, f.ids.B01, one.slotId],
  );
  expect(await exchange()).toMatchObject({
    refusal: { code: 'meetings.change_refused', problems: [{ code: 'meetings.reason_unavailable' }] },
  });
  expect((await cellOf(f, 'E01')).slotId).toBe(two.slotId);
});
