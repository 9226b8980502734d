// SQL of requests and of what the other side may know of them.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Counterpart } from '../domain/agenda/agenda.ts';
import type { RequestFacts } from '../domain/planning/derive-meetings.ts';
import type { Wish } from '../domain/edition-facts.ts';
import type { OrganiserScope, OverviewScope, ParticipantScope } from '../domain/scopes.ts';

export interface RequestRow {
  readonly id: string;
  readonly version: number;
  readonly office: OfficeId;
  readonly from: string;
  readonly to: string;
  readonly wish: Wish;
  readonly session: number | null;
  readonly round: number;
  readonly note: string;
  readonly enteredAt: Date;
  readonly withdrawn: boolean;
  readonly state: 'open' | 'scheduled' | 'excluded';
  /** What the sides are called, as far as the actor may know; null for somebody they may not know any more. */
  readonly fromSide: Counterpart | null;
  readonly toSide: Counterpart | null;
}

/** What a participant is called: as listed, and for whoever may see them also after they withdrew. */
const sideOf = (row: 'r' | 'i', column: 'from_participant' | 'to_participant') => {
  const told = sql.raw(`json_build_object('id', ${row}.${column}, 'code', n.code, 'name', n.name, 'country', n.country, 'role', n.role)`);
  const [edition, id] = [sql.ref(`${row}.edition_id`), sql.ref(`${row}.${column}`)];
  return sql`coalesce((select ${told} from expos.listings n where n.edition_id = ${edition} and n.participant_id = ${id}),
    (select ${told} from expos.participants n where n.edition_id = ${edition} and n.id = ${id}))`;
};

/** The policies decide which requests are read, and whether a foreign "no" shows in the state. Unless a state is sought, only what is shown is looked at any further. */
const selection = (where: ReturnType<typeof sql>, limit: number, state: RequestRow['state'] | null = null) => sql<RequestRow>`
  select r.id, r.version, r.owner_office as office, r.from_participant as "from", r.to_participant as "to", r.wish, r.session, r.round, r.note,
    r.entered_at as "enteredAt", r.withdrawn_at is not null as withdrawn, s.state,
    ${sideOf('r', 'from_participant')} as "fromSide", ${sideOf('r', 'to_participant')} as "toSide"
  from (select * from meetings.request r where ${where} ${state === null ? sql`order by r.id limit ${limit}` : sql``}) r
  left join meetings.meeting m on m.edition_id = r.edition_id and m.round = r.round
    and least(m.a_participant, m.b_participant) = least(r.from_participant, r.to_participant)
    and greatest(m.a_participant, m.b_participant) = greatest(r.from_participant, r.to_participant)
  cross join lateral (select case
    when exists (select 1 from meetings.agenda_entry a where a.edition_id = r.edition_id and a.participant_id = r.from_participant
      and a.with_participant = r.to_participant and a.round = r.round and not a.cancelled) then 'scheduled'
    when r.wish = 'no' or m.standing = 'excluded' then 'excluded'
    else 'open' end as state) s
  where ${state === null ? sql`true` : sql`s.state = ${state}`} order by r.id limit ${limit}`;

export interface RequestFilter {
  readonly participantId?: string | undefined;
  readonly wish?: Wish | undefined;
  readonly state?: RequestRow['state'] | undefined;
  readonly after: string | null;
  readonly limit: number;
}

/** One more than `limit` of an edition's requests after the cursor. */
export async function listRequestRows(tx: Tx, { editionId }: OverviewScope, filter: RequestFilter): Promise<readonly RequestRow[]> {
  const { participantId, wish, state, after, limit } = filter;
  // Only what is asked for stands in the question: a plan for all that could be asked would read every request.
  const where = sql.join(
    [
      sql`r.edition_id = ${editionId} and r.withdrawn_at is null`,
      ...(after === null ? [] : [sql`r.id > ${after}::uuid`]),
      ...(wish === undefined ? [] : [sql`r.wish = ${wish}`]),
      ...(participantId === undefined ? [] : [sql`${participantId}::uuid in (r.from_participant, r.to_participant)`]),
    ],
    sql` and `,
  );
  return (await selection(where, limit + 1, state).execute(tx)).rows;
}

const requestsFrom = queryOf((_, editionId: string, participants: readonly string[]) =>
  selection(sql`r.edition_id = ${editionId} and r.withdrawn_at is null and r.from_participant = any (${participants}::uuid[])`, 2000),
);

/** Requests that these participants made, at most 2000. */
export async function listRequestsFrom(tx: Tx, editionId: string, participants: readonly string[]): Promise<readonly RequestRow[]> {
  const rows = await read(tx, requestsFrom(editionId, participants));
  return rows.map((row) => ({ ...row, enteredAt: new Date(row.enteredAt) }));
}

export async function loadRequestRows(tx: Tx, editionId: string, ids: readonly string[]): Promise<readonly RequestRow[]> {
  const where = sql`r.edition_id = ${editionId} and r.id = any (${`{${ids.join(',')}}`}::uuid[])`;
  return (await selection(where, ids.length).execute(tx)).rows;
}

export interface InvitationRow {
  readonly requestId: string;
  readonly from: string;
  readonly to: string;
  readonly fromSide: Counterpart | null;
  readonly toSide: Counterpart | null;
  readonly madeAt: Date;
  /** What the one invited has said of it, which only its own side and the organiser may know; null: nothing yet. */
  readonly answer: Wish | null;
  /** When the two meet by the schedule in force. */
  readonly scheduledAt: Date | null;
  /** Code of the place of that meeting. */
  readonly scheduledPlace: string | null;
}

const invitationsOf = queryOf(
  (_, editionId: string, participants: readonly string[]) => sql<InvitationRow>`
    select i.request_id as "requestId", i.from_participant as "from", i.to_participant as "to", i.made_at as "madeAt", ${sideOf('i', 'from_participant')} as "fromSide", ${sideOf('i', 'to_participant')} as "toSide",
      (select r.wish from meetings.request r where r.edition_id = i.edition_id and r.from_participant = i.to_participant
        and r.to_participant = i.from_participant and r.withdrawn_at is null order by r.wish = 'no' desc, r.round limit 1) as answer,
      s.starts_at as "scheduledAt", s.place as "scheduledPlace"
    from meetings.invitation i
    left join lateral (select a.starts_at, a.details->'place'->>'code' as place from meetings.agenda_entry a where a.edition_id = i.edition_id
      and a.participant_id = i.to_participant and a.with_participant = i.from_participant and not a.cancelled order by a.starts_at limit 1) s on true
    where i.edition_id = ${editionId} and i.to_participant = any (${participants}::uuid[])
    order by i.made_at desc, i.request_id limit 2000`,
);

/** Who asked for these participants, the newest first, at most 2000. */
export async function listInvitations(tx: Tx, editionId: string, participants: readonly string[]): Promise<readonly InvitationRow[]> {
  const rows = await read(tx, invitationsOf(editionId, participants));
  return rows.map(({ madeAt, scheduledAt, ...row }) => ({
    ...row,
    madeAt: new Date(madeAt),
    scheduledAt: scheduledAt === null ? null : new Date(scheduledAt),
  }));
}

/** Who asked whom by this request, for the one who was asked; null where nobody did, or it is not the actor's to know. */
export async function loadInvitation(tx: Tx, editionId: string, requestId: string): Promise<Pick<InvitationRow, 'from' | 'to'> | null> {
  const row = await tx
    .selectFrom('meetings.invitation')
    .select(['from_participant as from', 'to_participant as to'])
    .where('edition_id', '=', editionId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row ?? null;
}

export interface NewRequest {
  readonly id: string;
  readonly scope: ParticipantScope;
  readonly to: string;
  readonly toOffices: readonly string[];
  readonly wish: Wish;
  readonly session: number | null;
  readonly round: number;
  readonly note: string;
  /** Made from a suggestion; counted, and told of no single one. */
  readonly suggested?: boolean;
  readonly enteredAt: Date;
}

const audience = ({ scope }: Pick<NewRequest, 'scope'>): string[] =>
  [...new Set([scope.organiser, ...scope.offices])].filter((o) => o !== scope.office);

/** Enters requests and, except for a "no", tells the other side that they were made. */
export async function insertRequests(tx: Tx, requests: readonly NewRequest[]): Promise<void> {
  await insertRows(
    tx,
    'meetings.request',
    requests.map((r) => ({
      edition_id: r.scope.editionId,
      id: r.id,
      owner_office: r.scope.office,
      visibility: 'shared',
      shared_with: audience(r),
      from_participant: r.scope.participantId,
      to_participant: r.to,
      wish: r.wish,
      session: r.session,
      round: r.round,
      note: r.note,
      entered_at: r.enteredAt,
      suggested: r.suggested ?? false,
    })),
  );
  await insertInvitations(tx, requests);
}

/** Tells the other side of requests that are not a "no"; the word is the organiser's, so that it can follow whoever acts for that side. */
export async function insertInvitations(tx: Tx, requests: readonly Omit<NewRequest, 'round' | 'note' | 'session'>[]): Promise<void> {
  const told = requests.filter((r) => r.wish !== 'no');
  await insertRows(
    tx,
    'meetings.invitation',
    told.map((r) => ({
      edition_id: r.scope.editionId,
      request_id: r.id,
      owner_office: r.scope.organiser,
      visibility: 'shared',
      shared_with: r.toOffices,
      from_participant: r.scope.participantId,
      to_participant: r.to,
      made_at: r.enteredAt,
    })),
    sql`on conflict (edition_id, request_id) do nothing`,
  );
}

type InEdition = Pick<ParticipantScope | OrganiserScope, 'editionId'>;

/** Takes back that the other sides were told of these requests. */
export const deleteInvitations = async (tx: Tx, { editionId }: InEdition, requests: readonly string[]): Promise<void> =>
  void (await sql`delete from meetings.invitation where edition_id = ${editionId} and request_id = any (${[...requests]}::uuid[])`.execute(
    tx,
  ));

export interface RequestChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly wish?: Wish | undefined;
  readonly session?: number | null | undefined;
  readonly note?: string | undefined;
  /** It is taken back and not changed. */
  readonly withdrawn?: boolean;
}

/** Changes requests; false when the version of one of them is not the expected one. */
export async function updateRequestRows(tx: Tx, { editionId }: InEdition, changes: readonly RequestChange[], at: Date): Promise<boolean> {
  const rows = JSON.stringify(changes.map((change) => ({ ...change, keeps: change.session === undefined })));
  const { numAffectedRows } = await sql`
    update meetings.request r set version = r.version + 1, wish = coalesce(n.wish, r.wish), note = coalesce(n.note, r.note),
      session = case when n.keeps then r.session else n.session end, changed_at = ${at},
      withdrawn_at = case when n.withdrawn then ${at} else r.withdrawn_at end
    from jsonb_to_recordset(${rows}::jsonb)
      as n(id uuid, "expectedVersion" int, wish text, session smallint, keeps boolean, note text, withdrawn boolean)
    where r.edition_id = ${editionId} and r.id = n.id and r.version = n."expectedVersion"`.execute(tx);
  return numAffectedRows === BigInt(changes.length);
}

const standingRequests = (editionId: string, among: ReturnType<typeof sql>) => sql<StandingRequest>`
  select id, from_participant as "from", to_participant as "to", wish, session, round, (extract(epoch from entered_at) * 1000)::bigint as "enteredAt"
  from meetings.request where edition_id = ${editionId} and withdrawn_at is null and ${among} order by id`;

const requestsBetween = queryOf((_, editionId: string, participants: readonly string[], pairs: readonly string[]) =>
  standingRequests(
    editionId,
    sql`from_participant = any (${participants}::uuid[])
      and least(from_participant, to_participant)::text || ':' || greatest(from_participant, to_participant)::text = any (${pairs}::text[])`,
  ),
);

export interface StandingRequest extends RequestFacts {
  readonly id: string;
}

/** All requests that stand between the given pairs, or in the whole edition; read as the organiser. */
export async function loadRequestFacts(
  tx: Tx,
  editionId: string,
  pairs?: readonly (readonly [string, string])[],
): Promise<readonly StandingRequest[]> {
  if (pairs === undefined) return (await standingRequests(editionId, sql`true`).execute(tx)).rows;
  const keys = pairs.map((pair) => [...pair].sort().join(':'));
  return read(tx, requestsBetween(editionId, [...new Set(pairs.flat())], keys));
}

/** How many requests were entered, changed or withdrawn since; read as the organiser. */
export async function countRequestsSince(tx: Tx, editionId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from meetings.request where edition_id = ${editionId} and (entered_at > ${since} or changed_at > ${since})`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * What these participants' sides asked for, said of meetings and were told of requests follows the offices that act for them now
 * (meetings.reshare_sides reaches rows of other offices). The edition is locked.
 */
export async function reshareSides(tx: Tx, { editionId }: OrganiserScope, participants: readonly string[]): Promise<void> {
  const list = `{${participants.join(',')}}`;
  await sql`select meetings.reshare_sides(${editionId}, ${list}::uuid[])`.execute(tx);
  await sql`
    update meetings.invitation i set shared_with = p.shared_with
    from expos.participants p
    where i.edition_id = ${editionId} and p.edition_id = i.edition_id and p.id = i.to_participant and p.id = any (${list}::uuid[])
      and i.shared_with is distinct from p.shared_with`.execute(tx);
  await sql`
    update meetings.reply i set shared_with = p.shared_with
    from expos.participants p
    where i.edition_id = ${editionId} and p.edition_id = i.edition_id and p.id = i.to_participant and p.id = any (${list}::uuid[])
      and i.shared_with is distinct from p.shared_with`.execute(tx);
}
