// SQL of snapshots: that there is one is read by everybody, what it says by everybody until it is withdrawn.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { SnapshotScope } from '../domain/snapshots/scope.ts';
import type { Frozen, FrozenWord } from '../domain/snapshots/frozen.ts';

export type SnapshotId = Id<'Snapshot'>;

export interface SnapshotRecord {
  readonly id: SnapshotId;
  readonly tieId: TieId;
  readonly number: number;
  readonly office: OfficeId;
  readonly version: number;
  readonly frozenAt: Date;
  readonly seal: string;
  readonly contentHash: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'reports.snapshot_content.content': object;
    'reports.snapshot_content.words': readonly FrozenWord[];
  }
}

const own = columns('id, tie_id, number, owner_office as office, version, frozen_at, seal, content_hash, withdrawn_at, withdrawn_reason');

/** Of one tie, the newest first. */
export const listSnapshots = (tx: Tx, tieId: TieId): Promise<readonly SnapshotRecord[]> =>
  tx.selectFrom('reports.snapshot').select(own).where('tie_id', '=', tieId).orderBy('number', 'desc').execute();

/** Those that stand, of all ties, the last frozen first. */
export const newestSnapshots = (tx: Tx, limit: number): Promise<readonly SnapshotRecord[]> =>
  tx
    .selectFrom('reports.snapshot')
    .select(own)
    .where('withdrawn_at', 'is', null)
    .orderBy('frozen_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

export async function findSnapshot(tx: Tx, at: { readonly tieId: TieId; readonly number: number }): Promise<SnapshotRecord | null> {
  const row = await tx
    .selectFrom('reports.snapshot')
    .select(own)
    .where('tie_id', '=', at.tieId)
    .where('number', '=', at.number)
    .executeTakeFirst();
  return row ?? null;
}

export async function findSnapshotById(tx: Tx, id: string): Promise<SnapshotRecord | null> {
  const row = await tx
    .selectFrom('reports.snapshot')
    .select(own)
    .where('id', '=', id as SnapshotId)
    .executeTakeFirst();
  return row ?? null;
}

export async function loadFrozen(tx: Tx, id: SnapshotId): Promise<Frozen | null> {
  const row = await tx.selectFrom('reports.snapshot_content').select(['content', 'words']).where('snapshot_id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The next number of a tie; others who freeze it wait until this transaction ends. */
export async function nextNumber(tx: Tx, tieId: TieId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`snapshot ${tieId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ readonly next: number }>`
    select coalesce(max(number), 0) + 1 as next from reports.snapshot where tie_id = ${tieId}::uuid`.execute(tx);
  return rows[0]?.next ?? 1;
}

/** Keeps it under its number, with all that it says. */
export async function insertSnapshot(
  tx: Tx,
  scope: SnapshotScope,
  { frozen, ...snapshot }: Pick<SnapshotRecord, 'id' | 'number' | 'frozenAt' | 'seal' | 'contentHash'> & { readonly frozen: Frozen },
): Promise<void> {
  const { id, number, frozenAt, seal, contentHash } = snapshot;
  await sql`
    with kept as (
      insert into reports.snapshot (id, tie_id, number, owner_office, frozen_at, seal, content_hash)
      values (${id}::uuid, ${scope.tieId}::uuid, ${number}, ${scope.office}::uuid, ${frozenAt}, ${seal}, ${contentHash}) returning id, owner_office)
    insert into reports.snapshot_content (snapshot_id, owner_office, content, words)
    select id, owner_office, ${JSON.stringify(frozen.content)}::jsonb, ${JSON.stringify(frozen.words)}::jsonb from kept`.execute(tx);
}

/** What it says is its office's alone from then on; false where somebody was faster. */
export async function withdrawSnapshot(
  tx: Tx,
  { office }: Pick<SnapshotScope, 'office'>,
  { id, version, reason, now }: Pick<SnapshotRecord, 'id' | 'version'> & { readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update reports.snapshot set withdrawn_at = ${now}, withdrawn_reason = ${reason}, version = version + 1
    where id = ${id}::uuid and owner_office = ${office}::uuid and version = ${version} and withdrawn_at is null returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`update reports.snapshot_content set visibility = 'private' where snapshot_id = ${id}::uuid`.execute(tx);
  return true;
}

/** Its words without a name; false where somebody was faster. */
export async function saveWords(
  tx: Tx,
  { office }: Pick<SnapshotScope, 'office'>,
  { id, version, words }: Pick<SnapshotRecord, 'id' | 'version'> & { readonly words: readonly FrozenWord[] },
): Promise<boolean> {
  const { rows } = await sql`
    update reports.snapshot set version = version + 1
    where id = ${id}::uuid and owner_office = ${office}::uuid and version = ${version} returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`update reports.snapshot_content set words = ${JSON.stringify(words)}::jsonb where snapshot_id = ${id}::uuid`.execute(tx);
  return true;
}

/** Which say the name of the one who acts. */
export async function loadOwnSnapshots({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ own: Record<string, unknown>[] }>`select reports.own_snapshots() as own`.execute(tx);
  return rows[0]?.own ?? [];
}

export const forgetOwnNames = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select reports.forget_own_names()`.execute(tx));
