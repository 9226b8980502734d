import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import type { OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { statementsAsked } from './preparing-client.ts';
import { bindOffices, inWork, newId, nobody, type Work } from '../work.ts';
import { marksOf, thingMarked } from './said-again.ts';
import { ownTestDatabase, valueOf } from './test-database.ts';

const { database } = await ownTestDatabase();

const reading = <T>(use: (work: Work) => Promise<T>) =>
  inWork(database, { ...nobody(), onlyReads: true }, async (work) => ok(await use(work))).then(valueOf);

const first = ({ tx }: Work, of: string) => sql`select ${of}::text as first`.execute(tx);
const second = ({ tx }: Work, of: string) => sql<{ second: string }>`select ${of}::text as second`.execute(tx);

/** Whether the second question was on its way already when it was asked. */
const foreseen = (begins: string, goesOn: string, between: (work: Work) => Promise<unknown> = () => Promise.resolve()) =>
  reading(async (work) => {
    await first(work, begins);
    await between(work);
    const before = statementsAsked();
    const { rows } = await second(work, goesOn);
    expect(rows).toEqual([{ second: goesOn }]);
    return statementsAsked() === before;
  });

/** Statements are foreseen once they are known to come again. */
const learn = async (begins: string, goesOn: string): Promise<void> => {
  for (let n = 0; n < 4; n += 1) await foreseen(begins, goesOn);
};

test('what followed a first statement last time goes with it, and what is asked otherwise is asked', async () => {
  expect(await foreseen('a', 'x')).toBe(false);
  await learn('a', 'x');
  expect(await foreseen('a', 'x')).toBe(true);
  // Twice alike, and it is known to come.
  expect(await foreseen('a', 'y')).toBe(false);
  expect(await foreseen('a', 'y')).toBe(false);
  expect(await foreseen('a', 'y')).toBe(true);
  expect(await foreseen('b', 'y')).toBe(false);
});

test('what is asked with other values each time is only watched, until it is asked alike twice', async () => {
  const other = ({ tx }: Work, of: string) => sql<{ other: string }>`select ${of}::text as other`.execute(tx);
  const sent = (of: string) =>
    reading(async (work) => {
      const before = statementsAsked();
      await first(work, 'f');
      await other(work, of);
      return statementsAsked() - before;
    });
  for (let n = 0; n < 6; n += 1) await sent(`time ${n}`);
  expect(await sent('time 6')).toBe(2);
  for (let n = 0; n < 4; n += 1) await sent('alike');
  expect(await sent('alike')).toBe(2);
  expect(await sent('time 7')).toBe(3);
});

test('an answer that was on its way under other rights is not taken', async () => {
  await learn('c', 'x');
  expect(await foreseen('c', 'x', (work) => bindOffices(work, [newId() as OfficeId], []))).toBe(false);
});

test('what is asked after a setting has changed is not taken from before it', async () => {
  await learn('g', 'x');
  const setting = ({ tx }: Work) => sql`select set_config('pg_trgm.similarity_threshold', ${'0.25'}, true)`.execute(tx);
  for (let n = 0; n < 3; n += 1) expect(await foreseen('g', 'x', setting)).toBe(false);
});

test('after a reading that failed, whoever uses its connection next is answered', async () => {
  const fails = () => reading(({ tx }) => sql`select 1 / ${'0'}::int as n`.execute(tx)).catch(() => 'failed');
  for (let n = 0; n < 3; n += 1) {
    expect(await fails()).toBe('failed');
    expect(await foreseen('h', 'x', (work) => bindOffices(work, [newId() as OfficeId], []))).toBe(false);
  }
});

test('what is known is asked for with the marks of now; of what nobody knows any more nothing is foreseen', async () => {
  const mark = (n: number) => String(n).repeat(32);
  const marked = ({ tx }: Work) => sql<{ marks: readonly string[] }>`select ${marksOf('foreseen')}::text[] as marks`.execute(tx);
  const look = () =>
    reading(async (work) => {
      await first(work, 'e');
      const before = statementsAsked();
      const { rows } = await marked(work);
      return [rows[0]?.marks, statementsAsked() === before];
    });
  for (let n = 0; n < 4; n += 1) expect(await look()).toEqual([[], false]);
  thingMarked('foreseen', `${mark(1)}[1]`);
  expect(await look()).toEqual([[mark(1)], false]);
  expect(await look()).toEqual([[mark(1)], true]);
  thingMarked('foreseen', `${mark(2)}[2]`);
  expect(await look()).toEqual([[mark(1), mark(2)], true]);
});

test('what is foreseen and fails by now spoils nothing', async () => {
  const before = new Date(Date.now() + 1500).toISOString();
  const failsLater = ({ tx }: Work) =>
    sql`select 1 / case when clock_timestamp() < ${before}::timestamptz then 1 else 0 end as n`.execute(tx);
  for (let n = 0; n < 5; n += 1) await reading(async (work) => [await first(work, 'd'), await failsLater(work)]);
  await pause(Date.parse(before) - Date.now() + 10);
  expect(await foreseen('d', 'x')).toBe(false);
});
