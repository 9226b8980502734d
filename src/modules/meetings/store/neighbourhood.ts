// SQL of the part of the current schedule in which a change of a few meetings can cause a conflict: narrow looks into indexes, whatever the size of the edition.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { ask, read } from '#platform/postgres/read.ts';
import type { Meeting, MeetingOrder } from '../domain/edition-facts.ts';
import { heldJson, type HeldMeeting } from './bookings.ts';
import { meetingJson } from './placements.ts';

/** Meetings that are to change, and where they may come to stand. */
export interface Change {
  readonly meetings: readonly string[];
  readonly slots: readonly string[];
  readonly places: readonly string[];
}

export interface Neighbourhood {
  /** The meetings that are to change, those whom they share a side with, a place or time of interpreting, those in an order with them, and what interpreters who need rests interpret around that time. */
  readonly meetings: readonly Meeting[];
  readonly orders: readonly MeetingOrder[];
  /** Where those of them stand that are in the schedule. */
  readonly held: readonly HeldMeeting[];
}

/** Read as the organiser. One query. */
export async function loadNeighbourhood(tx: Tx, editionId: string, { meetings, slots, places }: Change): Promise<Neighbourhood> {
  const [found] = await ask(tx, neighbourhood(editionId, meetings, slots, places));
  return found ?? { meetings: [], orders: [], held: [] };
}

const neighbourhood = queryOf(
  (_, editionId: string, meetings: readonly string[], slots: readonly string[], places: readonly string[]) => sql<Neighbourhood>`
    with people as materialized (
      select array_agg(id) as ids from (
        select unnest(array[m.a_participant, m.b_participant]) as id from meetings.meeting m where m.edition_id = ${editionId} and m.id = any (${meetings}::uuid[])) x),
    spot as materialized (
      select array_agg(b.slot_id) || ${slots}::uuid[] as slots, array_agg(b.place_id) || ${places}::uuid[] as places
      from meetings.booking b where b.edition_id = ${editionId} and b.meeting_id = any (${meetings}::uuid[]) and b.place_id is not null),
    bound as materialized (
      select o.earlier, o.later from meetings.meeting_order o
      where o.edition_id = ${editionId} and (o.earlier = any (${meetings}::uuid[]) or o.later = any (${meetings}::uuid[]))),
    near as materialized (
      select array(
        select unnest(${meetings}::uuid[])
        union select b.meeting_id from meetings.booking b where b.edition_id = ${editionId} and b.participant_id = any ((select ids from people)::uuid[])
        union select b.meeting_id from meetings.booking b where b.edition_id = ${editionId} and b.slot_id = any ((select slots from spot)::uuid[])
          and (b.interpreter_id is not null or b.place_id = any ((select places from spot)::uuid[]))
        union select b.meeting_id from expos.interpreters x
          join meetings.booking b on b.edition_id = x.edition_id and b.interpreter_id = x.id
          where x.edition_id = ${editionId} and x.longest_minutes is not null and exists (
            select 1 from expos.slots s where s.edition_id = ${editionId} and s.id = any ((select slots from spot)::uuid[])
              and s.starts_at - interval '1 day' < upper(b.during) and s.ends_at + interval '1 day' > lower(b.during))
        union select unnest(array[earlier, later]) from bound) as ids)
    select (select coalesce(json_agg(${meetingJson} order by m.number), '[]') from meetings.meeting m
        where m.edition_id = ${editionId} and m.id = any ((select ids from near)::uuid[])) as meetings,
      (select coalesce(json_agg(json_build_object('earlier', earlier, 'later', later)), '[]') from bound) as orders,
      (select coalesce(json_agg(${heldJson} order by lower(p.during), m.number), '[]') from meetings.booking p
        join meetings.meeting m on m.edition_id = p.edition_id and m.id = p.meeting_id
        left join meetings.booking i on i.edition_id = p.edition_id and i.meeting_id = p.meeting_id and i.interpreter_id is not null
        where p.edition_id = ${editionId} and p.place_id is not null and p.meeting_id = any ((select ids from near)::uuid[])) as held`,
);

/** The participants of these meetings; read as the organiser. */
export async function sidesOf(tx: Tx, editionId: string, meetings: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select unnest(array[a_participant, b_participant]) as id from meetings.meeting
    where edition_id = ${editionId} and id = any (${[...meetings]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

const meetingThen = queryOf(
  (_, editionId: string, one: string, other: string, slotId: string) => sql<{ readonly meet: boolean }>`
    select exists (select from meetings.booking b join meetings.booking o on o.edition_id = b.edition_id and o.meeting_id = b.meeting_id
      where b.edition_id = ${editionId} and b.slot_id = ${slotId} and b.participant_id = ${one} and o.participant_id = ${other}) as meet`,
);

/** Whether two participants meet in a slot already; read as the organiser. */
export const meetThen = async (tx: Tx, editionId: string, [one, other]: readonly [string, string], slotId: string): Promise<boolean> =>
  (await read(tx, meetingThen(editionId, one, other, slotId)))[0]?.meet ?? false;
