import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { asPublic, inWork, nobody, remember, rememberById, type Work } from '../work.ts';
import { queryOf, queryOfIds } from './query.ts';
import { read } from './read.ts';
import { statementsAsked } from './preparing-client.ts';
import { openTestDatabase, valueOf, type TestDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const reading = async <T>(use: (work: Work) => Promise<T>): Promise<T> =>
  valueOf(
    await inWork(db.database, { ...nobody(), account: (await db.foundOffice()).owner, onlyReads: true }, async (w) => ok(await use(w))),
  );

/** The instant at which the statement arrived: one statement, one instant. */
const arrived = ({ tx }: Work) => read(tx, sql<{ at: Date }>`select statement_timestamp() as at`);

test('what is asked for at once goes out as one statement, what waits for an answer as another', async () => {
  const [[first], [second], [third]] = await reading(async (work) => {
    const later = arrived(work).then(() => arrived(work));
    return Promise.all([arrived(work), Promise.resolve().then(() => arrived(work)), later]);
  });
  expect(first?.at).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
});

test('each asker is told its own rows in their order, or that there are none', async () => {
  const rows = await reading(({ tx }) =>
    Promise.all([
      read(tx, sql<{ n: number }>`select n from generate_series(1, 3) n order by n desc`),
      read(tx, sql<{ word: string }>`select ${'x"y'}::text as word where ${false}`),
      read(tx, sql<{ word: string; many: string[] }>`select ${'x"y'}::text as word, array['a', null] as many`),
    ]),
  );
  expect(rows).toEqual([[{ n: 3 }, { n: 2 }, { n: 1 }], [], [{ word: 'x"y', many: ['a', null] }]]);
});

test('a list that several ask with goes once, another one beside it by itself, whatever each takes it for', async () => {
  const ids = ['2', '1'];
  const numbers = queryOfIds((_, of: readonly string[]) => sql<{ n: number }>`select n from unnest(${of}::int[]) n order by n`);
  const words = queryOfIds(
    (_, of: readonly string[], end: string) => sql<{ word: string }>`select word || ${end} as word from unnest(${of}::text[]) word`,
  );
  const both = (second: readonly string[]) =>
    reading(({ tx }) => Promise.all([read(tx, numbers(ids)), read(tx, words(second, 'x')), read(tx, numbers(ids))]));
  const counted = [{ n: 1 }, { n: 2 }];
  expect(await both(ids)).toEqual([counted, [{ word: '2x' }, { word: '1x' }], counted]);
  expect(await both(['7'])).toEqual([counted, [{ word: '7x' }], counted]);
});

test('a query is made once and filled at each use, whatever stands beside it; about no ids nothing is asked', async () => {
  let built = 0;
  const numbers = queryOf((_, from: number, word: string) => {
    built += 1;
    return sql<{ n: number; word: string }>`select n, ${word}::text as word from generate_series(${from}::int, 3) n where ${from}::int < 9`;
  });
  const among = queryOfIds(
    (_, ids: readonly number[], most: number) => sql<{ id: number }>`select id from unnest(${ids}::int[]) id limit ${most}`,
  );
  const rows = await reading(({ tx }) =>
    Promise.all([
      read(tx, numbers(3, 'a')),
      read(tx, among([7, 8, 9], 2)),
      read(tx, sql<{ own: string }>`select ${'once'}::text as own`),
      read(tx, numbers(2, 'b')),
      read(tx, among([], 2)),
    ]),
  );
  expect(rows).toEqual([
    [{ n: 3, word: 'a' }],
    [{ id: 7 }, { id: 8 }],
    [{ own: 'once' }],
    [
      { n: 2, word: 'b' },
      { n: 3, word: 'b' },
    ],
    [],
  ]);
  expect(built).toBe(1);
  const before = statementsAsked();
  await reading(({ tx }) => read(tx, among([], 1)));
  expect(statementsAsked() - before).toBe(1);
});

test('a query that is made once and looks into its values is refused', () => {
  expect(() => queryOf((_, ids: readonly string[]) => sql`select ${ids.map((id) => id)}`)(['a'])).toThrow();
  expect(() => queryOf((_, word: string) => sql`select ${`%${word}%`}`)('a')).toThrow(/depends on its values/);
  expect(() => queryOf((_, { id }: { readonly id: string }) => sql`select ${id}`)({ id: 'a' })).toThrow(/takes a value apart/);
});

test('where one of them fails none is answered', async () => {
  await expect(reading(({ tx }) => Promise.all([read(tx, sql`select 1`), read(tx, sql`select 1 / 0`)]))).rejects.toThrow(
    /division by zero/,
  );
});

test('a transaction that only reads asks for a thing once, for all who ask beside each other; the database refuses to let it write, and what has to is run anew without memory', async () => {
  const asked: (readonly string[])[] = [];
  const things = rememberById<string, string>(async (_work, ids) => {
    asked.push(ids);
    return new Map(ids.filter((id) => id !== 'gone').map((id) => [id, id.toUpperCase()]));
  });
  const found = await reading(async (work) => {
    remember(work, things, new Map([['z', 'known']]));
    const [both] = await Promise.all([things(work, ['a', 'b', 'a']), things(work, ['b', 'gone', 'z'])]);
    return [both, await things(work, ['gone', 'z', 'b']), await things(await asPublic(work), ['a'])];
  });
  expect(asked).toEqual([['a', 'b', 'gone'], ['a']]);
  expect(found.map((batch) => Object.fromEntries(batch))).toEqual([{ a: 'A', b: 'B' }, { z: 'known', b: 'B' }, { a: 'A' }]);
});

test('a transaction that may write reads anew each time', async () => {
  let loads = 0;
  const things = rememberById<string, number>(async (_work, ids) => new Map(ids.map((id) => [id, ++loads])));
  const { owner } = await db.foundOffice();
  const twice = await db.as(owner, async (work) => ok([await things(work, ['a']), await things(work, ['a'])]));
  expect(valueOf(twice).map((batch) => batch.get('a'))).toEqual([1, 2]);
});

test('what only reads can neither write nor lock: the database refuses', async () => {
  const refused = { code: '25006' };
  await expect(reading(({ tx }) => sql`delete from platform.idempotent_answer`.execute(tx))).rejects.toMatchObject(refused);
  await expect(reading(({ tx }) => sql`select 1 from meetings.schedule for update`.execute(tx))).rejects.toMatchObject(refused);
});
