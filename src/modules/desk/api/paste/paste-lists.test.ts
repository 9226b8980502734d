// Lists as offices, encyclopaedias and databases have them, from the cells to the cities that are meant.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked as AskedPaste } from '../../contract.ts';
import type { Asked } from '#modules/ties/contract.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';
import { createLabelRule } from '#modules/cities/api/change-naming.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { listAnswers } from '../answers/list-answers.ts';

import { exportRegister } from '../export-register.ts';
import { exportPasteProblems } from './export-paste.ts';
import { pasteTies, prepareTies, previewPaste } from './paste-ties.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
});
afterAll(() => db.close());

const preview = async (text: string, answers: AskedPaste<'previewPaste'>['answers'] = []) =>
  valueOf(
    await previewPaste(world.transactAs(world.liverpool), {
      ...{ officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers },
    }),
  );
const cities = ({ rows }: Awaited<ReturnType<typeof preview>>) => rows.map(({ state, city }) => [state, city?.name]);

test('an office’s sheet with a title and a sum, a page’s list and a cell with tags are understood as they are meant', async () => {
  const sheet = await preview(
    'Office of links, draft\t\t\n\nPartner city\tCountry\tYear signed\n<b>Lyon</b>\tFrance\t1970\nNantes\tFrance\t1066\nTOTAL\t\t25',
  );
  expect(sheet.above).toEqual(['Office of links, draft']);
  expect(cities(sheet)).toEqual([
    ['understood', 'Lyon'],
    ['question', undefined],
    ['heading', undefined],
  ]);
  expect(sheet.rows[1]?.questions).toMatchObject([{ code: 'desk.paste_year_unlikely', dates: [{ text: '1066' }], suggested: null }]);
  const list = await preview(
    'Liverpool is twinned with:[67]\nFrance Lyon, France (1970)[68]\n* Surabaya (Indonesia) – since 2017\nTbilisi, Georgia (1989)',
  );
  expect(list.rows.map(({ state, city, since }) => [state, city?.name, city?.country, since?.text])).toEqual([
    ['heading', undefined, undefined, undefined],
    ['understood', 'Lyon', 'FR', '1970'],
    ['understood', 'Surabaya', 'ID', '2017'],
    ['understood', 'Tbilisi', 'GE', '1989'],
  ]);
});

test('one name in two countries, each written in the cell, is two questions', async () => {
  const { rows } = await preview('City\nSpringfield (USA)\nSpringfield (Canada)');
  const asked = rows.map(({ questions }) => questions[0]?.params['country']);
  expect(asked).toEqual(['US', 'CA']);
});

test('a number in Wikidata is the city that the register has under it, whatever it is called; of duplicates the name decides', async () => {
  const cologne = await world.add('Cologne', 'DE');
  await db.owner.query(`update cities.city set wikidata_id = 'Q365', wikidata_reason = 'seen' where id = $1`, [cologne]);
  for (const name of ['Dublin', 'Baile Atha Cliath'])
    await db.owner.query(`update cities.city set wikidata_id = 'Q1761', wikidata_reason = 'seen' where id = $1`, [
      await world.add(name, 'IE'),
    ]);
  const { columns, rows } = await preview(
    'partner\tpartnerLabel\tcountryLabel\tstart\nhttp://www.wikidata.org/entity/Q365\tColonia Agrippina\tGermany\t1952-01-01T00:00:00Z\n' +
      'http://www.wikidata.org/entity/Q1761\tDublin\tIreland\t1997-03-01T00:00:00Z',
  );
  expect(columns).toEqual(['code', 'city', 'country', 'since']);
  expect(rows.map(({ state, city, since }) => [state, city?.name, since?.text])).toEqual([
    ['understood', 'Cologne', '1952'],
    ['understood', 'Dublin', '1997-03'],
  ]);
  expect(rows[0]?.city?.cityId).toBe(cologne);
});

test('without a country nothing is chosen among places of one name, nor what is only written alike, however large it is', async () => {
  const { rows } = await preview('City\tCountry\nSantiago\t\nHalifax\t\nSummy\t\nColoqne\tGermany\nBruge\tBelgium');
  expect(rows.map(({ state, questions }) => [state, questions[0]?.suggested?.city?.name])).toEqual([
    ['question', undefined],
    ['question', undefined],
    ['question', undefined],
    ['question', 'Köln'],
    ['question', undefined],
  ]);
  expect(rows[0]?.questions[0]?.cities.map(({ country }) => country)).toContain('CL');
});

test('a word for a country that nobody knows is asked once, its cities lie nowhere till then, and what is answered is where they are looked for', async () => {
  const text = 'City\tCountry\nBoston\tOberland\nOxford\tOBERLAND\nParis\tFrankrike';
  const before = await preview(text);
  expect(before.rows.map(({ city, questions }) => [city?.country, questions.map(({ about }) => about).join()])).toEqual([
    [undefined, 'country'],
    [undefined, 'country'],
    ['FR', ''],
  ]);
  const after = await preview(text, [{ row: 2, country: 'GB' }]);
  expect(after.rows.map(({ city, note }) => [city?.country, note])).toEqual([
    ['GB', 'Oberland'],
    ['GB', 'OBERLAND'],
    ['FR', ''],
  ]);
});

test('a place of a state that has come apart lies in one of those of today, though the register holds its name elsewhere', async () => {
  await world.add('Odessa', 'US');
  const { rows } = await preview('City\tCountry\nOdessa\tSowjetunion');
  expect(rows[0]?.city?.country ?? rows[0]?.questions[0]?.cities[0]?.country).toBe('UA');
});

test('what the naming policy calls a country is written out by that label, also in the list of problems, and read in again by it', async () => {
  const { liverpool, register, transactAs } = world;
  const label = 'Éire (the Republic)';
  const labels = { en: { text: label, origin: 'human' as const } };
  const rule = { ...{ country: 'IE', geonamesId: null, context: 'export' as const, state: 'shown' as const }, labels };
  valueOf(await db.as(register.owner, (work) => createLabelRule(work, { ...rule, reason: 'A test', decidedOn: '2026-01-05' })));
  const read = await preview(`City\tCountry\nLimerick\t${label}`);
  expect(read.rows.map(({ city, questions }) => [city?.name, city?.country, questions.length])).toEqual([['Limerick', 'IE', 0]]);
  const text = `City\tCountry\tClass\nLimerick\t${label}\t\nAthlone\tOverthere\t`;
  const input = { officeId: liverpool.office, text, columns: [], order: null, sourceId: null, answers: [{ row: 3, country: 'IE' }] };
  const wanted = { ...input, mode: 'each' as const };
  const prepared = valueOf(await prepareTies(transactAs(liverpool), wanted));
  const kept = valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, wanted, prepared)));
  const problems = await exportPasteProblems(transactAs(liverpool), { pasteId: kept.id, format: 'csv', language: 'en' });
  expect(await valueOf(problems).text()).toContain(label);
  const written = valueOf(await exportRegister(transactAs(liverpool), { officeId: liverpool.office, format: 'csv', language: 'en' }));
  expect(await written.text()).toMatch(/limerick-ie,Éire \(the Republic\)/);
});

test('what the other side says already is stated by our office, too, once its own sheet says it, and waits for no answer', async () => {
  const { liverpool, shanghai, transactAs, city } = world;
  const kept = valueOf(
    await db.as(shanghai.owner, (work) =>
      keepTie(work, { office: shanghai.office, cityId: city('Shanghai'), withCityId: city('Liverpool') }),
    ),
  );
  const said = { kind: 'fact' as const, saidBy: null, visibility: 'public' as const, sharedWith: [], supersedes: null };
  const entries: Asked<'enterTieStatements'>['entries'] = [
    { ...said, attribute: 'class', value: { type: 'code', code: 'sister_city' } },
    { ...said, attribute: 'established', value: { type: 'date', date: { text: '1999-10-18', qualifier: 'exact' } } },
  ];
  valueOf(await db.as(shanghai.owner, (work) => enterTieStatements(work, { tieId: kept.id, office: shanghai.office, entries })));
  const ours = async () =>
    (
      await db.owner.query<{ attribute: string }>(
        `select attribute from evidence.statement where subject_id = $1 and owner_office = $2 order by attribute`,
        [kept.id, liverpool.office],
      )
    ).rows.map(({ attribute }) => attribute);
  const paste = async (text: string) => {
    const input = { officeId: liverpool.office, text, columns: [], order: null, sourceId: null, answers: [], mode: 'each' as const };
    const prepared = valueOf(await prepareTies(transactAs(liverpool), input));
    return valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, input, prepared)));
  };
  const waiting = async () => {
    const list = valueOf(await db.as(liverpool.owner, (work) => listAnswers(work, { officeId: liverpool.office, limit: 50 })));
    return list.entries.filter((entry) => entry.kind === 'said' && entry.tieId === kept.id).length;
  };
  await paste('City\nShanghai');
  expect([await ours(), await waiting()]).toEqual([[], 2]);
  // The register's own file gives back what the grid shows: nothing of it is ours by that.
  const own = await exportRegister(transactAs(liverpool), { officeId: liverpool.office, format: 'csv', language: 'en' });
  const rows = (await valueOf(own).text()).split('\r\n').filter((line) => /^\ufeff?City,|^Shanghai,/.test(line));
  expect((await preview(rows.map((line) => line.replaceAll(',', '\t')).join('\n'))).rows.map(({ state }) => state)).toEqual(['same']);
  await paste('City\tClass\tSince\nShanghai\tsister city\t1999');
  expect([await ours(), await waiting()]).toEqual([['class', 'established'], 0]);
});
