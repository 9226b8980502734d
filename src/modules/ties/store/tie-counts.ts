// SQL of how much may be seen of a tie, in one statement.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { TieId } from '../domain/tie.ts';

/** `matters`: of what something is said, also under a former id; however often and by how many. */
export interface TieCounts {
  readonly agreements: number;
  readonly exchanges: number;
  readonly matters: number;
}

/** `sides`: the offices of the two cities; what others say counts once one of them has taken it up. */
export async function loadCounts(tx: Tx, tieId: TieId, sides: readonly OfficeId[]): Promise<TieCounts> {
  const heard = sql`(owner_office = any (${sides}::uuid[]) or exists (
    select 1 from ties.taking k where k.thing_id = id and k.takes_up and k.owner_office = any (${sides}::uuid[])))`;
  const { rows } = await sql<TieCounts>`
    select (select count(*)::int from ties.agreement where tie_id = ${tieId} and withdrawn_at is null and ${heard}) as agreements,
      (select count(*)::int from ties.exchange where tie_id = ${tieId} and withdrawn_at is null and ${heard}) as exchanges,
      (select count(distinct attribute)::int from evidence.statements where subject_kind = 'tie' and subject_id = any (
        array(select former_id from evidence.former_subjects('tie', array[${tieId}::uuid])) || ${tieId}::uuid)) as matters`.execute(tx);
  return rows[0] ?? { agreements: 0, exchanges: 0, matters: 0 };
}
