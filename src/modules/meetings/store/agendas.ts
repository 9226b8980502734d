// SQL of agendas: each participant's part of the current schedule, complete in itself.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read, type Told } from '#platform/postgres/read.ts';
import { insertEach } from '#platform/postgres/insert-rows.ts';
import type { Counterpart, TrackedEntry } from '../domain/agenda/agenda.ts';
import type { InterpretedRow } from '../domain/agenda/interpreted.ts';
import type { PackedEntries } from '../domain/paper/paper.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import { loadNotice, type Notice } from './releases.ts';
import type { Feedback } from './reports.ts';

/** As they were told, `l` being how the other side is listed now; of somebody who has withdrawn, and so left the directory, no person is named any more. */
const details = sql`case when l.participant_id is not null then e.details else e.details || '{"person": null}' end as details`;
const columnsWith = (
  told: typeof details,
) => sql`e.participant_id as "participantId", e.meeting_id as "meetingId", e.round, e.slot_id as "slotId", ${milliseconds('e.starts_at')} as start, ${milliseconds('e.ends_at')} as "end",
  e.shared_with as offices, ${told}, ${milliseconds('e.moved_from')} as "movedFrom", e.added, e.sequence, e.cancelled, e.release_number as "releaseNumber"`;

const entriesOfMeetings = queryOf(
  (_, editionId: string, meetings: readonly string[]) => sql<TrackedEntry>`
    select ${columnsWith(sql`e.details`)} from meetings.agenda_entry e where e.edition_id = ${editionId} and e.meeting_id = any (${meetings}::uuid[])`,
);

/** Entries of some meetings or participants, before they change. */
export async function loadEntries(
  tx: Tx,
  { editionId }: OrganiserScope,
  of: { readonly meetings: readonly string[] } | { readonly participants: readonly string[] },
): Promise<readonly TrackedEntry[]> {
  if ('meetings' in of) return read(tx, entriesOfMeetings(editionId, of.meetings));
  const { rows } = await sql<TrackedEntry>`select ${columnsWith(sql`e.details`)} from meetings.agenda_entry e
    where e.edition_id = ${editionId} and e.participant_id = any (${`{${of.participants.join(',')}}`}::uuid[])`.execute(tx);
  return rows;
}

/** Participants who have an agenda, by id. */
export async function agendaHolders(tx: Tx, { editionId }: OrganiserScope): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('meetings.agenda_entry')
    .select('participant_id')
    .distinct()
    .where('edition_id', '=', editionId)
    .execute();
  return rows.map(({ participant_id: id }) => id);
}

/** How many meetings each has that stand, by participant, and each interpreter helps in. */
export async function countEntries(tx: Tx, editionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly whose: string; readonly meetings: number }>`
    with standing as (select participant_id, meeting_id, details #>> '{interpreter,id}' as interpreter from meetings.agenda_entry
      where edition_id = ${editionId} and not cancelled)
    select participant_id::text as whose, count(*)::int as meetings from standing group by participant_id
    union all select interpreter, count(distinct meeting_id)::int from standing where interpreter is not null group by interpreter`.execute(
    tx,
  );
  return new Map(rows.map(({ whose, meetings }) => [whose, meetings]));
}

/** Who was to interpret meetings that are cancelled, by the meeting. */
export async function loadCancelledHelpers(tx: Tx, { editionId }: OrganiserScope): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ readonly meeting: string; readonly helpers: readonly string[] }>`
    select e.meeting_id as meeting, array_agg(distinct e.details #>> '{interpreter,id}') as helpers from meetings.agenda_entry e
    where e.edition_id = ${editionId} and e.cancelled and e.details #>> '{interpreter,id}' is not null group by e.meeting_id`.execute(tx);
  return new Map(rows.map(({ meeting, helpers }) => [meeting, helpers]));
}

type Entry = Pick<TrackedEntry, 'participantId' | 'meetingId'>;

/** Takes these entries away and writes others. */
export async function replaceEntries(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  { gone, entries }: { readonly gone: readonly Entry[]; readonly entries: readonly TrackedEntry[] },
): Promise<void> {
  if (gone.length > 0)
    await sql`
      delete from meetings.agenda_entry e
      using unnest(${gone.map((one) => one.participantId)}::uuid[], ${gone.map((one) => one.meetingId)}::uuid[]) as g(participant_id, meeting_id)
      where e.edition_id = ${editionId} and e.participant_id = g.participant_id and e.meeting_id = g.meeting_id`.execute(tx);
  await insertEach(tx, 'meetings.agenda_entry', entries, {
    rowOf: (e) => ({
      edition_id: editionId,
      participant_id: e.participantId,
      meeting_id: e.meetingId,
      owner_office: office,
      shared_with: e.offices,
      round: e.round,
      slot_id: e.slotId,
      starts_at: new Date(e.start),
      ends_at: new Date(e.end),
      moved_from: e.movedFrom === null ? null : new Date(e.movedFrom),
      added: e.added,
      release_number: e.releaseNumber,
      sequence: e.sequence,
      cancelled: e.cancelled,
      with_participant: e.details.with.id,
      details: e.details,
    }),
  });
}

/** Lets the offices that act for these participants now see their agendas, and others no longer. */
export const reshareEntries = async (tx: Tx, { editionId }: OrganiserScope, participants: readonly string[]): Promise<void> =>
  void (await sql`
    update meetings.agenda_entry e set shared_with = p.shared_with
    from expos.participants p
    where e.edition_id = ${editionId} and p.edition_id = e.edition_id and p.id = e.participant_id
      and p.id = any (${`{${participants.join(',')}}`}::uuid[]) and e.shared_with is distinct from p.shared_with`.execute(tx));

export interface ShownEntry extends TrackedEntry {
  /** What the other side says of itself; nothing of somebody who has withdrawn. */
  readonly about: {
    readonly offer: MultilingualText | null;
    readonly need: MultilingualText | null;
    readonly offerTopics: readonly string[];
    readonly needTopics: readonly string[];
    readonly offerTitle: MultilingualText | null;
    readonly needTitle: MultilingualText | null;
  };
  readonly absentSince: number | null;
  /** When the two met in the live queue, where that was before the time of the entry. */
  readonly metAt: number | null;
  readonly feedback: (Pick<Feedback, 'result' | 'nextStep' | 'note'> & { readonly givenAt: number }) | null;
}

export interface Agendas {
  /** The newest release that the actor may know of. */
  readonly notice: Notice | null;
  readonly entries: readonly ShownEntry[];
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** Entries as their participants see them, with what they said themselves; the policies decide which are seen. One query. */
export async function loadAgendas(tx: Tx, editionId: string, participants: readonly string[]): Promise<Agendas> {
  const rows = await read(tx, entriesOf(editionId, participants));
  const [first] = rows;
  const notice =
    first === undefined || first.number === null || first.publishedAt === null
      ? null
      : { number: first.number, publishedAt: new Date(first.publishedAt) };
  return { notice, entries: rows.filter((row): row is Told<Nullable<Notice> & ShownEntry> => row.meetingId !== null) };
}

// Each other side by the index (`limit 1`): joined as a whole, the directory of the edition would be read for the ten lines of an agenda.
const entriesOf = queryOf(
  (_, editionId: string, participants: readonly string[]) => sql<Nullable<Notice> & (ShownEntry | Nullable<ShownEntry>)>`
    select n.number, n.published_at as "publishedAt", ${columnsWith(details)}, ${milliseconds('x.reported_at')} as "absentSince", ${milliseconds('q.begun_at')} as "metAt",
      case when f.result is null then null else json_build_object('result', f.result, 'nextStep', f.next_step, 'note', f.note, 'givenAt', ${milliseconds('f.given_at')}) end as feedback,
      json_build_object('offer', l.offer, 'need', l.need, 'offerTopics', coalesce(l.offer_topics, '{}'), 'needTopics', coalesce(l.need_topics, '{}'),
        'offerTitle', l.offer_title, 'needTitle', l.need_title) as about
    from (values (1)) always
    left join lateral (select * from meetings.release_notice where edition_id = ${editionId} order by number desc limit 1) n on true
    left join meetings.agenda_entry e on e.edition_id = ${editionId} and e.participant_id = any (${participants}::uuid[])
    left join lateral (select * from expos.listings l where l.edition_id = e.edition_id and l.participant_id = e.with_participant limit 1) l on true
    left join meetings.absence x on x.edition_id = e.edition_id and x.meeting_id = e.meeting_id and x.by_participant = e.participant_id and x.withdrawn_at is null
      and x.reported_at >= e.starts_at and not meetings.came_after(x.edition_id, x.absent_participant, x.reported_at)
    left join meetings.met_in_queue(${editionId}, ${participants}::uuid[]) q on q.meeting_id = e.meeting_id and q.begun_at < e.starts_at
    left join lateral (select f.* from meetings.feedback f where f.edition_id = e.edition_id and f.participant_id = e.participant_id and f.meeting_id = e.meeting_id
      order by f.given_at desc limit 1) f on true
    order by e.starts_at, (e.details->>'number')::int`,
);

/** What a paper says of the entries that still hold, of these participants, or of those whom this interpreter helps. Bytes: read, a hundred thousand would take four times as much. */
export async function loadPrinted(
  tx: Tx,
  editionId: string,
  participants: readonly string[],
  interpreterId: string | null = null,
): Promise<{ readonly notice: Notice | null; readonly entries: PackedEntries }> {
  const notice = await loadNotice(tx, editionId);
  const bytes = new TextEncoder();
  const entries: PackedEntries[number][] = [];
  for (let at = 0; at < participants.length; at += PRINTED_AT_ONCE)
    for (const { participantId, json } of await printedOf(tx, editionId, participants.slice(at, at + PRINTED_AT_ONCE), interpreterId))
      entries.push({ participantId, json: bytes.encode(json) });
  return { notice, entries };
}

/** Of so many participants at a time: what the database tells of all at once would be held twice. */
const PRINTED_AT_ONCE = 400;

async function printedOf(tx: Tx, editionId: string, participants: readonly string[], interpreterId: string | null) {
  const { rows } = await sql<{ readonly participantId: string; readonly json: string }>`
    with listed as materialized (select l.participant_id as id from expos.listings l where l.edition_id = ${editionId})
    select one."participantId", json_agg(one order by one.start, (one.details ->> 'number')::int)::text as json from (
      select e.participant_id as "participantId", e.meeting_id as "meetingId", e.round, e.slot_id as "slotId", e.shared_with as offices,
        ${milliseconds('e.starts_at')} as start, ${milliseconds('e.ends_at')} as "end",
        case when e.with_participant in (select id from listed) then e.details else e.details || '{"person": null}' end as details,
        ${milliseconds('q.begun_at')} as "metAt"
      from meetings.agenda_entry e
      left join meetings.met_in_queue(${editionId}, ${[...participants]}::uuid[]) q on q.meeting_id = e.meeting_id and q.begun_at < e.starts_at
      where e.edition_id = ${editionId} and e.participant_id = any (${[...participants]}::uuid[]) and not e.cancelled
        and (${interpreterId}::text is null or e.details #>> '{interpreter,id}' = ${interpreterId}::text)) one
    group by 1`.execute(tx);
  return rows;
}

export interface EntryOfMeeting {
  readonly editionId: string;
  readonly participantId: string;
  readonly with: Counterpart;
}

/** One entry of a meeting of the schedule that the actor may see, the first by participant; null where there is none. */
export async function findEntryOfMeeting(tx: Tx, meetingId: string): Promise<EntryOfMeeting | null> {
  const { rows } = await sql<EntryOfMeeting>`
    select e.edition_id as "editionId", e.participant_id as "participantId", e.details->'with' as "with"
    from meetings.agenda_entry e where e.meeting_id = ${meetingId} order by e.participant_id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** The companies' own offices, without those that lead their groups. */
export async function officesOfParticipants(tx: Tx, editionId: string, participants: readonly string[]): Promise<readonly OfficeId[]> {
  const { rows } = await sql<{ readonly office: OfficeId }>`
    select distinct p.office_id as office from expos.participants p
    where p.edition_id = ${editionId} and p.id = any (${`{${participants.join(',')}}`}::uuid[]) and p.office_id is not null order by 1`.execute(
    tx,
  );
  return rows.map(({ office }) => office);
}

/** For whom these offices act in the edition, without those who have withdrawn; read as the organiser. */
export async function participantsOf(
  tx: Tx,
  { editionId }: OrganiserScope,
  offices: readonly OfficeId[],
): Promise<readonly { readonly id: string; readonly office: OfficeId }[]> {
  const list = sql`${`{${offices.join(',')}}`}::uuid[]`;
  const { rows } = await sql<{ readonly id: string; readonly office: OfficeId }>`
    select p.id, o.office from expos.participants p cross join unnest(p.shared_with) as o(office)
    where p.edition_id = ${editionId} and p.visibility = 'shared' and p.shared_with && ${list} and o.office = any (${list}) and p.withdrawn_at is null
    order by p.code`.execute(tx);
  return rows;
}

/** A participant of the reader's own, with the edition it takes part in. */
export interface MyAgendaRow extends Counterpart {
  readonly edition: {
    readonly id: string;
    readonly name: MultilingualText;
    readonly timeZone: string;
    readonly firstDay: string;
    readonly lastDay: string;
  };
  readonly meetings: number;
  readonly nextStartsAt: number | null;
}

/**
 * Participants that these offices act for in editions of others, the newest edition first, at most 1000: how many meetings each has and when the
 * next one begins that has not ended and was not held in the live queue before.
 */
export async function listMyAgendaRows(tx: Tx, offices: readonly string[], now: Date): Promise<readonly MyAgendaRow[]> {
  const list = sql`${`{${offices.join(',')}}`}::uuid[]`;
  const { rows } = await sql<MyAgendaRow>`
    select p.id, p.code, p.name, p.country, p.role, a.meetings, a.next as "nextStartsAt",
      json_build_object('id', e.id, 'name', e.name, 'timeZone', e.time_zone, 'firstDay', e.first_day, 'lastDay', e.last_day) as edition
    from expos.participants p
    join expos.editions e on e.id = p.edition_id
    cross join lateral (
      select count(*)::int as meetings, ${milliseconds(`min(x.starts_at) filter (where x.ends_at > now.moment and q.meeting_id is null)`)} as next
      from meetings.agenda_entry x cross join (select ${now}::timestamptz as moment) now
      left join meetings.met_in_queue(p.edition_id, array[p.id]) q on q.meeting_id = x.meeting_id and q.begun_at < x.starts_at
      where x.edition_id = p.edition_id and x.participant_id = p.id and not x.cancelled
    ) a
    where p.visibility = 'shared' and p.shared_with && ${list} and p.withdrawn_at is null and not p.owner_office = any (${list})
    order by e.first_day desc, e.id desc, p.code limit 1000`.execute(tx);
  return rows;
}

/** What the schedule says of meetings that this interpreter carries, or was to carry, one row a side; read as the organiser. */
export async function loadInterpreted(tx: Tx, editionId: string, interpreterId: string): Promise<readonly InterpretedRow[]> {
  const { rows } = await sql<InterpretedRow>`
    select e.meeting_id as "meetingId", e.participant_id as "participantId", e.slot_id as "slotId", ${milliseconds('e.starts_at')} as start,
      ${milliseconds('e.ends_at')} as "end", e.sequence, e.cancelled, ${milliseconds('e.moved_from')} as "movedFrom", ${milliseconds('q.begun_at')} as "metAt",
      json_build_object('number', e.details->'number', 'place', e.details->'place', 'with', e.details->'with', 'understanding', e.details->'understanding') as details,
      case when e.details #>> '{interpreter,id}' = ${interpreterId} then null else
        (select t from jsonb_array_elements(e.details->'takenFrom') t where t->>'id' = ${interpreterId}) end as taken
    from meetings.agenda_entry e
    left join meetings.met_in_queue(${editionId}, null) q on q.meeting_id = e.meeting_id and q.begun_at < e.starts_at
    where e.edition_id = ${editionId} and (e.details #>> '{interpreter,id}' = ${interpreterId}
      or e.details->'takenFrom' @> jsonb_build_array(jsonb_build_object('id', ${interpreterId}::text))) order by e.starts_at, e.participant_id`.execute(
    tx,
  );
  return rows;
}
