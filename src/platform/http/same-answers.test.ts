import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { Heard } from '../postgres/heard.ts';
import { statementsAsked } from '../postgres/preparing-client.ts';
import { marksOf, thingMarked } from '../postgres/said-again.ts';
import { ownTestDatabase, valueOf } from '../postgres/test-database.ts';
import { bindOffices, inWork, saysAgain, type Work } from '../work.ts';
import { createSameAnswers } from './same-answers.ts';

const db = await ownTestDatabase();
const account = (await db.foundOffice()).owner;
const caller = { account, session: null, language: 'en', requestId: 'test', onlyReads: true } as const;

const name = async ({ tx }: Work): Promise<string> =>
  (await sql<{ name: string }>`select name from accounts.account where id = ${account}`.execute(tx)).rows[0]?.name ?? 'nobody';
const rename = (to: string) => db.owner.query('update accounts.account set name = $1 where id = $2', [to, account]);

/** Asks in the way of a steady procedure: what is answered, and whether it was made for that. */
function asking(use: (work: Work) => Promise<string>) {
  const same = createSameAnswers();
  return async (): Promise<readonly [text: string, way: 'made' | 'same']> => {
    const given = await same.again('key', (before) => saysAgain(db.database, { ...caller, requestId: String(Math.random()) }, before));
    if (given !== null) return [given.text, 'same'];
    const [heard, before] = [new Heard(), same.lastText('key')];
    const text = valueOf(await inWork(db.database, { ...caller, heard }, async (work) => ok(await use(work))));
    same.keep('key', { text, version: undefined, nextCursor: undefined, heard }, before);
    return [text, 'made'];
  };
}

test('what came twice alike is given a third time unmade, until the database says something else', async () => {
  const ask = asking(name);
  await rename('Ada');
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
    ['Ada', 'made'],
    ['Ada', 'made'],
    ['Ada', 'same'],
    ['Ada', 'same'],
  ]);
  await rename('Grace');
  expect([await ask(), await ask(), await ask()]).toEqual([
    ['Grace', 'made'],
    ['Grace', 'made'],
    ['Grace', 'same'],
  ]);
});

test('all of it is asked: a later statement, and under the rights that it was read with', async () => {
  const readsAs = async ({ tx }: Work): Promise<string> =>
    (await sql<{ reads: string }>`select current_setting('hansa.reads') as reads where ${account}::uuid is not null`.execute(tx)).rows[0]
      ?.reads ?? '';
  const ask = asking(async (work) => {
    const first = await readsAs(work);
    await bindOffices(work, [], []);
    return `${first} ${await readsAs(work)} ${await name(work)}`;
  });
  for (let n = 0; n < 3; n += 1) await ask();
  const before = statementsAsked();
  const [text, way] = await ask();
  expect([way, text.endsWith('} {} Grace')]).toEqual(['same', true]);
  // Who asks, and the three that are written down.
  expect(statementsAsked() - before).toBe(4);
  await rename('Mary');
  expect((await ask())[0].endsWith('} {} Mary')).toBe(true);
});

test('who may no longer ask is not given what they were given', async () => {
  const ask = asking(name);
  for (let n = 0; n < 3; n += 1) await ask();
  await db.owner.query('update accounts.account set disabled_at = now() where id = $1', [account]);
  expect(await ask()).toEqual(['nobody', 'made']);
  await db.owner.query('update accounts.account set disabled_at = null where id = $1', [account]);
  expect(await ask()).toEqual(['Mary', 'made']);
});

test('what holds until an instant, or was not written down whole, is made each time', async () => {
  const over = asking((work) => {
    work.heard?.holdsUntil(work.now.getTime());
    return name(work);
  });
  const several = asking(async (work) => {
    await sql`select 1; select 2`.execute(work.tx);
    return name(work);
  });
  const soon = asking((work) => {
    work.heard?.holdsUntil(work.now.getTime() + 60_000);
    return name(work);
  });
  for (let n = 0; n < 3; n += 1) expect([(await over())[1], (await several())[1]]).toEqual(['made', 'made']);
  for (let n = 0; n < 3; n += 1) expect((await soon())[1]).toBe(n < 2 ? 'made' : 'same');
});

test('an answer that is never the same twice costs no second asking', async () => {
  let turn = 0;
  const ask = asking(async (work) => `${await name(work)} ${(turn += 1)}`);
  await ask();
  const before = statementsAsked();
  expect(await ask()).toEqual(['Mary 2', 'made']);
  // Who asks, and the one statement.
  expect(statementsAsked() - before).toBe(2);
});

test('of several made at once none is kept: what they would have known of each other makes the way shorter', async () => {
  const ask = asking(name);
  const ways = (await Promise.all([ask(), ask(), ask()])).map(([, way]) => way);
  expect([...ways, (await ask())[1], (await ask())[1]]).toEqual(['made', 'made', 'made', 'made', 'same']);
});

test('what is known by its mark by now is asked with it, though nothing was known when the answer was made', async () => {
  let known = '';
  const list = String(Math.random());
  const ask = asking(async ({ tx }) => {
    const { rows } = await sql<{
      told: string;
    }>`select case when m.mark = any (${marksOf(list)}::text[]) then m.mark else m.mark || '"long"' end as told
      from (select md5(name) as mark from accounts.account where id = ${account}) m`.execute(tx);
    known = rows[0]?.told ?? '';
    return 'an answer';
  });
  for (let n = 0; n < 2; n += 1) await ask();
  expect((await ask())[1]).toBe('same');
  expect(thingMarked<string>(list, known)?.thing).toBe('long');
  expect([(await ask())[1], known.length]).toEqual(['made', 32]);
  expect((await ask())[1]).toBe('same');
});
