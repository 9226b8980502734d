// SQL of the net of ties: what offices keep and what reference sets list, as far as the actor may see either.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { Edge, TieCityId } from '../domain/tie.ts';

/** Every tie that ends at one of the cities, once. Each branch is one scan of one index. */
export async function loadEdgesAround(tx: Tx, cities: readonly TieCityId[]): Promise<readonly Edge[]> {
  if (cities.length === 0) return [];
  const at = [...cities];
  const { rows } = await sql<Edge>`
    select a_city as a, b_city as b, bool_or(kept) as kept, bool_or(visibility = 'public') as "isPublic" from (
      select a_city, b_city, visibility, true as kept from ties.keeping where withdrawn_at is null and a_city = any (${at}::uuid[])
      union all select a_city, b_city, visibility, true from ties.keeping where withdrawn_at is null and b_city = any (${at}::uuid[])
      union all select a_city, b_city, visibility, false from ties.listing where withdrawn_at is null and a_city = any (${at}::uuid[])
      union all select a_city, b_city, visibility, false from ties.listing where withdrawn_at is null and b_city = any (${at}::uuid[])
    ) e group by a_city, b_city`.execute(tx);
  return rows;
}

/** Every tie of one of the first with one of the others. The shorter list should come first: it is looked up, the other filters. */
export async function loadEdgesBetween(tx: Tx, some: readonly TieCityId[], others: readonly TieCityId[]): Promise<readonly Edge[]> {
  if (some.length === 0 || others.length === 0) return [];
  const [at, to] = [[...some], [...others]];
  const { rows } = await sql<Edge>`
    select a_city as a, b_city as b, bool_or(kept) as kept, bool_or(visibility = 'public') as "isPublic" from (
      select a_city, b_city, visibility, true as kept from ties.keeping
        where withdrawn_at is null and a_city = any (${at}::uuid[]) and b_city = any (${to}::uuid[])
      union all select a_city, b_city, visibility, true from ties.keeping
        where withdrawn_at is null and b_city = any (${at}::uuid[]) and a_city = any (${to}::uuid[])
      union all select a_city, b_city, visibility, false from ties.listing
        where withdrawn_at is null and a_city = any (${at}::uuid[]) and b_city = any (${to}::uuid[])
      union all select a_city, b_city, visibility, false from ties.listing
        where withdrawn_at is null and b_city = any (${at}::uuid[]) and a_city = any (${to}::uuid[])
    ) e group by a_city, b_city`.execute(tx);
  return rows;
}
