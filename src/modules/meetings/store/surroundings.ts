// SQL of who else is free when some participants are: all that is needed to say so, in one query and one snapshot.
import { sql, type RawBuilder } from 'kysely';
import type { Interval } from '#kernel/intervals.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { EditionInterpreter, Meeting } from '../domain/edition-facts.ts';
import type { Bystander, Occupation } from '../domain/agenda/holes.ts';
import { meetingJson } from './placements.ts';

export interface Around extends Pick<Occupation, 'meetings' | 'taken'> {
  /** Wanted meetings of these participants that are not in the current schedule. */
  readonly open: readonly Meeting[];
  /** They themselves and the other sides of their open meetings. */
  readonly participants: readonly Bystander[];
  readonly interpreters: readonly EditionInterpreter[];
}

const away = sql`(
  select coalesce(json_agg(json_build_object('start', ${milliseconds('u.starts_at')}, 'end', ${milliseconds('u.ends_at')})), '[]')
  from expos.away u where u.edition_id = x.edition_id and u.addressee_id = x.id)`;

/** Read as the organiser; where no meeting is open, of the others nothing. `moving`: meetings of the schedule that are looked at as if they alone were open. */
export async function loadAround(
  tx: Tx,
  editionId: string,
  {
    participants,
    slots,
    moving,
  }: { readonly participants: readonly string[]; readonly slots: readonly string[]; readonly moving?: readonly string[] },
): Promise<Around> {
  const [found] = await read(
    tx,
    moving === undefined ? aroundOpen(editionId, participants, slots) : aroundMoving(editionId, participants, slots, moving),
  );
  return found ?? { open: [], participants: [], interpreters: [], meetings: [], taken: {} };
}

interface Asking {
  readonly editionId: string;
  readonly participants: readonly string[];
  readonly slots: readonly string[];
  /** Which meetings `m` are open. */
  readonly open: RawBuilder<unknown>;
  /** Which bookings `b` count. */
  readonly counted: RawBuilder<unknown>;
}

const around = ({ editionId, participants, slots, open, counted }: Asking) => {
  // Each by its own partial index: of all bookings at these times two of three are people.
  const takenAt = (what: RawBuilder<unknown>) => sql`select b.slot_id, ${what} as id from meetings.booking b
    where b.edition_id = ${editionId} and b.slot_id = any (${slots}::uuid[]) and ${what} is not null and exists (select 1 from open) and ${counted}`;
  // What interpreters who need rests interpret at other times; mostly there are none.
  const tiring = sql`select b.slot_id, b.interpreter_id as id from expos.interpreters x
    join meetings.booking b on b.edition_id = x.edition_id and b.interpreter_id = x.id and b.slot_id <> all (${slots}::uuid[])
    where x.edition_id = ${editionId} and x.longest_minutes is not null and exists (select 1 from open) and ${counted}`;
  return sql<Around>`
    with open as materialized (select m.* from meetings.meeting m where m.edition_id = ${editionId} and ${open}),
    who as materialized (
      select array_agg(id) as ids from (select unnest(${participants}::uuid[]) as id union select a_participant from open union select b_participant from open) x
      where exists (select 1 from open))
    select (select coalesce(json_agg(${meetingJson} order by m.number), '[]') from open m) as open,
      (select coalesce(json_agg(json_build_object('id', x.id, 'code', x.code, 'name', x.name, 'country', x.country, 'role', x.role, 'seats', x.seats,
          'languages', x.languages, 'maxMeetings', x.max_meetings, 'standId', x.stand_id, 'meetsAt', x.meets_at,
          'withdrawn', x.withdrawn_at is not null, 'away', ${away}) order by x.code), '[]')
        from expos.participants x where x.edition_id = ${editionId} and x.id = any ((select ids from who)::uuid[])) as participants,
      (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'languages', x.languages, 'longestMinutes', x.longest_minutes, 'restMinutes', x.rest_minutes,
          'away', ${away}) order by x.name), '[]')
        from expos.interpreters x where x.edition_id = ${editionId} and exists (select 1 from open)) as interpreters,
      (select coalesce(json_agg(json_build_object('participantId', b.participant_id,
          'start', ${milliseconds('lower(b.during)')}, 'end', ${milliseconds('upper(b.during)')})), '[]')
        from meetings.booking b where b.edition_id = ${editionId} and b.participant_id = any ((select ids from who)::uuid[]) and ${counted}) as meetings,
      (select coalesce(json_object_agg(s.slot_id, s.ids), '{}') from (
        select b.slot_id, json_agg(b.id) as ids from (
          ${takenAt(sql`b.place_id`)} union all ${takenAt(sql`b.interpreter_id`)} union all ${tiring}) b group by b.slot_id) s) as taken`;
};

/** Meeting by meeting through the index: as "not exists" it is joined with all bookings of the edition. */
const isBooked = sql`select true from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id and b.participant_id is not null limit 1`;

const aroundOpen = queryOf((_, editionId: string, participants: readonly string[], slots: readonly string[]) => {
  const ours = sql`${participants}::uuid[]`;
  const open = sql`m.standing = 'wanted' and (m.a_participant = any (${ours}) or m.b_participant = any (${ours}))
    and (${isBooked}) is null`;
  return around({ editionId, participants, slots, open, counted: sql`true` });
});

const aroundMoving = queryOf((_, editionId: string, participants: readonly string[], slots: readonly string[], moving: readonly string[]) =>
  around({
    editionId,
    participants,
    slots,
    open: sql`m.id = any (${moving}::uuid[])`,
    counted: sql`b.meeting_id <> all (${moving}::uuid[])`,
  }),
);

/** When interpreters of an edition are away, whoever said so; read as the organiser. */
export async function loadInterpretersAway(tx: Tx, editionId: string): Promise<readonly (Interval & { readonly interpreterId: string })[]> {
  const { rows } = await sql<Interval & { readonly interpreterId: string }>`
    select i.id as "interpreterId", ${milliseconds('u.starts_at')} as start, ${milliseconds('u.ends_at')} as "end"
    from expos.interpreters i join expos.away u on u.edition_id = i.edition_id and u.addressee_id = i.id where i.edition_id = ${editionId}`.execute(
    tx,
  );
  return rows;
}
