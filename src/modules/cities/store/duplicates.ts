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
      select s.id, s.country, s.geonames_id is null as bare, n.name
      from seen s, lateral (select s.sort_name as name union select lower(m.text) from cities.name m where m.city_id = s.id and m.kind <> 'former') n
      where n.name <> ''
    ), alike as (
      select least(x.id, y.id) as a, greatest(x.id, y.id) as b
        from called x join called y on y.country = x.country and y.name = x.name and y.id <> x.id
      union
      select least(x.id, y.id), greatest(x.id, y.id)
        from called x join (select s.id, s.country, lower(t) as name from seen s, unnest(s.also_called) as u(t)) y
          on y.country = x.country and y.name = x.name and y.id <> x.id
        where x.bare
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

/** Of these cities, pairs of one country that are called the same, are not known to lie apart, and of which nobody has said that they are two. */
export async function findTwins(tx: Tx, ids: readonly CityId[]): Promise<readonly CandidatePair[]> {
  const { rows } = await sql<CandidatePair>`
    with seen as materialized (
      select c.id, c.country, c.latitude, c.longitude, lower(n.text) as name from cities.city c
      join cities.name n on n.city_id = c.id and n.kind <> 'former' where c.id = any (${[...ids]}::uuid[]) and c.merged_into is null
    )
    select distinct x.id as a, y.id as b from seen x join seen y on y.country = x.country and y.name = x.name and x.id < y.id
    where (x.latitude is null or y.latitude is null
        or (abs(x.latitude - y.latitude) < ${NEAR_DEGREES} and abs(x.longitude - y.longitude) * cos(radians(x.latitude)) < ${NEAR_DEGREES}))
      and not exists (select 1 from cities.said_two(array[x.id, y.id]) s)
      and not exists (select 1 from cities.relation r where (r.city_id, r.other_city) in ((x.id, y.id), (y.id, x.id)))`.execute(tx);
  return rows;
}

/** Two entries with the names by which they may be one, as they are kept. */
export interface NearlyCalledPair extends CandidatePair {
  readonly one: string;
  readonly other: string;
}

/**
 * Pairs of one country of which one was entered without the gazetteer, that are not known to lie apart, and whose names have nearly the same
 * length and begin or end alike: among these are all that differ by one letter, since it stands in one half of a name.
 */
export async function findNearlyCalled(tx: Tx): Promise<readonly NearlyCalledPair[]> {
  const { rows } = await sql<NearlyCalledPair>`
    with seen as materialized (
      select c.id, c.country, c.sort_name, c.geonames_id is null as bare, c.latitude, c.longitude from cities.city c where c.merged_into is null
    ), called as materialized (
      select s.id, s.country, s.bare, s.latitude, s.longitude, n.name, length(n.name) as long, left(n.name, 2) as head, right(n.name, 2) as tail
      from seen s, lateral (select s.sort_name as name union select lower(m.text) from cities.name m where m.city_id = s.id and m.kind <> 'former') n
      where length(n.name) >= 5
    ), alike as (
      select x.id as a, y.id as b, x.name as one, y.name as other, x.latitude, x.longitude, y.latitude as la, y.longitude as lo
        from called x join called y on y.country = x.country and y.head = x.head where x.bare and y.id <> x.id and abs(x.long - y.long) <= 1
      union all
      select x.id, y.id, x.name, y.name, x.latitude, x.longitude, y.latitude, y.longitude
        from called x join called y on y.country = x.country and y.tail = x.tail and y.head <> x.head
        where x.bare and y.id <> x.id and abs(x.long - y.long) <= 1
    )
    select least(a, b) as a, greatest(a, b) as b, one, other from alike
    where one <> other and (latitude is null or la is null
      or (abs(latitude - la) < ${NEAR_DEGREES} and abs(longitude - lo) * cos(radians(latitude)) < ${NEAR_DEGREES}))`.execute(tx);
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
