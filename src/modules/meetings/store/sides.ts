// SQL of the sides of requests: what deriving and answering need to know of participants, and no more of the edition.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Side } from '../domain/planning/derive-meetings.ts';

export interface SideRow extends Side {
  readonly id: string;
  readonly code: string;
  readonly offices: readonly OfficeId[];
}

const columns = sql`p.id, p.code, p.role, p.withdrawn_at is not null as withdrawn, p.shared_with as offices`;

const everySide = queryOf(
  (_, editionId: string) => sql<SideRow>`select ${columns} from expos.participants p where p.edition_id = ${editionId}`,
);
const someSides = queryOf(
  (_, editionId: string, ids: readonly string[]) =>
    sql<SideRow>`select ${columns} from expos.participants p where p.edition_id = ${editionId} and p.id = any (${ids}::uuid[])`,
);

/** These participants of an edition, or all, by id, as far as the actor may see them. */
export async function loadSides(tx: Tx, editionId: string, ids?: readonly string[]): Promise<ReadonlyMap<string, SideRow>> {
  const rows = await read(tx, ids === undefined ? everySide(editionId) : someSides(editionId, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
