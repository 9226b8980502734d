// SQL of imports: their states, files and plans.
import { sql } from 'kysely';
import type { AccountId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { PlanCounts } from '../domain/plan-import.ts';
import type { ImportScope } from '../domain/scope.ts';
import type {
  Failure,
  FileHeadRecord,
  ImportId,
  ImportMode,
  ImportProgress,
  ImportRecord,
  ImportState,
  Sample,
  SetId,
} from '../domain/set.ts';

const record =
  columns(`id, set_id, owner_office as office, version, number, state, account, format, file_name, sha256, files_of, head, mapping,
  mode, progress, counts, samples, digest, planned_on, failure, stop_asked_at, began_at, ended_at`);

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'reference.import.head': FileHeadRecord;
    'reference.import.mapping': Mapping;
    'reference.import.progress': ImportProgress;
    'reference.import.counts': PlanCounts;
    'reference.import.samples': readonly Sample[];
    'reference.import.failure': Failure;
  }
}

export async function findImport(tx: Tx, id: ImportId): Promise<ImportRecord | null> {
  return (await tx.selectFrom('reference.import').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** When imports ended, as far as the actor may see them. */
export async function loadEnds(tx: Tx, ids: readonly ImportId[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('reference.import')
    .select(['id', 'ended_at'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.flatMap(({ id, ended_at }) => (ended_at === null ? [] : [[id, new Date(ended_at)] as const])));
}

/** Of one set, the last first; up to `limit` + 1. */
export async function pageOfImports(
  tx: Tx,
  { setId, before, limit }: { readonly setId: SetId; readonly before: ImportId | null; readonly limit: number },
): Promise<readonly ImportRecord[]> {
  return tx
    .selectFrom('reference.import')
    .select(record)
    .where('set_id', '=', setId)
    .$if(before !== null, (q) => q.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** The import that is at work on the set just now; null where none is. */
export async function findAtWork(tx: Tx, setId: SetId): Promise<ImportRecord | null> {
  return (
    (await tx
      .selectFrom('reference.import')
      .select(record)
      .where('set_id', '=', setId)
      .where('state', 'in', ['reading', 'writing', 'undoing'])
      .executeTakeFirst()) ?? null
  );
}

export interface NewImport {
  readonly id: ImportId;
  readonly setId: SetId;
  readonly state: ImportState;
  readonly account: AccountId;
  readonly format: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly filesOf: ImportId;
  readonly head: FileHeadRecord;
  readonly mapping: Mapping;
  readonly now: Date;
}

/** The set is locked by the caller, so that each import has a number of its own. */
export async function insertImport(tx: Tx, { office }: ImportScope, made: NewImport): Promise<void> {
  const { id, setId, state, account, format, fileName, sha256, filesOf, head, mapping, now } = made;
  const { n } = await tx
    .selectFrom('reference.import')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('n'))
    .where('set_id', '=', setId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('reference.import')
    .values({
      id,
      set_id: setId,
      owner_office: office,
      number: n,
      state,
      account,
      format,
      file_name: fileName,
      sha256,
      files_of: filesOf,
      head: JSON.stringify(head),
      mapping: JSON.stringify(mapping),
      began_at: now.toISOString(),
    })
    .execute();
}

export interface StoredFile {
  readonly place: 0 | 1;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function insertFiles(tx: Tx, { office }: ImportScope, importId: ImportId, files: readonly StoredFile[]): Promise<void> {
  for (const { place, name, bytes } of files)
    await tx
      .insertInto('reference.import_file')
      .values({ import_id: importId, place, owner_office: office, name, bytes: Buffer.from(bytes) })
      .execute();
}

/** The list itself, and the names that came with it. */
export async function loadFiles(tx: Tx, importId: ImportId): Promise<readonly StoredFile[]> {
  const rows = await tx
    .selectFrom('reference.import_file')
    .select(['place', 'name', 'bytes'])
    .where('import_id', '=', importId)
    .orderBy('place')
    .execute();
  return rows.map(({ place, name, bytes }) => ({ place: place === 0 ? 0 : 1, name, bytes: new Uint8Array(bytes) }));
}

export interface StateChange {
  readonly from: readonly ImportState[];
  readonly to: ImportState;
  readonly expectedVersion?: number | null;
  readonly mapping?: Mapping;
  readonly head?: FileHeadRecord;
  readonly mode?: ImportMode;
  readonly failure?: Failure | null;
  readonly preview?: {
    readonly counts: PlanCounts;
    readonly samples: readonly Sample[];
    readonly digest: string;
    readonly plannedOn: ImportId | null;
  };
  /** What a person decided of ties of which the file says otherwise. */
  readonly decided?: { readonly samples: readonly Sample[]; readonly counts: PlanCounts | null };
  readonly endedAt?: Date | null;
}

/** Moves an import on; false where it is in another state by now, or at another version than was seen. */
export async function moveImport(tx: Tx, { office }: ImportScope, id: ImportId, change: StateChange): Promise<boolean> {
  const { from, to, expectedVersion = null, mapping, head, mode, failure, preview, decided, endedAt } = change;
  const { numUpdatedRows } = await tx
    .updateTable('reference.import')
    .set({
      state: to,
      version: sql`version + 1`,
      progress: null,
      stop_asked_at: null,
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
      ...(head === undefined ? {} : { head: JSON.stringify(head) }),
      ...(mode === undefined ? {} : { mode }),
      ...(failure === undefined ? {} : { failure: failure === null ? null : JSON.stringify(failure) }),
      ...(decided === undefined ? {} : { samples: JSON.stringify(decided.samples), counts: JSON.stringify(decided.counts) }),
      ...(preview === undefined
        ? {}
        : {
            counts: JSON.stringify(preview.counts),
            samples: JSON.stringify(preview.samples),
            digest: preview.digest,
            planned_on: preview.plannedOn,
          }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt === null ? null : endedAt.toISOString() }),
    })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('state', 'in', [...from])
    .$if(expectedVersion !== null, (q) => q.where('version', '=', expectedVersion))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Tells how far an import is, in a transaction of its own; answers whether it should go on. */
export async function tellProgress(tx: Tx, { office }: ImportScope, id: ImportId, progress: ImportProgress): Promise<boolean> {
  const row = await tx
    .updateTable('reference.import')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('state', 'in', ['reading', 'writing', 'undoing'])
    .returning('stop_asked_at')
    .executeTakeFirst();
  return row !== undefined && row.stop_asked_at === null;
}

/** Asks an import that is at work to stop; false where it is not. */
export async function askStop(tx: Tx, { office }: ImportScope, id: ImportId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reference.import')
    .set({ stop_asked_at: at.toISOString(), version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('state', 'in', ['reading', 'writing'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What was previewed is no longer what would be done: it has to be read again before it is confirmed. */
export const forgetDigest = async (tx: Tx, { office }: ImportScope, id: ImportId): Promise<void> =>
  void (await tx
    .updateTable('reference.import')
    .set({ digest: null, version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('state', '=', 'previewed')
    .execute());

/** Keeps what the import does to the set, as it was seen. */
export async function savePlan(tx: Tx, { office }: ImportScope, importId: ImportId, bytes: Uint8Array): Promise<void> {
  const packed = Buffer.from(bytes);
  await tx
    .insertInto('reference.import_plan')
    .values({ import_id: importId, owner_office: office, bytes: packed })
    .onConflict((conflict) => conflict.column('import_id').doUpdateSet({ bytes: packed }))
    .execute();
}

export async function loadPlan(tx: Tx, importId: ImportId): Promise<Uint8Array | null> {
  const row = await tx.selectFrom('reference.import_plan').select('bytes').where('import_id', '=', importId).executeTakeFirst();
  return row === undefined ? null : new Uint8Array(row.bytes);
}
