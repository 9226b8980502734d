// SQL of whom a participant has to do with already: asked, refused or placed, and met at an earlier edition.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { OrganiserScope, ParticipantScope } from '../domain/scopes.ts';

/** With whom a request stands in either direction, a "no" included, or a meeting of the schedule; read as the organiser. */
export const loadAround = async (tx: Tx, { editionId, participantId }: ParticipantScope): Promise<readonly string[]> =>
  (await loadEveryAround(tx, { editionId, participants: [participantId] })).get(participantId) ?? [];

/** The same as far as that side knows itself: whom it asked or told no, who asked it, and whom it meets. Who told it no is not among them. */
export async function loadKnownAround(tx: Tx, { editionId, participantId }: ParticipantScope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.to_participant as id from meetings.request r
      where r.edition_id = ${editionId} and r.from_participant = ${participantId} and r.withdrawn_at is null
    union select r.from_participant from meetings.request r
      where r.edition_id = ${editionId} and r.to_participant = ${participantId} and r.withdrawn_at is null and r.wish <> 'no'
    union select a.with_participant from meetings.agenda_entry a
      where a.edition_id = ${editionId} and a.participant_id = ${participantId} and not a.cancelled`.execute(tx);
  return rows.map(({ id }) => id);
}

interface Asked {
  readonly editionId: string;
  readonly participants: readonly string[];
}

const inGroups = (rows: readonly { readonly own: string; readonly id: string }[]): ReadonlyMap<string, readonly string[]> =>
  new Map([...Map.groupBy(rows, ({ own }) => own)].map(([own, list]) => [own, list.map(({ id }) => id)]));

/** The same of many at once; those who have to do with nobody are absent. */
export async function loadEveryAround(tx: Tx, { editionId, participants }: Asked): Promise<ReadonlyMap<string, readonly string[]>> {
  const among = `{${participants.join(',')}}`;
  const { rows } = await sql<{ own: string; id: string }>`
    select r.from_participant as own, r.to_participant as id from meetings.request r
      where r.edition_id = ${editionId} and r.from_participant = any (${among}::uuid[]) and r.withdrawn_at is null
    union select r.to_participant, r.from_participant from meetings.request r
      where r.edition_id = ${editionId} and r.to_participant = any (${among}::uuid[]) and r.withdrawn_at is null
    union select a.participant_id, a.with_participant from meetings.agenda_entry a
      where a.edition_id = ${editionId} and a.participant_id = any (${among}::uuid[]) and not a.cancelled`.execute(tx);
  return inGroups(rows);
}

/** Whom a participant asked and no longer does, by when it was last taken back. */
export async function loadTakenBack(tx: Tx, { editionId, participantId }: ParticipantScope): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select r.to_participant as id, max(r.withdrawn_at) as at from meetings.request r
    where r.edition_id = ${editionId} and r.from_participant = ${participantId} and r.withdrawn_at is not null and r.wish <> 'no'
    group by r.to_participant`.execute(tx);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Who cannot take another meeting: the schedule gives them as many as they want at most, or a meeting or an absence at each time. Read as the organiser. */
export async function loadFull(tx: Tx, { editionId }: Pick<OrganiserScope, 'editionId'>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from expos.participants p where p.edition_id = ${editionId} and p.withdrawn_at is null and (
      (select count(*) from meetings.agenda_entry a where a.edition_id = p.edition_id and a.participant_id = p.id and not a.cancelled) >= p.max_meetings
      or (exists (select 1 from expos.slots s where s.edition_id = p.edition_id) and not exists (
        select 1 from expos.slots s where s.edition_id = p.edition_id
          and not exists (select 1 from expos.absences x where x.edition_id = p.edition_id and x.participant_id = p.id
            and x.starts_at < s.ends_at and x.ends_at > s.starts_at)
          and not exists (select 1 from meetings.booking b where b.edition_id = p.edition_id and b.participant_id = p.id and b.slot_id = s.id))))
    order by p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Who takes part here and had a meeting with the same company at an earlier edition, as far as the actor knows of that meeting. */
export const loadMet = async (tx: Tx, { editionId, participantId }: ParticipantScope): Promise<readonly string[]> =>
  (await loadEveryMet(tx, { editionId, participants: [participantId] })).get(participantId) ?? [];

/** The same of many at once; those who met nobody are absent. */
export async function loadEveryMet(tx: Tx, { editionId, participants }: Asked): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ own: string; id: string }>`
    select distinct own.id as own, now.participant_id as id from expos.participants own
      join expos.participants was on was.organisation_id = own.organisation_id and was.edition_id <> own.edition_id
      join meetings.agenda_entry a on a.edition_id = was.edition_id and a.participant_id = was.id and not a.cancelled
      join expos.listings other on other.edition_id = a.edition_id and other.participant_id = a.with_participant
      join expos.listings now on now.edition_id = own.edition_id and now.organisation_id = other.organisation_id
    where own.edition_id = ${editionId} and own.id = any (${`{${participants.join(',')}}`}::uuid[])
      and a.ends_at < (select min(s.starts_at) from expos.slots s where s.edition_id = own.edition_id)`.execute(tx);
  return inGroups(rows);
}

/** Who accepted and who declined at an edition, each pair once; read as the organiser. What is not answered is no "no". */
export async function loadAnsweredPairs(
  tx: Tx,
  { editionId }: Pick<OrganiserScope, 'editionId'>,
): Promise<readonly { readonly a: string; readonly b: string; readonly isAccepted: boolean }[]> {
  const { rows } = await sql<{ a: string; b: string; isAccepted: boolean }>`
    select m.a_participant as a, m.b_participant as b, bool_or(m.standing <> 'excluded') as "isAccepted" from meetings.meeting m
    where m.edition_id = ${editionId} and (m.standing = 'excluded' or (m.standing = 'wanted' and m.wish_of_a is not null and m.wish_of_b is not null))
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
