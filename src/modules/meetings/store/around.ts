// SQL of whom a participant has to do with already: asked, refused or placed, and met at an earlier edition.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { ParticipantScope } from '../domain/scopes.ts';

/** With whom a request stands in either direction, a "no" included, or a meeting of the schedule; read as the organiser. */
export async function loadAround(tx: Tx, { editionId, participantId }: ParticipantScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.to_participant as id from meetings.request r
      where r.edition_id = ${editionId} and r.from_participant = ${participantId} and r.withdrawn_at is null
    union select r.from_participant from meetings.request r
      where r.edition_id = ${editionId} and r.to_participant = ${participantId} and r.withdrawn_at is null
    union select a.with_participant from meetings.agenda_entry a
      where a.edition_id = ${editionId} and a.participant_id = ${participantId} and not a.cancelled`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Who takes part here and had a meeting with the same company at an earlier edition, as far as the actor knows of that meeting. */
export async function loadMet(tx: Tx, { editionId, participantId }: ParticipantScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct now.participant_id as id from expos.participants own
      join expos.participants was on was.organisation_id = own.organisation_id and was.edition_id <> own.edition_id
      join meetings.agenda_entry a on a.edition_id = was.edition_id and a.participant_id = was.id and not a.cancelled
      join expos.listings other on other.edition_id = a.edition_id and other.participant_id = a.with_participant
      join expos.listings now on now.edition_id = own.edition_id and now.organisation_id = other.organisation_id
    where own.edition_id = ${editionId} and own.id = ${participantId}
      and a.ends_at < (select min(s.starts_at) from expos.slots s where s.edition_id = own.edition_id)`.execute(tx);
  return rows.map(({ id }) => id);
}
