import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { listInterpreters, updateInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { updateParticipant, withdrawParticipant } from '#modules/expos/api/change-participants.ts';
import { hallFacts, planningFacts } from '#modules/expos/api/planning-facts.ts';
import { getTimes, sayTimes } from '#modules/expos/api/own-side.ts';
import { Heard } from '#platform/postgres/heard.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { followOffices } from '../schedule/follow-offices.ts';
import { acceptCandidate } from './fill-holes.ts';
import { getAgenda, groupGrid, groupPack, listMyAgendas } from './get-agenda.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { answerRequest } from '../requests/answer-request.ts';
import { withdrawRequest } from '../requests/change-requests.ts';
import { listMyRequests } from '../requests/list-requests.ts';
import { giveFeedback, reportAbsence, withdrawAbsence, withdrawFeedback } from './report-meeting.ts';
import { agendaOf, openForum, origin, plannedForum, releaseForum, releasedForum, scheduleOf } from '../forum-fixture.ts';

const db = await shareTestDatabase();

/** Five minutes after the start of a meeting: nobody is just late any more. */
const waitedFrom = (startsAt = ''): Date => new Date(Date.parse(startsAt) + 5 * 60_000);

const afterTheForum = new Date('2019-11-07T00:00:00Z');

test('an agenda is its participant’s alone: other offices, the other side and the public see nothing of it', async () => {
  const f = await releasedForum(db);
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

test('agendas and the schedule of a group hold until the next slot begins or ends, and what needs no clock until midnight', async () => {
  const f = await releasedForum(db);
  const untilOf = (use: (work: Work) => Promise<unknown>) =>
    f.as(f.organiser, async (work) => {
      const [now, heard] = [new Date('2019-11-06T01:10:00Z'), new Heard()];
      heard.begin(work.actor, now);
      await use({ ...work, now, heard });
      const times = ['01:29:59.999', '01:30', '23:59:59.999'].map((time) => new Date(`2019-11-06T${time}Z`));
      return ok([...times, new Date('2019-11-07T00:00Z')].map((time) => heard.isOf({ ...work.actor, requestId: 'another' }, time)));
    });
  const soon = { ok: true, value: [true, false, false, false] };
  expect(await untilOf((w) => getAgenda(w, { editionId: f.editionId, participantId: f.ids.E01 }))).toEqual(soon);
  expect(await untilOf((w) => groupGrid(w, { editionId: f.editionId, groupId: f.groupId, atLeast: 3 }))).toEqual(soon);
  expect(await untilOf(() => Promise.resolve())).toEqual({ ok: true, value: [true, true, true, false] });
});

test('what acting for the organiser opened is closed again in the same transaction', async () => {
  const f = await releasedForum(db);
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
  const f = await releasedForum(db);
  const mine = valueOf(await f.as(f.company, (w) => listMyAgendas({ ...w, now: new Date() })));
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
    await followOffices(w, { editionId: f.editionId, participants: [{ id: f.ids.E01 }] });
    return { ok: true, value: null };
  });
  expect((await agendaOf(f, f.stranger, f.ids.E01)).entries).toHaveLength(1);
  expect((await f.as(f.company, (w) => getAgenda(w, { editionId: f.editionId, participantId: f.ids.E01 }))).ok).toBe(false);
});

test('my agendas are found however many newer editions there are; whoever withdrew is not among them', async () => {
  const f = await releasedForum(db);
  await db.owner.query(
    `insert into expos.edition (id, owner_office, visibility, slug, name, search_name, venue, time_zone, first_day, last_day)
     select gen_random_uuid(), $1, 'public', 'newer-' || i, '{}', '', '{}', 'UTC', '2030-01-01', '2030-01-01' from generate_series(1, 25) i`,
    [f.stranger.office],
  );
  expect(valueOf(await f.as(f.chamber, listMyAgendas)).entries.map((e) => [e.edition.id, e.participant.code, e.meetings])).toEqual([
    [f.editionId, 'E01', 1],
    [f.editionId, 'E02', 1],
  ]);
  valueOf(await f.as(f.organiser, (w) => withdrawParticipant(w, { editionId: f.editionId, participantId: f.ids.E01 })));
  // Somebody is still planned to meet it: the organiser is told at once.
  const waiting = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId: f.editionId }))).entries;
  expect(waiting[0]).toMatchObject({
    kind: 'withdrawn',
    attention: true,
    title: { params: { count: 1 } },
    participants: [{ code: 'E01' }],
  });
  expect(valueOf(await f.as(f.chamber, listMyAgendas)).entries.map((e) => e.participant.code)).toEqual(['E02']);
  expect(valueOf(await f.as(f.company, listMyAgendas)).entries).toEqual([]);
});

test('declining a meeting that stands takes nothing away: the side reads that it stands, and the organiser decides', async () => {
  const f = await releasedForum(db);
  const { editionId } = f;
  const received = async () => valueOf(await f.as(f.buyerOne, (w) => listMyRequests(w, { editionId }))).received;
  const [stands] = (await agendaOf(f, f.buyerOne, f.ids.B01)).entries;
  expect(await received()).toMatchObject([{ answer: null, lapsesAt: null, scheduledAt: stands?.startsAt }]);
  const waits = async () => valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId }))).entries;
  expect((await waits()).map(({ kind }) => kind)).not.toContain('declined');
  const requestId = (await received())[0]?.requestId ?? '';
  const said = { answer: 'decline', wish: 'want', session: null, note: '', tell: false } as const;
  const no = valueOf(await f.as(f.buyerOne, (w) => answerRequest(w, { editionId, requestId, ...said })));
  expect(await received()).toMatchObject([{ answer: 'no', scheduledAt: stands?.startsAt }]);
  expect((await waits())[0]).toMatchObject({
    ...{ kind: 'declined', attention: true, participants: [{ code: 'B01' }], meetingId: stands?.meetingId },
    title: { params: { count: 1, others: 'Company E01 (E01)' } },
  });
  valueOf(await f.as(f.buyerOne, (w) => withdrawRequest(w, { editionId, requestId: no.id }), no.version));
  expect((await waits()).map(({ kind }) => kind)).not.toContain('declined');
});

test('a company that can no longer come to a meeting which stands waits for the organiser’s decision', async () => {
  const f = await releasedForum(db);
  const mine = { editionId: f.editionId, participantId: f.ids.E01 };
  const own = { editionId: f.editionId, addresseeId: f.ids.E01 };
  const { entries } = await agendaOf(f, f.company, f.ids.E01);
  const kinds = async () => valueOf(await f.as(f.organiser, (w) => listDecisions(w, mine))).entries.map(({ kind }) => kind);
  expect(await kinds()).not.toContain('participant_away');
  const { version, slots } = valueOf(await f.as(f.company, (w) => getTimes(w, own)));
  const said = slots.flatMap(({ id }) => (id === entries[0]?.slotId ? [{ slotId: id, says: 'cannot' as const }] : []));
  valueOf(await f.as(f.company, (w) => sayTimes(w, { ...own, said }), version));
  // Read of everybody at once, and of one alone.
  const facts = await f.as(f.organiser, async (w) =>
    ok([valueOf(await planningFacts(w, f.editionId)), valueOf(await hallFacts(w, f.editionId, [f.ids.E01]))]),
  );
  const [whole, alone] = valueOf(facts).map(({ participants }) => participants.find(({ id }) => id === f.ids.E01)?.away);
  expect(whole).toEqual(alone);
  expect(whole).toContainEqual({ start: Date.parse(entries[0]?.startsAt ?? ''), end: Date.parse(entries[0]?.endsAt ?? ''), reason: '' });
  const [first] = valueOf(await f.as(f.organiser, (w) => listDecisions(w, mine))).entries;
  expect(first).toMatchObject({
    kind: 'participant_away',
    // Said on the day before.
    title: { params: { count: 1, times: expect.stringMatching(/^6 Nov \d\d:\d\d$/) as unknown } },
    participants: [{ code: 'E01' }],
    meetingId: entries[0]?.meetingId,
  });
  valueOf(await f.as(f.company, (w) => sayTimes(w, { ...own, said: [] }), version + 1));
  expect(await kinds()).not.toContain('participant_away');
  // One time marked with "can" says nothing of the others.
  const can = slots.slice(-1).map(({ id }) => ({ slotId: id, says: 'can' as const }));
  valueOf(await f.as(f.company, (w) => sayTimes(w, { ...own, said: can }), version + 2));
  expect(await kinds()).not.toContain('participant_away');
  expect((await agendaOf(f, f.company, f.ids.E01)).away).toEqual([]);
});

test('of somebody who has withdrawn the other side reads no person and no offer any more, though the meeting still stands', async () => {
  const f = await openForum(db);
  const { E01, B01 } = f.ids;
  const contact = {
    surname: 'Shen',
    givenName: 'Yulan',
    nameOrder: 'surname_first' as const,
    post: '',
    email: null,
    phone: null,
    languages: [],
  };
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: E01, contacts: [contact] })));
  await f.ask(E01, B01, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const offer = { en: { text: 'Water treatment', origin: 'human' as const } };
  const title = { en: { text: 'Clean rivers', origin: 'human' as const } };
  const offerDetails = { title, goals: [], places: [], from: null, until: null, source: null };
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: E01, offer, offerDetails })));
  const persons = async () =>
    (await agendaOf(f, f.buyerOne, B01)).entries.flatMap(({ person, about }) => [
      person?.surname ?? null,
      about.offer?.['en']?.text ?? null,
      about.offerTitle?.['en']?.text ?? null,
    ]);
  expect(await persons()).toEqual(['Shen', 'Water treatment', 'Clean rivers']);
  valueOf(await f.as(f.organiser, (w) => withdrawParticipant(w, { editionId: f.editionId, participantId: E01 })));
  expect(await persons()).toEqual([null, null, null]);
});

test('“they are not here” reaches the organiser while the meeting lasts, not the other side, and can be undone', async () => {
  const f = await releasedForum(db);
  const entry = (await agendaOf(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const begun = waitedFrom(entry?.startsAt);
  const before = new Date(begun.getTime() - 1);
  expect(await f.as(f.company, (w) => reportAbsence({ ...w, now: before }, on))).toMatchObject({
    refusal: { code: 'meetings.absence_too_early', params: { minutes: 5 } },
  });
  expect(valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: begun }, on))).absence).not.toBeNull();
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: begun }, on)));
  const decisions = async () =>
    valueOf(await f.as(f.organiser, (w) => listDecisions({ ...w, now: begun }, { editionId: f.editionId }))).entries.filter(
      (d) => d.kind === 'absence',
    );
  expect(await decisions()).toMatchObject([
    {
      attention: true,
      meetingId: on.meetingId,
      title: { params: { absent: 'Company B01 (B01)', place: expect.stringMatching(/^table \d$/) as string } },
    },
  ]);
  const theirs = valueOf(
    await f.as(f.buyerOne, async (w) => ({ ok: true, value: await w.tx.selectFrom('meetings.absence').selectAll().execute() })),
  );
  expect(theirs).toEqual([]);
  expect(valueOf(await f.as(f.company, (w) => withdrawAbsence(w, on))).absence).toBeNull();
  expect(await decisions()).toEqual([]);
});

test('an absence is taken back by the office that reported it; what changes nothing leaves no audit entry', async () => {
  const f = await releasedForum(db);
  const entry = (await agendaOf(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const begun = waitedFrom(entry?.startsAt);
  const audited = async (office: TestOffice['office']) =>
    (
      await db.owner.query<{ use_case: string }>(
        "select use_case from accounts.audit_entry where office = $1 and use_case like '%absence'",
        [office],
      )
    ).rows
      .map((r) => r.use_case)
      .sort();
  valueOf(await f.as(f.chamber, (w) => reportAbsence({ ...w, now: begun }, on)));
  valueOf(await f.as(f.company, (w) => reportAbsence({ ...w, now: begun }, on)));
  expect(await f.as(f.company, (w) => withdrawAbsence(w, on))).toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.absence_of_others' },
  });
  expect((await agendaOf(f, f.company, f.ids.E01)).entries[0]?.absence).not.toBeNull();
  valueOf(await f.as(f.chamber, (w) => withdrawAbsence(w, on)));
  expect(valueOf(await f.as(f.company, (w) => withdrawAbsence(w, on))).absence).toBeNull();
  expect([await audited(f.chamber.office), await audited(f.company.office)]).toEqual([['report-absence', 'withdraw-absence'], []]);
});

test('feedback stays on its own side: the lead sees it, the organiser and the other side do not', async () => {
  const f = await releasedForum(db);
  const entry = (await agendaOf(f, f.company, f.ids.E01)).entries[0];
  const on = { editionId: f.editionId, participantId: f.ids.E01, meetingId: entry?.meetingId ?? '' };
  const said = { result: 'go_on' as const, nextStep: 'we_offer' as const, note: 'canary' };
  valueOf(await f.as(f.company, (w) => giveFeedback({ ...w, now: afterTheForum }, { ...on, ...said })));
  const second = { ...on, ...said, result: 'agreed' as const };
  const at = (now: Date, version: number) => f.as(f.company, (w) => giveFeedback({ ...w, now }, second), version);
  // Two of a stand who both saw that nothing was said yet: the later is told, and the first word stays.
  expect(await at(afterTheForum, 0)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  const { version } = (await agendaOf(f, f.company, f.ids.E01)).entries[0]?.feedback ?? { version: 0 };
  const kept = valueOf(await at(new Date(afterTheForum.getTime() + 1), version)).feedback?.version ?? 0;
  expect(kept).not.toBe(version);
  expect(await f.as(f.company, (w) => withdrawFeedback(w, on), version)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect((await agendaOf(f, f.chamber, f.ids.E01)).entries[0]?.feedback).toMatchObject({
    result: 'agreed',
    nextStep: 'we_offer',
    note: 'canary',
  });
  expect(await f.as(f.organiser, (w) => withdrawFeedback(w, on))).toMatchObject({ refusal: { code: 'meetings.feedback_of_side' } });
  valueOf(await f.as(f.company, (w) => withdrawFeedback({ ...w, now: afterTheForum }, on)));
  expect((await agendaOf(f, f.company, f.ids.E01)).entries[0]?.feedback).toBeNull();
  valueOf(await f.as(f.company, (w) => giveFeedback({ ...w, now: afterTheForum }, { ...on, ...said })));
  const seenByOrganiser = await agendaOf(f, f.organiser, f.ids.E01);
  expect(seenByOrganiser.side).toBe('organiser');
  expect(seenByOrganiser.entries[0]).toMatchObject({ feedback: null, why: { code: 'meetings.wished_we', params: { a: 'E01', b: 'B01' } } });
  expect(await f.as(f.organiser, (w) => giveFeedback({ ...w, now: afterTheForum }, { ...on, ...said }))).toMatchObject({
    refusal: { kind: 'forbidden', code: 'meetings.feedback_of_side' },
  });
  const pack = valueOf(await f.as(f.organiser, (w) => groupPack(w, { editionId: f.editionId, groupId: f.groupId })));
  expect(pack.agendas.flatMap((a) => a.entries.map((e) => e.feedback))).toEqual([null, null]);
  for (const who of [f.buyerOne, f.organiser, f.stranger])
    expect(
      valueOf(await f.as(who, async (w) => ({ ok: true, value: await w.tx.selectFrom('meetings.feedback').selectAll().execute() }))),
    ).toEqual([]);
});

test('of an interpreter who cannot come, the lead sees which meetings are without one, and the organiser what stands against them', async () => {
  const f = await releasedForum(db);
  await f.ask(f.ids.B02, f.ids.E01, 'must', f.buyerTwo);
  const day = async () => {
    const { figures, rows } = valueOf(
      await f.as(f.chamber, (w) => groupGrid(w, { editionId: f.editionId, groupId: f.groupId, atLeast: 3 })),
    );
    return { figures, lacking: rows.flatMap(({ meetings }) => meetings.filter((one) => one.lacksInterpreter)) };
  };
  const inTrouble = async () =>
    (await scheduleOf(f)).cells.filter(({ state }) => state !== 'fine').map(({ meetingId, reasons }) => [meetingId, reasons]);
  const agenda = await agendaOf(f, f.company, f.ids.E01);
  const slotId = agenda.holes[0]?.slotId ?? '';
  valueOf(
    await f.as(f.chamber, (w) =>
      acceptCandidate(w, { editionId: f.editionId, participantId: f.ids.E01, slotId, withId: f.ids.B02 }, origin),
    ),
  );
  expect(await day()).toMatchObject({ figures: { meetings: 3, withoutInterpreter: 0 }, lacking: [] });
  expect(await inTrouble()).toEqual([]);
  const { entries } = valueOf(await f.as(f.organiser, (w) => listInterpreters(w, { editionId: f.editionId, limit: 10 })));
  const taken = (await agendaOf(f, f.company, f.ids.E01)).entries.find((one) => one.slotId === slotId);
  const unavailable = [{ startsAt: taken?.startsAt ?? '', endsAt: taken?.endsAt ?? '', reason: '' }];
  const change = { editionId: f.editionId, interpreterId: entries[0]?.id ?? '', unavailable };
  valueOf(await f.as(f.organiser, (w) => updateInterpreter(w, change), entries[0]?.version));
  expect(await day()).toMatchObject({ figures: { meetings: 3, withoutInterpreter: 1 }, lacking: [{ meetingId: taken?.meetingId }] });
  expect(await inTrouble()).toMatchObject([
    [taken?.meetingId, [{ code: 'meetings.reason_interpreter_unavailable', severity: 'hard', params: { resource: 'Ms Gu' } }]],
  ]);
});
