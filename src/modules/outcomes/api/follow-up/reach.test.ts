// Twenty questions, a hundred at full size, are sent, answered, answered twice, late, bounced, forwarded, guessed and stopped: each ends as the rule says.
import { expect, test } from 'vitest';
import { refuseLater } from '#platform/mail/outbox.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { ok } from '#kernel/result.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { openAsking } from './asking-fixture.ts';
import { fatesOf } from './fates.ts';
import { listFollowUpAnswers } from './list-answers.ts';

const db = await ownTestDatabase();
const world = await openAsking(db);

const sentOn = new Date('2024-07-30T09:00:00Z');
const soon = new Date('2024-08-05T09:00:00Z');
const afterwards = new Date('2024-09-30T09:00:00Z');

/** At full size (`npm run trust`) a hundred questions, else twenty. */
const times = process.env['HANSA_ROUNDS'] === undefined ? 1 : 5;

const refusal = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => result.refusal?.code ?? 'ok';

test(`of ${20 * times} questions each ends as the rule says`, async () => {
  const { tie, company, deal, plan, list, send, tokenTo, open, answer, stop } = world;
  const { liverpool } = tie;
  const numbers = Array.from({ length: 20 * times }, (_, at) => at);
  /** So many twentieths from there on. */
  const some = (from: number, until: number) => numbers.slice(from * times, until * times);
  const address = (n: number) => `firm${n}@example.org`;
  const outcomes: OutcomeId[] = [];
  for (const n of numbers) outcomes.push(await deal(liverpool, `Deal ${n}`, await company(liverpool, `Firm ${n}`, address(n))));
  expect(await plan(new Date('2024-07-29T09:00:00Z'))).toBe(0);
  expect(await plan(sentOn)).toBe(20 * times);
  expect(await plan(sentOn)).toBe(0);
  expect(await send(liverpool, sentOn)).toMatchObject({ letters: 20 * times, questions: 20 * times, left: [] });
  // Two who press at once send one letter: what has gone is not due.
  const sent = await list(liverpool, 'sent');
  expect(
    await send(
      liverpool,
      sentOn,
      sent.entries.slice(0, 3).map(({ id }) => id),
    ),
  ).toMatchObject({ letters: 0, left: [{ why: 'not_due' }, {}, {}] });

  const tokens: string[] = [];
  for (const n of numbers) tokens.push(await tokenTo(address(n)));
  const token = (n: number): string => tokens[n] ?? '';
  // Mail servers and scanners open every link: nothing is recorded by it.
  for (const n of numbers)
    expect(await open(token(n), soon)).toMatchObject({ ok: true, value: { state: 'open', asked: { answer: null } } });
  for (const n of some(0, 6)) expect(refusal(await answer(token(n), soon, {}))).toBe('ok');
  for (const n of some(6, 9))
    expect(refusal(await answer(token(n), soon, { answer: 'partly', amount: '150000', currency: 'GBP', differs: ['less'] }))).toBe('ok');
  for (const n of some(9, 11)) expect(refusal(await answer(token(n), soon, { answer: 'not' }))).toBe('ok');
  for (const n of some(11, 12)) expect(refusal(await answer(token(n), soon, { answer: 'cannot_say', anyway: 'cannot_say' }))).toBe('ok');
  // Answered twice, the second time by a colleague to whom the letter was forwarded: the last counts.
  for (const n of some(0, 1)) expect(refusal(await answer(token(n), soon, { answer: 'not', saidBy: 'A colleague' }))).toBe('ok');
  // Late: after thirty days nothing is recorded.
  for (const n of some(12, 14)) expect(refusal(await answer(token(n), afterwards, {}))).toBe('outcomes.follow_up_expired');
  expect(await open(token(12 * times), afterwards)).toMatchObject({ value: { state: 'expired', asked: null } });
  // Bounced.
  await db.owner.query(`update platform.mail set sent_at = '2024-07-30T09:05:00Z'`);
  const { rows: mails } = await db.owner.query<{ id: string; recipient: string }>('select id, recipient from platform.mail');
  for (const n of some(14, 16))
    await refuseLater(db.database, mails.find(({ recipient }) => recipient === address(n))?.id ?? '', 'no such user');
  // Guessed.
  for (const guess of ['', 'x', `hansa_followup_${'x'.repeat(43)}`, token(0).slice(0, -1)])
    expect(refusal(await answer(guess, soon, {}))).toBe('outcomes.follow_up_not_found');
  // Stopped.
  for (const n of some(16, 18)) expect(await stop(token(n), soon, 'company')).toMatchObject({ value: { state: 'stopped' } });
  // One that answered wants no more letters either: the answer stays, and its office reads both.
  for (const n of some(0, 1)) valueOf(await stop(token(n), soon, 'company'));

  const told = valueOf(await db.as(liverpool.owner, async (work) => ok(await fatesOf(work, outcomes))));
  const ends = Map.groupBy(told, ({ fate }) => (fate.fate === 'unknown' ? fate.reason : fate.fate));
  expect(Object.fromEntries([...ends].map(([end, of]) => [end, of.length]))).toEqual({
    ...{
      kept: 5 * times,
      partly: 3 * times,
      not: 3 * times,
      cannot_say: times,
      no_answer: 4 * times,
      returned: 2 * times,
      stopped: 2 * times,
    },
  });
  // Who wants no more letters may still answer the one they have, and gets none all the same.
  expect(refusal(await answer(token(16 * times), soon, { answer: 'kept' }))).toBe('ok');
  expect(await open(token(16 * times), soon)).toMatchObject({ value: { state: 'stopped', asked: { answer: { answer: 'kept' } } } });
  const ofFirst = valueOf(
    await db.as(liverpool.owner, (work) => listFollowUpAnswers(work, { outcomeId: outcomes[0] ?? ('' as OutcomeId) })),
  );
  expect(ofFirst.stopped).toEqual({ covers: 'company', at: soon.toISOString() });
  expect((await list(liverpool, 'sent')).entries.find(({ outcomeId }) => outcomeId === outcomes[0])).toMatchObject({
    ...{ remedy: 'stopped', answer: { answer: 'not' } },
  });
  const [first] = ofFirst.entries;
  expect(first).toMatchObject({ answer: 'not', saidFor: 'Firm 0', saidBy: 'A colleague', isReplaced: false, months: 3 });
  // Nobody but the office reads them.
  expect(
    valueOf(await db.as(tie.stranger.owner, (work) => listFollowUpAnswers(work, { outcomeId: outcomes[0] ?? ('' as OutcomeId) }))).entries,
  ).toEqual([]);

  // At six months: who stopped is not asked, nor by another office that has the same company under another address.
  const { shanghai } = tie;
  const [before, half] = [(await world.letters()).length, new Date('2024-10-31T09:00:00Z')];
  const elsewhere = await company(shanghai, `Firm ${16 * times}`, 'other@example.org');
  await deal(shanghai, 'Their deal', elsewhere);
  const byAddress = await company(shanghai, 'Firm eighty-one, renamed', address(17 * times));
  await deal(shanghai, 'Another deal', byAddress);
  expect(await plan(half)).toBe(20 * times + 2);
  const theirs = await send(shanghai, half);
  expect(theirs).toMatchObject({ letters: 0, left: [{ why: 'stopped' }, { why: 'stopped' }] });
  const ours = await send(liverpool, half);
  expect(ours.questions).toBe(17 * times);
  const since = (await world.letters()).slice(0, (await world.letters()).length - before).map(({ recipient }) => recipient);
  expect(since).toHaveLength(17 * times);
  for (const n of [...some(16, 18), ...some(0, 1)]) expect(since).not.toContain(address(n));
  expect(since).not.toContain('other@example.org');
}, 120_000);
