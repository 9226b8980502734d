// SQL of participants and when they are away.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, GroupId, ParticipantId, StandId } from '../domain/edition.ts';
import { indexName, soughtName } from '../domain/naming.ts';
import type { EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { ParticipantFacts, ParticipantRecord } from '../domain/participant.ts';
import type { Absence, ParticipantRole } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import type { Market } from '../domain/topic.ts';
import { absencesOf, writeAbsences } from './absences.ts';
import { writeOffices } from './addressees.ts';
import { contactsIn } from './contacts.ts';
import { codeOrder } from './code-order.ts';

const factColumns = columns(
  `code, name, country, city, role, offer, need, offer_topics, need_topics, markets, size, offer_details, need_details, seats, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at, listed`,
);

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'expos.participant.offer': MultilingualText;
    'expos.participant.need': MultilingualText;
    'expos.participant.offer_details': EntryDetails;
    'expos.participant.need_details': EntryDetails;
    'expos.listing.offer_details': EntryDetails;
    'expos.listing.need_details': EntryDetails;
    'expos.listing.offer': MultilingualText;
    'expos.listing.need': MultilingualText;
  }
}

const participants = (tx: Tx, editionId: EditionId) =>
  tx
    .selectFrom('expos.participant as p')
    .leftJoin('expos.addressee as a', (join) => join.onRef('a.edition_id', '=', 'p.edition_id').onRef('a.id', '=', 'p.id'))
    .select(columns('p.id, p.version, p.organisation_id, p.withdrawn_at, p.profile_said_at, a.said_at as timesSaidAt, a.office_id'))
    .select(factColumns)
    .select([contactsIn.as('contacts'), absencesOf('p').as('unavailable')])
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
  return participants(tx, editionId)
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
}

export async function findParticipantRecord(tx: Tx, editionId: EditionId, id: ParticipantId): Promise<ParticipantRecord | null> {
  return (await participants(tx, editionId).where('p.id', '=', id).executeTakeFirst()) ?? null;
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

/** How many entries of the edition are of this organisation. */
export async function countEntriesOf(
  tx: Tx,
  { editionId }: EditionScope,
  organisationId: ParticipantRecord['organisationId'],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from expos.participant where edition_id = ${editionId} and organisation_id = ${organisationId}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export const participantColumns = (facts: ParticipantFacts) => ({
  ...valuesOf(factColumns, facts),
  search_name: indexName(facts.name).searchName,
  sort_name: indexName(facts.name).sortName,
});

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
      ...participantColumns(participant.facts),
      edition_id: scope.editionId,
      id: participant.id,
      owner_office: scope.office,
      organisation_id: participant.organisationId,
      created_at: participant.now.toISOString(),
      updated_at: participant.now.toISOString(),
    })
    .execute();
  await writeOffices(tx, scope, [{ id: participant.id, office: participant.facts.officeId }]);
}

export async function updateParticipantFacts(
  tx: Tx,
  scope: EditionScope,
  { id, facts, now }: { readonly id: ParticipantId; readonly facts: ParticipantFacts; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ ...participantColumns(facts), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
  await writeOffices(tx, scope, [{ id, office: facts.officeId }]);
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
  await writeAbsences(tx, scope, 'p', { only: id, absences: unavailable.map((absence) => ({ ...absence, of: id })), newId });
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('edition_id', '=', scope.editionId)
    .where('id', '=', id)
    .execute();
}

/** What a company itself says of its entry. */
const profileColumns = columns('name, city, languages, offer, need, offer_topics, need_topics, markets, size, offer_details, need_details');

/** Sets it, and that the company has said so. */
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
  const names = indexName(facts.name);
  await tx
    .updateTable('expos.participant')
    .set((eb) => ({
      ...valuesOf(profileColumns, facts),
      ...{ search_name: names.searchName, sort_name: names.sortName, profile_said_at: now.toISOString() },
      ...{ version: eb('version', '+', 1), updated_at: now.toISOString() },
    }))
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}
