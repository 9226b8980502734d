// SQL of those who could not be told of a release, and whether somebody has told them since.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';

export interface UntoldRow {
  readonly participantId: string;
  /** The newest release of which they do not know, and the one that is in force. */
  readonly release: number;
  readonly inForce: number;
}

/** Those of an edition that nobody has told, and that neither a letter nor a link of theirs has reached since that release: both lead to their agenda. */
export const stillUntold = (editionId: string) => sql`
  select u.participant_id, u.release_number from meetings.untold u
  join meetings.release_notice n on n.edition_id = u.edition_id and n.number = u.release_number
  where u.edition_id = ${editionId} and u.told_at is null
    and not exists (select 1 from expos.reached(${editionId}) r where r.addressee_id = u.participant_id and r.at >= n.published_at)`;

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

/** Those who do not know of the schedule yet. */
export async function loadUntold(tx: Tx, { editionId }: OverviewScope | OrganiserScope): Promise<readonly UntoldRow[]> {
  const { rows } = await sql<UntoldRow>`
    select participant_id as "participantId", release_number as release,
      (select max(number) from meetings.release_notice where edition_id = ${editionId}) as "inForce"
    from (${stillUntold(editionId)}) u`.execute(tx);
  return rows;
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
