// SQL of what a company says for itself at an edition.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import { indexName } from '../domain/naming.ts';
import type { OwnParticipation, SaidOfSlot, TimeOfSlot } from '../domain/own-side.ts';
import type { ParticipantFacts } from '../domain/participant.ts';
import type { EditionScope } from '../domain/scope.ts';
import type { Market } from '../domain/topic.ts';

/** Participations of companies whose office is one of these, those that come first. */
export async function loadOwnParticipations(tx: Tx, offices: readonly OfficeId[]): Promise<readonly OwnParticipation[]> {
  const { rows } = await sql<OwnParticipation>`
    select p.edition_id as "editionId", e.slug, e.name as "editionName", e.venue, e.time_zone as "timeZone", e.first_day as "firstDay", e.last_day as "lastDay",
      e.owner_office as organiser, p.id as "participantId", p.code, p.name, p.profile_said_at as "profileSaidAt", p.times_said_at as "timesSaidAt"
    from expos.participant p join expos.edition e on e.id = p.edition_id
    where p.office_id = any (${[...offices]}::uuid[]) and p.withdrawn_at is null order by e.first_day desc, p.code`.execute(tx);
  return rows;
}

/** Sets what the company says of itself, and that it has. */
export async function writeProfile(
  tx: Tx,
  { editionId }: EditionScope,
  {
    id,
    facts,
    now,
  }: {
    readonly id: ParticipantId;
    readonly facts: Pick<ParticipantFacts, 'name' | 'city' | 'languages' | 'offer' | 'need' | keyof Market>;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({
      name: JSON.stringify(facts.name),
      search_name: indexName(facts.name).searchName,
      sort_name: indexName(facts.name).sortName,
      city: facts.city,
      languages: [...facts.languages],
      offer: facts.offer === null ? null : JSON.stringify(facts.offer),
      need: facts.need === null ? null : JSON.stringify(facts.need),
      offer_topics: [...facts.offerTopics],
      need_topics: [...facts.needTopics],
      markets: [...facts.markets],
      size: facts.size,
      profile_said_at: now.toISOString(),
      version: eb('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}

/** Every slot with what is said of it. */
export async function loadTimes(tx: Tx, editionId: EditionId, id: ParticipantId): Promise<readonly TimeOfSlot[]> {
  const { rows } = await sql<TimeOfSlot>`
    select s.id, ${milliseconds('s.starts_at')} as start, ${milliseconds('s.ends_at')} as end, t.says, exists (
      select 1 from expos.unavailable u where u.edition_id = s.edition_id and u.participant_id = ${id} and u.starts_at < s.ends_at and u.ends_at > s.starts_at) as away
    from expos.slot s left join expos.said_time t on t.edition_id = s.edition_id and t.slot_id = s.id and t.participant_id = ${id}
    where s.edition_id = ${editionId} order by s.starts_at`.execute(tx);
  return rows;
}

/** Sets all that is said of the slots, and that it is; slots that are no more are left out. */
export async function writeTimes(
  tx: Tx,
  { editionId, office }: EditionScope,
  { id, said, now }: { readonly id: ParticipantId; readonly said: readonly SaidOfSlot[]; readonly now: Date },
): Promise<void> {
  await sql`delete from expos.said_time where edition_id = ${editionId} and participant_id = ${id}`.execute(tx);
  await sql`
    insert into expos.said_time (edition_id, participant_id, slot_id, owner_office, visibility, shared_with, says)
    select p.edition_id, p.id, s.id, ${office}::uuid, p.visibility, p.shared_with, r.says
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r("slotId" uuid, says text)
    join expos.slot s on s.edition_id = ${editionId} and s.id = r."slotId"
    join expos.participant p on p.edition_id = ${editionId} and p.id = ${id}
    on conflict (edition_id, participant_id, slot_id) do update set says = excluded.says`.execute(tx);
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ times_said_at: now.toISOString(), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}

export async function writeNoLetters(tx: Tx, { editionId }: EditionScope, id: ParticipantId, now: Date): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set({ letters_stopped_at: now.toISOString() })
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}
