// What an office asks before and after it goes out: whom a letter reaches, by which way, what comes back, what is held and taken back, papers, and who reads what.
import { expect, test } from 'vitest';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { refuseLater } from '#platform/mail/outbox.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { text } from '../outcomes-fixture.ts';
import { openAsking, origin } from './asking-fixture.ts';
import { ok } from '#kernel/result.ts';
import { isAsked } from '../../domain/follow-up/fate.ts';
import { fatesOf } from './fates.ts';
import { holdFollowUps, previewFollowUp, routeFollowUps, sendFollowUps, takeBackFollowUps } from './ask.ts';
import { getOutcome } from '../open-outcome.ts';
import { listOutcomes } from '../list-outcomes.ts';
import { listFollowUpAnswers } from './list-answers.ts';
import { listEditionRoutes, previewVisitRoute } from './coming.ts';
import { setEditionRoute, setFollowUpRule, setVisitRoute } from './rules.ts';

const db = await ownTestDatabase();
const world = await openAsking(db);
const chamber = await db.foundOffice({ kind: 'chamber' });

const due = new Date('2024-07-30T09:00:00Z');
const soon = new Date('2024-08-05T09:00:00Z');

const refusal = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => result.refusal?.code ?? 'ok';

/** The question about an outcome, wherever it stands. */
async function questionOf(outcomeId: string, which: 'due' | 'held' | 'sent' | 'stopped' = 'due') {
  const { entries } = await world.list(world.tie.liverpool, which);
  return entries.find((entry) => entry.outcomeId === outcomeId) ?? expect.fail('not asked');
}

test('whom no letter reaches is listed with what helps, and one letter goes to a company for all that it is asked', async () => {
  const { tie, company, deal, plan, send, letters } = world;
  const { liverpool } = tie;
  const firm = await company(liverpool, 'Tidewell', 'ann@tidewell.example');
  const [one, two] = [await deal(liverpool, 'Lamps', firm), await deal(liverpool, 'Cranes', firm)];
  const silent = await deal(liverpool, 'No address', await company(liverpool, 'Hermit', null));
  const nobody = await deal(liverpool, 'Nobody', null);
  const named = await deal(liverpool, 'In words', null, {
    parties: [{ organisationId: null, cityId: null, name: 'Some firm', role: 'partner', share: null }],
  });
  await plan(due);
  expect(await Promise.all([one, silent, nobody, named].map(async (id) => (await questionOf(id)).remedy))).toEqual([
    ...[null, 'no_address', 'no_company', 'no_record'],
  ]);
  const { id } = await questionOf(one);
  const shown = valueOf(await db.as(liverpool.owner, (work) => previewFollowUp(work, { followUpId: id }, { origin })));
  expect(shown).toMatchObject({ sentTo: 'ann@tidewell.example', language: 'en', remedy: null });
  expect(shown.body).toContain('Lamps (April 2024, intended, £240,000)');
  expect(shown.body).toContain('2024年4月');
  expect(refusal(await db.as(tie.stranger.owner, (work) => previewFollowUp(work, { followUpId: id }, { origin })))).toBe(
    'outcomes.follow_up_not_found',
  );

  const sent = await send(liverpool, due);
  expect(sent).toMatchObject({ letters: 1, questions: 2 });
  expect(sent.left.map(({ why }) => why).sort()).toEqual(['no_address', 'no_company', 'no_record']);
  const [letter] = (await letters()).filter(({ recipient }) => recipient === 'ann@tidewell.example');
  expect(letter?.body.match(/#hansa_followup_[\w-]{43}/g)).toHaveLength(4);
  expect((await questionOf(two, 'sent')).state).toBe('sent');
  const others = { officeId: liverpool.office, followUpIds: [id] };
  expect(refusal(await db.as(tie.stranger.owner, (work) => sendFollowUps(work, others, { origin })))).toBe('kernel.forbidden');
});

test('what came back goes out once more to the address of now, and the former link opens nothing', async () => {
  const { tie, company, deal, plan, send, tokenTo, open, letters } = world;
  const { liverpool } = tie;
  const outcome = await deal(liverpool, 'Pumps', await company(liverpool, 'Pumps Ltd', 'old@pumps.example'));
  await plan(due);
  const { id } = await questionOf(outcome);
  const shown = valueOf(await db.as(liverpool.owner, (work) => previewFollowUp({ ...work, now: due }, { followUpId: id }, { origin })));
  await send(liverpool, due, [id]);
  const gone = (await letters()).find(({ recipient }) => recipient === 'old@pumps.example');
  expect([gone?.subject, gone?.body.replaceAll(/#hansa_followup_[\w-]{43}/g, '#…')]).toEqual([shown.subject, shown.body]);
  const first = await tokenTo('old@pumps.example');
  await db.owner.query(`update platform.mail set sent_at = now() where recipient = 'old@pumps.example'`);
  const { rows } = await db.owner.query<{ id: string }>(`select id from platform.mail where recipient = 'old@pumps.example'`);
  await refuseLater(db.database, rows[0]?.id ?? '', '550 no such user');
  expect(await questionOf(outcome, 'sent')).toMatchObject({ state: 'bounced', remedy: 'returned', fault: '550 no such user' });
  await db.owner.query(`update organisations.contact set email = 'new@pumps.example' where email = 'old@pumps.example'`);
  expect(await send(liverpool, soon, [id])).toMatchObject({ letters: 1 });
  expect(refusal(await open(first, soon))).toBe('outcomes.follow_up_not_found');
  expect(await open(await tokenTo('new@pumps.example'), soon)).toMatchObject({ value: { state: 'open' } });
});

test('held back it does not go; taken back before it left it is as if never written, afterwards its link ends', async () => {
  const { tie, company, deal, plan, send, tokenTo, open, answer } = world;
  const { owner, office: officeId } = tie.liverpool;
  const outcome = await deal(tie.liverpool, 'Winches', await company(tie.liverpool, 'Winch Ltd', 'post@winch.example'));
  await plan(due);
  const { id } = await questionOf(outcome);
  const some = { officeId, followUpIds: [id] };
  valueOf(await db.as(owner, (work) => holdFollowUps(work, { ...some, held: true })));
  expect(await send(tie.liverpool, due, [id])).toMatchObject({ letters: 0, left: [{ why: 'not_due' }] });
  valueOf(await db.as(owner, (work) => holdFollowUps(work, { ...some, held: false })));
  await send(tie.liverpool, due, [id]);
  const early = await tokenTo('post@winch.example');
  expect(valueOf(await db.as(owner, (work) => takeBackFollowUps(work, some)))).toEqual({ changed: 1 });
  expect((await questionOf(outcome, 'held')).state).toBe('held_back');
  expect(await tokenTo('post@winch.example')).toBe('');
  expect(await open(early, soon)).toMatchObject({ value: { state: 'expired', asked: null } });
  valueOf(await db.as(owner, (work) => holdFollowUps(work, { ...some, held: false })));
  await send(tie.liverpool, due, [id]);
  const late = await tokenTo('post@winch.example');
  await db.owner.query(`update platform.mail set sent_at = now() where recipient = 'post@winch.example'`);
  valueOf(await db.as(owner, (work) => takeBackFollowUps(work, some)));
  expect(await questionOf(outcome, 'sent')).toMatchObject({ isRevoked: true });
  expect(refusal(await answer(late, soon, {}))).toBe('outcomes.follow_up_expired');
});

test('asked is whom a letter left for; a stop takes out what has not left, and what else the letter asks for is due again', async () => {
  const { tie, company, deal, plan, send, tokenTo, stop } = world;
  const { owner, office } = tie.liverpool;
  const firm = await company(tie.liverpool, 'Lock Ltd', 'post@lock.example');
  const [first, second] = [await deal(tie.liverpool, 'Locks', firm), await deal(tie.liverpool, 'Gates', firm)];
  const reasons = async () =>
    valueOf(await db.as(owner, async (work) => ok(await fatesOf(work, [first, second])))).map(({ fate, askings }) => [
      fate.fate === 'unknown' && fate.reason,
      isAsked(askings),
    ]);
  const leave = (at: string) => db.owner.query(`update platform.mail set sent_at = $1 where recipient = 'post@lock.example'`, [at]);
  await plan(due);
  await send(tie.liverpool, due, [(await questionOf(first)).id]);
  const waits = await questionOf(first, 'sent');
  expect([waits.sentAt, waits.hasLeft]).toEqual([null, false]);
  expect(await reasons()).toEqual([
    ['not_asked', false],
    ['not_asked', false],
  ]);
  await leave('2024-07-30T10:00:00Z');
  expect((await questionOf(first, 'sent')).sentAt).toBe('2024-07-30T10:00:00.000Z');
  const token = await tokenTo('post@lock.example');
  // At six months one letter asks for both and waits; by the former letter the company says stop to one.
  const later = new Date('2024-10-31T09:00:00Z');
  await plan(later);
  const both = [(await questionOf(first)).id, (await questionOf(second)).id];
  expect(await send(tie.liverpool, later, both)).toMatchObject({ letters: 1, questions: 2 });
  await db.owner.query(
    `update platform.mail set attempts = 1, last_fault = '451 later' where recipient = 'post@lock.example' and sent_at is null`,
  );
  valueOf(await stop(token, soon, 'deal'));
  const { rows } = await db.owner.query(`select from platform.mail where recipient = 'post@lock.example' and sent_at is null`);
  expect(rows).toEqual([]);
  expect((await questionOf(first, 'stopped')).state).toBe('stopped');
  expect(await questionOf(second)).toMatchObject({ state: 'planned', months: 6, sentAt: null });
  expect(await reasons()).toEqual([
    ['stopped', true],
    ['not_asked', false],
  ]);
  expect(await send(tie.liverpool, later, [(await questionOf(second)).id])).toMatchObject({ letters: 1, questions: 1 });
  await db.as(owner, (work) => takeBackFollowUps(work, { officeId: office, followUpIds: [both[1] ?? expect.fail('none')] }));
});

test('through its chamber: the letter goes there, the chamber reads what it passed on and was answered, and nothing else', async () => {
  const { tie, company, deal, plan, send, letters, tokenTo, answer, edition } = world;
  const { owner } = tie.liverpool;
  const route = { route: 'through' as const, throughOffice: chamber.office };
  expect(refusal(await db.as(tie.stranger.owner, (work) => setEditionRoute(work, { editionId: edition.id, ...route })))).toBe(
    'expos.not_found',
  );
  valueOf(await db.as(owner, (work) => setEditionRoute(work, { editionId: edition.id, ...route })));
  const outcome = await deal(tie.liverpool, 'Buoys', await company(tie.liverpool, 'Buoy Ltd', 'post@buoy.example'));
  await plan(due);
  const question = await questionOf(outcome);
  // Who reads it at the chamber is the chamber's to know.
  expect(question).toMatchObject({ route: 'through', through: { id: chamber.office }, sentTo: null, remedy: null });
  const letter = await db.as(owner, (work) => previewFollowUp(work, { followUpId: question.id }, { origin }));
  expect(valueOf(letter).sentTo).toBe(null);
  await send(tie.liverpool, due, [question.id]);
  const { rows } = await db.owner.query<{ email: string }>('select email from accounts.account where id = $1', [chamber.owner]);
  const email = rows[0]?.email.toLowerCase() ?? '';
  expect((await letters()).some(({ recipient }) => recipient === 'post@buoy.example')).toBe(false);
  const [passedOn] = (await world.list(chamber, 'through')).entries;
  expect(passedOn).toMatchObject({ company: { en: { text: 'Buoy Ltd' } }, sentTo: null, person: null, answer: null });
  expect(refusal(await answer(await tokenTo(email), soon, { answer: 'kept' }))).toBe('ok');
  expect((await world.list(chamber, 'through')).entries[0]).toMatchObject({ answer: { answer: 'kept' } });
  expect((await world.list(chamber, 'sent')).entries).toEqual([]);
  // Back to the company itself, of what has not gone.
  const back = { officeId: tie.liverpool.office, followUpIds: [question.id], route: 'company' as const, throughOffice: null };
  expect(valueOf(await db.as(owner, (work) => routeFollowUps(work, back)))).toEqual({ changed: 0 });
  valueOf(await db.as(owner, (work) => setEditionRoute(work, { editionId: edition.id, route: 'company', throughOffice: null })));
});

test('of a delegation its office chooses the way, which goes before that of the edition; what is no visit of ours has none', async () => {
  const { tie, company, deal, plan, edition } = world;
  const { owner, office: officeId } = tie.liverpool;
  const nothing = { ends: null, level: null, ledBy: null, people: null, note: null, source: null };
  const visitOf = async (kind: 'visit' | 'event', name: string) =>
    valueOf(
      await db.as(owner, (work) =>
        addExchange(work, {
          ...{ tieId: tie.tieId, office: officeId, kind, domains: ['trade'], title: text(name), ...nothing },
          ...{ starts: { text: '2024-04', qualifier: 'exact' }, fromSide: kind === 'visit' ? 'a' : null },
        }),
      ),
    ).id;
  const [visit, event] = [await visitOf('visit', 'Spring delegation'), await visitOf('event', 'A forum')];
  const attributions = [
    { subjectKind: 'edition' as const, subjectId: edition.id, relation: 'related_to' as const },
    { subjectKind: 'exchange' as const, subjectId: visit, relation: 'result_of' as const },
  ];
  const outcome = await deal(tie.liverpool, 'Slipways', await company(tie.liverpool, 'Slip Ltd', 'post@slip.example'), { attributions });
  const route = { route: 'through' as const, throughOffice: chamber.office };
  const set = (by: TestOffice, exchangeId: string, to: object = {}) =>
    db.as(by.owner, (work) => setVisitRoute(work, { exchangeId, ...route, ...to }));
  expect(refusal(await set(tie.stranger, visit))).toBe('ties.exchange_not_found');
  expect(refusal(await set(tie.liverpool, event))).toBe('ties.exchange_not_found');
  expect(await set(tie.liverpool, visit, { throughOffice: null })).toMatchObject({ refusal: { problems: [{ path: ['throughOffice'] }] } });
  const firm = await db.foundOffice({ kind: 'company' });
  expect(await set(tie.liverpool, visit, { throughOffice: firm.office })).toMatchObject({
    refusal: { problems: [{ code: 'outcomes.route_through_company' }] },
  });
  const preview = (to: { readonly route: 'company' | 'through'; readonly throughOffice: TestOffice['office'] | null }) =>
    db.as(owner, (work) => previewVisitRoute({ ...work, now: due }, { exchangeId: visit, ...to }));
  expect(valueOf(await preview({ route: 'company', throughOffice: null })).companies).toMatchObject([
    { company: { en: { text: 'Slip Ltd' } }, sentTo: 'post@slip.example', questions: 1 },
  ]);
  expect(valueOf(await preview(route)).companies).toMatchObject([{ sentTo: null, remedy: null }]);
  expect(valueOf(await set(tie.liverpool, visit))).toEqual(route);
  const listed = valueOf(await db.as(owner, (work) => listEditionRoutes(work, { officeId, limit: 50 })));
  expect(listed.visits).toMatchObject([{ id: visit, route: 'through', through: { id: chamber.office } }]);
  await plan(due);
  expect(await questionOf(outcome)).toMatchObject({ route: 'through', through: { id: chamber.office } });
});

test('a paper is what its bytes say and stands with its hash; a program, another currency and an amount of nothing are refused and change nothing', async () => {
  const { tie, company, deal, plan, send, tokenTo, answer } = world;
  const outcome = await deal(tie.liverpool, 'Ropes', await company(tie.liverpool, 'Rope Ltd', 'post@rope.example'));
  await plan(due);
  await send(tie.liverpool, due, [(await questionOf(outcome)).id]);
  const token = await tokenTo('post@rope.example');
  const program = new File([new Uint8Array([0x4d, 0x5a, 1, 2])], 'order.pdf');
  const bad = await answer(token, soon, { file: program });
  expect(bad).toMatchObject({ refusal: { problems: [{ path: ['file'], code: 'evidence.file_program' }] } });
  // Everything at once.
  expect(await answer(token, soon, { file: program, amount: '500', currency: 'USD' })).toMatchObject({
    refusal: { problems: [{ code: 'outcomes.answer_in_other_currency' }, { code: 'evidence.file_program' }] },
  });
  expect(await answer(token, soon, { answer: 'kept', amount: '-1', currency: 'EUR' })).toMatchObject({
    refusal: { problems: [{ code: 'kernel.bad_decimal' }, { code: 'outcomes.answer_in_other_currency', params: { currency: 'GBP' } }] },
  });
  const read = () => db.as(tie.liverpool.owner, (work) => listFollowUpAnswers(work, { outcomeId: outcome }));
  expect(valueOf(await read()).entries).toEqual([]);
  expect(
    refusal(
      await answer(token, soon, {
        answer: 'partly',
        amount: '150000',
        currency: 'GBP',
        qualifier: 'about',
        file: new File(['Order 7'], 'order.txt'),
      }),
    ),
  ).toBe('ok');
  const [given] = valueOf(await read()).entries;
  expect([given?.answer, given?.qualifier, given?.paper?.name]).toEqual(['partly', 'about', 'order.txt']);
  // Of an outcome that is not public nothing becomes so, and the page says the company's name in the reader's language.
  expect(valueOf(await world.open(token, soon)).asked).toMatchObject({ isPublic: false, company: { en: { text: 'Rope Ltd' } } });
  const shown = valueOf(await db.as(tie.liverpool.owner, (work) => getOutcome(work, { outcomeId: outcome })));
  expect(shown.answered).toBe('partly');
  expect(
    valueOf(await db.as(chamber.owner, (work) => listOutcomes(work, { ownerOffice: tie.liverpool.office, limit: 200 }))).entries,
  ).toEqual([]);
  expect(given?.paper?.sha256).toMatch(/^[0-9a-f]{64}$/);
  // Whoever has the letter may answer again and again, up to a measure.
  for (let at = 1; at < 12; at += 1) expect(refusal(await answer(token, soon, { answer: 'not' }))).toBe('ok');
  expect(refusal(await answer(token, soon, { answer: 'not' }))).toBe('outcomes.answered_too_often');
});

test('an office sets after how long a silence it says so, for itself alone, and what is read of its outcomes follows', async () => {
  const { liverpool, stranger } = world.tie;
  const outcome = await world.deal(liverpool, 'Anchors', null);
  const quiet = async () => valueOf(await db.as(liverpool.owner, (work) => getOutcome(work, { outcomeId: outcome }))).quietSince;
  expect(await quiet()).toBe('2024-04');
  const set = (by: TestOffice) => db.as(by.owner, (work) => setFollowUpRule(work, { officeId: liverpool.office, quietMonths: null }));
  expect(valueOf(await set(liverpool))).toEqual({ quietMonths: null });
  expect(await quiet()).toBeNull();
  expect(refusal(await set(stranger))).toBe('kernel.forbidden');
});
