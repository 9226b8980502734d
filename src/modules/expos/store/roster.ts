// SQL that sets a whole roster: a handful of statements whatever its size, each set travelling as one JSON parameter.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, GroupId, InterpreterId, ParticipantId, StandId } from '../domain/edition.ts';
import type { ParticipantFacts, ParticipantRecord } from '../domain/participant.ts';
import type { Roster } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { removing } from './faults.ts';
import { participantColumns } from './participants.ts';

/** Ids of an edition's rows by the codes people use. */
export type IdsByCode<I> = ReadonlyMap<string, I>;

async function idsByKey<I extends string>(
  tx: Tx,
  editionId: EditionId,
  table: 'stand' | 'participant_group' | 'participant' | 'interpreter',
): Promise<IdsByCode<I>> {
  const key = sql.ref(table === 'interpreter' ? 'name' : 'code');
  const { rows } = await sql<{ key: string; id: I }>`
    select ${key} as key, id from ${sql.table(`expos.${table}`)} where edition_id = ${editionId}`.execute(tx);
  return new Map(rows.map((row) => [row.key, row.id]));
}

export const standIds = (tx: Tx, editionId: EditionId): Promise<IdsByCode<StandId>> => idsByKey(tx, editionId, 'stand');
export const groupIds = (tx: Tx, editionId: EditionId): Promise<IdsByCode<GroupId>> => idsByKey(tx, editionId, 'participant_group');
export const interpreterIds = (tx: Tx, editionId: EditionId): Promise<IdsByCode<InterpreterId>> => idsByKey(tx, editionId, 'interpreter');

/** What an existing participant keeps when a roster names its code again. */
export interface KnownParticipant {
  readonly id: ParticipantId;
  readonly organisationId: ParticipantRecord['organisationId'];
  readonly name: MultilingualText;
  readonly country: string | null;
}

export async function knownParticipants(tx: Tx, editionId: EditionId): Promise<IdsByCode<KnownParticipant>> {
  const rows = await tx
    .selectFrom('expos.participant')
    .select(columns('code, id, organisation_id, name, country'))
    .where('edition_id', '=', editionId)
    .execute();
  return new Map(rows.map(({ code, ...known }) => [code, known]));
}

/** Inserts stands, or sets what is said of those whose code is known. */
export async function upsertStands(
  tx: Tx,
  { editionId, office }: EditionScope,
  stands: Roster['stands'],
  newId: () => string,
): Promise<void> {
  const rows = stands.map(({ code, hall, seats, area }) => ({ id: newId(), code, hall, seats, area }));
  await sql`
    insert into expos.stand as s (edition_id, id, owner_office, code, hall, seats, area)
    select ${editionId}::uuid, id, ${office}::uuid, code, hall, seats, area
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, hall text, seats int, area float8)
    on conflict (edition_id, code) do update set hall = excluded.hall, seats = excluded.seats, area = excluded.area, version = s.version + 1
    where (s.hall, s.seats, s.area) is distinct from (excluded.hall, excluded.seats, excluded.area)`.execute(tx);
}

/** Inserts groups, or sets what is said of those whose code is known; who leads them stays. */
export async function upsertGroups(
  tx: Tx,
  { editionId, office }: EditionScope,
  groups: Roster['groups'],
  newId: () => string,
): Promise<void> {
  const rows = groups.map(({ code, kind, name, parent }) => ({ id: newId(), code, kind, name, parent }));
  await sql`
    insert into expos.participant_group as g (edition_id, id, owner_office, code, kind, name)
    select ${editionId}::uuid, id, ${office}::uuid, code, kind, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, kind text, name jsonb)
    on conflict (edition_id, code) do update set kind = excluded.kind, name = excluded.name, version = g.version + 1
    where (g.kind, g.name) is distinct from (excluded.kind, excluded.name)`.execute(tx);
  // Parents may stand later in the list than their parts.
  await sql`
    update expos.participant_group g set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, parent text)
    left join expos.participant_group p on p.edition_id = ${editionId} and p.code = r.parent
    where g.edition_id = ${editionId} and g.code = r.code and g.parent_id is distinct from p.id`.execute(tx);
}

export interface RosterRow {
  readonly id: ParticipantId;
  readonly organisationId: ParticipantRecord['organisationId'];
  readonly facts: ParticipantFacts;
}

/** Inserts participants, or sets what is said of those whose code is known: their office and whether they are listed stay. */
export async function upsertParticipants(
  tx: Tx,
  { editionId, office }: EditionScope,
  participants: readonly RosterRow[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('expos.participant')
    .set({ leads_stand: false })
    .where('edition_id', '=', editionId)
    .where('leads_stand', '=', true)
    .execute();
  const rows = participants.map(({ id, organisationId, facts }) => ({ ...participantColumns(facts), id, organisation_id: organisationId }));
  await sql`
    insert into expos.participant as p (edition_id, id, owner_office, organisation_id, code, name, search_name, sort_name, country, city, role, offer, need, seats,
      offer_topics, need_topics, markets, size, offer_details, need_details, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at,
      created_at, updated_at)
    select ${editionId}::uuid, id, ${office}::uuid, organisation_id, code, name, search_name, sort_name, country, city, role, nullif(offer, 'null'), nullif(need, 'null'), seats,
      array(select jsonb_array_elements_text(offer_topics))::uuid[], array(select jsonb_array_elements_text(need_topics))::uuid[],
      array(select jsonb_array_elements_text(markets)), size, nullif(offer_details, 'null'), nullif(need_details, 'null'), array(select jsonb_array_elements_text(languages)), min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at,
      ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, organisation_id uuid, code text, name jsonb, search_name text,
      sort_name text, country text, city text, role text, offer jsonb, need jsonb, offer_topics jsonb, need_topics jsonb, markets jsonb, size text, offer_details jsonb, need_details jsonb, seats int, languages jsonb, min_meetings int, max_meetings int, group_id uuid,
      stand_id uuid, leads_stand boolean, meets_at text)
    on conflict (edition_id, code) do update set
      organisation_id = excluded.organisation_id, name = excluded.name, search_name = excluded.search_name, sort_name = excluded.sort_name,
      country = excluded.country, city = excluded.city, role = excluded.role, offer = excluded.offer, need = excluded.need,
      offer_topics = excluded.offer_topics, need_topics = excluded.need_topics, markets = excluded.markets, size = excluded.size,
      offer_details = excluded.offer_details, need_details = excluded.need_details,
      seats = excluded.seats, languages = excluded.languages,
      min_meetings = excluded.min_meetings, max_meetings = excluded.max_meetings, group_id = excluded.group_id,
      stand_id = excluded.stand_id, leads_stand = excluded.leads_stand, meets_at = excluded.meets_at,
      withdrawn_at = null, version = p.version + 1, updated_at = excluded.updated_at`.execute(tx);
}

/** Withdraws whoever the roster does not name; they leave their stand and group, which may go with the roster. */
export async function withdrawUnnamed(tx: Tx, { editionId }: EditionScope, codes: readonly string[], now: Date): Promise<void> {
  await sql`
    update expos.participant
    set withdrawn_at = coalesce(withdrawn_at, ${now.toISOString()}::timestamptz), group_id = null, stand_id = null, leads_stand = false,
      meets_at = 'table', version = version + 1, updated_at = ${now.toISOString()}::timestamptz
    where edition_id = ${editionId} and code <> all (${[...codes]}::text[])
      and (withdrawn_at is null or group_id is not null or stand_id is not null)`.execute(tx);
}

/** Inserts interpreters, or sets what is said of those whose name is known. */
export async function upsertInterpreters(
  tx: Tx,
  { editionId, office }: EditionScope,
  interpreters: Roster['interpreters'],
  newId: () => string,
): Promise<void> {
  const rows = interpreters.map(({ name, languages, longestMinutes, restMinutes }) => ({
    id: newId(),
    name,
    languages,
    longestMinutes,
    restMinutes,
  }));
  await sql`
    insert into expos.interpreter as i (edition_id, id, owner_office, name, languages, longest_minutes, rest_minutes)
    select ${editionId}::uuid, id, ${office}::uuid, name, array(select jsonb_array_elements_text(languages)), "longestMinutes", "restMinutes"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, languages jsonb, "longestMinutes" int, "restMinutes" int)
    on conflict (edition_id, name) do update set languages = excluded.languages, longest_minutes = excluded.longest_minutes,
      rest_minutes = excluded.rest_minutes, version = i.version + 1
    where (i.languages, i.longest_minutes, i.rest_minutes) is distinct from (excluded.languages, excluded.longest_minutes, excluded.rest_minutes)`.execute(
    tx,
  );
}

/** Deletes the interpreters the roster does not name. Fails where a meeting still refers to one. */
export async function deleteUnnamedInterpreters(tx: Tx, { editionId }: EditionScope, names: readonly string[]): Promise<void> {
  await removing('interpreter', () =>
    sql`delete from expos.interpreter where edition_id = ${editionId} and name <> all (${[...names]}::text[])`.execute(tx),
  );
}

/** Deletes the stands, with their places, that the roster does not name. Fails where a meeting still refers to such a place. */
export async function deleteUnnamedStands(tx: Tx, { editionId }: EditionScope, codes: readonly string[]): Promise<void> {
  await removing('place', () =>
    sql`
    delete from expos.place p using expos.stand s
    where p.edition_id = ${editionId} and s.edition_id = p.edition_id and s.id = p.stand_id and s.code <> all (${[...codes]}::text[])`.execute(
      tx,
    ),
  );
  await sql`delete from expos.stand where edition_id = ${editionId} and code <> all (${[...codes]}::text[])`.execute(tx);
}

/** Deletes the groups the roster does not name; nobody belongs to them any more. */
export async function deleteUnnamedGroups(tx: Tx, { editionId }: EditionScope, codes: readonly string[]): Promise<void> {
  await sql`delete from expos.participant_group where edition_id = ${editionId} and code <> all (${[...codes]}::text[])`.execute(tx);
}
