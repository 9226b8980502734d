// SQL of what sides' desks decide of the outcomes of third parties.
import { sql } from 'kysely';
import type { AccountId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { read } from '#platform/postgres/read.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { VoiceScope } from '../domain/scope.ts';
import type { Taking } from '../domain/taking.ts';

/** Those that the actor may know of: that an outcome was left, its own office alone. */
export const takingsOf = async (tx: Tx, ids: readonly OutcomeId[]): Promise<readonly Taking[]> =>
  read(
    tx,
    tx
      .selectFrom('outcomes.taking')
      .select(columns('outcome_id, owner_office as office, takes_up'))
      .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`),
  );

/** Decides it anew for the office. */
export async function saveTaking(
  tx: Tx,
  { outcomeId, office }: VoiceScope,
  { takesUp, by, now }: { readonly takesUp: boolean; readonly by: AccountId; readonly now: Date },
): Promise<void> {
  await tx.deleteFrom('outcomes.taking').where('outcome_id', '=', outcomeId).where('owner_office', '=', office).execute();
  await tx
    .insertInto('outcomes.taking')
    .values({ outcome_id: outcomeId, owner_office: office, takes_up: takesUp, entered_by: by, entered_at: now.toISOString() })
    .execute();
}
