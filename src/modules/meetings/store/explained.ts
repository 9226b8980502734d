// SQL of what is kept with a plan: why meetings have no place in it.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { Explained } from '../domain/planning/explained.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

export const keepExplained = async (tx: Tx, { editionId }: OrganiserScope, planId: string, explained: Explained): Promise<void> =>
  void (await tx
    .updateTable('meetings.plan')
    .set({ explained: JSON.stringify(explained) })
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .execute());

/** What is kept with the plan, where it follows from the same; else null. */
export async function loadExplained(tx: Tx, editionId: string, planId: string, of: string): Promise<Explained | null> {
  const { rows } = await sql<{ explained: Explained }>`
    select explained from meetings.plan where edition_id = ${editionId} and id = ${planId} and explained ->> 'of' = ${of}`.execute(tx);
  return rows[0]?.explained ?? null;
}
