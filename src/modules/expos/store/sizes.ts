// SQL of how large participants said that they are.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { Size } from '../domain/topic.ts';

/** The last that each organisation said, of the rows that the actor may see. */
export async function loadSizes(tx: Tx, organisations: readonly string[]): Promise<ReadonlyMap<string, Size>> {
  if (organisations.length === 0) return new Map();
  const { rows } = await sql<{ id: string; size: Size }>`
    select distinct on (organisation_id) organisation_id as id, size from expos.participant
    where organisation_id = any (${organisations}::uuid[]) and size is not null
    order by organisation_id, updated_at desc`.execute(tx);
  return new Map(rows.map(({ id, size }) => [id, size]));
}
