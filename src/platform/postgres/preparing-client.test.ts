import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test('a statement that comes again keeps its plan, one that does not is not kept; both answer alike', async () => {
  const seen = valueOf(
    await db.as(null, async ({ tx }) => {
      const answers: number[] = [];
      for (let n = 0; n < 5; n += 1) answers.push((await sql<{ n: number }>`select ${n}::int + 1000 as n`.execute(tx)).rows[0]?.n ?? 0);
      await sql`select ${1}::int + 2000 as n`.execute(tx);
      const kept = await sql<{ statement: string; runs: number }>`
        select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement like '%000 as n'`.execute(
        tx,
      );
      return { ok: true, value: { answers, kept: kept.rows } };
    }),
  );
  expect(seen.answers).toEqual([1000, 1001, 1002, 1003, 1004]);
  expect(seen.kept).toEqual([{ statement: 'select $1::int + 1000 as n', runs: 3 }]);
});

test('a kept statement that fails does not spoil the next one', async () => {
  const divided = (by: number) =>
    db.as(null, async ({ tx }) => ({ ok: true, value: (await sql`select 12 / ${by}::int as n`.execute(tx)).rows }));
  for (let n = 0; n < 4; n += 1) expect(valueOf(await divided(3))).toEqual([{ n: 4 }]);
  await expect(divided(0)).rejects.toThrow('division by zero');
  expect(valueOf(await divided(4))).toEqual([{ n: 3 }]);
});

test('several statements in one text stay what they are, however often they come', async () => {
  for (let n = 0; n < 5; n += 1) {
    const seen = await db.database.appPool.query('select 1 as one; select 2 as two', []);
    expect(Array.isArray(seen)).toBe(true);
  }
});
