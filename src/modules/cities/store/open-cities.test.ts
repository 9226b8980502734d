import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';

let db: TestDatabase;
let one: pg.PoolClient;
let other: pg.PoolClient;
let office: string;
const city = '00000000-0000-8000-8000-00000000c1e5';
const mentions = ['00000000-0000-8000-8000-0000000000a1', '00000000-0000-8000-8000-0000000000a2'] as const;

beforeAll(async () => {
  db = await openTestDatabase();
  office = (await db.foundOffice()).office;
  await db.owner.query(
    `insert into cities.city (id, owner_office, slug, country, sort_name) values ($1, $2, 'bremen-de', 'DE', 'bremen')`,
    [city, office],
  );
  await db.owner.query(`insert into cities.name (city_id, owner_office, place, language, text) values ($1, $2, 0, 'de', 'Bremen')`, [
    city,
    office,
  ]);
  [one, other] = [await db.owner.connect(), await db.owner.connect()];
});
afterAll(async () => {
  one.release();
  other.release();
  await db.close();
});

const mention = (by: pg.Pool | pg.PoolClient, id: string) =>
  by.query(`insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility) values ($1, 'tie', $2, $3, 'public')`, [
    city,
    id,
    office,
  ]);
const forget = (by: pg.PoolClient, id: string) => by.query(`delete from cities.mention where by_id = $1`, [id]);

/** As the city and its name say it, and as the mentions do. */
const openness = async (): Promise<readonly string[]> => {
  const { rows } = await db.owner.query<{ city: string; name: string; mentioned: boolean }>(
    `select c.visibility as city, n.visibility as name, exists (select 1 from cities.mention m where m.visibility = 'public') as mentioned
     from cities.city c join cities.name n on n.city_id = c.id`,
  );
  return rows.flatMap((row) => [row.city, row.name, row.mentioned ? 'public' : 'private']);
};

beforeEach(async () => {
  await db.owner.query('delete from cities.mention');
  await mention(db.owner, mentions[0]);
});

test('a city and its names are open while something public names it', async () => {
  expect(await openness()).toEqual(['public', 'public', 'public']);
  await forget(one, mentions[0]);
  expect(await openness()).toEqual(['private', 'private', 'private']);
});

test('two who take the last two mentions away in the same moment hide it together', async () => {
  await mention(db.owner, mentions[1]);
  await one.query('begin');
  await other.query('begin');
  await forget(one, mentions[0]);
  const second = forget(other, mentions[1]);
  await one.query('commit');
  await second;
  await other.query('commit');
  expect(await openness()).toEqual(['private', 'private', 'private']);
});

test('what is named while the last mention goes stays open, whoever comes first', async () => {
  await one.query('begin');
  await mention(one, mentions[1]);
  const gone = forget(other, mentions[0]);
  await one.query('commit');
  await gone;
  expect(await openness()).toEqual(['public', 'public', 'public']);

  await other.query('begin');
  await forget(other, mentions[1]);
  const named = mention(one, mentions[0]);
  await other.query('commit');
  await named;
  expect(await openness()).toEqual(['public', 'public', 'public']);
});

const say = (by: pg.Pool | pg.PoolClient) =>
  by.query(
    `insert into platform.search_term (kind, subject_id, slug, label, term, folded) values ('city', $1, 'bremen-de', '{}', 'Bremen', 'bremen')`,
    [city],
  );
const terms = async (): Promise<number> => (await db.owner.query('select 1 from platform.search_term')).rows.length;

test('the public search holds no term of a hidden city, also where it is hidden in the moment in which its terms are written', async () => {
  await say(db.owner);
  expect(await terms()).toBe(1);
  await forget(one, mentions[0]);
  expect(await terms()).toBe(0);
  await say(db.owner);
  expect(await terms()).toBe(0);

  await mention(db.owner, mentions[0]);
  await one.query('begin');
  await say(one);
  const hides = forget(other, mentions[0]);
  await one.query('commit');
  await hides;
  expect(await terms()).toBe(0);

  await mention(db.owner, mentions[0]);
  await other.query('begin');
  await forget(other, mentions[0]);
  const says = say(one);
  await other.query('commit');
  await says;
  expect(await terms()).toBe(0);
});
