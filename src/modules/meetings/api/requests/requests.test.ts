import { expect, test } from 'vitest';
import { withdrawParticipant } from '#modules/expos/api/change-participants.ts';
import { fullTest } from '#platform/full-size.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { updateRequest, withdrawRequest } from './change-requests.ts';
import { createRequests } from './create-requests.ts';
import { crowd, openForum, type Forum } from '../forum-fixture.ts';
import { getPlan } from '../planning/get-plan.ts';
import { listCounterparts, listMyRequests, listRequests } from './list-requests.ts';
import { startPlan } from '../planning/start-plan.ts';

const db = await shareTestDatabase();
const forum = await openForum(db);

const limit = 50;
const meetingsOf = async (f: Forum) =>
  (
    await db.owner.query<Record<string, unknown>>(
      'select number, a_participant as a, b_participant as b, wish_of_a, wish_of_b, standing from meetings.meeting where edition_id = $1 order by number',
      [f.editionId],
    )
  ).rows;

test('a company asks, its lead asks, the organiser asks: the organiser sees all and the meetings that follow', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must', f.company);
  await f.ask(f.ids.E02, f.ids.B01, 'want', f.chamber);
  await f.ask(f.ids.B01, f.ids.E01);
  const all = valueOf(await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, limit })));
  expect(all.entries.map((r) => [r.from.code, r.to.code, r.wish, r.canEdit])).toEqual([
    ['E01', 'B01', 'must', false],
    ['E02', 'B01', 'want', false],
    ['B01', 'E01', 'want', true],
  ]);
  expect(await meetingsOf(f)).toEqual([
    { number: 1, a: f.ids.E01, b: f.ids.B01, wish_of_a: 'must', wish_of_b: 'want', standing: 'wanted' },
    { number: 2, a: f.ids.E02, b: f.ids.B01, wish_of_a: 'want', wish_of_b: null, standing: 'wanted' },
  ]);
  const page = valueOf(await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, limit: 2 })));
  expect(page.entries).toHaveLength(2);
  const rest = valueOf(
    await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, limit: 2, cursor: page.nextCursor ?? '' })),
  );
  expect(rest.entries.map((r) => r.from.code)).toEqual(['B01']);
  const open = valueOf(await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, limit, state: 'excluded' })));
  expect(open.entries).toEqual([]);
});

test('the other side learns that it was asked, and neither wish nor note', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must', f.company);
  const theirs = valueOf(await f.as(f.buyerOne, (w) => listMyRequests(w, { editionId: f.editionId })));
  expect(theirs.made).toEqual([]);
  expect(theirs.received.map((i) => [i.from.code, i.to.code, i.answer])).toEqual([['E01', 'B01', null]]);
  expect(JSON.stringify(theirs)).not.toMatch(/must|canary/);
  const listed = valueOf(await f.as(f.buyerOne, (w) => listCounterparts(w, { editionId: f.editionId, participantId: f.ids.B01, limit })));
  expect(listed.entries.map((e) => [e.participant.code, e.askedUs, e.request])).toEqual([
    ['E01', true, null],
    ['E02', false, null],
  ]);
});

test('a "no" shows to nobody on the other side, in no answer and in no row', async () => {
  const f = await openForum(db);
  const asked = await f.ask(f.ids.B01, f.ids.E01, 'want', f.buyerOne);
  await f.ask(f.ids.E01, f.ids.B01, 'no', f.company);
  const theirs = valueOf(await f.as(f.buyerOne, (w) => listMyRequests(w, { editionId: f.editionId })));
  expect(theirs.made.map((r) => [r.id, r.state])).toEqual([[asked, 'open']]);
  expect(theirs.received).toEqual([]);
  const seen = valueOf(
    await f.as(f.buyerOne, async (w) => ({
      ok: true,
      value: [
        await w.tx.selectFrom('meetings.request').select('wish').execute(),
        await w.tx.selectFrom('meetings.meeting').select('standing').execute(),
      ],
    })),
  );
  expect(seen).toEqual([[{ wish: 'want' }], []]);
  const organisers = valueOf(await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, limit })));
  expect(organisers.entries.map((r) => [r.wish, r.state])).toEqual([
    ['want', 'excluded'],
    ['no', 'excluded'],
  ]);
});

test('a foreign office sees nothing and is told so in the words of what does not exist', async () => {
  const { editionId, ids } = forum;
  await forum.ask(ids.E02, ids.B02, 'want', forum.chamber);
  for (const refused of [
    await forum.as(forum.stranger, (w) => listRequests(w, { editionId, limit })),
    await forum.as(forum.stranger, (w) => listMyRequests(w, { editionId })),
    await forum.as(forum.stranger, (w) => listCounterparts(w, { editionId, participantId: ids.E01, limit })),
  ])
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
  const rows = valueOf(
    await forum.as(forum.stranger, async (w) => ({
      ok: true,
      value: [
        ...(await w.tx.selectFrom('meetings.request').selectAll().execute()),
        ...(await w.tx.selectFrom('meetings.invitation').selectAll().execute()),
      ],
    })),
  );
  expect(rows).toEqual([]);
  expect(await forum.as(forum.buyerOne, (w) => listRequests(w, { editionId, limit }))).toMatchObject({
    ok: false,
    refusal: { code: 'expos.organiser_only' },
  });
});

test('refuses every problem of a list at once and enters none of it', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B02, 'want', f.chamber);
  const asks = (fromId: string, toId: string) => ({ fromId, toId, wish: 'want' as const, session: null, round: 1, note: '' });
  const nobody = '0190f0f0-0000-7000-8000-000000000000';
  const requests = [
    asks(f.ids.E01, f.ids.B01),
    asks(f.ids.E01, f.ids.E01),
    asks(f.ids.B01, f.ids.E01),
    asks(f.ids.E02, nobody),
    asks(f.ids.E01, f.ids.B02),
  ];
  const refused = await f.as(f.chamber, (w) => createRequests(w, { editionId: f.editionId, requests }));
  expect(refused).toMatchObject({
    ok: false,
    refusal: {
      problems: [
        { path: ['requests', 1, 'toId'], code: 'meetings.request_to_oneself' },
        { path: ['requests', 2, 'fromId'], code: 'meetings.request_from_unknown' },
        { path: ['requests', 3, 'toId'], code: 'meetings.request_to_unknown' },
        { path: ['requests', 4, 'toId'], code: 'meetings.request_exists' },
      ],
    },
  });
  expect(await meetingsOf(f)).toHaveLength(1);
});

fullTest('the same request sent by many at once stands once; the others are refused, none is a fault', async () => {
  const f = await openForum(db);
  const request = { fromId: f.ids.E01, toId: f.ids.B01, wish: 'want' as const, session: null, round: 1, note: '' };
  const results = await Promise.all(
    Array.from({ length: crowd }, () => f.as(f.chamber, (w) => createRequests(w, { editionId: f.editionId, requests: [request] }))),
  );
  expect(results.filter((r) => r.ok)).toHaveLength(1);
  expect(new Set(results.flatMap((r) => (r.ok ? [] : [r.refusal.problems?.[0]?.code])))).toEqual(new Set(['meetings.request_exists']));
});

test('refuses somebody who withdrew, and a meeting with them is no longer wanted once it is planned', async () => {
  const f = await openForum(db);
  valueOf(await f.as(f.organiser, (w) => withdrawParticipant(w, { editionId: f.editionId, participantId: f.ids.B02 })));
  const request = { fromId: f.ids.E01, toId: f.ids.B02, wish: 'want' as const, session: 9, round: 1, note: '' };
  expect(await f.as(f.chamber, (w) => createRequests(w, { editionId: f.editionId, requests: [request] }))).toMatchObject({
    refusal: { problems: [{ code: 'meetings.request_withdrawn', params: { code: 'B02' } }, { code: 'meetings.request_session_unknown' }] },
  });
});

test('a request changes under its version only, by its own office, and the other side follows the wish', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  const requestId = await f.ask(f.ids.E01, f.ids.B01, 'want', f.company);
  expect(await f.as(f.chamber, (w) => updateRequest(w, { editionId, requestId, wish: 'no' }), 1)).toMatchObject({
    refusal: { code: 'meetings.request_of_others' },
  });
  expect(await f.as(f.buyerOne, (w) => updateRequest(w, { editionId, requestId, wish: 'no' }), 1)).toMatchObject({
    refusal: { kind: 'not_found' },
  });
  const changed = valueOf(await f.as(f.company, (w) => updateRequest(w, { editionId, requestId, wish: 'no' }), 1));
  expect(changed).toMatchObject({ wish: 'no', version: 2, state: 'excluded' });
  expect(await f.as(f.company, (w) => updateRequest(w, { editionId, requestId, note: 'late' }), 1)).toMatchObject({
    refusal: { kind: 'stale' },
  });
  expect(valueOf(await f.as(f.buyerOne, (w) => listMyRequests(w, { editionId }))).received).toEqual([]);
  expect(await meetingsOf(f)).toMatchObject([{ standing: 'withdrawn' }]);
  valueOf(await f.as(f.company, (w) => updateRequest(w, { editionId, requestId, wish: 'must' }), 2));
  expect(valueOf(await f.as(f.buyerOne, (w) => listMyRequests(w, { editionId }))).received).toHaveLength(1);
  expect(await meetingsOf(f)).toMatchObject([{ number: 1, standing: 'wanted', wish_of_a: 'must' }]);
  valueOf(await f.as(f.company, (w) => withdrawRequest(w, { editionId, requestId }), 3));
  expect(valueOf(await f.as(f.company, (w) => listMyRequests(w, { editionId }))).made).toEqual([]);
  expect(await meetingsOf(f)).toMatchObject([{ standing: 'withdrawn' }]);
});

test('each change leaves exactly one audit entry without the note', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'want', f.company);
  const { rows } = await db.owner.query(
    'select use_case, fields::text as fields from accounts.audit_entry where office = $1 and use_case like $2',
    [f.company.office, '%request%'],
  );
  expect(rows).toEqual([{ use_case: 'create-requests', fields: '{wish,session,note}' }]);
});

test('a wish that changed or was withdrawn after a plan began counts as news for it', async () => {
  const f = await openForum(db);
  const { editionId } = f;
  const [changed, withdrawn] = [await f.ask(f.ids.E01, f.ids.B01), await f.ask(f.ids.E02, f.ids.B02)];
  const plan = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1 })));
  const news = async () => valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId, planId: plan.id }))).requestsSince;
  expect(await news()).toBe(0);
  valueOf(await f.as(f.organiser, (w) => updateRequest(w, { editionId, requestId: changed, wish: 'must' }), 1));
  expect(await news()).toBe(1);
  valueOf(await f.as(f.organiser, (w) => withdrawRequest(w, { editionId, requestId: withdrawn }), 1));
  expect(await news()).toBe(2);
});

test('requests of one state come in pages, each once and in order', async () => {
  const f = await openForum(db);
  const { E01, E02, B01, B02 } = f.ids;
  const asked = [await f.ask(E01, B01), await f.ask(E01, B02), await f.ask(E02, B01), await f.ask(E02, B02, 'no'), await f.ask(B02, E01)];
  const page = async (state: 'open' | 'excluded', cursor?: string) =>
    valueOf(await f.as(f.organiser, (w) => listRequests(w, { editionId: f.editionId, state, limit: 2, cursor })));
  const first = await page('open');
  const second = await page('open', first.nextCursor ?? '');
  expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual([asked[0], asked[1], asked[2], asked[4]]);
  expect(second.nextCursor).toBeNull();
  expect((await page('excluded')).entries).toMatchObject([{ id: asked[3], from: { code: 'E02' }, to: { code: 'B02' }, state: 'excluded' }]);
});

test('viewers look and do not ask', async () => {
  const f = await openForum(db);
  const viewer = await db.addMember(f.company.office, 'viewer');
  const request = { fromId: f.ids.E01, toId: f.ids.B01, wish: 'want' as const, session: null, round: 1, note: '' };
  expect((await f.as({ owner: viewer }, (w) => createRequests(w, { editionId: f.editionId, requests: [request] }))).ok).toBe(false);
  expect((await f.as({ owner: viewer }, (w) => listMyRequests(w, { editionId: f.editionId }))).ok).toBe(true);
});
