import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { createLabelRule } from '#modules/cities/api/change-naming.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { addLesson, setLessonAudience } from '#modules/matching/api/lessons/keep-lessons.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { readCsv } from '#platform/files/read-csv.ts';
import { createKeeper } from '#platform/http/kept-answers.ts';
import type { Door } from '#platform/http/server.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { cellsOf, columnsOf } from '../domain/open-data/package.ts';
import { openFiles, openTables, type OpenTable } from '../domain/open-data/tables.ts';
import { openDataDoors } from './open-data-doors.ts';

let db: TestDatabase;
let world: TieWorld;
let doors: readonly Door[];

const live = '=HYPERLINK("http://evil.example")';

async function publish(withCity: string, isPublic: boolean): Promise<void> {
  const { liverpool, city } = world;
  const { office, owner } = liverpool;
  const tie = valueOf(await db.as(owner, (work) => keepTie(work, { office, cityId: city('Liverpool'), withCityId: city(withCity) })));
  const note = { type: 'text' as const, text: { en: { text: isPublic ? live : 'Told to nobody', origin: 'human' as const } } };
  const entry = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
  const entered = valueOf(
    await db.as(owner, (work) =>
      enterTieStatements(work, {
        tieId: tie.id,
        office,
        entries: [
          { ...entry, attribute: 'established', value: { type: 'date', date: { text: '1999', qualifier: 'exact' } } },
          { ...entry, attribute: 'note', value: note, saidBy: '-1+1' },
        ],
      }),
    ),
  );
  if (!isPublic) return;
  const statementIds = entered.entries.map(({ id }) => id);
  const audience = {
    tieId: tie.id,
    office,
    visibility: 'public' as const,
    sharedWith: [],
    statementIds,
    agreementIds: [],
    exchangeIds: [],
  };
  valueOf(await db.as(owner, (work) => setTieAudience(work, audience), 1));
}

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  await world.add('Cork', 'IE');
  await publish('Shanghai', true);
  await publish('Cork', false);
  doors = openDataDoors(db.database, 'https://ties.example', createKeeper(), 0);
});
afterAll(() => db.close());

const fetched = (name: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const door = doors.find(({ path }) => path === `/data/${name}`) ?? expect.fail(`no ${name}`);
  return door.open(new Request(`http://localhost/data/${name}`, { headers }), {}, { language: 'en', account: null });
};
const rowsOf = async (table: OpenTable) => (await (await fetched(`${table}.json`)).json()) as readonly Readonly<Record<string, unknown>>[];

test('the open data is what somebody who is not signed in may see, in every file', async () => {
  expect((await rowsOf('ties')).map(({ address }) => address)).toEqual(['liverpool-gb--shanghai-cn']);
  const said = await rowsOf('statements');
  expect(said.map(({ about, attribute, value }) => [about, attribute, value])).toEqual([
    ['liverpool-gb--shanghai-cn', 'established', '1999'],
    ['liverpool-gb--shanghai-cn', 'note', live],
  ]);
  expect(said[0]).toMatchObject({ source_class: 'own_records', entered_by: world.liverpool.office, qualifier: 'exact' });
  for (const { table, format } of openFiles) expect(await (await fetched(`${table}.${format}`)).text()).not.toContain('Told to nobody');
});

test('separated text holds no live cell and reads back as the same rows', async () => {
  for (const table of openTables) {
    const bytes = new Uint8Array(await (await fetched(`${table}.csv`)).arrayBuffer());
    const cells = (parse(Buffer.from(bytes), { bom: true }) as readonly (readonly string[])[]).flat();
    // A negative figure stays a figure; no other cell begins as a formula does.
    for (const cell of cells) if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    const [head, ...rows] = valueOf(readCsv(bytes, `${table}.csv`)).rows.map((row) => row.cells.map(String));
    expect(head).toEqual(columnsOf(table));
    // The reader leaves empty cells at the end of a row away.
    const whole = rows.map((row) => [
      ...row,
      ...columnsOf(table)
        .slice(row.length)
        .map(() => ''),
    ]);
    const known = (await rowsOf(table)) as Parameters<typeof cellsOf>[1][];
    expect(whole).toEqual(known.map((row) => cellsOf(table, row).map(String)));
  }
});

test('a file that has not changed is not sent again, and every file is described', async () => {
  const first = await fetched('ties.csv');
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('last-modified')).toMatch(/GMT$/);
  expect((await fetched('ties.csv', { 'if-none-match': etag })).status).toBe(304);
  expect((await fetched('ties.csv', { 'if-none-match': '"another"' })).status).toBe(200);
  expect((await fetched('datapackage.json', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  const described = (await (await fetched('datapackage.json')).json()) as {
    readonly resources: readonly { readonly path: string; readonly schema: { readonly fields: readonly { readonly name: string }[] } }[];
  };
  expect(described.resources.map(({ path }) => path)).toEqual(openTables.map((table) => `https://ties.example/data/${table}.csv`));
  expect(described.resources[2]?.schema.fields.map(({ name }) => name)).toEqual(columnsOf('statements'));
});

test('GeoJSON has every tie as a feature, and what the naming policy hides is in no file', async () => {
  const features = async () => ((await (await fetched('ties.geojson')).json()) as { readonly features: readonly unknown[] }).features;
  expect(await features()).toHaveLength(1);
  const rule = { geonamesId: null, country: 'CN', context: 'export' as const, state: 'hidden' as const, labels: null };
  valueOf(await db.as(world.register.owner, (work) => createLabelRule(work, { ...rule, reason: 'Agreed', decidedOn: '2026-01-05' })));
  expect(await features()).toEqual([]);
  expect((await rowsOf('cities')).map(({ address }) => address)).not.toContain('shanghai-cn');
  expect(await rowsOf('statements')).toEqual([]);
});

test('what was learned is a row, and what is publicly stated of it a statement about it', async () => {
  const fresh = await openTestDatabase();
  const w = await openTieWorld(fresh);
  const office = w.shanghai.office;
  const human = (text: string) => ({ en: { text, origin: 'human' as const } });
  const plain = { kind: 'fact' as const, saidBy: 'A speaker', sharedWith: [], supersedes: null, visibility: 'private' as const };
  const entries = [{ ...plain, attribute: 'learned' as const, value: { type: 'code' as const, code: 'yes' } }];
  const add = (title: string) =>
    fresh.as(w.shanghai.owner, (work) =>
      addLesson(work, {
        ...{ office, learnerCity: w.city('Shanghai'), teacherCity: null, teacherCountry: 'JP', title: human(title), domain: null },
        ...{ practiceId: null, entries },
      }),
    );
  await add('Told to nobody');
  const { id: lessonId, version } = valueOf(await add('Rail'));
  valueOf(await fresh.as(w.shanghai.owner, (work) => setLessonAudience(work, { lessonId, visibility: 'public', sharedWith: [] }), version));
  const of = openDataDoors(fresh.database, 'https://ties.example', createKeeper(), 0);
  const read = async (table: OpenTable) => {
    const door = of.find(({ path }) => path === `/data/${table}.json`) ?? expect.fail(table);
    const answer = await door.open(new Request(`http://localhost/data/${table}.json`), {}, { language: 'en', account: null });
    return (await answer.json()) as readonly Readonly<Record<string, unknown>>[];
  };
  expect(
    (await read('lessons')).map(({ learner, teacher, teacher_country: country, title_en: title }) => [learner, teacher, country, title]),
  ).toEqual([['shanghai-cn', null, 'JP', 'Rail']]);
  expect(
    (await read('statements')).map(({ about_kind: kind, about, attribute, value, shown }) => [kind, about, attribute, value, shown]),
  ).toEqual([['lesson', lessonId, 'learned', 'yes', 'first']]);
  await fresh.close();
});
