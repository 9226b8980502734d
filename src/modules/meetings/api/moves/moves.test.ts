import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { agendaOf, cellOf, origin, releasedForum } from '../forum-fixture.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { changeRequestRules } from '../requests/request-rules.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { answerMove, askOrganiser, listMoves, listMoveTimes, proposeMove, withdrawMove } from './move-by-agreement.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** The released forum, where E01 meets B01; moves can be agreed until an hour before. */
async function movingForum(movesUntilMinutes: number | null = 60) {
  const f = await releasedForum(db);
  const { editionId } = f;
  const rules = { closesAt: null, sameSide: false, agreedOnly: false, answerDays: null, quotas: [], movesUntilMinutes };
  valueOf(await f.as(f.organiser, (w) => changeRequestRules(w, { editionId, ...rules }), 1));
  const { meetingId, slotId: stands } = await cellOf(f, 'E01');
  const [us, them] = [
    { editionId, participantId: f.ids.E01 },
    { editionId, participantId: f.ids.B01 },
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

test('of many who accept at once one moves the meeting', async () => {
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
  valueOf(await f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids.B01, officeId: null })));
  expect(valueOf(await offer())).toMatchObject({ reached: false });
  const [time] = await times();
  const before = await mailsTo(f.buyerOne);
  const move = valueOf(await propose(time?.slot.id ?? ''));
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
  const ask = (wants: 'move' | 'cancel') => f.as(f.company, (w) => askOrganiser(w, { ...us, meetingId, wants, note: 'canary note' }));
  const first = valueOf(await ask('move'));
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
  const third = valueOf(await ask('cancel'));
  valueOf(await answer(third.id, 'accept', f.organiser, us));
  expect((await agendaOf(f, f.company, f.ids.E01)).cancelled).toMatchObject([{ meetingId }]);
});
