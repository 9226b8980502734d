// SQL of the door: who came and went.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { CheckIn } from '../domain/door/who-is-here.ts';
import type { DoorScope } from '../domain/scopes.ts';

/** Of these names those that were told before. */
export async function toldAtDoor(tx: Tx, editionId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('meetings.check_in')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('id', '=', sql<string>`any (${`{${ids.join(',')}}`}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Keeps what was told; what somebody else told under the same name meanwhile stands. */
export async function insertCheckIns(tx: Tx, { editionId, office }: DoorScope, list: readonly CheckIn[], enteredAt: Date): Promise<void> {
  await insertRows(
    tx,
    'meetings.check_in',
    list.map(({ id, participantId, kind, at }) => ({
      ...{ edition_id: editionId, owner_office: office, id, participant_id: participantId, kind },
      ...{ happened_at: new Date(at), entered_at: enteredAt },
    })),
    sql`on conflict (edition_id, id) do nothing`,
  );
}

/** Takes back what was told, once. */
export async function takeBackCheckIns(tx: Tx, { editionId }: DoorScope, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .updateTable('meetings.check_in')
    .set({ taken_back_at: at })
    .where('edition_id', '=', editionId)
    .where('id', 'in', [...ids])
    .where('taken_back_at', 'is', null)
    .execute();
}

/** Of whom these were told. */
export async function ofCheckIns(tx: Tx, editionId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('meetings.check_in')
    .select('participant_id')
    .where('edition_id', '=', editionId)
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ participant_id: participantId }) => participantId));
}

/** What stands of a span of time. */
export async function loadCheckIns(tx: Tx, editionId: string, from: Date, until: Date): Promise<readonly CheckIn[]> {
  const { rows } = await sql<CheckIn>`
    select id, participant_id as "participantId", kind, ${milliseconds('happened_at')} as at from meetings.check_in
    where edition_id = ${editionId} and taken_back_at is null and happened_at >= ${from} and happened_at < ${until}
    order by happened_at, id`.execute(tx);
  return rows;
}

/** Who reported in a span of time that the other side is missing: they are where they met, even if they have taken it back since. */
export async function loadReporters(tx: Tx, editionId: string, from: Date, until: Date): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('meetings.absence')
    .select('by_participant')
    .distinct()
    .where('edition_id', '=', editionId)
    .where('reported_at', '>=', from)
    .where('reported_at', '<', until)
    .execute();
  return rows.map(({ by_participant: participantId }) => participantId);
}
