import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { wikidataId } from '../contract/identity.ts';
import type { CityKind } from '../domain/city.ts';
import { addCity } from './add-city.ts';
import { getCityIdentity, identifyCity, relateCities, unrelateCities } from './city-identity.ts';

let db: TestDatabase;
let register: TestOffice;
let stranger: TestOffice;

interface Entry {
  readonly name: string;
  readonly country: string;
  readonly kind?: CityKind;
  readonly at?: readonly [number, number];
  readonly by?: TestOffice;
}

async function add({ name, country, kind = 'municipality', at, by = register }: Entry): Promise<Id<'City'>> {
  const names = [{ language: 'en', text: name, kind: 'official' as const, origin: 'human' as const }];
  const where = at === undefined ? {} : { latitude: at[0], longitude: at[1] };
  const visibility = by === register ? 'public' : 'private';
  return valueOf(
    await db.as(by.owner, (work) =>
      addCity(work, { office: by.office, names, country, kind, visibility, confirmed: ['cities.may_be_same'], ...where }, null),
    ),
  ).id;
}

beforeAll(async () => {
  db = await openTestDatabase();
  register = await db.foundOffice({ kind: 'register' });
  stranger = await db.foundOffice({ kind: 'city' });
});
afterAll(() => db.close());

const identity = async (cityId: Id<'City'>, by: TestOffice | null = null) =>
  valueOf(await db.as(by?.owner ?? null, (work) => getCityIdentity(work, { cityId })));

test('Osaka and Osaka Prefecture stay two, and each names the other', async () => {
  const city = await add({ name: 'Osaka', country: 'JP', at: [34.69, 135.5] });
  const prefecture = await add({ name: 'Osaka Prefecture', country: 'JP', kind: 'region', at: [34.62, 135.51] });
  const reason = 'Local Autonomy Act';
  valueOf(await db.as(register.owner, (work) => relateCities(work, { cityId: city, otherId: prefecture, kind: 'seat_of', reason })));
  expect((await identity(city)).relations).toMatchObject([
    { kind: 'seat_of', side: 'this', city: { id: prefecture, kind: 'region', kilometres: 8 }, reason, mayRemove: false },
  ]);
  expect((await identity(prefecture)).relations).toMatchObject([{ kind: 'seat_of', side: 'other', city: { id: city } }]);

  const [relation] = (await identity(city, register)).relations;
  expect(relation?.mayRemove).toBe(true);
  const foreign = await db.as(stranger.owner, (work) => unrelateCities(work, { relationId: relation?.id ?? '' }));
  expect(foreign).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  valueOf(await db.as(register.owner, (work) => unrelateCities(work, { relationId: relation?.id ?? '' })));
  expect((await identity(prefecture)).relations).toEqual([]);
});

test('a region is no seat, a city not its own part, and a thing is said once', async () => {
  const [city, region] = [
    await add({ name: 'Nara', country: 'JP' }),
    await add({ name: 'Nara Prefecture', country: 'JP', kind: 'region' }),
  ];
  const relate = (cityId: Id<'City'>, otherId: Id<'City'>) =>
    db.as(register.owner, (work) => relateCities(work, { cityId, otherId, kind: 'lies_in', reason: 'By law' }));
  expect(await relate(region, city)).toMatchObject({ refusal: { problems: [{ code: 'cities.relation_unfit' }] } });
  expect(await relate(city, city)).toMatchObject({ refusal: { problems: [{ code: 'cities.relation_with_itself' }] } });
  expect(await relate(city, region)).toMatchObject({ ok: true });
  expect(await relate(city, region)).toMatchObject({ refusal: { code: 'cities.relation_said' } });
});

test('a namesake is told apart by country and distance', async () => {
  const british = await add({ name: 'Liverpool', country: 'GB', at: [53.41, -2.98] });
  const australian = await add({ name: 'Liverpool', country: 'AU', at: [-33.92, 150.92] });
  expect((await identity(british)).namesakes).toMatchObject([{ id: australian, country: 'AU', kilometres: 17030 }]);
});

test('who may not see one of two cities is not told that they hang together, nor that there is a namesake', async () => {
  const open = await add({ name: 'Bremen', country: 'DE' });
  const hidden = await add({ name: 'Bremen', country: 'DE', kind: 'region', by: stranger });
  const refused = await db.as(register.owner, (work) =>
    relateCities(work, { cityId: open, otherId: hidden, kind: 'lies_in', reason: 'By law' }),
  );
  expect(refused).toMatchObject({ refusal: { code: 'cities.not_found' } });
  expect(await identity(open)).toMatchObject({ relations: [], namesakes: [] });
  expect((await identity(open, stranger)).namesakes).toMatchObject([{ id: hidden }]);
});

test('the item in Wikidata is said with a reason, at the version that was seen', async () => {
  const cityId = await add({ name: 'Cork', country: 'IE' });
  const say = (reason: string | null, version = 1) =>
    db.as(register.owner, (work) => identifyCity(work, { cityId, wikidataId: 'Q36647', reason }), version);
  expect(await say(null)).toMatchObject({ refusal: { problems: [{ code: 'cities.identity_reason_missing' }] } });
  expect(await say('Its article links there')).toMatchObject({ value: { wikidataId: 'Q36647', version: 2 } });
  expect(await say('Again')).toMatchObject({ refusal: { kind: 'stale' } });
  const read = (typed: string) => wikidataId.safeParse(typed).data;
  const copied = [
    'https://www.wikidata.org/wiki/Q36647',
    'wikidata.org/entity/q36647#sitelinks',
    'https://m.wikidata.org/wiki/Q36647?uselang=zh',
  ];
  expect(copied.map(read)).toEqual(['Q36647', 'Q36647', 'Q36647']);
  expect(['https://example.org/wiki/Q36647', 'Q0', 'Cork'].map(read)).toEqual([undefined, undefined, undefined]);
  expect(await identity(cityId)).toMatchObject({ wikidataId: 'Q36647', wikidataReason: 'Its article links there' });
});
