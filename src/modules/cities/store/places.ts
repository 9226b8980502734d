// SQL of cities as places that are named in great numbers: what a map, a net or an open list says of each, and no more.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId, CityName } from '../domain/city.ts';

export interface PlaceOfCity {
  readonly id: CityId;
  readonly geonamesId: number | null;
  readonly country: string;
}

/** These cities, and those that stand for one of the places or lie in one of the countries. */
export async function loadPlacesAmong(
  tx: Tx,
  {
    cities,
    places,
    countries,
  }: { readonly cities: readonly string[]; readonly places: readonly number[]; readonly countries: readonly string[] },
): Promise<readonly PlaceOfCity[]> {
  return tx
    .selectFrom('cities.city')
    .select(columns('id, geonames_id, country'))
    .where(
      sql<boolean>`(id = any (${[...cities]}::uuid[]) or geonames_id = any (${[...places]}::int[]) or country = any (${[...countries]}::text[]))`,
    )
    .execute();
}

export interface PlaceRecord extends PlaceOfCity {
  readonly slug: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly officeId: OfficeId | null;
  /** Official and short names. */
  readonly names: readonly CityName[];
}

const place = sql`c.id, c.slug, c.geonames_id as "geonamesId", c.country, c.latitude, c.longitude, c.office_id as "officeId",
  (select coalesce(jsonb_agg(jsonb_build_object('language', n.language, 'text', n.text, 'kind', n.kind, 'origin', n.origin) order by n.place), '[]')
    from cities.name n where n.city_id = c.id and n.kind <> 'former') as names`;

/** Cities by id, whatever their number: one statement whose plan is kept. */
export async function loadPlaces(tx: Tx, ids: readonly CityId[]): Promise<readonly PlaceRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PlaceRecord>`select ${place} from cities.city c where c.id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** Cities in the order of their addresses, after one of them; up to `limit`. */
export async function loadPlacesAfter(
  tx: Tx,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly PlaceRecord[]> {
  const { rows } =
    await sql<PlaceRecord>`select ${place} from cities.city c where c.slug > ${after} order by c.slug limit ${limit}`.execute(tx);
  return rows;
}

/** Cities by the addresses they have or once had. */
export async function loadPlacesAt(tx: Tx, slugs: readonly string[]): Promise<readonly (PlaceRecord & { readonly asked: string })[]> {
  const { rows } = await sql<PlaceRecord & { readonly asked: string }>`
    with at as materialized (
      select u.asked, coalesce((select o.id from cities.city o where o.slug = u.asked),
        (select f.city_id from cities.former_slug f where f.slug = u.asked)) as id
      from unnest(${[...slugs]}::text[]) as u(asked)
    )
    select at.asked, ${place} from at join cities.city c on c.id = at.id`.execute(tx);
  return rows;
}

/** Every city that the actor may see, as columns in the order of their addresses. */
export interface PlaceColumns {
  readonly id: readonly CityId[];
  readonly slug: readonly string[];
  readonly geonamesId: readonly (number | null)[];
  readonly country: readonly string[];
  readonly latitude: readonly (number | null)[];
  readonly longitude: readonly (number | null)[];
  /** The name in the language asked for, else in English, else any. */
  readonly name: readonly string[];
  readonly nameLanguage: readonly string[];
  readonly officeId: readonly (OfficeId | null)[];
}

/** All at once, packed by the database: a row each would cost more to read than to find. */
export async function loadPlaceColumns(tx: Tx, language: string): Promise<PlaceColumns> {
  const { rows } = await sql<{ readonly packed: PlaceColumns | null }>`
    with named as (
      select distinct on (n.city_id) n.city_id, n.text, n.language from cities.name n where n.kind <> 'former'
      order by n.city_id, n.language <> ${language}::text, n.language <> 'en', n.kind <> 'official', n.place
    ), seen as (
      select c.*, coalesce(n.text, '') as name, coalesce(n.language, 'en') as name_language
      from cities.city c left join named n on n.city_id = c.id order by c.slug
    )
    select json_build_object('id', json_agg(id), 'slug', json_agg(slug), 'geonamesId', json_agg(geonames_id), 'country', json_agg(country),
      'latitude', json_agg(round(latitude::numeric, 4)), 'longitude', json_agg(round(longitude::numeric, 4)),
      'name', json_agg(name), 'nameLanguage', json_agg(name_language), 'officeId', json_agg(office_id)) as packed
    from seen having count(*) > 0`.execute(tx);
  return (
    rows[0]?.packed ?? {
      id: [],
      slug: [],
      geonamesId: [],
      country: [],
      latitude: [],
      longitude: [],
      name: [],
      nameLanguage: [],
      officeId: [],
    }
  );
}
