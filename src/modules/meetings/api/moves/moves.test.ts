import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import {
  agendaOf,
  cellOf,
  openForum,
  origin,
  plannedForum,
  releasedForum,
  releaseForum,
  scheduleOf,
  type Forum,
} from '../forum-fixture.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { chooseLetterWay } from '#modules/expos/api/own-side.ts';
import { fullTest } from '#platform/full-size.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { changeRequestRules } from '../requests/request-rules.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { proposeExchange } from './exchange-meetings.ts';
import { previewTold } from '../schedule/preview-told.ts';
import { answerMove, askOrganiser, listMoves, listMoveTimes, proposeMove, withdrawMove } from './move-by-agreement.ts';

const db = await shareTestDatabase();

const allowMoves = async (f: Forum, movesUntilMinutes: number | null): Promise<void> => {
  const rules = {
    closesAt: null,
    mailsOrganiser: true,
    sameSide: false,
    agreedOnly: false,
    answerDays: null,
    quotas: [],
    movesUntilMinutes,
  };
  valueOf(await f.as(f.organiser, (w) => changeRequestRules(w, { editionId: f.editionId, ...rules }), 1));
};

/** The released forum, where E01 meets B01; moves can be agreed until an hour before. */
async function movingForum(movesUntilMinutes: number | null = 60) {
  const f = await releasedForum(db);
  await allowMoves(f, movesUntilMinutes);
  const { meetingId, slotId: stands } = await cellOf(f, 'E01');
  const [us, them] = [
    { editionId: f.editionId, participantId: f.ids.E01 },
    { editionId: f.editionId, participantId: f.ids.B01 },
  ];
  const times = async () => valueOf(await f.as(f.company, (w) => listMoveTimes(w, { ...us, meetingId }))).times;
  const propose = (slotId: string, who: TestOffice = f.company, side = us) =>
    f.as(who, (w) => proposeMove(w, { ...side, meetingId, slotId }, origin));
  const answer = (moveId: string, said: 'accept' | 'decline', who: TestOffice = f.buyerOne, side = them) =>
    f.as(who, (w) => answerMove(w, { ...side, moveId, answer: said }, origin));
  const moves = async (who: TestOffice, side: typeof us) => valueOf(await f.as(who, (w) => listMoves(w, side))).entries;
  return { f, meetingId, stands, us, them, times, propose, answer, moves };
}

const mailsTo = async (who: TestOffice): Promise<number> => {
  const { rows } = await db.owner.query<{ count: number }>(
    `select count(*)::int as count from platform.mail o join accounts.account a on a.email = o.recipient where a.id = $1`,
    [who.owner],
  );
  return rows[0]?.count ?? 0;
};

test('one side proposes a time that is free for both, the other accepts: the meeting stands there, and only those two are told', async () => {
  const { f, meetingId, stands, us, them, times, propose, answer, moves } = await movingForum();
  const [time] = await times();
  expect((await times()).map(({ slot }) => slot.id)).not.toContain(stands);
  const before = { theirs: await mailsTo(f.buyerOne), others: await mailsTo(f.buyerTwo) };
  const move = valueOf(await propose(time?.slot.id ?? ''));
  expect(await mailsTo(f.buyerOne)).toBe(before.theirs + 1);
  expect(await moves(f.buyerOne, them)).toMatchObject([{ id: move.id, isOwn: false, state: 'open', with: { code: 'E01' } }]);
  expect((await cellOf(f, 'E01')).slotId).toBe(stands);
  valueOf(await answer(move.id, 'accept'));
  expect((await cellOf(f, 'E01')).slotId).toBe(time?.slot.id);
  expect((await agendaOf(f, f.company, f.ids.E01)).entries.find((one) => one.meetingId === meetingId)?.movedFrom).not.toBeNull();
  expect(await mailsTo(f.buyerTwo)).toBe(before.others);
  expect(await answer(move.id, 'accept')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
  expect(await moves(f.company, us)).toMatchObject([{ isOwn: true, state: 'accepted' }]);
});

test('whoever proposed does not accept it, a third neither sees nor answers it, and it can be declined or taken back', async () => {
  const { f, us, them, times, propose, answer, moves } = await movingForum();
  const [first, second] = await times();
  const move = valueOf(await propose(first?.slot.id ?? ''));
  expect(await answer(move.id, 'accept', f.company, us)).toMatchObject({ refusal: { code: 'meetings.move_is_own' } });
  const other = { editionId: us.editionId, participantId: f.ids.B02 };
  expect(await answer(move.id, 'accept', f.buyerTwo, other)).toMatchObject({ refusal: { code: 'meetings.move_unknown' } });
  expect(await moves(f.buyerTwo, other)).toEqual([]);
  expect(await f.as(f.stranger, (w) => listMoves(w, us))).toMatchObject({ ok: false });
  expect(await propose(second?.slot.id ?? '', f.buyerOne, them)).toMatchObject({ refusal: { code: 'meetings.move_proposed_already' } });
  valueOf(await answer(move.id, 'decline'));
  const again = valueOf(await propose(second?.slot.id ?? ''));
  expect(await f.as(f.buyerOne, (w) => withdrawMove(w, { ...them, moveId: again.id }))).toMatchObject({
    refusal: { code: 'meetings.move_not_own' },
  });
  valueOf(await f.as(f.company, (w) => withdrawMove(w, { ...us, moveId: again.id })));
  expect(await answer(again.id, 'accept')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
  expect((await moves(f.company, us)).map(({ state }) => state).sort()).toEqual(['declined', 'withdrawn']);
});

test('nothing moves where the edition allows none, after the deadline, to a time that is taken, or once the meeting is cancelled', async () => {
  const closed = await movingForum(null);
  expect(await closed.propose(closed.f.slots[5] ?? '')).toMatchObject({ refusal: { code: 'meetings.moves_not_allowed' } });
  const { f, meetingId, us, them, times, propose, answer } = await movingForum();
  const [time] = await times();
  const late = new Date('2019-11-06T00:30:00Z');
  expect(
    await f.as(f.company, (w) => proposeMove({ ...w, now: late }, { ...us, meetingId, slotId: time?.slot.id ?? '' }, origin)),
  ).toMatchObject({
    refusal: { code: 'meetings.move_too_late' },
  });
  expect(await propose(f.editionId)).toMatchObject({ refusal: { code: 'meetings.slot_unknown' } });
  const move = valueOf(await propose(time?.slot.id ?? ''));
  expect(
    await f.as(f.buyerOne, (w) => answerMove({ ...w, now: late }, { ...them, moveId: move.id, answer: 'accept' }, origin)),
  ).toMatchObject({
    refusal: { code: 'meetings.move_over' },
  });
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: us.editionId, meetingId }, origin), 1));
  expect(await answer(move.id, 'accept')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
});

fullTest('of many who accept at once one moves the meeting', async () => {
  const { f, times, propose, answer, stands } = await movingForum();
  const [time] = await times();
  const move = valueOf(await propose(time?.slot.id ?? ''));
  const releases = (await agendaOf(f, f.company, f.ids.E01)).release?.number ?? 0;
  const answers = await Promise.all(Array.from({ length: 8 }, () => answer(move.id, 'accept')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((one) => !one.ok && one.refusal.code !== 'meetings.move_over')).toEqual([]);
  expect((await agendaOf(f, f.company, f.ids.E01)).release?.number).toBe(releases + 1);
  expect((await cellOf(f, 'E01')).slotId).not.toBe(stands);
});

const asksOf = async (f: Awaited<ReturnType<typeof releasedForum>>) =>
  valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId: f.editionId }))).entries.filter(({ kind }) =>
    /^(move|cancel)_/.test(kind),
  );

test('a side that nobody can tell is not asked: what was proposed to it waits for the organiser, who answers for it', async () => {
  const { f, meetingId, stands, us, times, propose, answer, moves } = await movingForum();
  const offer = () => f.as(f.company, (w) => listMoveTimes(w, { ...us, meetingId }));
  expect(valueOf(await offer())).toMatchObject({ reached: true });
  /** How the organiser reads who would be told of a change of the meeting. */
  const told = async () => {
    const { sides, interpreters } = valueOf(await f.as(f.organiser, (w) => previewTold(w, { editionId: f.editionId, meetingId })));
    return [Object.fromEntries(sides.map(({ participant, ways }) => [participant.code, ways])), interpreters];
  };
  // Of E01 the lead of its group is told, too.
  const byMail = (count: number) => [{ channel: 'mail', count }];
  expect(await told()).toEqual([{ E01: byMail(2), B01: byMail(1) }, []]);
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.B01, officeId: null })));
  expect(valueOf(await offer())).toMatchObject({ reached: false });
  expect(await told()).toEqual([{ E01: byMail(2), B01: [] }, []]);
  expect((await f.as(f.company, (w) => previewTold(w, { editionId: f.editionId, meetingId }))).ok).toBe(false);
  const [time] = await times();
  const [before, asked] = [await mailsTo(f.buyerOne), await mailsTo(f.organiser)];
  const move = valueOf(await propose(time?.slot.id ?? ''));
  expect(await mailsTo(f.organiser)).toBe(asked + 1);
  expect(move).toMatchObject({ asks: 'organiser', state: 'open' });
  expect(await mailsTo(f.buyerOne)).toBe(before);
  expect(await asksOf(f)).toMatchObject([{ kind: 'move_proposed', attention: true, participants: [{ code: 'E01' }] }]);
  expect((await cellOf(f, 'E01')).slotId).toBe(stands);
  valueOf(await answer(move.id, 'accept', f.organiser, us));
  expect((await cellOf(f, 'E01')).slotId).toBe(time?.slot.id);
  expect(await moves(f.company, us)).toMatchObject([{ state: 'accepted' }]);
  expect(await asksOf(f)).toEqual([]);
});

test('where no time is free or no moves are agreed the organiser is asked, which the other side does not see', async () => {
  const { f, meetingId, us, them, answer, moves } = await movingForum(null);
  const offer = valueOf(await f.as(f.company, (w) => listMoveTimes(w, { ...us, meetingId })));
  expect(offer).toMatchObject({ times: [], movesUntilMinutes: null });
  const ask = (wants: 'move' | 'cancel') =>
    f.as(f.company, (w) => askOrganiser(w, { ...us, meetingId, wants, note: 'canary note' }, origin));
  const [asked, otherSide] = [await mailsTo(f.organiser), await mailsTo(f.buyerOne)];
  const first = valueOf(await ask('move'));
  // The organiser has a letter of it, which the other side has not.
  expect([await mailsTo(f.organiser), await mailsTo(f.buyerOne)]).toEqual([asked + 1, otherSide]);
  expect(await answer(first.id, 'accept', f.organiser, us)).toMatchObject({ refusal: { code: 'meetings.move_names_no_time' } });
  const second = valueOf(await ask('cancel'));
  expect((await asksOf(f)).map(({ kind }) => kind)).toEqual(['cancel_asked']);
  // The earlier question is taken back by the later one; the other side neither sees nor answers either.
  expect(await moves(f.buyerOne, them)).toEqual([]);
  expect(await answer(second.id, 'accept')).toMatchObject({ refusal: { code: 'meetings.move_unknown' } });
  expect(await moves(f.organiser, us)).toMatchObject([{ note: 'canary note', state: 'open' }, { state: 'withdrawn' }]);
  const before = await mailsTo(f.company);
  valueOf(await answer(second.id, 'decline', f.organiser, us));
  expect(await mailsTo(f.company)).toBe(before + 1);
  expect(await asksOf(f)).toEqual([]);
  // An organiser who wants no letters of this kind has it in the to-do alone.
  const rules = { closesAt: null, sameSide: false, agreedOnly: false, answerDays: null, quotas: [], movesUntilMinutes: null };
  const set = { editionId: f.editionId, ...rules, mailsOrganiser: false };
  expect(valueOf(await f.as(f.organiser, (w) => changeRequestRules(w, set), 2))).toMatchObject({ mailsOrganiser: false });
  const written = await mailsTo(f.organiser);
  const third = valueOf(await ask('cancel'));
  expect([await mailsTo(f.organiser), (await asksOf(f)).map(({ kind }) => kind)]).toEqual([written, ['cancel_asked']]);
  valueOf(await answer(third.id, 'accept', f.organiser, us));
  expect((await agendaOf(f, f.company, f.ids.E01)).cancelled).toMatchObject([{ meetingId }]);
});

/** E01 meets B01 and B02, whom they need an interpreter for. */
async function exchangingForum(movesUntilMinutes: number | null = 60) {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E01, f.ids.B02, 'must');
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  await allowMoves(f, movesUntilMinutes);
  const side = (code: 'E01' | 'B01' | 'B02') => ({ editionId: f.editionId, participantId: f.ids[code] });
  const spots = async () => {
    const { cells, participants, slots, places } = await scheduleOf(f);
    const of = (code: string) => cells.find(({ a, b }) => [a, b].some((at) => participants[at]?.code === code));
    const told = (cell: ReturnType<typeof of>) => ({
      id: cell?.meetingId ?? '',
      slot: slots[cell?.slot ?? -1]?.id,
      place: places[cell?.place ?? -1]?.id,
    });
    return { one: told(of('B01')), two: told(of('B02')) };
  };
  const { one, two } = await spots();
  const propose = (meetingId = one.id, withMeetingId = two.id) =>
    f.as(f.company, (w) => proposeExchange(w, { ...side('E01'), meetingId, withMeetingId }, origin));
  const offices = { E01: f.company, B01: f.buyerOne, B02: f.buyerTwo };
  const movesOf = async (code: keyof typeof offices) => valueOf(await f.as(offices[code], (w) => listMoves(w, side(code)))).entries;
  const answer = async (code: 'B01' | 'B02', said: 'accept' | 'decline') => {
    const [move] = await movesOf(code);
    return f.as(offices[code], (w) => answerMove(w, { ...side(code), moveId: move?.id ?? '', answer: said }, origin));
  };
  const releases = async () => (await agendaOf(f, f.company, f.ids.E01)).release?.number ?? 0;
  return { f, side, spots, one, two, propose, movesOf, answer, releases };
}

test('two meetings of a side change times and tables once both other sides have agreed; nothing happens before, and neither sees the other', async () => {
  const { f, side, spots, one, two, propose, movesOf, answer, releases } = await exchangingForum();
  const offer = valueOf(await f.as(f.company, (w) => listMoveTimes(w, { ...side('E01'), meetingId: one.id })));
  expect(offer.exchanges).toMatchObject([{ meetingId: two.id, with: { code: 'B02' } }]);
  const mails = [await mailsTo(f.buyerOne), await mailsTo(f.buyerTwo)];
  valueOf(await propose());
  expect([await mailsTo(f.buyerOne), await mailsTo(f.buyerTwo)]).toEqual(mails.map((count) => count + 1));
  const before = await releases();
  expect(valueOf(await answer('B01', 'accept'))).toMatchObject({ state: 'agreed', with: { code: 'E01' }, to: { id: two.slot } });
  expect(await spots()).toEqual({ one, two });
  expect(await movesOf('B02')).toMatchObject([{ state: 'open', meetingId: two.id, isOwn: false }]);
  expect((await movesOf('E01')).map(({ state }) => state).sort()).toEqual(['agreed', 'open']);
  expect(await answer('B01', 'decline')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
  expect(valueOf(await answer('B02', 'accept'))).toMatchObject({ state: 'accepted' });
  expect(await spots()).toEqual({ one: { ...two, id: one.id }, two: { ...one, id: two.id } });
  expect(await releases()).toBe(before + 1);
  expect((await movesOf('E01')).map(({ state }) => state)).toEqual(['accepted', 'accepted']);
});

test('declined by one it is over for all, who are told; taken back it is over at once', async () => {
  const { f, spots, one, two, propose, movesOf, answer, side } = await exchangingForum();
  valueOf(await propose());
  valueOf(await answer('B01', 'accept'));
  const mails = [await mailsTo(f.company), await mailsTo(f.buyerOne)];
  valueOf(await answer('B02', 'decline'));
  expect([await mailsTo(f.company), await mailsTo(f.buyerOne)]).toEqual(mails.map((count) => count + 1));
  expect((await movesOf('E01')).map(({ state }) => state).sort()).toEqual(['declined', 'withdrawn']);
  valueOf(await propose());
  valueOf(await answer('B02', 'accept'));
  const [own] = await movesOf('E01');
  valueOf(await f.as(f.company, (w) => withdrawMove(w, { ...side('E01'), moveId: own?.id ?? '' })));
  expect(await answer('B01', 'accept')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
  // A move proposed for one of the two takes the whole exchange back.
  valueOf(await propose());
  const free = valueOf(await f.as(f.company, (w) => listMoveTimes(w, { ...side('E01'), meetingId: one.id }))).times[0];
  valueOf(await f.as(f.company, (w) => proposeMove(w, { ...side('E01'), meetingId: one.id, slotId: free?.slot.id ?? '' }, origin)));
  expect(await answer('B02', 'accept')).toMatchObject({ refusal: { code: 'meetings.move_over' } });
  expect(await spots()).toEqual({ one, two });
});

test('no exchange where the edition allows no moves, one is not free then, it is too late, or a third company agrees in vain', async () => {
  const closed = await exchangingForum(null);
  expect(await closed.propose()).toMatchObject({ refusal: { code: 'meetings.moves_not_allowed' } });
  const { f, one, two, propose, answer, spots, side } = await exchangingForum();
  expect(await propose(one.id, one.id)).toMatchObject({ refusal: { code: 'meetings.exchange_same_time' } });
  expect(await propose(one.id, f.editionId)).toMatchObject({ refusal: { code: 'meetings.meeting_not_scheduled' } });
  const late = new Date('2019-11-06T01:00:00Z');
  const input = { ...side('E01'), meetingId: one.id, withMeetingId: two.id };
  expect(await f.as(f.company, (w) => proposeExchange({ ...w, now: late }, input, origin))).toMatchObject({
    refusal: { code: 'meetings.move_too_late' },
  });
  valueOf(await propose());
  valueOf(await answer('B01', 'accept'));
  // Meanwhile the interpreter cannot come any more when they are needed.
  await db.owner.query(
    `insert into expos.interpreter_unavailable (edition_id, id, owner_office, interpreter_id, starts_at, ends_at, reason)
     select i.edition_id, gen_random_uuid(), i.owner_office, i.id, s.starts_at, s.ends_at, '' from expos.interpreter i
     join expos.slot s on s.edition_id = i.edition_id where i.edition_id = $1 and s.id = $2`,
    [f.editionId, one.slot],
  );
  expect(await answer('B02', 'accept')).toMatchObject({ refusal: { code: 'meetings.move_time_taken' } });
  expect(await spots()).toEqual({ one, two });
  expect(await propose()).toMatchObject({ refusal: { code: 'meetings.exchange_clashes' } });
});

fullTest('both agree many times at once: the meetings change times once', async () => {
  const { spots, one, two, propose, answer, releases } = await exchangingForum();
  valueOf(await propose());
  const before = await releases();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => answer(i % 2 === 0 ? 'B01' : 'B02', 'accept')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(answers.filter((one) => !one.ok && one.refusal.code !== 'meetings.move_over')).toEqual([]);
  expect(await spots()).toEqual({ one: { ...two, id: one.id }, two: { ...one, id: two.id } });
  expect(await releases()).toBe(before + 1);
});

test('who works with an account and chose text messages is told by one, and by no mail beside it', async () => {
  const { f, meetingId } = await movingForum();
  const { editionId } = f;
  const choice = { editionId, addresseeId: f.ids.E01, channel: 'sms' as const, address: '+86 138 0000 0107', agrees: true };
  valueOf(await f.as(f.company, (w) => chooseLetterWay(w, choice, { origin, channels: ['mail', 'sms'] })));
  const { sides } = valueOf(await f.as(f.organiser, (w) => previewTold(w, { editionId, meetingId })));
  expect(sides.find(({ participant }) => participant.code === 'E01')?.ways).toEqual([
    { channel: 'sms', count: 1 },
    { channel: 'mail', count: 1 },
  ]);
  const before = await mailsTo(f.company);
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId, meetingId }, origin)));
  expect(await mailsTo(f.company)).toBe(before);
  const { rows } = await db.owner.query<{ body: string }>(
    `select body from platform.mail where channel = 'sms' and recipient = '+8613800000107'`,
  );
  expect(rows.map(({ body }) => body.includes(`/my/${editionId}/${f.ids.E01}`))).toEqual([true]);
});
