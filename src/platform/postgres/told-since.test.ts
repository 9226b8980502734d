import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { inWork, nobody, type Work } from '../work.ts';
import { thingSince } from './said-again.ts';
import { openTestDatabase, valueOf, type TestDatabase } from './test-database.ts';
import { asLines, linesReader, numberOrNull, orNull, toldSince } from './told-since.ts';

let db: TestDatabase;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());

const working = async <T>(use: (work: Work) => Promise<T>): Promise<T> =>
  valueOf(await inWork(db.database, nobody(), async (w) => ok(await use(w))));

const readThings = linesReader(([word = '', number = '', flag = '']) => ({
  word: orNull(word),
  number: numberOrNull(number),
  flag: flag === 'true',
}));

test('a list is written out for who does not know it, and again once a row was added, changed to something or back, or deleted', async () => {
  await working(async ({ tx }) => {
    await sql`create temporary table thing (word text, number int, flag boolean) on commit drop`.execute(tx);
    const told = asLines(sql`select word, number, flag from thing order by word`, ['word', 'number', 'flag']);
    let written = 0;
    const list = () =>
      thingSince(
        'things',
        async (known) => {
          const column = toldSince({ rows: [sql`select ctid, xmin from thing`], told }, known);
          return (await sql<{ readonly told: string }>`select ${column} as told`.execute(tx)).rows[0]?.told ?? '';
        },
        (text) => {
          written += 1;
          return readThings(text);
        },
      );
    expect(await list()).toEqual([]);
    expect(await list()).toEqual([]);
    expect(written).toBe(1);
    await sql`insert into thing values ('a', 1, true), ('b', null, false), (null, 3, null)`.execute(tx);
    const first = await list();
    expect(first).toEqual([
      { word: 'a', number: 1, flag: true },
      { word: 'b', number: null, flag: false },
      { word: null, number: 3, flag: false },
    ]);
    expect(await list()).toBe(first);
    expect(written).toBe(2);
    await sql`update thing set number = 2 where word = 'a'`.execute(tx);
    expect((await list())[0]).toEqual({ word: 'a', number: 2, flag: true });
    await sql`update thing set number = 1 where word = 'a'`.execute(tx);
    expect(await list()).toEqual(first);
    await sql`delete from thing where word = 'a'`.execute(tx);
    expect(await list()).toEqual(first.slice(1));
  });
});
