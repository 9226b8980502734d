import { CompiledQuery, sql } from 'kysely';
import { expect, test } from 'vitest';
import { actorChanged, sessionAhead, statementsAsked } from './preparing-client.ts';
import { ownTestDatabase, valueOf } from './test-database.ts';

const db = await ownTestDatabase();

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

test('a list of values is one array: its statement has one text, however long it is', async () => {
  const texts = await db.as(null, async ({ tx }) => {
    const of = (words: readonly string[]) => tx.selectFrom('platform.search_term').select('slug').where('slug', 'in', words);
    const without = (words: readonly string[]) => tx.selectFrom('accounts.office').select('slug').where('slug', 'not in', words);
    const { slug } = await sql<{ slug: string }>`select 'a"b,c' as slug`.execute(tx).then(({ rows }) => rows[0] ?? { slug: '' });
    expect(await of([slug, 'd']).execute()).toEqual([]);
    expect(await of([]).execute()).toEqual([]);
    expect((await without([]).execute()).length).toBe((await tx.selectFrom('accounts.office').select('slug').execute()).length);
    return { ok: true, value: [of(['a']), of(['a', 'b', 'c']), without(['a'])].map((query) => query.compile().sql) };
  });
  expect(valueOf(texts)).toEqual([
    'select "slug" from "platform"."search_term" where "slug" = any ($1)',
    'select "slug" from "platform"."search_term" where "slug" = any ($1)',
    'select "slug" from "accounts"."office" where "slug" <> all ($1)',
  ]);
});

test('the beginning of a transaction goes with its first statement', async () => {
  const count = async (use: () => Promise<unknown>): Promise<number> => {
    const before = statementsAsked();
    await use();
    return statementsAsked() - before;
  };
  expect(await count(() => db.as(null, ({ tx }) => sql`select 1`.execute(tx).then((value) => ({ ok: true, value }))))).toBe(2);
  const { app } = db.database;
  const level = (parameter: number) =>
    app.transaction().execute(async (tx) => {
      await sql`select ${parameter}::int`.execute(tx);
      await sql`savepoint still_in_it`.execute(tx);
    });
  expect(await count(() => level(1))).toBe(3);
  expect(await count(() => app.transaction().execute(() => Promise.resolve()))).toBe(0);
  await expect(app.transaction().execute((tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow('division by zero');
  expect(await sql<{ n: number }>`select 1 as n`.execute(app).then(({ rows }) => rows)).toEqual([{ n: 1 }]);
});

test('where what goes ahead of a statement fails, the statement does, and the connection goes on', async () => {
  const { looks } = db.database;
  const read = (...session: readonly [string, string, string] | readonly []) =>
    looks
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        if (session.length > 0) await tx.executeQuery(CompiledQuery.raw(sessionAhead, [...session]));
        return (await sql<{ n: number }>`select ${7}::int as n`.execute(tx)).rows;
      });
  const account = crypto.randomUUID();
  for (let n = 0; n < 4; n += 1) {
    await expect(read('no session', account, 'as somebody')).rejects.toMatchObject({ code: actorChanged });
    expect(await read('no session', account, '(,,{},{})')).toEqual([{ n: 7 }]);
    expect(await read()).toEqual([{ n: 7 }]);
  }
  const asksNothing = looks
    .transaction()
    .execute((tx) => tx.executeQuery(CompiledQuery.raw(sessionAhead, ['no session', account, 'as somebody'])));
  await expect(asksNothing).rejects.toMatchObject({ code: actorChanged });
  expect(await read()).toEqual([{ n: 7 }]);
});

test('a transaction that only read has ended soon after, also where it failed and nobody uses its connection', async () => {
  const look = (by: number) =>
    db.database.looks
      .transaction()
      .setAccessMode('read only')
      .execute((tx) => sql`select 12 / ${by}::int as n, (select count(*) from accounts.office)`.execute(tx));
  const locks = async (): Promise<void> => {
    await db.owner.query(`begin; set local lock_timeout = '10s'; lock table accounts.office in access exclusive mode; commit`);
  };
  const before = statementsAsked();
  await look(3);
  expect(statementsAsked() - before).toBe(1);
  await locks();
  await expect(look(0)).rejects.toThrow('division by zero');
  await locks();
  expect((await look(4)).rows).toMatchObject([{ n: 3 }]);
});

test('what a connection keeps prepared is bounded: long texts are not kept, what was used longest ago gives way', async () => {
  const texts = Array.from({ length: 80 }, (_, at) => `select $1::int + ${'0 + '.repeat(960)}${at} as n`);
  const kept = valueOf(
    await db.as(null, async ({ tx }) => {
      const ask = (text: string) => tx.executeQuery<{ n: number }>(CompiledQuery.raw(text, [1]));
      for (const text of [...texts, `${texts[0]} ${' '.repeat(16 * 1024)}`]) for (let n = 0; n < 4; n += 1) await ask(text);
      const { rows } = await sql<{
        statement: string;
      }>`select statement from pg_prepared_statements where statement like '%0 + 0 + %'`.execute(tx);
      expect((await ask(texts[0] ?? '')).rows).toEqual([{ n: 1 }]);
      return { ok: true, value: rows.map(({ statement }) => statement) };
    }),
  );
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.join('').length).toBeLessThanOrEqual(256 * 1024);
  expect(kept).toContain(texts[79]);
  expect(kept).not.toContain(texts[0]);
  expect(Math.max(...kept.map(({ length }) => length))).toBeLessThanOrEqual(16 * 1024);
});
