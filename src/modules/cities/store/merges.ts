// SQL of merges of cities. What hangs on a city is carried over by functions of the database, because rows of many offices change at once.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { MergeId, MergeRecord, VerdictRecord, Weighed } from '../domain/merge.ts';
import type { NamingScope } from '../domain/scope.ts';

/** The cities that stand for those that have gone into another, whoever may see them. */
export async function standingCities(tx: Tx, ids: readonly CityId[]): Promise<ReadonlyMap<CityId, CityId>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ former_id: CityId; id: CityId }>`
    select former_id, id from cities.standing_cities(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.former_id, row.id]));
}

const select = (tx: Tx) =>
  tx.selectFrom('cities.merge').select(
    columns(`id, version, from_city as from, into_city as into, reason, weighed, merged_by, merged_at, undone_at, from_slug as formerSlug,
      from_name as formerName`),
  );

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'cities.merge.weighed': Weighed;
  }
}

/** Merges that stand, the last first. */
export async function loadMerges(
  tx: Tx,
  { after, limit }: { readonly after: MergeId | null; readonly limit: number },
): Promise<readonly MergeRecord[]> {
  return select(tx)
    .where('undone_at', 'is', null)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function findMerge(tx: Tx, id: MergeId): Promise<MergeRecord | null> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) ?? null;
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
  return tx
    .selectFrom('cities.verdict')
    .select(columns('a_city as a, b_city as b, owner_office as office, verdict, reason, said_at'))
    .orderBy('said_at', 'desc')
    .execute();
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
    visibility: sharedWith.length > 0 ? ('shared' as const) : ('private' as const),
    shared_with: sharedWith,
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
