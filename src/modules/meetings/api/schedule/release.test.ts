import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { refuse, stale } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { makeLinks, sendLetters } from '#modules/expos/api/letters/letters.ts';
import { fullTest } from '#platform/full-size.ts';
import { listUntold, markTold } from '../agenda/untold.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { followOffices } from './follow-offices.ts';
import { cancelBooking } from './change-booking.ts';
import { movePlacement, unplaceMeeting } from '../planning/change-placement.ts';
import { planGrid } from '../planning/get-plan.ts';
import { listReleases } from './list-releases.ts';
import { loadEntries } from '../../store/agendas.ts';
import { loadMeetings } from '../../store/meetings.ts';
import { updateEdition } from '#modules/expos/api/edition/change-edition.ts';
import { getEdition } from '#modules/expos/api/edition/open-edition.ts';
import { organise } from '../open-edition.ts';
import { openDraft, placedAfterRelease } from '../planning/open-plan.ts';
import { previewReleaseLetter } from './preview-release-letter.ts';
import { checkRelease, releasePlan } from './release-plan.ts';
import { rewriteAll } from './rewrite-agendas.ts';
import { agendaOf, cellOf, openForum, origin, plannedForum, releaseForum, releasedForum, untilOneWaits } from '../forum-fixture.ts';

const db = await shareTestDatabase();

const limit = 50;

test('a release writes bookings, agendas of both sides, a snapshot, and one mail a person', async () => {
  const f = await releasedForum(db);
  const ours = await agendaOf(f, f.company, f.ids.E01);
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
  const theirs = await agendaOf(f, f.buyerOne, f.ids.B01);
  expect(theirs.entries).toMatchObject([{ with: { code: 'E01' }, why: { code: 'meetings.why_they' } }]);
  const { rows } = await db.owner.query(
    'select count(*)::int as count, count(participant_id)::int as seats, count(interpreter_id)::int as interpreters from meetings.booking where edition_id = $1',
    [f.editionId],
  );
  expect(rows).toEqual([{ count: 7, seats: 4, interpreters: 1 }]);
  const mails = await db.owner.query(
    "select count(distinct recipient)::int as people, count(*)::int as mails from platform.mail where body like '%Schedule 1 %' and recipient = any ($1)",
    [[f.company, f.chamber, f.buyerOne, f.buyerTwo].map((o) => `${o.owner}@example.org`)],
  );
  expect(mails.rows).toEqual([{ people: 4, mails: 4 }]);
  const list = valueOf(await f.as(f.organiser, (w) => listReleases(w, { editionId: f.editionId, limit })));
  expect(list.entries).toMatchObject([{ number: 1, kind: 'plan', planNumber: 1, meetings: 2, changes: [], changed: 0 }]);
});

test('release refuses while hard conflicts stand, names each, and changes nothing', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B01);
  const planId = await plannedForum(db, f);
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

test('each letter of a release is read before it goes, company by company, as it then goes', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  const planId = await plannedForum(db, f);
  const on = { editionId: f.editionId, planId };
  const shown = (toId?: string) =>
    f.as(f.organiser, (w) => previewReleaseLetter(w, { ...on, ...(toId === undefined ? {} : { toId }) }, origin));
  const first = valueOf(await shown());
  const second = valueOf(await shown(first.next ?? undefined));
  expect([first.company?.code, second.company?.code, second.next]).toEqual(['B01', 'E01', first.company?.id]);
  expect((await f.as(f.company, (w) => previewReleaseLetter(w, on, origin))).ok).toBe(false);
  valueOf(await releaseForum(f, planId));
  const { rows } = await db.owner.query<{ body: string }>('select body from platform.mail where subject = $1', [second.texts.en?.subject]);
  expect(rows.map(({ body }) => body)).toContain(second.texts.en?.body);
  // Nothing is left that a release of the same would change.
  const again = await plannedForum(db, f);
  expect(valueOf(await f.as(f.organiser, (w) => previewReleaseLetter(w, { ...on, planId: again }, origin))).company).toBeNull();
});

test('a released plan stays as it is, and nobody can change or delete a release', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  const planId = await plannedForum(db, f);
  valueOf(await releaseForum(f, planId));
  expect(await releaseForum(f, planId)).toMatchObject({ refusal: { code: 'meetings.plan_was_released', params: { number: 1 } } });
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
  const f = await releasedForum(db);
  const before = await cellOf(f, 'E01');
  const was = (await agendaOf(f, f.company, f.ids.E01)).entries[0];
  await f.ask(f.ids.E01, f.ids.B02);
  const planId = await plannedForum(db, f);
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
  const check = valueOf(await f.as(f.organiser, (w) => checkRelease(w, { editionId: f.editionId, planId })));
  // E02 keeps its meeting as it is: it is neither counted nor told.
  expect(check).toMatchObject({ agendas: 4, concerned: 3, told: 3, withoutMeeting: 0 });
  const people = [f.company, f.chamber, f.buyerOne, f.buyerTwo].map((o) => `${o.owner}@example.org`);
  const written = async () =>
    (await db.owner.query("select 1 from platform.mail where body like '%Schedule 2 %' and recipient = any ($1)", [people])).rowCount;
  /** Rows of the schedule and the agendas by their versions: what is not written again stays the same row. */
  const rows = async () =>
    (
      await db.owner.query<{ row: string; meeting: string }>(
        `select concat_ws(' ', id, xmin) as row, meeting_id as meeting from meetings.booking where edition_id = $1
         union all select concat_ws(' ', participant_id, xmin), meeting_id from meetings.agenda_entry where edition_id = $1`,
        [f.editionId],
      )
    ).rows;
  const stood = await rows();
  const second = valueOf(await releaseForum(f, planId));
  const stays = new Set((await rows()).map(({ row }) => row));
  const others = stood.filter(({ meeting }) => meeting !== before.meetingId);
  expect(others.length).toBeGreaterThanOrEqual(5);
  expect(stood.filter(({ row }) => stays.has(row))).toEqual(others);
  expect(await written()).toBe(check.mails);
  expect(second.changes).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: 'moved' }), expect.objectContaining({ kind: 'added' })]),
  );
  const now = (await agendaOf(f, f.company, f.ids.E01)).entries.find((e) => e.meetingId === before.meetingId);
  expect(now).toMatchObject({ movedFrom: was?.startsAt, sequence: 1 });
  // Each letter says what changes for its reader, at the venue's clock, under the organiser's name, and nothing of others.
  const letterTo = async ({ owner }: { readonly owner: string }) => {
    const mail = await db.owner.query<{ body: string }>(
      "select body from platform.mail where body like '%Schedule 2 %' and recipient = $1",
      [`${owner}@example.org`],
    );
    return mail.rows[0]?.body ?? '';
  };
  const clock = (instant = '') => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
  const ours = await letterTo(f.company);
  expect(ours).toMatch(
    new RegExp(
      `Moved: Company B01 \\(B01\\): from Wed 6 November ${clock(was?.startsAt)}, table \\d, hall A, to Wed 6 November ${clock(now?.startsAt)}, table 1, hall A`,
    ),
  );
  expect(ours).toMatch(/New: Company B02 \(B02\): Wed 6 November \d\d:\d\d, table \d, hall A/);
  expect(ours).toContain('All times are Shanghai time, as at the venue.');
  expect(ours).not.toContain('E02');
  expect(await letterTo(f.buyerOne)).toContain('Moved: Company E01 (E01)');
  expect(await letterTo(f.buyerOne)).not.toContain('B02');
  // That of a great expo moves tens of thousands: an answer carries the first of them, and says how many there are.
  await db.owner.query(
    'update meetings.release r set changes = (select jsonb_agg(c.one) from (select r.changes -> 0 as one from generate_series(1, 1500)) c) where edition_id = $1 and number = 2',
    [f.editionId],
  );
  const [latest] = valueOf(await f.as(f.organiser, (w) => listReleases(w, { editionId: f.editionId, limit: 10 }))).entries;
  expect([latest?.changed, latest?.changes.length]).toEqual([1500, 1000]);
});

fullTest('agendas that are rewritten one participant at a time are told of as those of all at once', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.E01, f.ids.B02);
  const planId = await plannedForum(db, f);
  const byKey = <E extends { readonly participantId: string; readonly meetingId: string }>(entries: readonly E[]): readonly E[] =>
    entries.toSorted((x, y) => (`${x.participantId} ${x.meetingId}` < `${y.participantId} ${y.meetingId}` ? -1 : 1));
  const toldIn = async (atOnce: number) => {
    let told: object = {};
    await f.as(f.organiser, async (work) => {
      const { scope } = valueOf(await organise(work, f.editionId));
      const opened = valueOf(await openDraft(work, { editionId: f.editionId, planId }));
      const facts = { edition: opened.edition, meetings: await loadMeetings(work.tx, f.editionId), after: placedAfterRelease(opened) };
      const { was, ...others } = await rewriteAll(work, scope, { ...facts, atOnce }, 2);
      const entries = await loadEntries(work.tx, scope, { participants: Object.values(f.ids) });
      told = { ...others, was: byKey(was), entries: byKey(entries), added: others.concerned.filter(({ added }) => added).length };
      // Nothing of it stays.
      return refuse(stale);
    });
    return told;
  };
  const all = await toldIn(400);
  expect(all).toMatchObject({ added: 2 });
  expect(await toldIn(1)).toEqual(all);
});

/** A forum with a draft of one meeting, and a change of it whose transaction stays open until it is let go. */
async function heldMove() {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  const planId = await plannedForum(db, f);
  const grid = valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId })));
  const [cell] = grid.cells;
  const target = { slotId: grid.slots[cell?.slot === 0 ? 1 : 0]?.id ?? '', placeId: grid.places[0]?.id ?? '' };
  const on = { editionId: f.editionId, planId, meetingId: cell?.meetingId ?? '', ...target };
  return { f, planId, version: grid.version, move: (w: Work) => movePlacement(w, on) };
}

/** Runs `first` and keeps its transaction open while `second` runs into it. */
async function overlapping<A, B>(
  first: (until: Promise<void>, done: () => void) => Promise<A>,
  second: () => Promise<B>,
): Promise<readonly [A, B]> {
  const [began, end] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const one = first(end.promise, () => began.resolve(undefined));
  await began.promise;
  const other = second();
  await Promise.race([other, untilOneWaits(db)]);
  end.resolve(undefined);
  return Promise.all([one, other]);
}

test('a plan that is moved while it is released is not released as it was', async () => {
  const { f, planId, version, move } = await heldMove();
  const [moved, released] = await overlapping(
    (until, done) =>
      f.as(f.organiser, async (w) => {
        const result = await move(w);
        done();
        await until;
        return result;
      }),
    () => f.as(f.organiser, (w) => releasePlan(w, { editionId: f.editionId, planId }, origin), version),
  );
  expect(moved.ok).toBe(true);
  expect(released).toMatchObject({ refusal: { kind: 'stale', code: 'kernel.stale' } });
});

fullTest('a plan that is released while it is moved is not moved any more', async () => {
  const { f, planId, version, move } = await heldMove();
  const [released, moved] = await overlapping(
    (until, done) =>
      f.as(
        f.organiser,
        async (w) => {
          const result = await releasePlan(w, { editionId: f.editionId, planId }, origin);
          done();
          await until;
          return result;
        },
        version,
      ),
    () => f.as(f.organiser, move),
  );
  expect(released.ok).toBe(true);
  expect(moved).toMatchObject({ refusal: { code: 'meetings.plan_was_released' } });
  expect(await f.as(f.organiser, move)).toMatchObject({ refusal: { code: 'meetings.plan_was_released' } });
});

test('whoever cannot be told of a release is listed for the organiser until marked as told, or told of a later one', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'must');
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.B01, officeId: null })));
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const listed = async () => valueOf(await f.as(f.organiser, (w) => listUntold(w, { editionId }))).entries;
  const toDo = async () =>
    valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries.filter(({ kind }) => kind === 'not_told');
  expect(await listed()).toMatchObject([{ participant: { code: 'B01' }, release: 1 }]);
  expect(await toDo()).toMatchObject([{ participants: [{ code: 'B01' }], title: { params: { count: 1 } } }]);
  expect(await f.as(f.company, (w) => listUntold(w, { editionId }))).toMatchObject({ refusal: { code: 'expos.organiser_only' } });
  const mark = (told: boolean) => f.as(f.organiser, (w) => markTold(w, { editionId, participantIds: [ids.B01], told }));
  expect(valueOf(await mark(true)).entries).toEqual([]);
  expect(await toDo()).toEqual([]);
  expect(await mark(true)).toMatchObject({ ok: false });
  expect(valueOf(await mark(false)).entries).toHaveLength(1);
  // By now an office acts for it, whom the next change reaches.
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.B01, officeId: f.buyerOne.office })));
  await f.as(f.organiser, async (w) => {
    await followOffices(w, { editionId, participants: [{ id: ids.B01 }] });
    return { ok: true, value: null };
  });
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId, meetingId }, origin), 1));
  expect(await listed()).toEqual([]);
});

test('the letter of whoever acts for several companies names the address of all their agendas', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B02);
  valueOf(
    await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.E02, officeId: f.company.office })),
  );
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const { rows } = await db.owner.query<{ body: string }>(
    "select body from platform.mail where recipient = $1 and body like '%Schedule 1 %'",
    [`${f.company.owner}@example.org`],
  );
  expect(rows.map(({ body }) => [body.includes(`${origin}/delegation`), body.includes('/sign-in')])).toEqual([[true, false]]);
});

test('the letter of a change tells once it has left, too: whoever was on the list stays there until then', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  // Years ahead: links are good from the moment of the database on.
  const { version } = valueOf(await f.as(f.organiser, (w) => getEdition(w, { edition: editionId })));
  const days = { firstDay: '2096-11-06', lastDay: '2096-11-06' };
  valueOf(await f.as(f.organiser, (w) => updateEdition(w, { editionId, ...days, moveSlots: true }), version));
  await f.ask(ids.E01, ids.B01, 'must');
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.B01, officeId: null })));
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const codes = async () =>
    valueOf(await f.as(f.organiser, (w) => listUntold(w, { editionId }))).entries.map(({ participant }) => participant.code);
  expect(await codes()).toEqual(['B01']);
  const person = { surname: 'Ng', givenName: '', nameOrder: 'given_first' as const, post: '', email: 'ng@change.example', phone: null };
  const contacts = [{ ...person, languages: [] }];
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.B01, contacts })));
  const later = (work: Work): Work => ({ ...work, now: new Date() });
  const posting = { origin, channels: ['mail' as const] };
  valueOf(await f.as(f.organiser, (w) => sendLetters(later(w), { editionId, whom: 'participants', kind: 'invitation' }, posting)));
  await f.as(f.organiser, async (w) => {
    await followOffices(w, { editionId, participants: [{ id: ids.B01 }] });
    return { ok: true, value: null };
  });
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(later(w), { editionId, meetingId }, origin), 1));
  const { rows } = await db.owner.query("select count(*)::int as mails from platform.mail where recipient = 'ng@change.example'");
  expect(rows).toEqual([{ mails: 2 }]);
  expect(await codes()).toEqual(['B01']);
  await db.owner.query("update platform.mail set sent_at = now() where recipient = 'ng@change.example'");
  expect(await codes()).toEqual([]);
});

test('a letter that was written after a release tells of it once it has left, until it is refused, and so does a link that was opened; each is listed with the schedule it does not know', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'must');
  await f.ask(ids.E02, ids.B02, 'must');
  for (const participantId of [ids.B01, ids.B02])
    valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId, officeId: null })));
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const listed = async () => valueOf(await f.as(f.organiser, (w) => listUntold(w, { editionId }))).entries;
  const codes = async () => (await listed()).map(({ participant }) => participant.code);
  expect(await codes()).toEqual(['B01', 'B02']);
  const contacts = [
    {
      ...{ surname: 'Ng', givenName: '', nameOrder: 'given_first' as const },
      ...{ post: '', email: 'ng@b01.example', phone: null, languages: [] },
    },
  ];
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId, participantId: ids.B01, contacts })));
  // Links are good from the moment of the database on.
  const later = (work: Work): Work => ({ ...work, now: new Date() });
  const posting = { origin, channels: ['mail' as const] };
  valueOf(await f.as(f.organiser, (w) => sendLetters(later(w), { editionId, whom: 'participants', kind: 'invitation' }, posting)));
  // It waits for its mail server, and nobody has read it.
  expect(await codes()).toEqual(['B01', 'B02']);
  await db.owner.query("update platform.mail set sent_at = now() where recipient = 'ng@b01.example'");
  expect(await codes()).toEqual(['B02']);
  const toDo = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries.filter(({ kind }) => kind === 'not_told');
  expect(toDo).toMatchObject([{ participants: [{ code: 'B02' }], title: { params: { count: 1, number: 1 } } }]);
  await db.owner.query("update platform.mail set refused_at = now(), last_fault = '550 no such user' where recipient = 'ng@b01.example'");
  expect(await codes()).toEqual(['B01', 'B02']);
  // A link on paper tells nothing until it is opened.
  valueOf(await f.as(f.organiser, (w) => makeLinks(later(w), { editionId, whom: 'participants' }, posting)));
  expect(await codes()).toEqual(['B01', 'B02']);
  await db.owner.query(
    "update accounts.access_token set last_used_at = now() where holder = 'link' and office = (select office_id from expos.addressee where id = $1)",
    [ids.B02],
  );
  expect(await listed()).toMatchObject([{ participant: { code: 'B01' }, release: 1, inForce: 1 }]);
});
