// SQL of what rests on sources: how much of it, and on which pages.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { citingKinds, type CitingKind, type SourceId, type SourceRecord, type SourceUse } from '../domain/source.ts';

/** Everything that rests on sources: `source` as it is read, `kind`, and the page on which it stands; rows of other modules as they tell which of theirs stand. */
const restingOn = (ids: readonly SourceId[]) => sql`
    with asked as (select o.id, coalesce(o.merged_into, o.id) as source from evidence.source o
      where coalesce(o.merged_into, o.id) = any(${ids}::uuid[])),
    citing as (select * from platform.citing_ties union all select * from platform.citing_outcomes
      union all select * from platform.citing_profiles union all select * from platform.citing_sets),
    used as (
      select a.source, 'statement' as kind, t.subject_kind as place_kind,
        coalesce((select s.subject_id from evidence.standing_subjects(array[t.subject_kind], array[t.subject_id]) s), t.subject_id) as place_id
      from evidence.statement t join asked a on a.id = t.source_id where t.withdrawn_at is null
      union all
      select a.source, w.kind, w.place_kind, w.place_id from evidence.citation c join asked a on a.id = c.cited_id join citing w on w.id = c.citing_id)`;

/** What rests on each, by kind. */
export async function usesOf(tx: Tx, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, SourceRecord['uses']>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ readonly source: SourceId; readonly kind: CitingKind; readonly count: number }>`${restingOn(ids)}
    select source, kind, count(*)::int as count from used group by source, kind`.execute(tx);
  const order = (kind: CitingKind): number => citingKinds.indexOf(kind);
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return new Map(
    [...bySource].map(([id, used]) => [
      id,
      used.map(({ kind, count }) => ({ kind, count })).toSorted((a, b) => order(a.kind) - order(b.kind)),
    ]),
  );
}

/** Where a source is used: how often in each way on one page; what has no page to be led to has no slug. Ties and cities are called as the search has them. */
export async function pagesWith(tx: Tx, id: SourceId, offices: readonly OfficeId[], limit: number): Promise<readonly SourceUse[]> {
  const { rows } = await sql<SourceUse>`${restingOn([id])},
    found as (select kind, place_kind as "placeKind", place_id as "placeId", count(*)::int as count from used group by 1, 2, 3),
    terms as (select kind, subject_id, slug, label from platform.search_term where subject_id in (select "placeId" from found)
      union all select kind, subject_id, slug, label from platform.office_search_term
        where (owner_office = any (${[...offices]}::uuid[]) or shared_with && ${[...offices]}::uuid[]) and subject_id in (select "placeId" from found)),
    called as (select distinct on (subject_id) subject_id, slug, label from terms order by subject_id)
    select f.kind, f."placeKind", f.count, coalesce(c.slug, e.slug) as slug, coalesce(c.label, e.name) as label
    from found f left join called c on c.subject_id = f."placeId"
      left join platform.searched_editions e on f."placeKind" = 'edition' and e.id = f."placeId"
    order by f."placeKind", coalesce(c.slug, e.slug), f.kind limit ${limit}`.execute(tx);
  return rows;
}
