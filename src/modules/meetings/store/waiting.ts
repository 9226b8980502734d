// SQL of what waits for the organiser: all that the to-do of an edition depends on beside its facts, in one query.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { thingOf } from '#platform/postgres/said-again.ts';
import type { OverviewScope } from '../domain/scopes.ts';
import type { Meeting } from '../domain/edition-facts.ts';
import { heldIn, heldText, type HeldMeeting } from './bookings.ts';
import { meetingColumns } from './placements.ts';
import { planColumns, type PlanRow } from './plans.ts';

/** Somebody who is not where they should be, at a meeting that has not ended; instants are UTC milliseconds. */
export interface AbsenceRow {
  readonly meetingId: string;
  readonly absent: string;
  readonly reporter: string;
  readonly reportedAt: number;
  readonly placeId: string;
  readonly start: number;
}

/** A "no" to a meeting that is in the schedule in force. */
export interface DeclinedRow {
  readonly meetingId: string;
  readonly from: string;
  readonly to: string;
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

export interface Waiting {
  /** Meetings to be planned. */
  readonly wished: number;
  /** Those of them that have not been: whose time in the schedule in force has not begun. */
  readonly open: readonly Meeting[];
  /** Number of the schedule in force. */
  readonly inForce: number | null;
  readonly held: readonly HeldMeeting[];
  /** Pairs of whom a request was entered, changed or withdrawn since the latest plan began. */
  readonly requestsSince: number;
  readonly absences: readonly AbsenceRow[];
  readonly declined: readonly DeclinedRow[];
  readonly asked: readonly AskedRow[];
  /** Ids of those who could not be told of a release, and nobody has told since. */
  readonly untold: readonly string[];
  /** The latest plan; a search that was stopped before it began left nothing to decide about. */
  readonly plan: PlanRow | null;
}

const openMeetings = (editionId: string, now: Date) => sql<string>`(
  select coalesce(json_agg(one), '[]')::text from (select ${meetingColumns} from meetings.meeting m where m.edition_id = ${editionId} and m.standing = 'wanted'
    and not exists (select from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id and lower(b.during) <= ${now})) one)`;

/** A "no" counts for every round of the two. */
const declinedList = (editionId: string) => sql<readonly DeclinedRow[]>`(
  select coalesce(json_agg(distinct jsonb_build_object('meetingId', m.id, 'from', r.from_participant, 'to', r.to_participant)), '[]')
  from meetings.request r
  join meetings.meeting m on m.edition_id = r.edition_id and (m.a_participant, m.b_participant) in
    ((r.from_participant, r.to_participant), (r.to_participant, r.from_participant))
  where r.edition_id = ${editionId} and r.wish = 'no' and r.withdrawn_at is null
    and exists (select from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id))`;

const askedList = (editionId: string, now: Date) => sql<readonly AskedRow[]>`(
  select coalesce(json_agg(json_build_object('meetingId', q.meeting_id, 'from', q.from_participant, 'fromSlot', q.from_slot, 'toSlot', q.to_slot,
    'wants', q.wants, 'since', ${milliseconds('q.proposed_at')}) order by q.proposed_at), '[]')
  from meetings.move_proposal q
  where q.edition_id = ${editionId} and q.state = 'open' and q.asks = 'organiser' and q.lapses_at > ${now}
    and exists (select from meetings.booking b where b.edition_id = q.edition_id and b.meeting_id = q.meeting_id and b.slot_id = q.from_slot))`;

export async function loadWaiting(tx: Tx, { editionId }: OverviewScope, now: Date): Promise<Waiting> {
  const { rows } = await sql<
    Omit<Waiting, 'plan' | 'open' | 'held'> &
      Omit<PlanRow, 'id'> & { readonly id: string | null; readonly open: string; readonly held: string }
  >`
    select ${planColumns}, w.wished, ${openMeetings(editionId, now)} as open, n.number as "inForce",
      ${heldText(editionId)} as held,
      (select count(distinct (least(r.from_participant, r.to_participant), greatest(r.from_participant, r.to_participant))) from meetings.request r where r.edition_id = ${editionId} and (r.entered_at > p.started_at or r.changed_at > p.started_at)) as "requestsSince",
      (select coalesce(json_agg(told), '[]') from (
        select a.meeting_id as "meetingId", a.absent_participant as absent, a.by_participant as reporter, ${milliseconds('a.reported_at')} as "reportedAt",
          b.place_id as "placeId", ${milliseconds('lower(b.during)')} as start
        from meetings.absence a
        join meetings.booking b on b.edition_id = a.edition_id and b.meeting_id = a.meeting_id and b.place_id is not null and upper(b.during) > ${now}
        where a.edition_id = ${editionId} and a.withdrawn_at is null order by a.reported_at limit 200) told) as absences,
      ${declinedList(editionId)} as declined, ${askedList(editionId, now)} as asked,
      (select coalesce(json_agg(participant_id), '[]') from meetings.untold where edition_id = ${editionId} and told_at is null) as untold
    from (select count(*) as wished from meetings.meeting where edition_id = ${editionId} and standing = 'wanted') w
    cross join (select max(number) as number from meetings.release_notice where edition_id = ${editionId}) n
    left join lateral (select * from meetings.plan where edition_id = ${editionId} and (status <> 'cancelled' or figures is not null)
      order by id desc limit 1) p on true`.execute(tx);
  const [row] = rows;
  if (row === undefined)
    return {
      wished: 0,
      open: [],
      inForce: null,
      held: [],
      requestsSince: 0,
      absences: [],
      declined: [],
      asked: [],
      untold: [],
      plan: null,
    };
  const { wished, open, inForce, held, requestsSince, absences, declined, asked, untold, id, ...plan } = row;
  return {
    ...{ open: thingOf<readonly Meeting[]>(`open ${editionId}`, open), held: heldIn(editionId, held) },
    wished,
    inForce,
    requestsSince,
    absences,
    declined,
    asked,
    untold,
    plan: id === null ? null : { id, ...plan },
  };
}
