// SQL of what came of the meetings of an edition, in numbers.
import { sql } from 'kysely';
import type { CitiesMeant, LaterSteps } from '#modules/meetings/domain/numbers.ts';
import type { Tx } from '#platform/postgres/database.ts';

/** Of everybody and in parts, as the edition's numbers are told; without those of too few meetings. For the organiser's office of the edition alone. */
export async function countLeads(tx: Tx, editionId: string, cities: CitiesMeant): Promise<readonly LaterSteps[]> {
  const { rows } =
    await sql<LaterSteps>`select dimension, key, leads, agreed from outcomes.edition_leads(${editionId}, ${JSON.stringify(cities)}::jsonb)`.execute(
      tx,
    );
  return rows;
}
