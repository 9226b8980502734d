// What rows of a tie have in common: whose they are, who sees them, at which version, and how they change.
import { sql, type Updateable } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { DB } from '#platform/postgres/schema.ts';
import type { CarrierId } from '../domain/carriers.ts';
import type { AgreementId, ExchangeId } from '../domain/happenings.ts';
import type { Owned } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';

type Table = 'ties.agreement' | 'ties.carrier' | 'ties.exchange';
type OwnedId = AgreementId | CarrierId | ExchangeId;

export const ownedColumns = columns('id, tie_id, owner_office as office, visibility, shared_with, version');

/** A row at the version that was seen (null: any). */
export interface Guarded<I> {
  readonly id: I;
  readonly version: number | null;
}

/** Sets columns of a row that stands, and counts the change; false where the version is another one. */
export async function changeOwned(
  tx: Tx,
  table: Table,
  scope: RegisterScope,
  { id, version, set }: Guarded<OwnedId> & { readonly set: { [T in Table]: Updateable<DB[T]> }[Table] },
): Promise<boolean> {
  const row = await tx
    .updateTable(table)
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Withdraws a row: it stays on record and is seen by nobody but its office; false where the version is another one. */
export const withdrawOwned = (
  tx: Tx,
  table: Table,
  scope: RegisterScope,
  { now, ...row }: Guarded<OwnedId> & { readonly now: Date },
): Promise<boolean> =>
  changeOwned(tx, table, scope, { ...row, set: { withdrawn_at: now.toISOString(), visibility: 'private', shared_with: [] } });

export type AudienceOfRows = Pick<Owned, 'visibility' | 'sharedWith'>;

/** Sets who may see the rows. */
export async function openOwned(
  tx: Tx,
  table: Table,
  scope: RegisterScope,
  { ids, visibility, sharedWith }: AudienceOfRows & { readonly ids: readonly OwnedId[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable(table)
    .set({ visibility, shared_with: sharedWith, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .execute();
}
