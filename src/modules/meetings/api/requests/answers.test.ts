// Answering who asked for us, and the rules by which an edition's participants ask.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { openForum, type Forum } from '../forum-fixture.ts';
import { answerRequest } from './answer-request.ts';
import { updateRequest, withdrawRequest } from './change-requests.ts';
import { createRequests } from './create-requests.ts';
import { listCounterparts, listMyRequests } from './list-requests.ts';
import { changeRequestRules, getRequestRules } from './request-rules.ts';

const db = await shareTestDatabase();

const mine = async (f: Forum, who: TestOffice) => valueOf(await f.as(who, (w) => listMyRequests(w, { editionId: f.editionId })));
type Answering = Partial<Asked<'answerRequest'>>;
const answer = (f: Forum, who: TestOffice, requestId: string, more: Answering = {}) =>
  f.as(who, (w) =>
    answerRequest(w, { editionId: f.editionId, requestId, answer: 'accept', wish: 'want', session: null, note: '', tell: false, ...more }),
  );
const standing = async (f: Forum) =>
  (
    await db.owner.query<{ standing: string }>('select standing from meetings.meeting where edition_id = $1 order by standing', [
      f.editionId,
    ])
  ).rows.map((row) => row.standing);
const open = {
  closesAt: null,
  mailsOrganiser: true,
  sameSide: false,
  agreedOnly: false,
  answerDays: null,
  movesUntilMinutes: null,
  quotas: [],
};
const setRules = async (f: Forum, more: Partial<Omit<Asked<'changeRequestRules'>, 'editionId'>>) => {
  const { version } = valueOf(await f.as(f.organiser, (w) => getRequestRules(w, { editionId: f.editionId })));
  return f.as(f.organiser, (w) => changeRequestRules(w, { editionId: f.editionId, ...open, ...more }), version);
};

test('a yes is a request back: both sides want it, the asking side knows, and withdrawing it takes the yes back', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  const asked = await f.ask(ids.E01, ids.B01, 'want', f.company);
  expect((await mine(f, f.buyerOne)).received).toMatchObject([{ requestId: asked, answer: null }]);
  const yes = valueOf(await answer(f, f.buyerOne, asked, { wish: 'must' }));
  expect(yes).toMatchObject({ from: { code: 'B01' }, to: { code: 'E01' }, wish: 'must', round: 1 });
  expect((await mine(f, f.buyerOne)).received).toMatchObject([{ answer: 'must' }]);
  expect((await mine(f, f.company)).replies).toMatchObject([{ requestId: asked, reply: { kind: 'accepted' } }]);
  expect(JSON.stringify(await mine(f, f.company))).not.toMatch(/"must"/);
  expect(await answer(f, f.buyerOne, asked, { answer: 'decline' })).toMatchObject({ refusal: { code: 'meetings.request_answered' } });
  valueOf(await f.as(f.buyerOne, (w) => withdrawRequest(w, { editionId, requestId: yes.id }), yes.version));
  expect((await mine(f, f.buyerOne)).received).toMatchObject([{ answer: null }]);
  expect((await mine(f, f.company)).replies).toEqual([]);
});

test('a no excludes the meeting and is told to nobody, unless the one who declines says so; then no more than that', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  const [one, two] = [await f.ask(ids.E01, ids.B01, 'want', f.company), await f.ask(ids.E01, ids.B02, 'want', f.company)];
  const quiet = valueOf(await answer(f, f.buyerOne, one, { answer: 'decline' }));
  expect(quiet.wish).toBe('no');
  expect(await standing(f)).toEqual(['excluded', 'wanted']);
  const before = await mine(f, f.company);
  expect(before.replies).toEqual([]);
  expect(before.made.map(({ state }) => state)).toEqual(['open', 'open']);
  const told = valueOf(await answer(f, f.buyerTwo, two, { answer: 'decline', tell: true, note: 'for our eyes' }));
  const after = await mine(f, f.company);
  expect(after.replies).toMatchObject([{ requestId: two, reply: { kind: 'declined', session: null, note: '' } }]);
  expect(JSON.stringify(after)).not.toMatch(/for our eyes/);
  // Who changes their mind takes back what was told, too.
  valueOf(await f.as(f.buyerTwo, (w) => updateRequest(w, { editionId, requestId: told.id, wish: 'want' }), told.version));
  expect((await mine(f, f.company)).replies).toMatchObject([{ reply: { kind: 'accepted' } }]);
});

test('another time is a yes that names when, which the asking side reads; it says when or why', async () => {
  const f = await openForum(db);
  const asked = await f.ask(f.ids.E01, f.ids.B01, 'want', f.company);
  expect(await answer(f, f.buyerOne, asked, { answer: 'another_time' })).toMatchObject({
    refusal: { problems: [{ path: ['session'], code: 'meetings.another_time_when' }] },
  });
  expect(await answer(f, f.buyerOne, asked, { answer: 'another_time', session: 7 })).toMatchObject({
    refusal: { problems: [{ code: 'meetings.request_session_unknown' }] },
  });
  valueOf(await answer(f, f.buyerOne, asked, { answer: 'another_time', session: 2, note: 'after lunch' }));
  expect((await mine(f, f.company)).replies).toMatchObject([{ reply: { kind: 'another_time', session: 2, note: 'after lunch' } }]);
  expect(await standing(f)).toEqual(['wanted']);
});

test('only the side that was asked answers: to others the request does not exist', async () => {
  const f = await openForum(db);
  const asked = await f.ask(f.ids.E01, f.ids.B01, 'want', f.company);
  for (const who of [f.company, f.buyerTwo, f.stranger])
    expect(await answer(f, who, asked)).toMatchObject({ refusal: { kind: 'not_found' } });
});

test('an unanswered request lapses after the days of the edition, and is not planned where both must want it', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'want', f.company);
  valueOf(await setRules(f, { answerDays: 3, movesUntilMinutes: null }));
  expect((await mine(f, f.buyerOne)).received[0]?.lapsesAt).toMatch(/^2019-11-08T08:00/);
  expect(await standing(f)).toEqual(['wanted']);
  const { version } = valueOf(await f.as(f.organiser, (w) => getRequestRules(w, { editionId })));
  const later = (w: Parameters<typeof changeRequestRules>[0]) =>
    changeRequestRules({ ...w, now: new Date('2019-11-08T09:00:00Z') }, { editionId, ...open, answerDays: 3, movesUntilMinutes: null });
  valueOf(await f.as(f.organiser, later, version));
  expect(await standing(f)).toEqual(['withdrawn']);
  valueOf(await setRules(f, { agreedOnly: true }));
  expect(await standing(f)).toEqual(['withdrawn']);
  await f.ask(ids.B01, ids.E01, 'want', f.buyerOne);
  expect(await standing(f)).toEqual(['wanted']);
});

test('participants ask within their quota and until the deadline; answers do not count, and the organiser is bound by neither', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  valueOf(await setRules(f, { quotas: [{ groupId: null, role: 'exhibitor', most: 1, mostMusts: 0 }] }));
  const ask = (who: TestOffice, toId: string, wish: 'must' | 'want') =>
    f.as(who, (w) => createRequests(w, { editionId, requests: [{ fromId: ids.E01, toId, wish, session: null, round: 1, note: '' }] }));
  expect(await ask(f.company, ids.B01, 'must')).toMatchObject({
    refusal: { problems: [{ path: ['requests', 0, 'toId'], code: 'meetings.request_over_musts' }] },
  });
  const first = valueOf(await ask(f.company, ids.B01, 'want')).requests[0];
  expect(await ask(f.company, ids.B02, 'want')).toMatchObject({ refusal: { problems: [{ code: 'meetings.request_over_quota' }] } });
  const asked = await f.ask(ids.B02, ids.E01, 'want', f.buyerTwo);
  valueOf(await answer(f, f.company, asked));
  // What is left is seen before anything is refused: the answer took nothing of it.
  const quota = { participantId: ids.E01, most: 1, mostMusts: 0, asked: 1, musts: 0 };
  expect([(await mine(f, f.company)).quotas, (await mine(f, f.buyerTwo)).quotas]).toEqual([[quota], []]);
  const change = { editionId, requestId: first?.id ?? '', wish: 'must' as const };
  expect(await f.as(f.company, (w) => updateRequest(w, change), first?.version)).toMatchObject({
    refusal: { code: 'meetings.request_over_musts' },
  });
  valueOf(await setRules(f, { closesAt: '2019-11-05T07:00:00.000Z' }));
  const closed = { refusal: { code: 'meetings.requests_closed', params: { at: '2019-11-05 15:00' } } };
  const gone = { editionId, requestId: first?.id ?? '' };
  expect(await f.as(f.company, (w) => withdrawRequest(w, gone), first?.version)).toMatchObject(closed);
  expect(
    (
      await f.as(f.organiser, (w) =>
        createRequests(w, { editionId, requests: [{ fromId: ids.E02, toId: ids.B02, wish: 'must', session: null, round: 1, note: '' }] }),
      )
    ).ok,
  ).toBe(true);
});

test('two of one side ask for each other only where the edition allows it; rules are the organiser’s and name what is wrong', async () => {
  const f = await openForum(db);
  const { editionId, ids, groupId } = f;
  const ask = () =>
    f.as(f.company, (w) =>
      createRequests(w, { editionId, requests: [{ fromId: ids.E01, toId: ids.E02, wish: 'want', session: null, round: 1, note: '' }] }),
    );
  expect(await ask()).toMatchObject({
    refusal: { problems: [{ code: 'meetings.request_same_side_exhibitor', params: { from: 'E01', to: 'E02' } }] },
  });
  const quota = { groupId: null, role: null, most: 2, mostMusts: 3 };
  expect(await setRules(f, { quotas: [quota, quota, { ...quota, groupId: ids.E01, mostMusts: null }] })).toMatchObject({
    refusal: {
      problems: [
        { path: ['quotas', 0, 'mostMusts'], code: 'meetings.quota_musts_over' },
        { path: ['quotas', 1, 'role'], code: 'meetings.quota_twice' },
        { path: ['quotas', 1, 'mostMusts'], code: 'meetings.quota_musts_over' },
        { path: ['quotas', 2, 'groupId'], code: 'meetings.group_unknown' },
      ],
    },
  });
  valueOf(await setRules(f, { sameSide: true, quotas: [{ ...quota, groupId, mostMusts: null }] }));
  expect((await ask()).ok).toBe(true);
  const shown = valueOf(await f.as(f.company, (w) => getRequestRules(w, { editionId })));
  expect(shown).toMatchObject({ sameSide: true, mayEdit: false, quotas: [{ groupId, most: 2 }] });
  expect(await f.as(f.company, (w) => changeRequestRules(w, { editionId, ...open }), shown.version)).toMatchObject({ ok: false });
  const listed = valueOf(await f.as(f.company, (w) => listCounterparts(w, { editionId, participantId: ids.E01, limit: 50 })));
  expect(listed.entries.map(({ participant }) => participant.code)).toContain('E02');
});
