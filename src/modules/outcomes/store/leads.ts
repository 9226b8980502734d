// SQL of what came of the meetings of an edition, in numbers.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';

/** Null: of too few meetings to be told. */
export interface LeadNumbers {
  readonly leads: number | null;
  readonly agreed: number | null;
}

/** For the organiser's office of the edition alone. */
export async function countLeads(tx: Tx, editionId: string): Promise<LeadNumbers> {
  const { rows } = await sql<LeadNumbers>`select leads, agreed from outcomes.edition_leads(${editionId})`.execute(tx);
  return rows[0] ?? { leads: null, agreed: null };
}
