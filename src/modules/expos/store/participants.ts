// SQL of participants and when they are away.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId, GroupId, ParticipantId, StandId } from '../domain/edition.ts';
import { indexName, soughtName } from '../domain/naming.ts';
import type { ParticipantFacts, ParticipantRecord } from '../domain/participant.ts';
import type { Absence, MeetingPoint, ParticipantRole } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly organisation_id: string;
  readonly name: unknown;
  readonly country: string | null;
  readonly city: string | null;
  readonly role: string;
  readonly seats: number;
  readonly languages: string[];
  readonly min_meetings: number | null;
  readonly max_meetings: number | null;
  readonly group_id: string | null;
  readonly stand_id: string | null;
  readonly leads_stand: boolean;
  readonly meets_at: string;
  readonly office_id: string | null;
  readonly contact_surname: string | null;
  readonly contact_given_name: string | null;
  readonly contact_post: string | null;
  readonly listed: boolean;
  readonly withdrawn_at: Date | null;
  readonly away: readonly Absence[];
}

const recordOf = (row: Row): ParticipantRecord => ({
  id: row.id as ParticipantId,
  version: row.version,
  code: row.code,
  organisationId: row.organisation_id as ParticipantRecord['organisationId'],
  name: row.name as MultilingualText,
  country: row.country,
  city: row.city,
  role: row.role as ParticipantRole,
  seats: row.seats,
  languages: row.languages,
  minMeetings: row.min_meetings,
  maxMeetings: row.max_meetings,
  groupId: row.group_id as GroupId | null,
  standId: row.stand_id as StandId | null,
  leadsStand: row.leads_stand,
  meetsAt: row.meets_at as MeetingPoint,
  officeId: row.office_id as OfficeId | null,
  contact:
    row.contact_surname === null
      ? null
      : { surname: row.contact_surname, givenName: row.contact_given_name ?? '', post: row.contact_post ?? '' },
  listed: row.listed,
  withdrawnAt: row.withdrawn_at,
  unavailable: row.away,
});

const participants = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.participant as p')
    .selectAll('p')
    .select(
      sql<Absence[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'start', (extract(epoch from u.starts_at) * 1000)::bigint, 'end', (extract(epoch from u.ends_at) * 1000)::bigint, 'reason', u.reason)
          order by u.starts_at, u.ends_at, u.id), '[]')
        from expos.unavailable u where u.edition_id = p.edition_id and u.participant_id = p.id)`.as('away'),
    )
    .where('p.edition_id', '=', editionId);

export interface ParticipantFilter {
  readonly editionId: EditionId;
  readonly role: ParticipantRole | null;
  readonly groupId: GroupId | null;
  readonly standId: StandId | null;
  readonly country: string | null;
  readonly state: 'active' | 'withdrawn' | 'all';
  /** Part of a name, or the beginning of a code. */
  readonly q: string;
  readonly after: ParticipantId | null;
  readonly limit: number;
}

/** By code; up to `limit` + 1. */
export async function listParticipantRecords(tx: Tx, filter: ParticipantFilter): Promise<readonly ParticipantRecord[]> {
  const { editionId, role, groupId, standId, country, state, q, after, limit } = filter;
  const rows = await participants(tx, editionId)
    .$if(role !== null, (query) => query.where('p.role', '=', role))
    .$if(groupId !== null, (query) => query.where('p.group_id', '=', groupId))
    .$if(standId !== null, (query) => query.where('p.stand_id', '=', standId))
    .$if(country !== null, (query) => query.where('p.country', '=', country))
    .$if(state !== 'all', (query) => query.where('p.withdrawn_at', state === 'active' ? 'is' : 'is not', null))
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(strpos(p.search_name, ${soughtName(q)}) > 0 or starts_with(lower(p.code), ${q.toLowerCase()}))`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${codeOrder('p')}) > (select ${codeOrder('o')} from expos.participant o where o.edition_id = ${editionId} and o.id = ${after})`,
      ),
    )
    .orderBy(codeOrder('p'))
    .limit(limit + 1)
    .execute();
  return rows.map(recordOf);
}

export async function findParticipantRecord(tx: Tx, editionId: EditionId, id: ParticipantId): Promise<ParticipantRecord | null> {
  const row = await participants(tx, editionId).where('p.id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** What of a participant's new facts other rows of the edition stand against. */
export interface ParticipantSurroundings {
  readonly codeTaken: boolean;
  readonly groupKnown: boolean;
  readonly standKnown: boolean;
  readonly standLed: boolean;
}

/** Looks at the rows around a participant; the edition is locked, so they stay as they are. */
export async function lookAround(
  tx: Tx,
  { editionId }: EditionScope,
  { id, code, groupId, standId }: Pick<ParticipantFacts, 'code' | 'groupId' | 'standId'> & { readonly id: ParticipantId },
): Promise<ParticipantSurroundings> {
  const { rows } = await sql<ParticipantSurroundings>`
    select
      exists (select 1 from expos.participant p where p.edition_id = ${editionId} and p.code = ${code} and p.id <> ${id}) as "codeTaken",
      exists (select 1 from expos.participant_group g where g.edition_id = ${editionId} and g.id = ${groupId}) as "groupKnown",
      exists (select 1 from expos.stand s where s.edition_id = ${editionId} and s.id = ${standId}) as "standKnown",
      exists (select 1 from expos.participant p
        where p.edition_id = ${editionId} and p.stand_id = ${standId} and p.leads_stand and p.withdrawn_at is null and p.id <> ${id}) as "standLed"`.execute(
    tx,
  );
  return rows[0] ?? { codeTaken: false, groupKnown: false, standKnown: false, standLed: false };
}

/** Columns of a participant's facts; `name` stays an object, for sets that travel as one JSON parameter. */
export function participantColumns(facts: ParticipantFacts) {
  const { searchName, sortName } = indexName(facts.name);
  return {
    code: facts.code,
    name: facts.name,
    search_name: searchName,
    sort_name: sortName,
    country: facts.country,
    city: facts.city,
    role: facts.role,
    seats: facts.seats,
    languages: [...facts.languages],
    min_meetings: facts.minMeetings,
    max_meetings: facts.maxMeetings,
    group_id: facts.groupId,
    stand_id: facts.standId,
    leads_stand: facts.leadsStand,
    meets_at: facts.meetsAt,
    office_id: facts.officeId,
    contact_surname: facts.contact?.surname ?? null,
    contact_given_name: facts.contact?.givenName ?? null,
    contact_post: facts.contact?.post ?? null,
    listed: facts.listed,
  };
}

const rowOf = (facts: ParticipantFacts) => ({ ...participantColumns(facts), name: JSON.stringify(facts.name) });

export async function insertParticipant(
  tx: Tx,
  scope: EditionScope,
  participant: {
    readonly id: ParticipantId;
    readonly organisationId: ParticipantRecord['organisationId'];
    readonly facts: ParticipantFacts;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('expos.participant')
    .values({
      ...rowOf(participant.facts),
      edition_id: scope.editionId,
      id: participant.id,
      owner_office: scope.office,
      organisation_id: participant.organisationId,
      created_at: participant.now.toISOString(),
      updated_at: participant.now.toISOString(),
    })
    .execute();
}

export async function updateParticipantFacts(
  tx: Tx,
  scope: EditionScope,
  { id, facts, now }: { readonly id: ParticipantId; readonly facts: ParticipantFacts; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ ...rowOf(facts), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
}

/** Sets since when the participant is withdrawn; null takes it back in. */
export async function updateWithdrawn(
  tx: Tx,
  scope: EditionScope,
  { id, withdrawnAt, now }: { readonly id: ParticipantId; readonly withdrawnAt: Date | null; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ withdrawn_at: withdrawnAt?.toISOString() ?? null, version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
}

/** Sets all absences of a participant, and counts the change. */
export async function writeUnavailable(
  tx: Tx,
  scope: EditionScope,
  {
    id,
    unavailable,
    now,
    newId,
  }: { readonly id: ParticipantId; readonly unavailable: readonly Absence[]; readonly now: Date; readonly newId: () => string },
): Promise<void> {
  const { editionId, office } = scope;
  await tx.deleteFrom('expos.unavailable').where('edition_id', '=', editionId).where('participant_id', '=', id).execute();
  await insertRows(
    tx,
    'expos.unavailable',
    unavailable.map(({ start, end, reason }) => ({
      edition_id: editionId,
      id: newId(),
      participant_id: id,
      owner_office: office,
      starts_at: new Date(start),
      ends_at: new Date(end),
      reason,
    })),
  );
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}
