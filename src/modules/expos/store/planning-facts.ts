// Reads everything planning needs of an edition in one query: one snapshot, whatever others change meanwhile.
import { sql, type RawBuilder } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { ask, read } from '#platform/postgres/read.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import { marksOf, thingMarked, thingOf } from '#platform/postgres/said-again.ts';
import { toldSince } from '#platform/postgres/told-since.ts';
import type { BoardFacts, HallFacts, PlanningFacts } from '../domain/planning-facts.ts';
import { contactsIn, contactsInAll } from './contacts.ts';
import { notFreeIn, notFreeInAll } from './absences.ts';

const slots = sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'session', s.session,
    'start', ${milliseconds('s.starts_at')}, 'end', ${milliseconds('s.ends_at')}) order by s.starts_at), '[]')
  from expos.slot s where s.edition_id = e.id)`;

// Closed times once for the edition: one by one, places cost more than all else of an agenda's edition.
const placesAmong = (among: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'number', p.number, 'code', p.code, 'hall', p.hall, 'seats', p.seats,
    'standId', p.stand_id, 'closedSlots', coalesce(k.slots, '[]')) order by p.kind = 'stand', p.number, p.code), '[]')
  from expos.place p left join (
    select c.place_id, json_agg(c.slot_id order by s.starts_at) as slots
    from expos.place_closed c join expos.slot s on s.edition_id = c.edition_id and s.id = c.slot_id
    where c.edition_id = e.id group by c.place_id) k on k.place_id = p.id
  where p.edition_id = e.id and ${among})`;
const places = placesAmong(sql`true`);

const walks = sql`(
  select coalesce(json_agg(json_build_object('from', w.hall, 'to', w.other_hall, 'minutes', w.minutes) order by w.hall, w.other_hall), '[]')
  from expos.walk w where w.edition_id = e.id)`;

const stands = sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code, 'hall', s.hall, 'seats', s.seats) order by s.code), '[]')
  from expos.stand s where s.edition_id = e.id)`;

const groups = sql`(
  select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code, 'kind', g.kind, 'name', g.name, 'parentId', g.parent_id,
    'leadOffice', g.lead_office) order by g.code), '[]')
  from expos.participant_group g where g.edition_id = e.id)`;

const facts = sql`p.id, p.code, p.name, p.country, p.city, p.role, p.seats, p.languages, p.min_meetings as "minMeetings",
  p.max_meetings as "maxMeetings", p.group_id as "groupId", p.stand_id as "standId",
  (select s.hall from expos.stand s where s.edition_id = p.edition_id and s.id = p.stand_id) as "standHall", p.leads_stand as "leadsStand", p.meets_at as "meetsAt",
  p.shared_with as offices, p.withdrawn_at is not null as withdrawn`;

// A row as a whole becomes JSON at half of what its values cost one by one.
const allParticipants = sql`(
  select coalesce(json_agg(one order by one.code), '[]') from (
    select ${facts}, coalesce(f.away, '[]') as away, coalesce(c.listed, '[]') as contacts
    from expos.participant p left join lateral ${contactsInAll} c on c.addressee_id = p.id
      left join lateral ${notFreeInAll} f on f.of = p.id
    where p.edition_id = e.id) one)`;

const participantsAmong = (among: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(one order by one.code), '[]') from (
    select ${facts}, ${notFreeIn('p')} as away, ${contactsIn} as contacts from expos.participant p where p.edition_id = e.id and ${among}) one)`;
const oneOf = (ids: readonly string[]) => sql`p.id = any (${ids}::uuid[])`;

const interpreters = sql`(
  select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'languages', i.languages,
    'away', ${notFreeIn('i')}, 'longestMinutes', i.longest_minutes, 'restMinutes', i.rest_minutes, 'office', a.office_id) order by i.name), '[]')
  from expos.interpreter i left join expos.addressee a on a.edition_id = i.edition_id and a.id = i.id where i.edition_id = e.id)`;

const programme = sql`(
  select coalesce(json_agg(json_build_object('itemId', i ->> 'id', 'title', i -> 'title', 'room', i #> '{room,name}',
    'start', (i ->> 'start')::bigint, 'end', (i ->> 'end')::bigint, 'interpreters', i -> 'interpreters',
    'participants', (select coalesce(json_agg(s ->> 'participantId'), '[]') from jsonb_array_elements(i -> 'speakers') s
      where s ->> 'participantId' is not null)) order by i ->> 'start', i ->> 'id'), '[]')
  from (select content from expos.programme_release r where r.edition_id = e.id order by number desc limit 1) newest,
    jsonb_array_elements(newest.content) as i
  where i ->> 'start' is not null)`;

const head = sql`e.id, e.slug, e.version, e.owner_office as organiser, e.name, e.venue,
  e.time_zone as "timeZone", e.first_day as "firstDay", e.last_day as "lastDay",
  ${slots} as slots, ${walks} as walks, ${programme} as programme`;
const hall = (participants: RawBuilder<unknown>, where = places) => sql`${head}, ${where} as places, ${participants} as participants`;

/** What an edition has thousands of. */
type Many = Pick<PlanningFacts, 'places' | 'participants'>;
type Few = Omit<PlanningFacts, keyof Many>;

/** Of what places and participants are told; each by its own rows, whoever may see them. */
const tables = ['participant', 'contact', 'unavailable', 'said_time', 'stand', 'place', 'place_closed', 'slot'] as const;
const many = {
  rows: tables.map((table) => sql`select t.tableoid, t.ctid, t.xmin from ${sql.table(`expos.${table}`)} t where t.edition_id = e.id`),
  told: sql`json_build_object('places', ${places}, 'participants', ${allParticipants})::text`,
};

const whole = remembered((few: Few, those: Many): PlanningFacts => ({ ...few, ...those }));

/** The facts as far as the actor may see them; null when the edition does not exist for them. */
export async function readPlanningFacts(tx: Tx, editionId: string): Promise<PlanningFacts | null> {
  const name = `planning ${editionId}`;
  const [row] = await ask(tx, planning(editionId, marksOf(name)));
  if (row === undefined) return null;
  const those = thingMarked<Many>(name, row.many);
  // Given up while it was asked for.
  if (those === null) return readPlanningFacts(tx, editionId);
  return whole(thingOf<Few>(`few of ${editionId}`, row.few), those.thing);
}

const planning = queryOf(
  (_, editionId: string, known: readonly string[]) => sql<{ readonly few: string; readonly many: string }>`
    select ${toldSince(many, known)} as many,
      (select row_to_json(one)::text from (
        select ${head}, e.shared_with as offices, ${stands} as stands, ${groups} as groups, ${interpreters} as interpreters) one) as few
    from expos.edition e where e.id = ${editionId}`,
);

/** Times and places with those of these participants, or of all, whom the actor may see; null when the edition does not exist for them. */
export async function readHallFacts(tx: Tx, editionId: string, ids: readonly string[] | null): Promise<HallFacts | null> {
  if (ids === null) return (await ask(tx, wholeHall(editionId)))[0] ?? null;
  return (await read(tx, hallOf(editionId, ids)))[0] ?? null;
}

const wholeHall = queryOf(
  (_, editionId: string) => sql<HallFacts>`select ${hall(allParticipants)} from expos.edition e where e.id = ${editionId}`,
);
const hallOf = queryOf(
  (_, editionId: string, ids: readonly string[]) =>
    sql<HallFacts>`select ${hall(participantsAmong(oneOf(ids)))} from expos.edition e where e.id = ${editionId}`,
);

/** A part of an edition: some participants and places. */
export interface PartOf {
  readonly participants: readonly string[];
  readonly places: readonly string[];
}

/** The facts of these participants and places, the stands of both with all who meet there, and all who interpret; null when the edition does not exist for the actor. */
export async function readBoardFacts(tx: Tx, editionId: string, { participants, places: where }: PartOf): Promise<BoardFacts | null> {
  return (await ask(tx, boardOf(editionId, participants, where)))[0] ?? null;
}

const boardOf = queryOf((_, editionId: string, ids: readonly string[], where: readonly string[]) => {
  // Once for the query, before its rows are looked at: a joint stand is shared by all who meet there.
  const stands = sql`(select array(
    select o.stand_id from expos.participant o where o.edition_id = ${editionId} and o.id = any (${ids}::uuid[]) and o.stand_id is not null
    union select t.stand_id from expos.place t where t.edition_id = ${editionId} and t.id = any (${where}::uuid[]) and t.stand_id is not null))::uuid[]`;
  const those = sql`(p.id = any (${ids}::uuid[]) or (p.meets_at = 'stand' and p.stand_id = any (${stands})))`;
  const there = sql`(p.id = any (${where}::uuid[]) or p.stand_id = any (${stands}))`;
  return sql<BoardFacts>`select ${hall(participantsAmong(those), placesAmong(there))}, ${interpreters} as interpreters
    from expos.edition e where e.id = ${editionId}`;
});
