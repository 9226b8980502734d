// SQL of all ties at once, packed as columns by the database: a row each would cost more to read than to find.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { TieCityId } from '../domain/tie.ts';

export interface EdgeColumns {
  /** The cities that the columns name by their number. */
  readonly cities: readonly TieCityId[];
  /** The side first and second in the order of ids. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly kept: readonly boolean[];
  /** Everybody may see it, by some register or reference set. */
  readonly isPublic: readonly boolean[];
  /** Number in `groups`. */
  readonly listed: readonly number[];
  /** 'a' or 'b' where reference sets agree that it is this side alone that names the other; else empty. */
  readonly side: readonly string[];
  readonly groups: readonly (readonly string[])[];
}

const none: EdgeColumns = { cities: [], a: [], b: [], kept: [], isPublic: [], listed: [], side: [], groups: [] };

/** Ties that the actor may see, of one city or of all (null). */
export async function loadEdgeColumns(tx: Tx, city: TieCityId | null): Promise<EdgeColumns> {
  const of = city === null ? sql`true` : sql`(a_city = ${city}::uuid or b_city = ${city}::uuid)`;
  const { rows } = await sql<{ readonly packed: EdgeColumns | null }>`
    with line as materialized (
      select a_city, b_city, null::uuid as set_id, null::text as side, visibility from ties.keeping where withdrawn_at is null and ${of}
      union all select a_city, b_city, set_id, listed_by, visibility from ties.listing where withdrawn_at is null and ${of}
    ), edge as materialized (
      select a_city, b_city, bool_or(set_id is null) as kept, bool_or(visibility = 'public') as is_public,
        coalesce(array_agg(set_id order by set_id) filter (where set_id is not null), '{}') as sets,
        case when bool_and(side = 'a') then 'a' when bool_and(side = 'b') then 'b' else '' end as side
      from line group by a_city, b_city
    ), city as materialized (
      select c, row_number() over (order by c) - 1 as n from (select a_city as c from edge union select b_city from edge) u
    ), grouped as materialized (
      select sets, row_number() over (order by sets) - 1 as n from (select distinct sets from edge) u
    )
    select json_build_object(
      'cities', (select json_agg(c order by n) from city),
      'groups', (select json_agg(to_json(sets) order by n) from grouped),
      'a', json_agg(x.n), 'b', json_agg(y.n), 'kept', json_agg(e.kept), 'isPublic', json_agg(e.is_public),
      'listed', json_agg(g.n), 'side', json_agg(e.side)) as packed
    from edge e join city x on x.c = e.a_city join city y on y.c = e.b_city join grouped g on g.sets = e.sets
    having count(*) > 0`.execute(tx);
  return rows[0]?.packed ?? none;
}
