// SQL of reference sets. Which are seen is the database's decision.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportId, Openness, Progress, SetFacts, SetId, SetRecord } from '../domain/set.ts';

const factColumns = columns('name, licence, licence_address, credit, class as classCode');
const record = [
  ...columns('id, owner_office as office, visibility, version, source_id, openness, open_progress, current_import, created_at'),
  ...factColumns,
];

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'reference.set.open_progress': Progress;
    'reference.set.visibility': SetRecord['visibility'];
  }
}

export async function findSet(tx: Tx, id: SetId): Promise<SetRecord | null> {
  return (await tx.selectFrom('reference.set').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The last made first; of one office, or all that may be seen; up to `limit` + 1. */
export async function pageOfSets(
  tx: Tx,
  { office, after, limit }: { readonly office: OfficeId | null; readonly after: SetId | null; readonly limit: number },
): Promise<readonly SetRecord[]> {
  return tx
    .selectFrom('reference.set')
    .select(record)
    .$if(office !== null, (q) => q.where('owner_office', '=', office))
    .$if(after !== null, (q) => q.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function insertSet(
  tx: Tx,
  { office }: ImportScope,
  { id, sourceId, facts, now }: { readonly id: SetId; readonly sourceId: Id<'Source'>; readonly facts: SetFacts; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('reference.set')
    .values({ id, owner_office: office, source_id: sourceId, ...valuesOf(factColumns, facts), created_at: now.toISOString() })
    .execute();
}

/** False where the version is another one. */
export async function updateSetFacts(
  tx: Tx,
  { office }: ImportScope,
  { id, facts, expectedVersion }: { readonly id: SetId; readonly facts: SetFacts; readonly expectedVersion: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reference.set')
    .set({ ...valuesOf(factColumns, facts), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .$if(expectedVersion !== null, (q) => q.where('version', '=', expectedVersion))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The set as it stands, held until the transaction ends: imports into one set go one after the other. */
export async function lockSet(tx: Tx, { office }: ImportScope, id: SetId): Promise<SetRecord | null> {
  return (
    (await tx
      .selectFrom('reference.set')
      .select(record)
      .where('id', '=', id)
      .where('owner_office', '=', office)
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
}

/** Says whose result the set holds. */
export async function setCurrentImport(tx: Tx, { office }: ImportScope, id: SetId, importId: ImportId | null): Promise<void> {
  await tx
    .updateTable('reference.set')
    .set({ current_import: importId, version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .execute();
}

/** Sets whether everybody sees the set; false where it stood in none of the states that lead there. */
export async function setOpenness(
  tx: Tx,
  { office }: ImportScope,
  id: SetId,
  {
    from,
    to,
    visibility,
    progress,
  }: {
    readonly from: readonly Openness[];
    readonly to: Openness;
    readonly visibility?: 'private' | 'public';
    readonly progress: Progress | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reference.set')
    .set({
      openness: to,
      open_progress: progress === null ? null : JSON.stringify(progress),
      version: sql`version + 1`,
      ...(visibility === undefined ? {} : { visibility }),
    })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('openness', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How far opening or closing has come; no new version of the set. */
export async function tellOpenProgress(tx: Tx, { office }: ImportScope, id: SetId, progress: Progress): Promise<void> {
  await tx
    .updateTable('reference.set')
    .set({ open_progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .execute();
}
