// SQL of those who could not be told of a release, and whether somebody has told them since.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';

export interface UntoldRow {
  readonly participantId: string;
  readonly release: number;
}

/** Whom this release concerns without reaching them; the release before that they do not know of either is part of it. */
export async function writeUntold(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  { participants, release }: { readonly participants: readonly string[]; readonly release: number },
): Promise<void> {
  if (participants.length === 0) return;
  await sql`
    insert into meetings.untold (edition_id, participant_id, owner_office, release_number)
    select ${editionId}::uuid, p, ${office}::uuid, ${release} from unnest(${`{${participants.join(',')}}`}::uuid[]) p
    on conflict (edition_id, participant_id) do update set release_number = excluded.release_number, told_at = null`.execute(tx);
}

/** Those that nobody has told yet. */
export async function loadUntold(tx: Tx, { editionId }: OverviewScope | OrganiserScope): Promise<readonly UntoldRow[]> {
  const rows = await tx
    .selectFrom('meetings.untold')
    .select(['participant_id', 'release_number'])
    .where('edition_id', '=', editionId)
    .where('told_at', 'is', null)
    .execute();
  return rows.map(({ participant_id: participantId, release_number: release }) => ({ participantId, release }));
}

/** Says of participants that they were told (`at`), or takes that back (null). How many rows it changed. */
export async function markUntold(
  tx: Tx,
  { editionId }: OrganiserScope,
  { participants, at }: { readonly participants: readonly string[]; readonly at: Date | null },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.untold')
    .set({ told_at: at })
    .where('edition_id', '=', editionId)
    .where('participant_id', 'in', [...participants])
    .where('told_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
