// SQL of which reference sets list which ties: thousands of rows in a handful of statements.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Pair, TieCityId, TieId } from '../domain/tie.ts';

/** Which side's entry names the other, in the order of the cities' ids; `unstated` where the set has no direction. */
export type ListedBy = 'a' | 'b' | 'both' | 'unstated';

export interface Listing {
  readonly tieId: TieId;
  readonly pair: Pair;
  readonly listedBy: ListedBy;
  /** Numbers of the rows of the set's file that list it. */
  readonly rows: readonly number[];
  readonly importId: string;
}

interface Row {
  readonly tie_id: string;
  readonly a_city: string;
  readonly b_city: string;
  readonly listed_by: string;
  readonly rows: number[];
  readonly import_id: string;
}

const columns = ['tie_id', 'a_city', 'b_city', 'listed_by', 'rows', 'import_id'] as const;

const listingOf = (row: Row): Listing => ({
  tieId: row.tie_id as TieId,
  pair: { a: row.a_city as TieCityId, b: row.b_city as TieCityId },
  listedBy: row.listed_by as ListedBy,
  rows: row.rows,
  importId: row.import_id,
});

const standing = (tx: Tx, setId: string) =>
  tx.selectFrom('ties.listing').select(columns).where('set_id', '=', setId).where('withdrawn_at', 'is', null);

/** All that the set lists, in no order. */
export const loadListings = async (tx: Tx, setId: string): Promise<readonly Listing[]> =>
  (await standing(tx, setId).execute()).map(listingOf);

/** Those of the ties that the set lists. */
export async function findListings(tx: Tx, setId: string, ties: readonly TieId[]): Promise<readonly Listing[]> {
  const rows = await standing(tx, setId)
    .where(sql<boolean>`tie_id = any (${[...ties]}::uuid[])`)
    .execute();
  return rows.map(listingOf);
}

export interface ListingFilter {
  readonly setId: string;
  /** Only those that one side alone lists. */
  readonly oneWay: boolean;
  /** Only those that this office does not keep. */
  readonly notKeptBy: OfficeId | null;
  /** Only those of this city. */
  readonly city: TieCityId | null;
  readonly after: TieId | null;
  readonly limit: number;
}

/** By tie; up to `limit` + 1. */
export async function pageOfListings(tx: Tx, { setId, oneWay, notKeptBy, city, after, limit }: ListingFilter): Promise<readonly Listing[]> {
  const rows = await standing(tx, setId)
    .$if(oneWay, (q) => q.where('listed_by', 'in', ['a', 'b']))
    .$if(notKeptBy !== null, (q) =>
      q.where(
        sql<boolean>`not exists (select 1 from ties.keeping k where k.tie_id = ties.listing.tie_id and k.owner_office = ${notKeptBy}
          and k.withdrawn_at is null)`,
      ),
    )
    .$if(city !== null, (q) => q.where((e) => e.or([e('a_city', '=', city ?? ''), e('b_city', '=', city ?? '')])))
    .$if(after !== null, (q) => q.where('tie_id', '>', after ?? ''))
    .orderBy('tie_id')
    .limit(limit + 1)
    .execute();
  return rows.map(listingOf);
}

/** How many ties each set lists. */
export async function countListings(tx: Tx, setIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (setIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('ties.listing')
    .select(['set_id', sql<number>`count(*)::int`.as('n')])
    .where('set_id', 'in', [...setIds])
    .where('withdrawn_at', 'is', null)
    .groupBy('set_id')
    .execute();
  return new Map(rows.map((row) => [row.set_id, row.n]));
}

/** Pairs that another set lists or that an office keeps, as far as the actor may see it. */
export async function loadPairsBeside(tx: Tx, setId: string): Promise<readonly Pair[]> {
  const { rows } = await sql<{ a_city: TieCityId; b_city: TieCityId }>`
    select a_city, b_city from ties.listing where set_id <> ${setId} and withdrawn_at is null
    union select a_city, b_city from ties.keeping where withdrawn_at is null`.execute(tx);
  return rows.map((row) => ({ a: row.a_city, b: row.b_city }));
}

export interface ListingPut {
  readonly pair: Pair;
  readonly listedBy: ListedBy;
  readonly rows: readonly number[];
  readonly importId: string;
}

const AT_ONCE = 2000;

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE);
}

/** The set lists these ties from now on as they stand here; one that had been withdrawn comes back. */
export async function putListings(
  tx: Tx,
  { office }: RegisterScope,
  { setId, visibility, puts }: { readonly setId: string; readonly visibility: 'private' | 'public'; readonly puts: readonly ListingPut[] },
): Promise<void> {
  for (const chunk of chunks(puts)) {
    const rows = chunk.map(({ pair, listedBy, rows: inRows, importId }) => ({
      ...pair,
      listed_by: listedBy,
      rows: inRows,
      import_id: importId,
    }));
    await sql`
      insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, listed_by, rows, import_id)
      select ${setId}::uuid, ties.tie_of(a, b), a, b, ${office}::uuid, ${visibility}, listed_by, rows, import_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(a uuid, b uuid, listed_by text, rows int[], import_id uuid)
      on conflict (set_id, tie_id) do update set listed_by = excluded.listed_by, rows = excluded.rows, import_id = excluded.import_id,
        visibility = excluded.visibility, withdrawn_at = null, withdrawn_by_import = null`.execute(tx);
  }
}

/** The set no longer lists these ties. */
export async function withdrawListings(
  tx: Tx,
  { office }: RegisterScope,
  {
    setId,
    importId,
    pairs,
    now,
  }: { readonly setId: string; readonly importId: string; readonly pairs: readonly Pair[]; readonly now: Date },
): Promise<void> {
  for (const chunk of chunks(pairs))
    await sql`
      update ties.listing l set withdrawn_at = ${now.toISOString()}, withdrawn_by_import = ${importId}, visibility = 'private', shared_with = '{}'
      from unnest(${chunk.map(({ a }) => a)}::uuid[], ${chunk.map(({ b }) => b)}::uuid[]) as u(a, b)
      where l.set_id = ${setId} and l.tie_id = ties.tie_of(u.a, u.b) and l.owner_office = ${office} and l.withdrawn_at is null`.execute(tx);
}

/** Opens or closes all that the set lists. */
export async function updateListingAudience(
  tx: Tx,
  { office }: RegisterScope,
  { setId, visibility }: { readonly setId: string; readonly visibility: 'private' | 'public' },
): Promise<void> {
  await tx
    .updateTable('ties.listing')
    .set({ visibility })
    .where('set_id', '=', setId)
    .where('owner_office', '=', office)
    .where('withdrawn_at', 'is', null)
    .execute();
}
