// SQL of what offices have taken over from sets, each time as one.
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { TakingScope } from '../domain/scope.ts';
import type { SetId, TakingId, TakingRecord } from '../domain/set.ts';

const select = (tx: Tx) =>
  tx.selectFrom('reference.taking').select(columns('id, owner_office as office, set_id, ties, taken_at, undone_at'));

export async function findTaking(tx: Tx, id: TakingId): Promise<TakingRecord | null> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What an office has taken over from a set, the last first; up to `limit` + 1. */
export async function pageOfTakings(
  tx: Tx,
  {
    office,
    setId,
    after,
    limit,
  }: { readonly office: OfficeId; readonly setId: SetId; readonly after: TakingId | null; readonly limit: number },
): Promise<readonly TakingRecord[]> {
  return select(tx)
    .where('owner_office', '=', office)
    .where('set_id', '=', setId)
    .$if(after !== null, (q) => q.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function insertTaking(
  tx: Tx,
  { office }: TakingScope,
  { id, setId, ties, takenAt }: Pick<TakingRecord, 'id' | 'setId' | 'ties' | 'takenAt'>,
): Promise<void> {
  await tx
    .insertInto('reference.taking')
    .values({ id, owner_office: office, set_id: setId, ties, taken_at: takenAt.toISOString() })
    .execute();
}

/** False where it has been undone already. */
export async function markUndone(tx: Tx, { office }: TakingScope, id: TakingId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reference.taking')
    .set({ undone_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
