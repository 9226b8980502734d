// SQL of cards; read and written as the organiser, but for one's own contacts.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { ContactPerson } from '#modules/expos/domain/roster.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Counterpart } from '../domain/agenda/agenda.ts';
import type { CardWay } from '../domain/agenda/card.ts';
import type { ParticipantScope } from '../domain/scopes.ts';

export interface CardRow {
  readonly id: string;
  readonly meetingId: string;
  readonly fromParticipant: string;
  readonly with: Counterpart;
  readonly way: CardWay;
  readonly people: readonly ContactPerson[];
  readonly givenAt: number;
}

/** The contacts of a participant in their order, for whoever works for it. */
export async function loadOwnContacts(tx: Tx, editionId: string, participantId: string): Promise<readonly ContactPerson[]> {
  const { rows } = await sql<ContactPerson>`
    select surname, given_name as "givenName", name_order as "nameOrder", post, email, phone, languages from expos.contacts
    where edition_id = ${editionId} and addressee_id = ${participantId} and (surname <> '' or email is not null or phone is not null) order by number`.execute(
    tx,
  );
  return rows;
}

const other = sql`json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'country', o.country, 'role', o.role)`;

/** What stands of cards that a participant gave or was given, the newest first. */
export async function loadCards(tx: Tx, editionId: string, participantId: string): Promise<readonly CardRow[]> {
  const { rows } = await sql<CardRow>`
    select c.id, c.meeting_id as "meetingId", c.from_participant as "fromParticipant", ${other} as "with", c.way, c.people, ${milliseconds('c.given_at')} as "givenAt"
    from meetings.card c
    join expos.participants o on o.edition_id = c.edition_id and o.id = case c.from_participant when ${participantId} then c.to_participant else c.from_participant end
    where c.edition_id = ${editionId} and c.withdrawn_at is null and (c.from_participant = ${participantId} or (c.to_participant = ${participantId} and c.way = 'sent'))
    order by c.given_at desc, c.id`.execute(tx);
  return rows;
}

/** Whom a participant meets in a meeting that is in the schedule in force, or met in the live queue, with the offices that act for them; null: nobody. */
export async function counterpartIn(
  tx: Tx,
  editionId: string,
  participantId: string,
  meetingId: string,
): Promise<{ readonly counterpart: Counterpart; readonly offices: readonly OfficeId[] } | null> {
  const { rows } = await sql<{ readonly counterpart: Counterpart; readonly offices: readonly OfficeId[] }>`
    select ${other} as counterpart, o.shared_with as offices from meetings.meeting m
    join expos.participants o on o.edition_id = m.edition_id and o.id = case m.a_participant when ${participantId} then m.b_participant else m.a_participant end
    where m.edition_id = ${editionId} and m.id = ${meetingId} and ${participantId} in (m.a_participant, m.b_participant) and (
      exists (select from meetings.agenda_entry e where e.edition_id = m.edition_id and e.meeting_id = m.id and not e.cancelled)
      or exists (select from meetings.queue_talk t where t.edition_id = m.edition_id and t.meeting_id = m.id and t.begun_at is not null))`.execute(
    tx,
  );
  return rows[0] ?? null;
}

interface NewCard extends Pick<CardRow, 'id' | 'meetingId' | 'way' | 'people'> {
  readonly to: string;
  readonly at: Date;
}

/** Ends what was given of the same meeting in the same way; whether any was. */
const endStanding = async (
  tx: Tx,
  { editionId, participantId }: ParticipantScope,
  { meetingId, way, at }: Pick<NewCard, 'meetingId' | 'way' | 'at'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.card')
    .set({ withdrawn_at: at, people: '[]' })
    .where('edition_id', '=', editionId)
    .where('meeting_id', '=', meetingId)
    .where('from_participant', '=', participantId)
    .where('way', '=', way)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Keeps a card in place of one given before; whether there was one. */
export async function insertCard(tx: Tx, scope: ParticipantScope, card: NewCard): Promise<boolean> {
  const stood = await endStanding(tx, scope, card);
  await tx
    .insertInto('meetings.card')
    .values({
      ...{ edition_id: scope.editionId, id: card.id, owner_office: scope.organiser, meeting_id: card.meetingId },
      ...{ from_participant: scope.participantId, to_participant: card.to, way: card.way, given_at: card.at },
      people: JSON.stringify(card.way === 'sent' ? card.people : []),
    })
    .execute();
  return stood;
}

/** Takes a card of one's own back, and with it what stood on it; the meeting, or null where none stands. */
export async function withdrawCardRow(
  tx: Tx,
  { editionId, participantId }: ParticipantScope,
  id: string,
  at: Date,
): Promise<string | null> {
  const row = await tx
    .updateTable('meetings.card')
    .set({ withdrawn_at: at, people: '[]' })
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .where('from_participant', '=', participantId)
    .where('withdrawn_at', 'is', null)
    .returning('meeting_id')
    .executeTakeFirst();
  return row?.meeting_id ?? null;
}

/** Cards on which the one who acts stands, by their address. */
export async function loadOwnCards({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ cards: Record<string, unknown>[] }>`select meetings.own_cards() as cards`.execute(tx);
  return rows[0]?.cards ?? [];
}

export const forgetOwnCards = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select meetings.forget_own_cards()`.execute(tx));
