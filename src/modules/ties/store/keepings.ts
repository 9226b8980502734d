// SQL of which offices keep which ties. Which rows are seen is the database's decision.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf, queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Keeping, Pair, TieCityId, TieId, Visibility } from '../domain/tie.ts';

const record = columns('tie_id, a_city, b_city, owner_office as office, visibility, shared_with, version');

/** A row with its two cities as a pair. */
export const paired = <R extends { readonly aCity: TieCityId; readonly bCity: TieCityId }>({ aCity, bCity, ...row }: R) => ({
  ...row,
  pair: { a: aCity, b: bCity },
});

const standing = (from: From) => from.selectFrom('ties.keeping').select(record).where('withdrawn_at', 'is', null);

/** What the office keeps, in no order. */
export const loadRegister = async (tx: Tx, office: OfficeId): Promise<readonly Keeping[]> => (await read(tx, keptBy(office))).map(paired);

const keptBy = queryOf((from, office: OfficeId) => standing(from).where('owner_office', '=', office));

/** Every keeping of the tie that may be seen. */
export const loadKeepings = async (tx: Tx, ties: readonly TieId[]): Promise<readonly Keeping[]> =>
  (await read(tx, keepingsOfTies(ties))).map(paired);

const keepingsOfTies = queryOfIds((from, ties: readonly TieId[]) => standing(from).where(sql<boolean>`tie_id = any(${ties}::uuid[])`));

/** The cities of ties that an office whose rows may be seen keeps or has kept. */
export async function loadPairs(tx: Tx, ties: readonly TieId[]): Promise<readonly Pair[]> {
  if (ties.length === 0) return [];
  return tx
    .selectFrom('ties.keeping')
    .select(columns('a_city as a, b_city as b'))
    .distinct()
    .where('tie_id', 'in', [...ties])
    .execute();
}

/** Keepings that may be seen of ties with the city (all cities: undefined), by tie, after `after`; up to `limit` + 1 ties. */
export async function listKeepings(
  tx: Tx,
  { city = null, after, limit }: { readonly city?: TieCityId | null | undefined; readonly after: TieId | null; readonly limit: number },
): Promise<readonly Keeping[]> {
  const page = standing(tx)
    .clearSelect()
    .select('tie_id')
    .distinct()
    .$if(city !== null, (q) => q.where((e) => e.or([e('a_city', '=', city), e('b_city', '=', city)])))
    .$if(after !== null, (q) => q.where('tie_id', '>', after))
    .orderBy('tie_id')
    .limit(limit + 1);
  return (await standing(tx).where('tie_id', 'in', page).orderBy('tie_id').execute()).map(paired);
}

/** Puts ties into the register; one that had been taken out comes back as private. Ties already in it stay as they are. */
export async function insertKeepings(
  tx: Tx,
  scope: RegisterScope,
  {
    ties,
    broughtBy,
  }: {
    readonly ties: readonly { readonly id: Id<'Keeping'>; readonly tieId: TieId; readonly pair: Pair }[];
    /** The act that can be undone as one. */
    readonly broughtBy: string | null;
  },
): Promise<void> {
  const [owner_office, brought_by] = [scope.office, broughtBy];
  const back = sql`on conflict (tie_id, owner_office) do update
    set withdrawn_at = null, brought_by = excluded.brought_by, version = ties.keeping.version + 1 where ties.keeping.withdrawn_at is not null`;
  const rows = ties.map(({ id, tieId, pair }) => ({ id, tie_id: tieId, a_city: pair.a, b_city: pair.b, owner_office, brought_by }));
  await insertRows(tx, 'ties.keeping', rows, back);
}

/** What an act brought into the office's register and still stands in it. */
export const loadBrought = async (tx: Tx, office: OfficeId, broughtBy: string): Promise<readonly Keeping[]> =>
  (await standing(tx).where('owner_office', '=', office).where('brought_by', '=', broughtBy).execute()).map(paired);

/** Takes ties out of the register; answers how many stood in it at the version that was seen (null: any). */
export async function withdrawKeepings(
  tx: Tx,
  scope: RegisterScope,
  { ties, version, now }: { readonly ties: readonly TieId[]; readonly version: number | null; readonly now: Date },
): Promise<number> {
  if (ties.length === 0) return 0;
  const rows = await tx
    .updateTable('ties.keeping')
    .set({ withdrawn_at: now.toISOString(), visibility: 'private', shared_with: [], version: sql`version + 1` })
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .where('tie_id', 'in', [...ties])
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('tie_id')
    .execute();
  return rows.length;
}

/** Sets who may see that the office keeps the tie; false where the version is another one. */
export async function updateKeepingAudience(
  tx: Tx,
  scope: RegisterScope,
  change: {
    readonly tieId: TieId;
    readonly visibility: Visibility;
    readonly sharedWith: readonly OfficeId[];
    readonly version: number | null;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('ties.keeping')
    .set({ visibility: change.visibility, shared_with: change.sharedWith, version: sql`version + 1` })
    .where('owner_office', '=', scope.office)
    .where('tie_id', '=', change.tieId)
    .where('withdrawn_at', 'is', null)
    .$if(change.version !== null, (q) => q.where('version', '=', change.version))
    .returning('tie_id')
    .executeTakeFirst();
  return row !== undefined;
}
