// SQL of what waits for the organiser: all that the to-do of an edition depends on beside its facts, in one query.
import { sql, type RawBuilder } from 'kysely';
import type { Interval } from '#kernel/intervals.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { thingOf } from '#platform/postgres/said-again.ts';
import type { OverviewScope } from '../domain/scopes.ts';
import type { Meeting } from '../domain/edition-facts.ts';
import { heldIn, heldRows, heldText, loadHeld, type HeldMeeting } from './bookings.ts';
import { meetingColumns } from './meetings.ts';
import { planColumns, type PlanRow } from './plans.ts';
import { stillUntold } from './untold.ts';

/** Somebody who is not where they should be, at a meeting that has not ended; instants are UTC milliseconds. */
export interface AbsenceRow {
  readonly meetingId: string;
  readonly absent: string;
  readonly reporter: string;
  readonly reportedAt: number;
  readonly placeId: string;
  readonly start: number;
}

/** Whoever a change on the day noted as away to come, and who was checked in afterwards; instants are UTC milliseconds. */
export interface CameRow {
  readonly participant: string;
  readonly cameAt: number;
  readonly until: number;
}

/** A "no" to a meeting that is in the schedule in force. */
export interface DeclinedRow {
  readonly meetingId: string;
  readonly from: string;
  readonly to: string;
}

/** A meeting ahead in the schedule in force that was held in the live queue; instants are UTC milliseconds. */
export interface MetRow {
  readonly meetingId: string;
  readonly start: number;
  readonly a: string;
  readonly b: string;
}

/** What waits for the organiser's answer, of a meeting that still stands where it did; instants are UTC milliseconds. */
export interface AskedRow {
  readonly meetingId: string;
  readonly from: string;
  readonly fromSlot: string;
  readonly toSlot: string | null;
  readonly wants: 'move' | 'cancel';
  readonly since: number;
}

/** When somebody, a participant or an interpreter, is away; UTC milliseconds. */
export interface AwaySpan extends Interval {
  readonly who: string;
}

export interface Waiting {
  /** Meetings to be planned. */
  readonly wished: number;
  /** Those of them that the schedule in force has no time for. */
  readonly left: readonly Meeting[];
  /** Number of the schedule in force. */
  readonly inForce: number | null;
  /** Meetings in force that may need somebody: of who has withdrawn, is away then, will not meet or asks something, or of two who do not understand each other. */
  readonly concerned: readonly HeldMeeting[];
  /** Ids of participants without a meeting in force. */
  readonly unmet: readonly string[];
  /** Pairs of whom a request was entered, changed or withdrawn since the latest plan began. */
  readonly requestsSince: number;
  readonly absences: readonly AbsenceRow[];
  readonly came: readonly CameRow[];
  readonly declined: readonly DeclinedRow[];
  readonly met: readonly MetRow[];
  readonly asked: readonly AskedRow[];
  /** Ids of those who could not be told of a release, whom nothing has reached since. */
  readonly untold: readonly string[];
  /** Whether a live queue of it goes on. */
  readonly isCalling: boolean;
  /** The latest plan; a search that was stopped before it began left nothing to decide about. */
  readonly plan: PlanRow | null;
}

const wanted = (editionId: string, unless: RawBuilder<unknown>) => sql`
  select ${meetingColumns} from meetings.meeting m where m.edition_id = ${editionId} and m.standing = 'wanted'
    and not exists (select from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id and b.place_id is not null and ${unless})`;

/** Languages that are spoken at the edition, as each participant has them, each list once. */
const spoken = (editionId: string) =>
  sql`(select distinct s.languages from expos.participants s where s.edition_id = ${editionId} and cardinality(s.languages) > 0)`;

/**
 * Meetings of two whose languages are known and have none in common, without anybody who interprets. Looked up once for all, not once a meeting; and not
 * at all where everybody has a language in common with everybody.
 */
const strangers = (editionId: string) => sql`
  select f.id from meetings.meeting f
  join expos.participants x on x.edition_id = f.edition_id and x.id = f.a_participant and cardinality(x.languages) > 0
  join expos.participants y on y.edition_id = f.edition_id and y.id = f.b_participant and cardinality(y.languages) > 0
  where f.edition_id = ${editionId} and not x.languages && y.languages
    and (select exists (select from ${spoken(editionId)} ours, ${spoken(editionId)} theirs where not ours.languages && theirs.languages))
    and not exists (select from meetings.booking h where h.edition_id = f.edition_id and h.meeting_id = f.id and h.interpreter_id is not null)`;

function concernedRows(editionId: string, away: readonly AwaySpan[], now: Date) {
  const list = (values: readonly string[]) => `{${values.join(',')}}`;
  const moments = (of: (span: AwaySpan) => number) => list(away.map((span) => `"${new Date(of(span)).toISOString()}"`));
  const of = (meetings: RawBuilder<unknown>) => sql`select (one ->> 'meetingId')::uuid from jsonb_array_elements(${meetings}::jsonb) one`;
  const spans = sql`(select u.who, range_agg(tstzrange(u.starts, u.ends)) as away
    from unnest(${list(away.map(({ who }) => who))}::uuid[], ${moments(({ start }) => start)}::timestamptz[], ${moments(({ end }) => end)}::timestamptz[])
      as u(who, starts, ends) group by u.who)`;
  const during = (holder: 'participant_id' | 'interpreter_id') => sql`select b.meeting_id from ${spans} u
    join meetings.booking b on b.edition_id = ${editionId} and b.${sql.ref(holder)} = u.who and u.away && b.during`;
  // Whose they are first, then these few: asked of each meeting, the schedule would be gone through for every reason.
  return heldRows(
    editionId,
    sql`p.meeting_id = any (array(
      ${strangers(editionId)} union ${of(declinedList(editionId))} union ${of(askedList(editionId, now))}
      union select b.meeting_id from expos.participants w join meetings.booking b on b.edition_id = w.edition_id and b.participant_id = w.id
        where w.edition_id = ${editionId} and w.withdrawn_at is not null
      union ${during('participant_id')} union ${during('interpreter_id')}))`,
  );
}

/** A "no" counts for every round of the two. */
const declinedList = (editionId: string) => sql<readonly DeclinedRow[]>`(
  select coalesce(json_agg(distinct jsonb_build_object('meetingId', m.id, 'from', r.from_participant, 'to', r.to_participant)), '[]')
  from meetings.request r
  join meetings.meeting m on m.edition_id = r.edition_id and (m.a_participant, m.b_participant) in
    ((r.from_participant, r.to_participant), (r.to_participant, r.from_participant))
  where r.edition_id = ${editionId} and r.wish = 'no' and r.withdrawn_at is null
    and (select true from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id and b.place_id is not null))`;

const metList = (editionId: string, now: Date) => sql<readonly MetRow[]>`(
  select coalesce(json_agg(json_build_object('meetingId', b.meeting_id, 'start', ${milliseconds('lower(b.during)')}, 'a', m.a_participant,
    'b', m.b_participant) order by lower(b.during), m.id), '[]')
  from meetings.met_in_queue(${editionId}, null) t
  join meetings.booking b on b.edition_id = ${editionId} and b.meeting_id = t.meeting_id and b.place_id is not null and lower(b.during) > ${now}
    and lower(b.during) > t.begun_at
  join meetings.meeting m on m.edition_id = b.edition_id and m.id = b.meeting_id)`;

const askedList = (editionId: string, now: Date) => sql<readonly AskedRow[]>`(
  select coalesce(json_agg(json_build_object('meetingId', q.meeting_id, 'from', q.from_participant, 'fromSlot', q.from_slot, 'toSlot', q.to_slot,
    'wants', q.wants, 'since', ${milliseconds('q.proposed_at')}) order by q.proposed_at), '[]')
  from meetings.move_proposal q
  where q.edition_id = ${editionId} and q.state = 'open' and q.asks = 'organiser' and q.lapses_at > ${now}
    and exists (select from meetings.booking b where b.edition_id = q.edition_id and b.meeting_id = q.meeting_id and b.slot_id = q.from_slot))`;

/** Whether it still stands is asked of the absence itself: it may have been put right, or taken back. */
const cameList = (editionId: string, now: Date) => sql<readonly CameRow[]>`(
  select coalesce(json_agg(json_build_object('participant', id, 'cameAt', "cameAt", 'until', until) order by "cameAt"), '[]') from (
    select u.participant_id as id, ${milliseconds('min(c.happened_at)')} as "cameAt", ${milliseconds('max(u.ends_at)')} as until
    from meetings.release r
    cross join lateral jsonb_to_recordset(r.on_the_day -> 'away') as n("participantId" uuid, start bigint, "end" bigint)
    join expos.absences u on u.edition_id = r.edition_id and u.participant_id = n."participantId" and u.reason = '' and u.ends_at > ${now}
      and u.starts_at = to_timestamp(n.start / 1000.0) and u.ends_at = to_timestamp(n."end" / 1000.0)
    join lateral (select d.kind, d.happened_at from meetings.check_in d where d.edition_id = r.edition_id and d.participant_id = u.participant_id
      and d.taken_back_at is null order by d.happened_at desc limit 1) c on c.kind = 'arrived' and c.happened_at > r.published_at
    where r.edition_id = ${editionId} and r.on_the_day is not null group by u.participant_id) came)`;

/** `away`: of everybody who is away at some time to come. */
export async function loadWaiting(tx: Tx, { editionId }: OverviewScope, now: Date, away: readonly AwaySpan[]): Promise<Waiting> {
  const { rows } = await sql<Omit<Waiting, 'plan'> & Omit<PlanRow, 'id'> & { readonly id: string | null }>`
    select ${planColumns}, w.wished, n.number as "inForce",
      (select coalesce(json_agg(one), '[]') from (${wanted(editionId, sql`true`)}) one) as "left",
      (select coalesce(json_agg(one), '[]') from (${concernedRows(editionId, away, now)}) one) as concerned,
      (select coalesce(json_agg(u.id), '[]') from expos.participants u where u.edition_id = ${editionId}
        and not exists (select from meetings.booking b where b.edition_id = u.edition_id and b.participant_id = u.id)) as unmet,
      (select count(distinct (least(r.from_participant, r.to_participant), greatest(r.from_participant, r.to_participant))) from meetings.request r where r.edition_id = ${editionId} and (r.entered_at > p.started_at or r.changed_at > p.started_at)) as "requestsSince",
      (select coalesce(json_agg(told), '[]') from (
        select a.meeting_id as "meetingId", a.absent_participant as absent, a.by_participant as reporter, ${milliseconds('a.reported_at')} as "reportedAt",
          b.place_id as "placeId", ${milliseconds('lower(b.during)')} as start
        from meetings.absence a
        join meetings.booking b on b.edition_id = a.edition_id and b.meeting_id = a.meeting_id and b.place_id is not null and upper(b.during) > ${now}
          and lower(b.during) <= a.reported_at
        where a.edition_id = ${editionId} and a.withdrawn_at is null
          and not meetings.came_after(a.edition_id, a.absent_participant, a.reported_at) order by a.reported_at limit 200) told) as absences,
      ${cameList(editionId, now)} as came, ${declinedList(editionId)} as declined, ${metList(editionId, now)} as met, ${askedList(editionId, now)} as asked,
      (select coalesce(json_agg(participant_id), '[]') from (${stillUntold(editionId)}) u) as untold,
      exists (select from meetings.queue q where q.edition_id = ${editionId} and q.state <> 'closed' and q.closes_at > ${now}) as "isCalling"
    from (select count(*) as wished from meetings.meeting where edition_id = ${editionId} and standing = 'wanted') w
    cross join (select max(number) as number from meetings.release_notice where edition_id = ${editionId}) n
    left join lateral (select * from meetings.plan where edition_id = ${editionId} and (status <> 'cancelled' or figures is not null)
      order by id desc limit 1) p on true`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('what is counted has one row');
  const { wished, left, inForce, concerned, unmet, requestsSince, absences, came, declined, met, asked, untold, isCalling, id, ...plan } =
    row;
  const told = { wished, left, inForce, concerned, unmet, requestsSince, absences, came, declined, met, asked, untold, isCalling };
  return { ...told, plan: id === null ? null : { id, ...plan } };
}

/** Wishes and the schedule as wholes. */
export interface Whole {
  /** Meetings to be planned that have not been: whose time in the schedule in force has not begun. */
  readonly open: readonly Meeting[];
  readonly held: readonly HeldMeeting[];
}

/** Both in one query; large, so ask only where something depends on all of them. */
export async function loadWhole(tx: Tx, { editionId }: OverviewScope, now: Date): Promise<Whole> {
  const { rows } = await sql<{ readonly open: string; readonly held: string }>`
    select (select coalesce(json_agg(one), '[]')::text from (${wanted(editionId, sql`lower(b.during) <= ${now}`)}) one) as open,
      ${heldText(editionId)} as held`.execute(tx);
  const held = heldIn(editionId, rows[0]?.held ?? '')?.thing ?? (await loadHeld(tx, editionId));
  return { open: thingOf(`open ${editionId}`, rows[0]?.open ?? '[]'), held };
}
