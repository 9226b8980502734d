import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostTries } from '#platform/mail/outbox.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { openAsking, origin } from './asking-fixture.ts';
import { sendFollowUps } from './ask.ts';
import { listFollowUpAnswers } from './list-answers.ts';

let db: TestDatabase;
let world: Awaited<ReturnType<typeof openAsking>>;
const [onTime, late] = [new Date('2027-05-03T09:00:00Z'), new Date('2028-05-03T09:00:00Z')];
beforeAll(async () => {
  db = await openTestDatabase();
  world = await openAsking(db);
});
afterAll(() => db.close());

const asked = async (name: string, email: string) => {
  const { liverpool } = world.tie;
  return world.deal(liverpool, name, await world.company(liverpool, `${name} Ltd`, email));
};
const rowOf = async (outcome: string, which: 'due' | 'sent' | 'stopped') =>
  (await world.list(world.tie.liverpool, which)).entries.find(({ outcomeId }) => outcomeId === outcome);
const send = (now: Date, ids: readonly (string | undefined)[], confirmed?: Asked<'sendFollowUps'>['confirmed']) => {
  const { office, owner } = world.tie.liverpool;
  const followUpIds = ids as Asked<'sendFollowUps'>['followUpIds'];
  return db.as(owner, (work) =>
    sendFollowUps({ ...work, now }, { officeId: office, followUpIds, ...(confirmed === undefined ? {} : { confirmed }) }, { origin }),
  );
};

test('the last question goes out a year after it fell due only where somebody means it to; an earlier one that was overtaken does not go out', async () => {
  const outcome = await asked('Cranes', 'post@cranes.example');
  await world.plan(new Date('2024-08-03T09:00:00Z'));
  const early = (await rowOf(outcome, 'due'))?.id;
  await world.plan(onTime);
  const last = await rowOf(outcome, 'due');
  expect(last).toMatchObject({ months: 36, due: '2027-04-30' });
  expect(valueOf(await send(onTime, [early])).left).toEqual([{ id: early, why: 'not_due' }]);
  expect(await send(late, [last?.id])).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.follow_ups_late', params: { count: 1 } }] },
  });
  expect(await world.letters()).toEqual([]);
  expect(valueOf(await send(late, [last?.id], ['outcomes.follow_ups_late']))).toMatchObject({ letters: 1, questions: 1 });
});

test('who calls kept what is less than announced is asked whether it was in part, and is not asked of anything else', async () => {
  await asked('Pumps', 'post@pumps.example');
  await world.plan(onTime);
  const due = (await world.list(world.tie.liverpool, 'due')).entries.find(({ sentTo }) => sentTo === 'post@pumps.example');
  valueOf(await send(onTime, [due?.id]));
  const token = await world.tokenTo('post@pumps.example');
  const kept = { answer: 'kept', amount: '30000', currency: 'GBP' } as const;
  const answer = (said: Parameters<typeof world.answer>[2]) => world.answer(token, onTime, said);
  expect(await answer(kept)).toMatchObject({ refusal: { kind: 'asks', questions: [{ code: 'outcomes.kept_is_less' }] } });
  // Whatever is wrong besides is told first.
  expect(await answer({ ...kept, currency: 'EUR' })).toMatchObject({
    refusal: { problems: [{ code: 'outcomes.answer_in_other_currency' }] },
  });
  expect(valueOf(await world.open(token, onTime)).asked?.answer).toBeNull();
  expect(valueOf(await answer({ ...kept, confirmed: ['outcomes.kept_is_less'] })).asked?.answer).toMatchObject({ answer: 'kept' });
  for (const said of [
    { ...kept, answer: 'partly' },
    { ...kept, amount: '240000.00' },
    { ...kept, amount: '250000' },
    { answer: 'kept' },
  ] as const)
    expect((await answer(said)).ok).toBe(true);
});

test('a letter whose tries are used up says so, waits for nothing and can be sent again', async () => {
  const outcome = await asked('Dredgers', 'post@dredgers.example');
  await world.plan(onTime);
  const id = (await rowOf(outcome, 'due'))?.id;
  valueOf(await send(onTime, [id]));
  expect(await rowOf(outcome, 'sent')).toMatchObject({ state: 'sent', hasLeft: false, remedy: null });
  const giveUp = `update platform.mail set attempts = $1, last_fault = 'connection refused' where recipient = 'post@dredgers.example'`;
  await db.owner.query(giveUp, [mostTries]);
  expect(await rowOf(outcome, 'sent')).toMatchObject({ hasLeft: false, remedy: 'not_sent', fault: 'connection refused' });
  expect(valueOf(await send(onTime, [id]))).toMatchObject({ letters: 1, left: [] });
  expect(await rowOf(outcome, 'sent')).toMatchObject({ remedy: null, fault: null });
});

test('who said stop by a link takes it back by the same link, and what waited for the company waits again; nobody else can', async () => {
  const { liverpool } = world.tie;
  const first = await asked('Ferries', 'post@ferries.example');
  const second = await world.deal(liverpool, 'More ferries', await world.company(liverpool, 'Ferries Ltd', 'other@ferries.example'));
  await world.plan(onTime);
  valueOf(await send(onTime, [(await rowOf(first, 'due'))?.id]));
  const token = await world.tokenTo('post@ferries.example');
  expect(await world.resume(token, onTime)).toMatchObject({ refusal: { code: 'outcomes.nothing_stopped' } });
  expect(valueOf(await world.stop(token, onTime, 'company'))).toMatchObject({ state: 'stopped', asked: { mayResume: true } });
  const other = (await rowOf(second, 'due'))?.id;
  expect(valueOf(await send(onTime, [other]))).toMatchObject({ letters: 0, left: [{ why: 'stopped' }] });
  expect((await rowOf(second, 'stopped'))?.id).toBe(other);
  const read = () => db.as(liverpool.owner, (work) => listFollowUpAnswers(work, { outcomeId: first }));
  expect(valueOf(await read()).stopped).toMatchObject({ covers: 'company' });

  expect(valueOf(await world.resume(token, onTime))).toMatchObject({ state: 'open', asked: { mayResume: false } });
  expect(valueOf(await read()).stopped).toBeNull();
  expect(await rowOf(first, 'sent')).toMatchObject({ state: 'sent' });
  expect((await rowOf(second, 'due'))?.remedy).toBeNull();
  expect(valueOf(await send(onTime, [other]))).toMatchObject({ letters: 1 });
  expect(await world.resume('hansa_followup_guessed', onTime)).toMatchObject({ refusal: { code: 'outcomes.follow_up_not_found' } });
});
