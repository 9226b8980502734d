// SQL of how much may be seen of a tie, in one statement.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { TieId } from '../domain/tie.ts';

/** `matters`: of what something is said, also under a former id; however often and by how many. */
export interface TieCounts {
  readonly agreements: number;
  readonly exchanges: number;
  readonly matters: number;
}

export async function loadCounts(tx: Tx, tieId: TieId): Promise<TieCounts> {
  const { rows } = await sql<TieCounts>`
    select (select count(*)::int from ties.agreement where tie_id = ${tieId} and withdrawn_at is null) as agreements,
      (select count(*)::int from ties.exchange where tie_id = ${tieId} and withdrawn_at is null) as exchanges,
      (select count(distinct attribute)::int from evidence.statements where subject_kind = 'tie' and subject_id = any (
        array(select former_id from evidence.former_subjects('tie', array[${tieId}::uuid])) || ${tieId}::uuid)) as matters`.execute(tx);
  return rows[0] ?? { agreements: 0, exchanges: 0, matters: 0 };
}
