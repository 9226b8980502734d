// SQL of the cities that a reference set names: thousands in a handful of statements, never one for each row.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { FarPosition } from '../domain/far-position.ts';
import { sortNameOf, type CityId, type CityKind, type CityName } from '../domain/city.ts';
import type { RecordScope } from '../domain/scope.ts';

/** The cities that stand for places of the gazetteer, whoever may see them. */
export async function citiesOfPlaces(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, CityId>> {
  const { rows } = await sql<{ geonames_id: number; id: CityId }>`
    select geonames_id, id from cities.cities_of_places(${[...numbers]}::int[])`.execute(tx);
  return new Map(rows.map((row) => [row.geonames_id, row.id]));
}

/** Which of the ids are cities, whoever may see them. */
export async function knownAmong(tx: Tx, ids: readonly CityId[]): Promise<ReadonlySet<CityId>> {
  const { rows } = await sql<{ id: CityId }>`select id from cities.known_among(${[...ids]}::uuid[]) as k(id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Addresses in use, now or formerly, that are one of these or one of these with a number behind it. */
export async function slugsAmong(tx: Tx, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ slug: string }>`select slug from cities.slugs_among(${[...slugs]}::text[]) as s(slug)`.execute(tx);
  return new Set(rows.map(({ slug }) => slug));
}

export interface BulkCity {
  readonly id: CityId;
  readonly slug: string;
  readonly geonamesId: number | null;
  readonly kind: CityKind;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly alsoCalled: readonly string[];
  readonly names: readonly CityName[];
}

/** Rows in one statement: enough that the round trips do not count, few enough that making the text holds nobody up. */
const AT_ONCE = 1000;

/** A target of the conflict would have the database look at the rows as a reader, who does not see them yet. */
async function insertChunk(tx: Tx, { office }: RecordScope, cities: readonly BulkCity[], now: Date): Promise<void> {
  const rows = cities.map(({ names, geonamesId, alsoCalled, ...city }) => ({
    ...city,
    geonames_id: geonamesId,
    also_called: alsoCalled,
    sort_name: sortNameOf(names),
  }));
  await sql`
    insert into cities.city (id, owner_office, slug, geonames_id, kind, country, latitude, longitude, also_called, sort_name, created_at, updated_at)
    select id, ${office}::uuid, slug, geonames_id, kind, country, latitude, longitude, also_called, sort_name, ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, slug text, geonames_id int, kind text, country text,
      latitude double precision, longitude double precision, also_called text[], sort_name text)
    on conflict do nothing`.execute(tx);
  const named = cities.flatMap(({ id, names }) =>
    names.map(({ language, text, kind, origin }, place) => ({ city_id: id, place, language, text, kind, origin })),
  );
  await sql`
    insert into cities.name (city_id, owner_office, place, language, text, kind, origin)
    select city_id, ${office}::uuid, place, language, text, kind, origin
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(city_id uuid, place int, language text, text text, kind text, origin text)
    on conflict do nothing`.execute(tx);
}

/** Records cities that are not on record and hands them to the register office, where there is one; nobody sees them until they are named. */
export async function insertCities(tx: Tx, scope: RecordScope, cities: readonly BulkCity[], now: Date): Promise<void> {
  for (let from = 0; from < cities.length; from += AT_ONCE) await insertChunk(tx, scope, cities.slice(from, from + AT_ONCE), now);
  if (cities.length > 0) await sql`select cities.give_many_to_register(${cities.map(({ id }) => id)}::uuid[], ${scope.office})`.execute(tx);
}

export interface SetMention {
  readonly setId: string;
  readonly office: OfficeId;
  readonly visibility: 'private' | 'public';
}

/** That the set puts a city far from the place of its name; null where it does not. */
export type FarCity = readonly [CityId, FarPosition | null];

async function setFar(tx: Tx, setId: string, far: readonly FarCity[]): Promise<void> {
  const rows = far.map(([city, position]) => ({ city, km: position?.km ?? null, shown: position?.shownBy ?? null }));
  await sql`
    update cities.mention m set far_km = r.km, far_shown = r.shown
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(city uuid, km int, shown text)
    where m.by_kind = 'set' and m.by_id = ${setId} and m.city_id = r.city
      and (m.far_km, m.far_shown) is distinct from (r.km, r.shown)`.execute(tx);
}

const farMentions = queryOfIds((from, cities: readonly CityId[]) =>
  from
    .selectFrom('cities.mention')
    .select(['city_id', 'far_km', 'far_shown'])
    .where(sql<boolean>`city_id = any (${cities}::uuid[])`)
    .where('far_km', 'is not', null)
    .orderBy('far_km'),
);

/** How far sets that the actor may see put cities from the place of their name, the farthest. */
export async function farPositions(tx: Tx, cities: readonly CityId[]): Promise<ReadonlyMap<CityId, FarPosition>> {
  const rows = await read(tx, farMentions(cities));
  return new Map(
    rows.flatMap(({ city_id: city, far_km: km, far_shown: shownBy }) => (km === null || shownBy === null ? [] : [[city, { km, shownBy }]])),
  );
}

/** Says that a set names these cities and no others, to this audience; of those in `far` also how far it puts them. */
export async function replaceSetMentions(
  tx: Tx,
  { setId, office, visibility }: SetMention,
  cities: readonly CityId[],
  far: readonly FarCity[],
): Promise<void> {
  const ids = [...cities];
  await sql`
    delete from cities.mention m where m.by_kind = 'set' and m.by_id = ${setId}
      and not exists (select 1 from unnest(${ids}::uuid[]) as u(c) where u.c = m.city_id)`.execute(tx);
  await sql`
    insert into cities.mention as m (city_id, by_kind, by_id, owner_office, visibility)
    select distinct c, 'set', ${setId}::uuid, ${office}::uuid, ${visibility} from unnest(${ids}::uuid[]) as u(c)
    on conflict (city_id, by_kind, by_id) do update set visibility = excluded.visibility
      where m.visibility is distinct from excluded.visibility`.execute(tx);
  await setFar(tx, setId, far);
}

/** Opens or closes all that a set names; answers the cities. */
export async function updateSetMentions(tx: Tx, { setId, office, visibility }: SetMention): Promise<readonly CityId[]> {
  const { rows } = await sql<{ city_id: CityId }>`
    update cities.mention set visibility = ${visibility}
    where by_kind = 'set' and by_id = ${setId} and owner_office = ${office} returning city_id`.execute(tx);
  return rows.map((row) => row.city_id);
}

/** Numbers in GeoNames by city, for those that have one and may be seen. */
export async function numbersOfCities(tx: Tx, cities: readonly CityId[]): Promise<ReadonlyMap<CityId, number>> {
  const { rows } = await sql<{ id: CityId; geonames_id: number }>`
    select c.id, c.geonames_id from unnest(${[...cities]}::uuid[]) as u(i) join cities.city c on c.id = u.i
    where c.geonames_id is not null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.geonames_id]));
}

/** A city by its number in Wikidata. */
export interface CityOfItem {
  readonly id: CityId;
  readonly geonamesId: number | null;
  readonly country: string;
  /** In English, else in the first language. */
  readonly name: string;
}

/** The cities of these items that may be seen; several may have one in common. */
export async function citiesOfItems(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, readonly CityOfItem[]>> {
  if (items.length === 0) return new Map();
  const { rows } = await sql<CityOfItem & { item: string }>`
    select c.wikidata_id as item, c.id, c.geonames_id as "geonamesId", c.country, coalesce((select n.text from cities.name n
      where n.city_id = c.id and n.kind = 'official' order by n.language <> 'en', n.place limit 1), '') as name
    from unnest(${[...items]}::text[]) as u(item) join cities.city c on c.wikidata_id = u.item order by c.id`.execute(tx);
  const byItem = Map.groupBy(rows, ({ item }) => item);
  return new Map(
    [...byItem].map(([item, found]) => [item, found.map(({ id, geonamesId, country, name }) => ({ id, geonamesId, country, name }))]),
  );
}

/** Numbers for cities that the office keeps the entries of and that have none, as far as no other city has them; without a person's reason. */
export async function setItems(tx: Tx, { office }: RecordScope, items: readonly (readonly [CityId, string])[], now: Date): Promise<void> {
  const [cities, numbers] = [items.map(([city]) => city), items.map(([, item]) => item)];
  await sql`select cities.set_items(${cities}::uuid[], ${numbers}::text[], ${office}, ${now.toISOString()}::timestamptz)`.execute(tx);
}

/** Takes such numbers back; those that a person has given a reason for stay. */
export async function clearItems(tx: Tx, { office }: RecordScope, items: readonly (readonly [CityId, string])[], now: Date): Promise<void> {
  const [cities, numbers] = [items.map(([city]) => city), items.map(([, item]) => item)];
  await sql`select cities.clear_items(${cities}::uuid[], ${numbers}::text[], ${office}, ${now.toISOString()}::timestamptz)`.execute(tx);
}
