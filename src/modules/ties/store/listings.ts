// SQL of which reference sets list which ties: thousands of rows in a handful of statements.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { inBatches } from '#platform/postgres/insert-rows.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Pair, TieCityId, TieId } from '../domain/tie.ts';
import { paired } from './keepings.ts';

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

const record = columns('tie_id, a_city, b_city, listed_by, rows, import_id');

const standing = (tx: Tx, setId: string) =>
  tx.selectFrom('ties.listing').select(record).where('set_id', '=', setId).where('withdrawn_at', 'is', null);

/** All that the set lists, in no order. */
export const loadListings = async (tx: Tx, setId: string): Promise<readonly Listing[]> => (await standing(tx, setId).execute()).map(paired);

/** Those of the ties that the set lists. */
export async function findListings(tx: Tx, setId: string, ties: readonly TieId[]): Promise<readonly Listing[]> {
  const rows = await standing(tx, setId)
    .where(sql<boolean>`tie_id = any (${[...ties]}::uuid[])`)
    .execute();
  return rows.map(paired);
}

const sidesListing = queryOfIds((from, ties: readonly TieId[]) =>
  from
    .selectFrom('ties.listing')
    .select(['tie_id', 'listed_by'])
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`tie_id = any (${ties}::uuid[])`),
);

/** Which side's entry names the other, of every set that lists the tie and may be seen. */
export async function loadSidesListing(tx: Tx, ties: readonly TieId[]): Promise<ReadonlyMap<TieId, readonly ListedBy[]>> {
  const rows = await read(tx, sidesListing(ties));
  const ofTie = Map.groupBy(rows, (row) => row.tie_id);
  return new Map([...ofTie].map(([tieId, group]) => [tieId, group.map((row) => row.listed_by)]));
}

export const listingDoubts = ['one_way', 'differing', 'unsourced', 'not_kept'] as const;
export type ListingDoubt = (typeof listingDoubts)[number];

/** Among which of its ties a set is looked through. */
export interface ListingScope {
  readonly setId: string;
  /** The source of the set itself: what rests on it alone has no other. */
  readonly sourceId: string;
  /** Whose register counts; null where nobody's does. */
  readonly office: OfficeId | null;
  /** Only those of this city, of one of these (null: of any), with an end in this country, this one tie. */
  readonly city: TieCityId | null;
  readonly among: readonly TieCityId[] | null;
  readonly country: string | null;
  readonly tie: TieId | null;
}

/** Where a tie stands among those of its set: by its first row in the file. */
export interface ListingPlace {
  readonly row: number;
  readonly tieId: TieId;
}

export interface ListingFilter extends ListingScope {
  readonly only: ListingDoubt | null;
  readonly after: ListingPlace | null;
  readonly limit: number;
}

/** One side alone lists it; beginnings contradict each other, whoever says them; nothing is said of it but by the set; it is not kept. */
const isDoubtful = (doubt: ListingDoubt, { setId, sourceId, office }: ListingScope) => {
  switch (doubt) {
    case 'one_way':
      return sql<boolean>`listed_by in ('a', 'b')`;
    case 'differing':
      return sql<boolean>`tie_id in (select subject_id from evidence.differing_dates
        where subject_kind = 'tie' and attribute = 'established')`;
    case 'unsourced':
      return sql<boolean>`not exists (select 1 from evidence.statements s
        where s.subject_kind = 'tie' and s.subject_id = tie_id and s.source_id <> ${sourceId})
        and tie_id not in (select f.subject_id
          from evidence.former_subjects('tie', array(select l.tie_id from ties.listing l where l.set_id = ${setId} and l.withdrawn_at is null)) f
          join evidence.statements s on s.subject_kind = 'tie' and s.subject_id = f.former_id and s.source_id <> ${sourceId})`;
    case 'not_kept':
      return sql<boolean>`not exists (select 1 from ties.keeping k where k.tie_id = ties.listing.tie_id and k.owner_office = ${office}
        and k.withdrawn_at is null)`;
  }
};

const within = (tx: Tx, { setId, city, among, country, tie }: ListingScope) =>
  standing(tx, setId)
    .$if(city !== null, (q) => q.where((e) => e.or([e('a_city', '=', city), e('b_city', '=', city)])))
    .$if(among !== null, (q) =>
      q.where(sql<boolean>`(a_city = any (${[...(among ?? [])]}::uuid[]) or b_city = any (${[...(among ?? [])]}::uuid[]))`),
    )
    .$if(country !== null, (q) =>
      q.where(sql<boolean>`exists (select 1 from cities.cities c where c.id in (a_city, b_city) and c.country = ${country})`),
    )
    .$if(tie !== null, (q) => q.where('tie_id', '=', tie));

/** How many there are, and how many of them are doubtful in each way. */
export async function countDoubts(tx: Tx, scope: ListingScope): Promise<Readonly<Record<ListingDoubt | 'all', number>>> {
  const counted = (doubt: ListingDoubt) => sql<number>`count(*) filter (where ${isDoubtful(doubt, scope)})::int`.as(doubt);
  const row = await within(tx, scope)
    .clearSelect()
    .select([sql<number>`count(*)::int`.as('all'), counted('one_way'), counted('differing'), counted('unsourced')])
    .select(counted('not_kept'))
    .executeTakeFirstOrThrow();
  return row;
}

const firstRow = sql<number>`coalesce(rows[1], 0)`;

/** In the order of the file; up to `limit` + 1. */
export async function pageOfListings(tx: Tx, { only, after, limit, ...scope }: ListingFilter): Promise<readonly Listing[]> {
  const rows = await within(tx, scope)
    .$if(only !== null, (q) => (only === null ? q : q.where(isDoubtful(only, scope))))
    .$if(after !== null, (q) => (after === null ? q : q.where(sql<boolean>`(${firstRow}, tie_id) > (${after.row}, ${after.tieId}::uuid)`)))
    .orderBy(firstRow)
    .orderBy('tie_id')
    .limit(limit + 1)
    .execute();
  return rows.map(paired);
}

/** How many ties each set lists. */
export interface ListingCount {
  readonly ties: number;
  /** The cities at their ends, each once. */
  readonly cities: number;
}

export async function countListings(tx: Tx, setIds: readonly string[]): Promise<ReadonlyMap<string, ListingCount>> {
  if (setIds.length === 0) return new Map();
  const { rows } = await sql<{ set_id: string; ties: number; cities: number }>`
    with listed as (select set_id, a_city, b_city from ties.listing where set_id = any (${[...setIds]}::uuid[]) and withdrawn_at is null),
      ends as (select set_id, a_city as city from listed union select set_id, b_city from listed)
    select set_id, ties, cities from (select set_id, count(*)::int as ties from listed group by set_id) as t
      join (select set_id, count(*)::int as cities from ends group by set_id) as c using (set_id)`.execute(tx);
  return new Map(rows.map(({ set_id, ties, cities }) => [set_id, { ties, cities }]));
}

/** Pairs that another set lists or that an office keeps, as far as the actor may see it. */
export async function loadPairsBeside(tx: Tx, setId: string): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    select a_city as a, b_city as b from ties.listing where set_id <> ${setId} and withdrawn_at is null
    union select a_city, b_city from ties.keeping where withdrawn_at is null`.execute(tx);
  return rows;
}

export interface ListingPut {
  readonly pair: Pair;
  readonly listedBy: ListedBy;
  readonly rows: readonly number[];
  readonly importId: string;
}

/** The set lists these ties from now on as they stand here; one that had been withdrawn comes back. */
export async function putListings(
  tx: Tx,
  { office }: RegisterScope,
  { setId, visibility, puts }: { readonly setId: string; readonly visibility: 'private' | 'public'; readonly puts: readonly ListingPut[] },
): Promise<void> {
  for (const chunk of inBatches(puts)) {
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
  for (const chunk of inBatches(pairs))
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

/** The sets that list ties of each city. */
export async function setsNaming(tx: Tx, cities: readonly TieCityId[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (cities.length === 0) return new Map();
  const at = [...cities];
  const { rows } = await sql<{ city: string; set_id: string }>`
    select a_city as city, set_id from ties.listing where withdrawn_at is null and a_city = any (${at}::uuid[])
    union select b_city, set_id from ties.listing where withdrawn_at is null and b_city = any (${at}::uuid[])`.execute(tx);
  const sets = new Map<string, Set<string>>();
  for (const { city, set_id: set } of rows) sets.set(city, (sets.get(city) ?? new Set()).add(set));
  return sets;
}
