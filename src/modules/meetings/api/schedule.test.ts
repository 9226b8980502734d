import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaceUnavailable, updateParticipant } from '#modules/expos/api/change-participants.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { calendarDoors } from '../print/calendar-doors.ts';
import { cancelBooking, moveBooking } from './change-booking.ts';
import { movePlacement, unplaceMeeting } from './change-placement.ts';
import { createFeed, listFeeds, revokeFeed } from './feeds.ts';
import { acceptCandidate, listCandidates } from './fill-holes.ts';
import { followOffices } from './follow-offices.ts';
import { openForum, type Forum } from './forum-fixture.ts';
import { getAgenda, groupGrid, groupPack, listMyAgendas } from './get-agenda.ts';
import { planGrid } from './get-plan.ts';
import { listDecisions } from './list-decisions.ts';
import { listReleases, scheduleGrid } from './list-releases.ts';
import { checkRelease, releasePlan } from './release-plan.ts';
import { giveFeedback, reportAbsence, withdrawAbsence } from './report-meeting.ts';
import { runPlan } from './run-plan.ts';
import { startPlan } from './start-plan.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const limit = 50;
const origin = 'https://hansa.example';
const afterTheForum = new Date('2019-11-07T00:00:00Z');

async function planned(f: Forum): Promise<string> {
  const { id } = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId: f.editionId, seconds: 5, seed: 1 })));
  const run = {
    database: db.database,
    signal: new AbortController().signal,
    now: () => performance.now(),
    onFault: (fault: unknown) => expect.fail(String(fault)),
  };
  await runPlan(run, { editionId: f.editionId, planId: id, account: f.organiser.owner, attempt: 1 });
  return id;
}
const release = async (f: Forum, planId: string) => {
  const { version } = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  return f.as(f.organiser, (w) => releasePlan(w, { editionId: f.editionId, planId }, origin), version);
};
/** A forum with a released schedule of two meetings: E01 with B01, E02 with B02. */
async function released(options: { readonly tables?: number } = {}): Promise<Forum> {
  const f = await openForum(db, options);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.B02, f.ids.E02);
  valueOf(await release(f, await planned(f)));
  return f;
}
const schedule = async (f: Forum) => valueOf(await f.as(f.organiser, (w) => scheduleGrid(w, { editionId: f.editionId })));
const agenda = async (f: Forum, who: TestOffice, participantId: string) =>
  valueOf(await f.as(who, (w) => getAgenda(w, { editionId: f.editionId, participantId })));
const cellOf = async (f: Forum, code: string) => {
  const grid = await schedule(f);
  const cell = grid.cells.find((c) => grid.participants[c.a]?.code === code);
  if (cell === undefined) throw new Error(`no meeting of ${code}`);
  return { meetingId: cell.meetingId, slotId: grid.slots[cell.slot]?.id ?? '', placeId: grid.places[cell.place]?.id ?? '' };
};

test('a release writes bookings, agendas of both sides, a snapshot, and one mail a person', async () => {
  const f = await released();
  const ours = await agenda(f, f.company, f.ids.E01);
  expect(ours.release?.number).toBe(1);
  expect(ours.entries).toMatchObject([
    {
      number: 1,
      with: { code: 'B01' },
      why: { code: 'meetings.why_we' },
      language: { code: 'meetings.language_common' },
      movedFrom: null,
      sequence: 0,
    },
  ]);
  const theirs = await agenda(f, f.buyerOne, f.ids.B01);
  expect(theirs.entries).toMatchObject([{ with: { code: 'E01' }, why: { code: 'meetings.why_they' } }]);
  const { rows } = await db.owner.query(
    'select count(*)::int as count, count(participant_id)::int as seats, count(interpreter_id)::int as interpreters from meetings.booking where edition_id = $1',
    [f.editionId],
  );
  expect(rows).toEqual([{ count: 7, seats: 4, interpreters: 1 }]);
  const mails = await db.owner.query(
    "select count(distinct recipient)::int as people, count(*)::int as mails from platform.mail where body like '%release 1 %' and recipient = any ($1)",
    [[f.company, f.chamber, f.buyerOne, f.buyerTwo].map((o) => `${o.owner}@example.org`)],
  );
  expect(mails.rows).toEqual([{ people: 4, mails: 4 }]);
  const list = valueOf(await f.as(f.organiser, (w) => listReleases(w, { editionId: f.editionId, limit })));
  expect(list.entries).toMatchObject([
    { number: 1, kind: 'plan', planNumber: 1, meetings: 2, changes: [{ kind: 'added' }, { kind: 'added' }] },
  ]);
});

test('release refuses while hard conflicts stand, names each, and changes nothing', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B01);
  const planId = await planned(f);
  const grid = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  const [first, second] = grid.cells;
  const target = { slotId: grid.slots[first?.slot ?? 0]?.id ?? '', placeId: grid.places[first?.place === 0 ? 1 : 0]?.id ?? '' };
  const moved = valueOf(
    await f.as(
      f.organiser,
      (w) => movePlacement(w, { editionId: f.editionId, planId, meetingId: second?.meetingId ?? '', ...target }),
      grid.version,
    ),
  );
  const check = valueOf(await f.as(f.organiser, (w) => checkRelease(w, { editionId: f.editionId, planId })));
  expect(check).toMatchObject({ ready: false, hard: [{ reason: { code: 'meetings.reason_seat_taken' } }], agendas: 3 });
  expect(await f.as(f.organiser, (w) => releasePlan(w, { editionId: f.editionId, planId }, origin), moved.version)).toMatchObject({
    refusal: {
      code: 'meetings.hard_conflicts_stand',
      params: { count: 1 },
      problems: [{ code: 'meetings.reason_seat_taken', params: { participant: 'B01' } }],
    },
  });
  expect((await db.owner.query('select 1 from meetings.booking where edition_id = $1', [f.editionId])).rowCount).toBe(0);
  expect(await f.as(f.organiser, (w) => releasePlan(w, { editionId: f.editionId, planId }, origin), grid.version)).toMatchObject({
    refusal: { kind: 'stale' },
  });
});

test('a released plan stays as it is, and nobody can change or delete a release', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  const planId = await planned(f);
  valueOf(await release(f, planId));
  expect(await release(f, planId)).toMatchObject({ refusal: { code: 'meetings.plan_was_released', params: { number: 1 } } });
  const { cells } = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  expect(
    await f.as(f.organiser, (w) => unplaceMeeting(w, { editionId: f.editionId, planId, meetingId: cells[0]?.meetingId ?? '' })),
  ).toMatchObject({ refusal: { code: 'meetings.plan_was_released' } });
  await expect(
    f.as(f.organiser, async (w) => ({ ok: true, value: await w.tx.updateTable('meetings.release').set({ meetings: 0 }).execute() })),
  ).rejects.toThrow(/permission denied/);
  await expect(f.as(f.organiser, async (w) => ({ ok: true, value: await w.tx.deleteFrom('meetings.release').execute() }))).rejects.toThrow(
    /permission denied/,
  );
});

test('the second release tells what moved since the first', async () => {
  const f = await released();
  const before = await cellOf(f, 'E01');
  const was = (await agenda(f, f.company, f.ids.E01)).entries[0];
  await f.ask(f.ids.E01, f.ids.B02);
  const planId = await planned(f);
  const grid = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  const options = grid.slots.filter((s, i) => s.id !== before.slotId && !grid.cells.some((c) => c.slot === i));
  const target = { slotId: options[0]?.id ?? '', placeId: grid.places[0]?.id ?? '' };
  valueOf(
    await f.as(
      f.organiser,
      (w) => movePlacement(w, { editionId: f.editionId, planId, meetingId: before.meetingId, ...target }),
      grid.version,
    ),
  );
  const second = valueOf(await release(f, planId));
  expect(second.changes).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: 'moved' }), expect.objectContaining({ kind: 'added' })]),
  );
  const now = (await agenda(f, f.company, f.ids.E01)).entries.find((e) => e.meetingId === before.meetingId);
  expect(now).toMatchObject({ movedFrom: was?.startsAt, sequence: 1 });
});

test('a meeting moves on the day under the constraints and is published as a change', async () => {
  const f = await released();
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const free = f.slots.find((s) => s !== ours.slotId && s !== theirs.slotId) ?? '';
  const changed = valueOf(
    await f.as(f.organiser, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: free, placeId: ours.placeId }, origin),
    ),
  );
  expect(changed).toMatchObject({ number: 2, kind: 'change', meetings: 2, changes: [{ kind: 'moved' }] });
  const entry = (await agenda(f, f.buyerOne, f.ids.B01)).entries[0];
  expect(entry).toMatchObject({ slotId: free, sequence: 1 });
  expect(entry?.movedFrom).not.toBeNull();
  expect((await agenda(f, f.buyerTwo, f.ids.B02)).entries[0]).toMatchObject({ movedFrom: null, sequence: 0 });
  expect(
    await f.as(f.organiser, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: theirs.slotId, placeId: theirs.placeId }, origin),
    ),
  ).toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.table_taken', problems: [{ code: 'meetings.reason_place_taken' }] },
  });
  expect(
    await f.as(f.company, (w) =>
      moveBooking(w, { editionId: f.editionId, meetingId: ours.meetingId, slotId: free, placeId: ours.placeId }, origin),
    ),
  ).toMatchObject({ refusal: { code: 'meetings.organiser_only' } });
});

test('the constraints themselves refuse a seat, a table and an interpreter that are taken', async () => {
  const f = await released();
  const { rows } = await db.owner.query('select * from meetings.booking where edition_id = $1', [f.editionId]);
  for (const row of rows) {
    const columns = Object.keys(row).filter((c) => c !== 'id');
    const again = `insert into meetings.booking (id, ${columns.join(', ')}) select gen_random_uuid(), ${columns.map((c) => (c === 'meeting_id' ? '(select id from meetings.meeting where edition_id = b.edition_id and id <> b.meeting_id limit 1)' : c)).join(', ')} from meetings.booking b where id = $1`;
    await expect(db.owner.query(again, [row.id])).rejects.toMatchObject({ code: '23P01' });
  }
});

test('fifty move two meetings to one table at once: one wins, the others hear that it is taken', async () => {
  const f = await released({ tables: 1 });
  const [ours, theirs] = [await cellOf(f, 'E01'), await cellOf(f, 'E02')];
  const free = f.slots.find((s) => s !== ours.slotId && s !== theirs.slotId) ?? '';
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      f.as(f.organiser, (w) =>
        moveBooking(
          w,
          { editionId: f.editionId, meetingId: (i % 2 === 0 ? ours : theirs).meetingId, slotId: free, placeId: ours.placeId },
          origin,
        ),
      ),
    ),
  );
  const refusals = new Set(results.flatMap((r) => (r.ok ? [] : [r.refusal.code])));
  const winners = new Set(results.flatMap((r) => (r.ok ? r.value.changes.map((c) => c.meeting.id) : [])));
  expect(winners.size).toBe(1);
  expect(results.filter((r) => r.ok)).toHaveLength(1);
  expect(refusals).toEqual(new Set(['meetings.table_taken', 'meetings.stands_there_already']));
  const { rows } = await db.owner.query(
    'select count(*)::int as count from meetings.booking where edition_id = $1 and slot_id = $2 and place_id is not null',
    [f.editionId, free],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('a cancelled meeting stays in the agenda as cancelled, and is open again', async () => {
  const f = await released();
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  const ours = await agenda(f, f.company, f.ids.E01);
  expect(ours.entries).toEqual([]);
  expect(ours.cancelled).toMatchObject([{ meetingId, sequence: 1, with: { code: 'B01' } }]);
  expect(ours.holes.length).toBeGreaterThan(0);
  expect(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin))).toMatchObject({
    refusal: { code: 'meetings.meeting_not_scheduled' },
  });
});

test('the lead sees holes with those who asked, takes one, and both agendas follow', async () => {
  const f = await released();
  await f.ask(f.ids.B02, f.ids.E01, 'must', f.buyerTwo);
  const grid = valueOf(await f.as(f.chamber, (w) => groupGrid(w, { editionId: f.editionId, groupId: f.groupId, atLeast: 3 })));
  expect(grid.rows.map((r) => [r.participant.code, r.booked])).toEqual([
    ['E01', 1],
    ['E02', 1],
  ]);
  expect(grid.figures).toMatchObject({ meetings: 2, fewer: 2, withoutInterpreter: 0 });
  const hole = grid.rows[0]?.holes[0];
  expect(hole).toMatchObject({ candidates: 1, canTake: 1 });
  const slotId = grid.slots[hole?.slot ?? 0]?.id ?? '';
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId };
  const shown = valueOf(await f.as(f.chamber, (w) => listCandidates(w, on)));
  expect(shown.candidates).toMatchObject([
    { participant: { code: 'B02' }, asked: 'they', canTake: true, hindrance: null, interpreter: { name: 'Ms Gu' } },
  ]);
  const taken = valueOf(await f.as(f.chamber, (w) => acceptCandidate(w, { ...on, withId: f.ids.B02 }, origin)));
  expect(taken).toMatchObject({ number: 2, kind: 'change', changes: [{ kind: 'added' }] });
  // How strongly B02 wished it is between B02 and the organiser.
  expect(JSON.stringify(taken)).not.toContain('must');
  expect((await agenda(f, f.company, f.ids.E01)).entries).toHaveLength(2);
  expect((await agenda(f, f.buyerTwo, f.ids.B02)).entries).toHaveLength(2);
  expect(await f.as(f.chamber, (w) => acceptCandidate(w, { ...on, withId: f.ids.B02 }, origin))).toMatchObject({
    refusal: { code: 'meetings.seat_taken' },
  });
  const { rows } = await db.owner.query(
    "select office, account from accounts.audit_entry where use_case = 'accept-candidate' and $1 = any (subjects)",
    [f.ids.E01],
  );
  expect(rows).toEqual([{ office: f.chamber.office, account: f.chamber.owner }]);
});

test('nobody is taken who did not ask, except by the organiser', async () => {
  const f = await released();
  await f.ask(f.ids.E01, f.ids.B02, 'want', f.company);
  const hole = (await agenda(f, f.company, f.ids.E01)).holes[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
  expect(hole).toMatchObject({ candidates: 1, canTake: 0 });
  expect(await f.as(f.company, (w) => acceptCandidate(w, on, origin))).toMatchObject({ refusal: { code: 'meetings.hindrance_not_asked' } });
  expect(await f.as(f.buyerOne, (w) => acceptCandidate(w, on, origin))).toMatchObject({ refusal: { kind: 'not_found' } });
  expect((await f.as(f.organiser, (w) => acceptCandidate(w, on, origin))).ok).toBe(true);
});

test('fifty take the same buyer for the same time: one wins, the others hear that a seat is taken', async () => {
  const f = await released();
  await f.ask(f.ids.B01, f.ids.E02, 'want', f.buyerOne);
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const held = await schedule(f);
  const busy = new Set(held.cells.map((c) => held.slots[c.slot]?.id));
  const slotId = f.slots.find((s) => !busy.has(s)) ?? '';
  const take = (who: TestOffice, participantId: string, withId: string) =>
    f.as(who, (w) => acceptCandidate(w, { editionId: f.editionId, participantId, slotId, withId }, origin));
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? take(f.chamber, f.ids.E02, f.ids.B01) : take(f.organiser, f.ids.B01, f.ids.E02))),
  );
  expect(results.filter((r) => r.ok)).toHaveLength(1);
  expect(new Set(results.flatMap((r) => (r.ok ? [] : [r.refusal.code])))).toEqual(new Set(['meetings.seat_taken']));
  const { rows } = await db.owner.query('select number from meetings.release where edition_id = $1 order by number', [f.editionId]);
  expect(rows.map((r) => r.number)).toEqual([1, 2]);
});

test('an agenda is its participant’s alone: other offices, the other side and the public see nothing of it', async () => {
  const f = await released();
  for (const who of [f.buyerOne, f.buyerTwo, f.stranger]) {
    expect(await f.as(who, (w) => getAgenda(w, { editionId: f.editionId, participantId: f.ids.E01 }))).toMatchObject({
      refusal: { kind: 'not_found' },
    });
    expect((await f.as(who, (w) => groupGrid(w, { editionId: f.editionId, groupId: f.groupId, atLeast: 3 }))).ok).toBe(false);
  }
  const seenBy = async (account: TestOffice['owner'] | null) =>
    valueOf(
      await db.as(account, async (w) => ({
        ok: true,
        value: {
          entries: (await w.tx.selectFrom('meetings.agenda_entry').select('participant_id').execute()).map((r) => r.participant_id),
          bookings: (await w.tx.selectFrom('meetings.booking').select('id').execute()).length,
          releases: (await w.tx.selectFrom('meetings.release').select('id').execute()).length,
        },
      })),
    );
  expect(await seenBy(f.buyerOne.owner)).toEqual({ entries: [f.ids.B01], bookings: 0, releases: 0 });
  expect(await seenBy(f.stranger.owner)).toEqual({ entries: [], bookings: 0, releases: 0 });
  expect(await seenBy(null)).toEqual({ entries: [], bookings: 0, releases: 0 });
});

test('what acting for the organiser opened is closed again in the same transaction', async () => {
  const f = await released();
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const seen = valueOf(
    await f.as(f.company, async (w) => {
      valueOf(await getAgenda(w, { editionId: f.editionId, participantId: f.ids.E01 }));
      return {
        ok: true,
        value: [
          ...(await w.tx.selectFrom('meetings.meeting').select('id').execute()),
          ...(await w.tx.selectFrom('meetings.booking').select('id').execute()),
        ],
      };
    }),
  );
  expect(seen).toEqual([]);
});

test('my agendas, the pack of a group, and another office after a change of hands', async () => {
  const f = await released();
  const mine = valueOf(await f.as(f.company, listMyAgendas));
  expect(mine.entries).toMatchObject([{ edition: { id: f.editionId }, participant: { code: 'E01' }, meetings: 1, nextStartsAt: null }]);
  expect(valueOf(await f.as(f.organiser, listMyAgendas)).entries).toEqual([]);
  const pack = valueOf(await f.as(f.chamber, (w) => groupPack(w, { editionId: f.editionId, groupId: f.groupId })));
  expect(pack.agendas.map((a) => [a.participant.code, a.entries.length])).toEqual([
    ['E01', 1],
    ['E02', 1],
  ]);
  valueOf(
    await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.E01, officeId: f.stranger.office })),
  );
  await f.as(f.organiser, async (w) => {
    await followOffices(w, { editionId: f.editionId, participants: [{ id: f.ids.E01, offices: [f.stranger.office, f.chamber.office] }] });
    return { ok: true, value: null };
  });
  expect((await agenda(f, f.stranger, f.ids.E01)).entries).toHaveLength(1);
  expect((await f.as(f.company, (w) => getAgenda(w, { editionId: f.editionId, participantId: f.ids.E01 }))).ok).toBe(false);
});

test('“they are not here” reaches the organiser while the meeting lasts, not the other side, and can be undone', async () => {
  const f = await released();
  const entry = (await agenda(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const begun = new Date(entry?.startsAt ?? '');
  const before = new Date(begun.getTime() - 1);
  expect(await f.as(f.company, (w) => reportAbsence({ ...w, now: before }, on))).toMatchObject({ refusal: { code: 'meetings.not_begun' } });
  expect(valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: begun }, on))).absence).not.toBeNull();
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: begun }, on)));
  const decisions = async () =>
    valueOf(await f.as(f.organiser, (w) => listDecisions({ ...w, now: begun }, { editionId: f.editionId }))).entries.filter(
      (d) => d.kind === 'absence',
    );
  expect(await decisions()).toMatchObject([
    { attention: true, meetingId: on.meetingId, title: { params: { absent: 'B01', reporter: 'E01' } } },
  ]);
  const theirs = valueOf(
    await f.as(f.buyerOne, async (w) => ({ ok: true, value: await w.tx.selectFrom('meetings.absence').selectAll().execute() })),
  );
  expect(theirs).toEqual([]);
  expect(valueOf(await f.as(f.company, (w) => withdrawAbsence(w, on))).absence).toBeNull();
  expect(await decisions()).toEqual([]);
});

test('feedback stays on its own side: the lead sees it, the organiser and the other side do not', async () => {
  const f = await released();
  const entry = (await agenda(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const said = { result: 'go_on' as const, nextStep: 'we_offer' as const, note: 'canary' };
  valueOf(await f.as(f.company, (w) => giveFeedback({ ...w, now: afterTheForum }, { ...on, ...said })));
  valueOf(await f.as(f.company, (w) => giveFeedback({ ...w, now: afterTheForum }, { ...on, ...said, result: 'agreed' })));
  expect((await agenda(f, f.chamber, f.ids.E01)).entries[0]?.feedback).toMatchObject({
    result: 'agreed',
    nextStep: 'we_offer',
    note: 'canary',
  });
  expect((await agenda(f, f.organiser, f.ids.E01)).entries[0]?.feedback).toBeNull();
  for (const who of [f.buyerOne, f.organiser, f.stranger])
    expect(
      valueOf(await f.as(who, async (w) => ({ ok: true, value: await w.tx.selectFrom('meetings.feedback').selectAll().execute() }))),
    ).toEqual([]);
});

test('a calendar address opens the agenda without a session until it is revoked; its token is nowhere', async () => {
  const f = await released();
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const feed = valueOf(await f.as(f.company, (w) => createFeed(w, on)));
  const [, byToken] = calendarDoors(db.database);
  const open = async (path: string) =>
    byToken?.open(new Request(`${origin}${path}`), { file: path.replace('/feeds/', '') }, { language: 'en', account: null });
  const opened = await open(feed.path);
  expect(opened?.status).toBe(200);
  expect(opened?.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = (await opened?.text()) ?? '';
  expect(text).toContain('SUMMARY:Company B01');
  expect(text).toContain('SEQUENCE:0');
  expect((await open(`/feeds/${'x'.repeat(43)}.ics`))?.status).toBe(404);
  const token = feed.path.slice('/feeds/'.length, -'.ics'.length);
  const { rows } = await db.owner.query('select count(*)::int as count from meetings.feed f where f::text like $1', [`%${token}%`]);
  expect(rows).toEqual([{ count: 0 }]);
  expect((await f.as(f.buyerOne, (w) => listFeeds(w, on))).ok).toBe(false);
  valueOf(await f.as(f.company, (w) => revokeFeed(w, { ...on, feedId: feed.id })));
  expect((await open(feed.path))?.status).toBe(404);
  expect(valueOf(await f.as(f.company, (w) => listFeeds(w, on))).entries).toMatchObject([{ id: feed.id }]);
});

test('the calendar file needs the participant’s own account, keeps its events and counts their changes', async () => {
  const f = await released();
  const [bySession] = calendarDoors(db.database);
  const open = (account: TestOffice['owner'] | null) =>
    bySession?.open(new Request(`${origin}/x`), { editionId: f.editionId, file: `${f.ids.E01}.ics` }, { language: 'zh-Hans', account });
  expect((await open(null))?.status).toBe(404);
  expect((await open(f.buyerOne.owner))?.status).toBe(404);
  const first = (await (await open(f.company.owner))?.text()) ?? '';
  const uid = /UID:(.*)\r\n/.exec(first)?.[1];
  expect((await (await open(f.company.owner))?.text()) ?? '').toBe(first);
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  const second = (await (await open(f.company.owner))?.text()) ?? '';
  expect(second).toContain(`UID:${uid ?? ''}`);
  expect(second).toMatch(/STATUS:CANCELLED/);
  expect(second).toMatch(/SEQUENCE:1/);
});

test('a hole respects who has gone away since', async () => {
  const f = await released();
  await f.ask(f.ids.B02, f.ids.E01, 'want', f.buyerTwo);
  const hole = (await agenda(f, f.company, f.ids.E01)).holes[0];
  valueOf(
    await f.as(f.organiser, (w) =>
      replaceUnavailable(w, {
        editionId: f.editionId,
        participantId: f.ids.B02,
        unavailable: [{ startsAt: hole?.startsAt ?? '', endsAt: hole?.endsAt ?? '', reason: 'train' }],
      }),
    ),
  );
  expect((await agenda(f, f.company, f.ids.E01)).holes.map((h) => h.slotId)).not.toContain(hole?.slotId);
  const on = { editionId: f.editionId, participantId: f.ids.E01, slotId: hole?.slotId ?? '', withId: f.ids.B02 };
  expect(await f.as(f.chamber, (w) => acceptCandidate(w, on, origin))).toMatchObject({ refusal: { code: 'meetings.candidate_away' } });
});
