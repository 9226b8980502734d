import type { OfficeId } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { addCity } from '#modules/cities/api/add-city.ts';
import { findCities } from '#modules/cities/api/find-city.ts';
import { listCities } from '#modules/cities/api/list-cities.ts';
import { getCity } from '#modules/cities/api/open-city.ts';
import { createLabelRule, onNamesDecided, removeLabelRule, updateLabelRule } from '#modules/cities/api/change-naming.ts';
import { callsFinds, search } from '#modules/cities/api/search.ts';
import { placesByNumber } from '#modules/cities/formats/gazetteer.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { drawMap } from '#modules/network/api/draw-map.ts';
import { keepTie, withdrawTie } from './keep-tie.ts';
import { pasteTies, preparePaste, prepareTies, undoPaste } from '#modules/desk/api/paste/paste-ties.ts';
import { setTieAudience } from './tie-audience.ts';
import { openDesk } from '#modules/desk/api/open-desk.ts';
import { callTies, indexTiesOf } from './index-tie.ts';
import { openTieWorld, type TieWorld } from './tie-fixture.ts';

onNamesDecided(indexTiesOf);
callsFinds('tie', callTies);

let db: TestDatabase;
let world: TieWorld;
/** A city with an office of its own that has nothing to do with the others. */
let cork: TestOffice;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  cork = await db.foundOffice({ kind: 'city' });
});
afterAll(() => db.close());

const places = { bremen: 2944388, nantes: 2990969, tianjin: 1792947 } as const;

const enter = async (by: TestOffice, place: keyof typeof places, visibility?: 'private' | 'public') => {
  const [known] = valueOf(await placesByNumber([places[place]]));
  return db.as(by.owner, (work) =>
    addCity(work, { office: by.office, ...(visibility === undefined ? {} : { visibility }) }, known ?? expect.fail('unknown place')),
  );
};

/** Where somebody (null: the public) comes upon a city: the list, its count, the search, its page, the map, a list that is read. */
async function seenBy(by: TestOffice | null, slug: string, name: string): Promise<readonly string[]> {
  const found = await db.as(by?.owner ?? null, async (work) => {
    const list = valueOf(await listCities(work, { limit: 100 }));
    const named = valueOf(await listCities(work, { q: name, limit: 100 }));
    const finds = valueOf(await search(work, { q: name, limit: 50 })).entries.filter(({ kind }) => kind === 'city');
    const page = await getCity(work, { city: slug });
    const map = valueOf(await drawMap(work, {}));
    const [read] = await findCities(work, [name]);
    return ok([
      ...(list.entries.some((city) => city.slug === slug) ? ['list'] : []),
      ...(named.entries.some((city) => city.slug === slug) ? ['named'] : []),
      ...(finds.some((find) => find.slug === slug) ? ['search'] : []),
      ...(page.ok ? ['page'] : []),
      ...(JSON.stringify(map).includes(slug) ? ['map'] : []),
      ...(read?.found === 'one' && read.city.slug === slug ? ['read'] : []),
    ]);
  });
  return valueOf(found);
}

const everywhere = ['list', 'named', 'search', 'page', 'map', 'read'];
const others = (): readonly (TestOffice | null)[] => [null, cork, world.shanghai, world.register];

test('a city that an office ties to itself alone is on nobody else’s list, search, page or map, until something public names it', async () => {
  const { liverpool, shanghai } = world;
  const bremen = valueOf(await enter(liverpool, 'bremen'));
  expect(bremen).toMatchObject({ slug: 'bremen-de', isPublic: false });
  const tie = valueOf(
    await db.as(liverpool.owner, (work) =>
      keepTie(work, { office: liverpool.office, cityId: world.city('Liverpool'), withCityId: bremen.id }),
    ),
  );
  const seen = (by: TestOffice | null) => seenBy(by, 'bremen-de', 'Bremen');
  const audience = (version: number, visibility: 'shared' | 'public', sharedWith: OfficeId[] = []) =>
    db.as(
      liverpool.owner,
      (work) =>
        setTieAudience(work, {
          tieId: tie.id,
          office: liverpool.office,
          visibility,
          sharedWith,
          statementIds: [],
          agreementIds: [],
          exchangeIds: [],
        }),
      version,
    );
  expect(await seen(liverpool)).toEqual(everywhere);
  for (const other of others()) expect(await seen(other)).toEqual([]);
  valueOf(await audience(1, 'shared', [shanghai.office]));
  expect(await seen(shanghai)).toEqual(everywhere);
  for (const other of [null, cork, world.register]) expect(await seen(other)).toEqual([]);
  valueOf(await audience(2, 'public'));
  for (const other of [liverpool, ...others()]) expect(await seen(other)).toEqual(everywhere);
  valueOf(await db.as(liverpool.owner, (work) => withdrawTie(work, { tieId: tie.id, office: liverpool.office }), 3));
  for (const other of others()) expect(await seen(other)).toEqual([]);
  // Its own entry, with which it recorded the city, stands.
  expect(await seen(liverpool)).toEqual(everywhere.filter((place) => place !== 'map'));
});

test('a second office that enters the same place comes to the same city and cannot tell that it was there', async () => {
  const { liverpool } = world;
  const first = valueOf(await enter(liverpool, 'nantes'));
  const second = valueOf(await enter(cork, 'nantes'));
  const told = ({ updatedAt: _at, ...city }: typeof first) => city;
  expect(told(second)).toEqual(told(first));
  expect(second.updatedAt > first.updatedAt).toBe(true);
  expect(await enter(cork, 'nantes')).toMatchObject({ ok: false, refusal: { code: 'cities.already_on_record' } });
  for (const other of [null, world.shanghai, world.register]) expect(await seenBy(other, 'nantes-fr', 'Nantes')).toEqual([]);
  const opened = valueOf(await enter(cork, 'nantes', 'public'));
  expect(opened).toMatchObject({ id: first.id, isPublic: true, steward: { id: world.register.office } });
  expect(await seenBy(null, 'nantes-fr', 'Nantes')).toEqual(everywhere.filter((place) => place !== 'map'));
});

test('a city that only the office sees is called as the gazetteer calls it: no other office would read its words', async () => {
  const [place] = valueOf(await placesByNumber([places.tianjin]));
  const names = [{ language: 'zh-Hans', text: '我们的天津', kind: 'official' as const, origin: 'human' as const }];
  const refused = await db.as(cork.owner, (work) => addCity(work, { office: cork.office, names }, place ?? null));
  expect(refused).toMatchObject({ ok: false, refusal: { problems: [{ path: ['names'], code: 'cities.names_once_public' }] } });
});

test('an undone paste takes back the cities that came in with it, unless something else names them', async () => {
  const { liverpool } = world;
  const transact = world.transactAs(liverpool);
  const input = {
    officeId: liverpool.office,
    text: 'City\tSince\nTianjin\t1991\nBremen\t1990',
    columns: [],
    order: null,
    sourceId: null,
    answers: [],
  };
  const read = valueOf(await prepareTies(transact, input));
  const kept = valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, input, read)));
  expect(kept.rows.map(({ state }) => state)).toEqual(['kept', 'kept']);
  const seen = (by: TestOffice | null) => seenBy(by, 'tianjin-cn', 'Tianjin');
  expect(await seen(liverpool)).toEqual(everywhere);
  for (const other of others()) expect(await seen(other)).toEqual([]);
  const undo = { pasteId: kept.id };
  const again = valueOf(await preparePaste(transact, undo));
  valueOf(await db.as(liverpool.owner, (work) => undoPaste(work, undo, again), kept.version));
  for (const other of [liverpool, ...others()]) expect(await seen(other)).toEqual([]);
  expect(await seenBy(liverpool, 'bremen-de', 'Bremen')).toContain('list');
});

test('a rule for a place reaches the ties of every office: under a label they are found by it, hidden they are found by nobody and counted at their own desks', async () => {
  const { liverpool, register } = world;
  const bremen = valueOf(await enter(liverpool, 'bremen', 'public'));
  const { shanghai } = world;
  const keep = async (by: TestOffice, city: string) => {
    const kept = { office: by.office, cityId: world.city(city), withCityId: bremen.id };
    return valueOf(await db.as(by.owner, (work) => keepTie(work, kept))).id;
  };
  const audience = { visibility: 'public' as const, sharedWith: [], statementIds: [], agreementIds: [], exchangeIds: [] };
  const input = { tieId: await keep(liverpool, 'Liverpool'), office: liverpool.office, ...audience };
  valueOf(await db.as(liverpool.owner, (work) => setTieAudience(work, input)));
  await keep(shanghai, 'Shanghai');
  const found = async (by: TestOffice | null, q: string) =>
    valueOf(await db.as(by?.owner ?? null, (work) => search(work, { q, limit: 50 }))).entries.flatMap(({ kind, label }) =>
      kind === 'tie' ? [label['en']?.text] : [],
    );
  const counted = async (by: TestOffice) => {
    const desk = valueOf(await db.as(by.owner, (work) => openDesk(work, { officeId: by.office })));
    return [desk.rows.some(({ city }) => city.id === bremen.id), desk.hidden];
  };
  const decide = { context: 'any' as const, country: null, geonamesId: places.bremen, reason: 'As agreed', decidedOn: '2026-01-05' };
  const labels = { en: { text: 'Bremen on the Weser', origin: 'human' as const } };
  const rule = valueOf(await db.as(register.owner, (work) => createLabelRule(work, { ...decide, state: 'shown', labels })));
  for (const by of [null, liverpool, shanghai]) expect(await found(by, 'Weser')).toContain('Bremen on the Weser – Liverpool');
  expect((await found(shanghai, 'Shanghai')).join()).toContain('Bremen on the Weser');
  expect(await counted(shanghai)).toEqual([true, 0]);

  const { context: _context, country: _country, geonamesId: _place, ...again } = decide;
  const hide = { ...again, ruleId: rule.id, state: 'hidden' as const, labels: null };
  const hidden = valueOf(await db.as(register.owner, (work) => updateLabelRule(work, hide), rule.version));
  for (const by of [null, liverpool, shanghai, register])
    for (const q of ['Bremen', 'Weser', 'Liverpool', 'Shanghai']) expect((await found(by, q)).join()).not.toContain('Bremen');
  expect([await counted(liverpool), await counted(shanghai)]).toEqual([
    [false, 1],
    [false, 1],
  ]);
  valueOf(await db.as(register.owner, (work) => removeLabelRule(work, { ruleId: rule.id }), hidden.version));
  for (const by of [null, shanghai]) expect(await found(by, 'Bremen')).toContain('Bremen – Liverpool');
  expect(await counted(shanghai)).toEqual([true, 0]);
});
