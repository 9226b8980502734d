// SQL of pairs of entries that may be one city. Who sees a city is the database's decision, so nobody is told of one they may not see.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';

export interface CandidatePair {
  readonly a: CityId;
  readonly b: CityId;
}

/** Nearer than this, in degrees, two of one name in one country are weighed; a degree of latitude is 111 km. */
const NEAR_DEGREES = 0.3;

/**
 * Pairs with one item in Wikidata, and of one country those called alike or one of them as the other is spelt elsewhere, unless they are
 * known to lie apart. `limit` at most, in the order of their ids.
 */
export async function findCandidatePairs(tx: Tx, limit: number): Promise<readonly CandidatePair[]> {
  const { rows } = await sql<CandidatePair>`
    with seen as materialized (
      select c.id, c.country, c.sort_name, c.wikidata_id, c.geonames_id, c.latitude, c.longitude, c.also_called
      from cities.city c where c.merged_into is null
    ), called as materialized (
      select s.id, s.country, s.sort_name as name, true as own from seen s where s.sort_name <> ''
      union select s.id, s.country, lower(n.text), true from seen s join cities.name n on n.city_id = s.id and n.kind <> 'former'
      union select s.id, s.country, lower(t), false from seen s, unnest(s.also_called) as u(t)
    ), alike as (
      select distinct least(x.id, y.id) as a, greatest(x.id, y.id) as b
      from called x join called y on y.country = x.country and y.name = x.name and y.id <> x.id
      where x.own and (y.own or exists (select 1 from seen s where s.id = x.id and s.geonames_id is null))
    )
    select p.a, p.b from (
      select w.a, w.b from alike w join seen x on x.id = w.a join seen y on y.id = w.b
      where x.latitude is null or y.latitude is null
        or (abs(x.latitude - y.latitude) < ${NEAR_DEGREES} and abs(x.longitude - y.longitude) * cos(radians(x.latitude)) < ${NEAR_DEGREES})
      union
      select x.id, y.id from seen x join seen y on y.wikidata_id = x.wikidata_id and x.id < y.id
    ) p order by p.a, p.b limit ${limit}`.execute(tx);
  return rows;
}

/** Items in Wikidata by city, for those that have one. */
export async function itemsOfCities(tx: Tx, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, string>> {
  const { rows } = await sql<{ id: CityId; wikidata_id: string }>`
    select id, wikidata_id from cities.city where id = any (${[...ids]}::uuid[]) and wikidata_id is not null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.wikidata_id]));
}

/** Pairs that are said to be different bodies, by `a b`, the lesser id first. */
export async function relatedPairs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('cities.relation').select(['city_id', 'other_city']).execute();
  return new Set(rows.map(({ city_id: one, other_city: other }) => (one < other ? `${one} ${other}` : `${other} ${one}`)));
}
