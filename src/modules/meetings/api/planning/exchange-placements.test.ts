import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { replaceUnavailable } from '#modules/expos/api/change-participants.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { openForum, plannedForum } from '../forum-fixture.ts';
import { movePlacement, pinMeeting, unplaceMeeting } from './change-placement.ts';
import { exchangePlacements, previewExchange } from './exchange-placements.ts';
import { planGrid } from './get-plan.ts';

const db = await shareTestDatabase();

/** A draft in which E01 meets B01 at 9:00 at the first table, and E02 B02 at 10:00 at the second. */
async function draft() {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E02, f.ids.B02, 'must');
  const on = { editionId: f.editionId, planId: await plannedForum(db, f) };
  const grid = async () => valueOf(await f.as(f.organiser, (w) => planGrid(w, on)));
  const stands = async (code: string) => {
    const { cells, participants, slots, places, version, interpreters } = await grid();
    const cell = cells.find(({ a }) => participants[a]?.code === code) ?? expect.fail(`${code} is not placed`);
    const interpreter = cell.interpreter === null ? null : (interpreters[cell.interpreter]?.name ?? null);
    return {
      meetingId: cell.meetingId,
      version,
      spot: [slots[cell.slot]?.id, places[cell.place]?.id],
      ...{ interpreter, pinned: cell.pinned },
    };
  };
  const tables = (await grid()).places.filter(({ kind }) => kind === 'table').map(({ id }) => id);
  for (const [code, slot, table] of [
    ['E01', 0, 0],
    ['E02', 2, 1],
  ] as const) {
    const { meetingId, version, spot } = await stands(code);
    const [slotId, placeId] = [f.slots[slot] ?? '', tables[table] ?? ''];
    if (spot[0] !== slotId || spot[1] !== placeId)
      valueOf(await f.as(f.organiser, (w) => movePlacement(w, { ...on, meetingId, slotId, placeId }), version));
  }
  return { f, on, stands };
}

test('two meetings of a draft take each other’s time and table in one step, and put back they stand as before', async () => {
  const { f, on, stands } = await draft();
  const [one, other] = [await stands('E01'), await stands('E02')];
  const pair = { ...on, meetingId: one.meetingId, withMeetingId: other.meetingId };
  expect(valueOf(await f.as(f.organiser, (w) => previewExchange(w, pair)))).toEqual({ caused: [] });
  expect((await stands('E01')).version).toBe(other.version);
  valueOf(await f.as(f.organiser, (w) => pinMeeting(w, { ...on, meetingId: one.meetingId }), other.version));
  expect(await f.as(f.organiser, (w) => exchangePlacements(w, pair), other.version)).toMatchObject({ refusal: { kind: 'stale' } });
  const done = valueOf(await f.as(f.organiser, (w) => exchangePlacements(w, pair), other.version + 1));
  expect(done.changes.map(({ meetingId }) => meetingId)).toEqual([one.meetingId, other.meetingId]);
  // The pin goes with its meeting; who needs an interpreter has one there, too.
  expect([await stands('E01'), await stands('E02')]).toMatchObject([
    { spot: other.spot, pinned: true, interpreter: one.interpreter },
    { spot: one.spot, pinned: false, interpreter: other.interpreter },
  ]);
  let { version } = done;
  for (const { meetingId, before } of done.changes) {
    const back = before ?? expect.fail('it stood somewhere');
    ({ version } = valueOf(await f.as(f.organiser, (w) => movePlacement(w, { ...on, meetingId, ...back }), version)));
  }
  expect([await stands('E01'), await stands('E02')]).toMatchObject([{ spot: one.spot }, { spot: other.spot }]);
});

test('what an exchange would cause is told before it is done, and done all the same: a draft may hold conflicts', async () => {
  const { f, on, stands } = await draft();
  const [one, other] = [await stands('E01'), await stands('E02')];
  const span = { startsAt: '2019-11-06T02:00:00Z', endsAt: '2019-11-06T02:30:00Z', reason: '' };
  valueOf(await f.as(f.organiser, (w) => replaceUnavailable(w, { editionId: f.editionId, participantId: f.ids.B01, unavailable: [span] })));
  const pair = { ...on, meetingId: one.meetingId, withMeetingId: other.meetingId };
  const { caused } = valueOf(await f.as(f.organiser, (w) => previewExchange(w, pair)));
  expect(caused).toMatchObject([{ meetingId: one.meetingId, reasons: [{ code: 'meetings.reason_unavailable', severity: 'hard' }] }]);
  const { version } = await stands('E01');
  expect(valueOf(await f.as(f.organiser, (w) => exchangePlacements(w, pair), version))).toMatchObject({ caused, figures: { hard: 1 } });
});

test('nothing to exchange, nobody who may, and what has no place or stands there already are refused', async () => {
  const { f, on, stands } = await draft();
  const [one, other] = [await stands('E01'), await stands('E02')];
  const exchange = (withMeetingId: string, who = f.organiser) =>
    f.as(who, (w) => exchangePlacements(w, { ...on, meetingId: one.meetingId, withMeetingId }));
  expect(await exchange(randomUUID())).toMatchObject({ refusal: { code: 'meetings.meeting_unknown' } });
  expect(await exchange(one.meetingId)).toMatchObject({ refusal: { code: 'meetings.exchange_same_time' } });
  for (const who of [f.company, f.chamber, f.stranger]) {
    expect((await exchange(other.meetingId, who)).ok).toBe(false);
    const asked = { ...on, meetingId: one.meetingId, withMeetingId: other.meetingId };
    expect((await f.as(who, (w) => previewExchange(w, asked))).ok).toBe(false);
  }
  valueOf(await f.as(f.organiser, (w) => unplaceMeeting(w, { ...on, meetingId: other.meetingId })));
  expect(await exchange(other.meetingId)).toMatchObject({ refusal: { code: 'meetings.not_placed' } });
});
