import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { TieId } from '../domain/tie.ts';
import { keepTie } from './keep-tie.ts';
import { addTieClass, listTieClasses, updateTieClass } from './list-classes.ts';
import { listTies } from './list-ties.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { getTie } from './open-tie.ts';
import { setTieAudience } from './tie-audience.ts';
import { openTieWorld, type TieWorld } from './tie-fixture.ts';
import { enterTieStatements } from './tie-statements.ts';

let db: TestDatabase;
let world: TieWorld;
let tieId: TieId;
const on = (text: string) => ({ text, qualifier: 'exact' as const });
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  const sides = { cityId: city('Liverpool'), withCityId: city('Shanghai') };
  tieId = (await as(liverpool, (work) => keepTie(work, { office: liverpool.office, ...sides }))).id;
});
afterAll(() => db.close());

type Entry = Parameters<typeof enterTieStatements>[1]['entries'][0];
const entry = (attribute: Entry['attribute'], value: Entry['value'], more: Partial<Entry> = {}): Entry => ({
  ...{ attribute, value, kind: 'fact', saidBy: null, visibility: 'private', sharedWith: [], supersedes: null },
  ...more,
});
const enter = (entries: readonly Entry[], of: TieId = tieId) =>
  db.as(world.liverpool.owner, (work) => enterTieStatements(work, { tieId: of, office: world.liverpool.office, entries: [...entries] }));
const ourSide = async () => {
  const tie = await as(world.liverpool, (work) => getTie(work, { tie: tieId }));
  return { tie, said: tie.status[tie.ownSide ?? 'a'] };
};

test('a side says how its tie stands, since when and why; the reason stays with the status that it was given for', async () => {
  const reason = entry('status_reason', { type: 'text', text: en('No staff this year') });
  const first = valueOf(await enter([entry('status', { type: 'code', code: 'suspended', since: on('2021-03') }), reason])).entries;
  const { said } = await ourSide();
  expect(said).toMatchObject({ code: 'suspended', since: on('2021-03'), reasonId: first[1]?.id });
  const supersedes = first[0]?.id ?? null;
  valueOf(await enter([entry('status', { type: 'code', code: 'revived', since: on('2024') }, { supersedes })]));
  const later = await ourSide();
  expect(later.said).toMatchObject({ code: 'revived', since: on('2024'), reasonId: null });
});

test('whoever reads the status of a side does not read its reason unless that was opened, too', async () => {
  const { liverpool } = world;
  const [status] = valueOf(
    await enter([
      entry('status', { type: 'code', code: 'proposed' }),
      entry('status_reason', { type: 'text', text: en('The council has not voted') }),
    ]),
  ).entries;
  const { tie } = await ourSide();
  const version = tie.kept[0]?.version ?? 0;
  const audience = { tieId, office: liverpool.office, visibility: 'public' as const, sharedWith: [], agreementIds: [], exchangeIds: [] };
  await as(liverpool, (work) => setTieAudience(work, { ...audience, statementIds: [status?.id ?? ''] }), version);
  const seen = await as(null, (work) => getTie(work, { tie: tieId }));
  expect(seen.statements.map(({ attribute }) => attribute)).toEqual(['status']);
  expect([seen.status.a, seen.status.b].filter((side) => side !== null)).toMatchObject([{ code: 'proposed', reasonId: null }]);
  expect(JSON.stringify(seen)).not.toContain('The council has not voted');
});

test('each end has its level as sources state it, and a level that is none is refused with a since that has no place', async () => {
  valueOf(await enter([entry('a_level', { type: 'code', code: 'city' }), entry('b_level', { type: 'code', code: 'region' })]));
  const { tie } = await ourSide();
  const level = (attribute: string) => tie.shown.find((known) => known.attribute === attribute)?.shown.first?.value;
  expect([level('a_level'), level('b_level')]).toEqual([
    { type: 'code', code: 'city' },
    { type: 'code', code: 'region' },
  ]);
  const refused = await enter([
    entry('a_level', { type: 'code', code: 'galaxy' }),
    entry('b_level', { type: 'code', code: 'port', since: on('2001') }),
  ]);
  expect(refused).toMatchObject({
    refusal: {
      problems: [
        { path: ['entries', 0, 'value', 'code'], code: 'ties.level_unknown' },
        { path: ['entries', 1, 'value', 'since'], code: 'ties.value_misfits' },
      ],
    },
  });
});

test('until when it lasted stands in lists; of several sources and dates a list says how many, and finds those that differ', async () => {
  const { liverpool } = world;
  const source = (title: string) => ({
    class: 'press_or_study' as const,
    title,
    publisher: null,
    address: null,
    date: null,
    passage: null,
    documentId: null,
  });
  const since = (text: string, title: string) => entry('established', { type: 'date', date: on(text) }, { source: source(title) });
  valueOf(
    await enter([since('1999', 'a'), since('1999-10-18', 'b'), since('2001', 'c'), entry('ended', { type: 'date', date: on('2020') })]),
  );
  const find = async (only?: 'differing' | 'unsourced' | 'one_side') =>
    (await as(liverpool, (work) => listTies(work, { limit: 50, ...(only === undefined ? {} : { only }) }))).entries;
  const [row] = await find('differing');
  expect(row).toMatchObject({ ended: on('2020'), doubts: { dates: 2, differing: true, unsourced: false } });
  expect(row?.doubts.sources).toBeGreaterThanOrEqual(3);
  expect(await find('unsourced')).toEqual([]);
  const desk = await as(liverpool, (work) => openDesk(work, { officeId: liverpool.office }));
  expect(desk.rows[0]).toMatchObject({ ended: on('2020'), doubts: { dates: 2, differing: true } });
});

test('only one side lists it until the other one is seen to keep it, too', async () => {
  const { liverpool, shanghai, city } = world;
  const find = async () => (await as(liverpool, (work) => listTies(work, { limit: 50, only: 'one_side' }))).entries.length;
  expect(await find()).toBe(1);
  await as(shanghai, (work) => keepTie(work, { office: shanghai.office, cityId: city('Shanghai'), withCityId: city('Liverpool') }));
  // Kept, but not shown to us: nothing changes in our view.
  expect(await find()).toBe(1);
  const audience = {
    tieId,
    office: shanghai.office,
    visibility: 'public' as const,
    sharedWith: [],
    statementIds: [],
    agreementIds: [],
    exchangeIds: [],
  };
  await as(shanghai, (work) => setTieAudience(work, audience), 1);
  expect(await find()).toBe(0);
});

test('a class of an office’s own counts as a common one, and is changed by its office alone', async () => {
  const { liverpool, shanghai } = world;
  const made = await as(liverpool, (work) => addTieClass(work, { office: liverpool.office, name: en('Port link'), common: 'sister_city' }));
  expect(made).toMatchObject({ common: 'sister_city', version: 1, office: liverpool.office });
  const { code } = made;
  expect(await as(liverpool, (work) => updateTieClass(work, { code, common: null }), 1)).toMatchObject({
    name: en('Port link'),
    common: null,
    version: 2,
  });
  const change = (office: TestOffice, version: number, name: string) =>
    db.as(office.owner, (work) => updateTieClass(work, { code, name: en(name) }), version);
  expect(await change(liverpool, 1, 'Harbour link')).toMatchObject({ refusal: { code: 'kernel.stale' } });
  expect(await change(shanghai, 2, 'Harbour link')).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  expect(await change(liverpool, 2, 'Sister city')).toMatchObject({
    refusal: { problems: [{ path: ['name', 'en'], code: 'ties.class_known' }] },
  });
  // Its own name is no other one's.
  expect(valueOf(await change(liverpool, 2, 'Port link')).version).toBe(3);
  expect(await db.as(liverpool.owner, (work) => updateTieClass(work, { code: 'sister_city' }), 1)).toMatchObject({
    refusal: { code: 'ties.class_unknown' },
  });
  const { entries } = await as(null, listTieClasses);
  expect(entries.find((known) => known.code === 'sister_city')).toMatchObject({ common: 'sister_city', office: null });
});

test('a beginning that is years ahead is refused, wherever it is entered', async () => {
  const date = (text: string) => ({ type: 'date' as const, date: on(text) });
  const { liverpool, city } = world;
  await world.add('Galway', 'IE');
  const sides = { cityId: city('Liverpool'), withCityId: city('Galway') };
  const began = entry('established', date('2099-01-01'));
  const ahead = { path: ['entries', 0, 'value'], code: 'ties.begins_years_ahead' };
  const kept = await db.as(liverpool.owner, (work) => keepTie(work, { office: liverpool.office, ...sides, entries: [began] }));
  expect(kept).toMatchObject({ refusal: { problems: [ahead] } });
  const other = (await as(liverpool, (work) => keepTie(work, { office: liverpool.office, ...sides }))).id;
  expect(await enter([began], other)).toMatchObject({ refusal: { problems: [ahead] } });
  const next = String(new Date().getUTCFullYear() + 1);
  expect((await enter([entry('established', date(next))], other)).ok).toBe(true);
});

test('an end before every beginning that is stated is a slip and refused; where sources differ, only one before all of them', async () => {
  const date = (text: string) => ({ type: 'date' as const, date: on(text) });
  const { liverpool, city } = world;
  await world.add('Cork', 'IE');
  const sides = { cityId: city('Liverpool'), withCityId: city('Cork') };
  const other = (await as(liverpool, (work) => keepTie(work, { office: liverpool.office, ...sides }))).id;
  valueOf(await enter([entry('established', date('1999-10-18'))], other));
  const slip = { path: ['entries', 0, 'value'], code: 'ties.ended_before_began', params: { began: '1999-10-18' } };
  expect(await enter([entry('ended', date('1990'))], other)).toMatchObject({ refusal: { problems: [slip] } });
  // A year that holds the beginning is no slip, nor is a day after another side's earlier date.
  expect((await enter([entry('ended', date('1999'))], other)).ok).toBe(true);
  const earlier = { ...slip, path: ['entries', 1, 'value'], params: { began: '1985' } };
  const both = (end: string) => [entry('established', date('1985')), entry('ended', date(end))];
  expect(await enter(both('1980'), other)).toMatchObject({ refusal: { problems: [earlier] } });
  expect((await enter(both('1990'), other)).ok).toBe(true);
});
