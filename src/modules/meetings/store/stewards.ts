// SQL of the stewards of an edition.
import type { Tx } from '#platform/postgres/database.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

export interface StewardRow {
  readonly accountId: string;
  readonly halls: readonly string[];
}

/** Those of an edition, as far as the actor may see them. */
export async function loadStewards(tx: Tx, editionId: string): Promise<readonly StewardRow[]> {
  const rows = await tx.selectFrom('meetings.steward').select(['account_id', 'halls']).where('edition_id', '=', editionId).execute();
  return rows.map(({ account_id: accountId, halls }) => ({ accountId, halls }));
}

export async function saveSteward(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  { accountId, halls }: StewardRow,
  now: Date,
): Promise<void> {
  const own = [...halls];
  await tx
    .insertInto('meetings.steward')
    .values({ edition_id: editionId, account_id: accountId, owner_office: office, halls: own, named_at: now })
    .onConflict((c) => c.columns(['edition_id', 'account_id']).doUpdateSet({ halls: own }))
    .execute();
}

/** False where they were none. */
export async function deleteSteward(tx: Tx, { editionId }: OrganiserScope, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('meetings.steward')
    .where('edition_id', '=', editionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
