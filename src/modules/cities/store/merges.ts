// SQL of merges of cities. What hangs on a city is carried over by functions of the database, because rows of many offices change at once.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { MergeId, MergeRecord, Verdict, VerdictRecord, Weighed } from '../domain/merge.ts';
import type { NamingScope } from '../domain/scope.ts';

/** The cities that stand for those that have gone into another, whoever may see them. */
export async function standingCities(tx: Tx, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, CityId>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ former_id: CityId; id: CityId }>`
    select former_id, id from cities.standing_cities(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.former_id, row.id]));
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly from_city: string;
  readonly into_city: string;
  readonly reason: string;
  readonly weighed: unknown;
  readonly merged_by: string;
  readonly merged_at: Date;
  readonly undone_at: Date | null;
  readonly from_slug: string;
  readonly from_name: string;
}

const mergeOf = (row: Row): MergeRecord => ({
  id: row.id as MergeId,
  version: row.version,
  from: row.from_city as CityId,
  into: row.into_city as CityId,
  reason: row.reason,
  weighed: row.weighed as Weighed,
  mergedBy: row.merged_by as AccountId,
  mergedAt: row.merged_at,
  undoneAt: row.undone_at,
  formerSlug: row.from_slug,
  formerName: row.from_name,
});

/** Merges that stand, the last first. */
export async function loadMerges(
  tx: Tx,
  { after, limit }: { readonly after: MergeId | null; readonly limit: number },
): Promise<readonly MergeRecord[]> {
  const { rows } = await sql<Row>`
    select id, version, from_city, into_city, reason, weighed, merged_by, merged_at, undone_at, from_slug, from_name from cities.merge
    where undone_at is null and (${after}::uuid is null or id < ${after}::uuid) order by id desc limit ${limit}`.execute(tx);
  return rows.map(mergeOf);
}

export async function findMerge(tx: Tx, id: MergeId): Promise<MergeRecord | null> {
  const { rows } = await sql<Row>`
    select id, version, from_city, into_city, reason, weighed, merged_by, merged_at, undone_at, from_slug, from_name
    from cities.merge where id = ${id}`.execute(tx);
  return rows[0] === undefined ? null : mergeOf(rows[0]);
}

export interface NewMerge {
  readonly id: MergeId;
  readonly from: CityId;
  readonly into: CityId;
  readonly reason: string;
  readonly weighed: Weighed;
  readonly now: Date;
}

/** Carries everything over. Where somebody else was faster the transaction is tried once more from its beginning. */
export async function mergeRows(tx: Tx, { office }: NamingScope, { id, from, into, reason, weighed, now }: NewMerge): Promise<void> {
  await sql`select cities.merge_cities(${id}, ${from}, ${into}, ${office}, ${reason}, ${JSON.stringify(weighed)}::jsonb,
    ${now.toISOString()}::timestamptz)`.execute(tx);
}

/** Takes it apart again; answers the cities that are to be found anew. */
export async function undoMergeRows(
  tx: Tx,
  { office }: NamingScope,
  { id, reason, now }: { readonly id: MergeId; readonly reason: string | null; readonly now: Date },
): Promise<readonly CityId[]> {
  const { rows } = await sql<{ cities: CityId[] }>`
    select cities.undo_merge(${id}, ${office}, ${reason}, ${now.toISOString()}::timestamptz) as cities`.execute(tx);
  return rows[0]?.cities ?? [];
}

/** What offices have said of pairs, as far as the actor may read it. */
export async function loadVerdicts(tx: Tx): Promise<readonly VerdictRecord[]> {
  const rows = await tx
    .selectFrom('cities.verdict')
    .select(['a_city', 'b_city', 'owner_office', 'verdict', 'reason', 'said_at'])
    .orderBy('said_at', 'desc')
    .execute();
  return rows.map((row) => ({
    a: row.a_city as CityId,
    b: row.b_city as CityId,
    office: row.owner_office as OfficeId,
    verdict: row.verdict as Verdict,
    reason: row.reason,
    saidAt: row.said_at,
  }));
}

export interface Said extends Omit<VerdictRecord, 'office' | 'saidAt'> {
  readonly office: OfficeId;
  readonly sharedWith: readonly OfficeId[];
  readonly account: AccountId;
  readonly now: Date;
}

/** The office's one word about the pair from now on. */
export async function putVerdict(tx: Tx, { a, b, office, verdict, reason, sharedWith, account, now }: Said): Promise<void> {
  const said = {
    verdict,
    reason,
    visibility: sharedWith.length > 0 ? 'shared' : 'private',
    shared_with: [...sharedWith],
    said_by: account,
    said_at: now.toISOString(),
  };
  await tx
    .insertInto('cities.verdict')
    .values({ a_city: a, b_city: b, owner_office: office, ...said })
    .onConflict((conflict) => conflict.columns(['a_city', 'b_city', 'owner_office']).doUpdateSet(said))
    .execute();
}

/** Takes the office's word back; false where it had said none. */
export async function deleteVerdict(
  tx: Tx,
  { a, b, office }: { readonly a: CityId; readonly b: CityId; readonly office: OfficeId },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('cities.verdict')
    .where('a_city', '=', a)
    .where('b_city', '=', b)
    .where('owner_office', '=', office)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
