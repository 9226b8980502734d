// SQL of proposals to move a meeting; read and written as the organiser.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { MoveAsks, MoveState, MoveWants } from '../domain/agenda/moving.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

export interface MoveRow {
  readonly id: string;
  readonly meetingId: string;
  readonly fromParticipant: string;
  readonly fromSlot: string;
  /** null: any, or none where it is to be cancelled; only the organiser is asked that. */
  readonly toSlot: string | null;
  readonly asks: MoveAsks;
  readonly wants: MoveWants;
  readonly note: string;
  readonly proposedAt: number;
  readonly lapsesAt: number;
  readonly state: MoveState;
  /** Of both proposals of two meetings that change times; null: the meeting moves alone. */
  readonly exchangeId: string | null;
}

/** Something can still come of these. */
const standing = ['open', 'agreed'] as const;

const fields = sql`id, meeting_id as "meetingId", from_participant as "fromParticipant", from_slot as "fromSlot", to_slot as "toSlot", asks, wants, note,
  ${milliseconds('proposed_at')} as "proposedAt", ${milliseconds('lapses_at')} as "lapsesAt", state, exchange_id as "exchangeId"`;

/** Proposals that concern a participant, the newest first. */
export async function loadMoves(tx: Tx, editionId: string, participantId: string): Promise<readonly MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select ${fields} from meetings.move_proposal p
    where edition_id = ${editionId} and meeting_id in (
      select id from meetings.meeting where edition_id = ${editionId} and ${participantId} in (a_participant, b_participant))
    order by proposed_at desc, id limit 50`.execute(tx);
  return rows;
}

export async function loadMove(tx: Tx, editionId: string, id: string): Promise<MoveRow | null> {
  const { rows } = await sql<MoveRow>`select ${fields} from meetings.move_proposal where edition_id = ${editionId} and id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Both proposals of an exchange. */
export async function loadExchange(tx: Tx, editionId: string, exchangeId: string): Promise<readonly MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select ${fields} from meetings.move_proposal where edition_id = ${editionId} and exchange_id = ${exchangeId} order by id`.execute(tx);
  return rows;
}

/** Ends what still stands of an exchange. */
export async function closeExchange(tx: Tx, { editionId }: OrganiserScope, exchangeId: string, at: Date): Promise<void> {
  await tx
    .updateTable('meetings.move_proposal')
    .set({ state: 'withdrawn', answered_at: at })
    .where('edition_id', '=', editionId)
    .where('exchange_id', '=', exchangeId)
    .where('state', 'in', standing)
    .execute();
}

/** Ends what one side has proposed for a meeting, with the other half of an exchange, so that it can propose something else. */
export async function closeMoves(
  tx: Tx,
  { editionId }: OrganiserScope,
  { meetingId, fromParticipant }: Pick<MoveRow, 'meetingId' | 'fromParticipant'>,
  at: Date,
): Promise<void> {
  await sql`
    with own as (
      select id, exchange_id from meetings.move_proposal
      where edition_id = ${editionId} and meeting_id = ${meetingId} and from_participant = ${fromParticipant} and state = any (${[...standing]}::text[]))
    update meetings.move_proposal p set state = 'withdrawn', answered_at = ${at} from own
    where p.edition_id = ${editionId} and p.state = any (${[...standing]}::text[]) and (p.id = own.id or p.exchange_id = own.exchange_id)`.execute(
    tx,
  );
}

export async function insertMove(tx: Tx, { editionId, office }: OrganiserScope, move: Omit<MoveRow, 'state'>): Promise<void> {
  await tx
    .insertInto('meetings.move_proposal')
    .values({
      ...{ edition_id: editionId, id: move.id, owner_office: office, meeting_id: move.meetingId },
      ...{ from_participant: move.fromParticipant, from_slot: move.fromSlot, to_slot: move.toSlot },
      ...{ asks: move.asks, wants: move.wants, note: move.note, exchange_id: move.exchangeId },
      ...{ proposed_at: new Date(move.proposedAt), lapses_at: new Date(move.lapsesAt) },
    })
    .execute();
}

/** Answers a proposal that stands; false where somebody else was faster. */
export async function answerMoveRow(
  tx: Tx,
  { editionId }: OrganiserScope,
  { id, state, at }: { readonly id: string; readonly state: Exclude<MoveState, 'open'>; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.move_proposal')
    .set({ state, answered_at: at })
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .where('state', 'in', standing)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
