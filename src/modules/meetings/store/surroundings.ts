// SQL of who else is free when some participants are: all that is needed to say so, in one query and one snapshot.
import { sql } from 'kysely';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { ask } from '#platform/postgres/read.ts';
import type { EditionInterpreter, Meeting } from '../domain/edition-facts.ts';
import type { Bystander } from '../domain/agenda/holes.ts';
import { heldJson, type HeldMeeting } from './bookings.ts';
import { meetingJson } from './placements.ts';

export interface Around {
  /** Wanted meetings of these participants that are not in the current schedule. */
  readonly open: readonly Meeting[];
  /** They themselves and the other sides of their open meetings. */
  readonly participants: readonly Bystander[];
  readonly interpreters: readonly EditionInterpreter[];
  /** What all of them hold, and all that is held in the slots asked about. */
  readonly held: readonly HeldMeeting[];
}

const away = (view: 'away' | 'interpreter_away', column: 'participant_id' | 'interpreter_id') => sql`(
  select coalesce(json_agg(json_build_object('start', ${milliseconds('u.starts_at')}, 'end', ${milliseconds('u.ends_at')})), '[]')
  from ${sql.table(`expos.${view}`)} u where u.edition_id = x.edition_id and ${sql.ref(`u.${column}`)} = x.id)`;

/** Read as the organiser; where no meeting is open, of the others nothing. */
export async function loadAround(
  tx: Tx,
  editionId: string,
  { participants, slots }: { readonly participants: readonly string[]; readonly slots: readonly string[] },
): Promise<Around> {
  const [found] = await ask(tx, around(editionId, participants, slots));
  return found ?? { open: [], participants: [], interpreters: [], held: [] };
}

const around = queryOf((_, editionId: string, participants: readonly string[], slots: readonly string[]) => {
  const ours = sql`${participants}::uuid[]`;
  return sql<Around>`
    with open as materialized (
      select m.* from meetings.meeting m
      where m.edition_id = ${editionId} and m.standing = 'wanted' and (m.a_participant = any (${ours}) or m.b_participant = any (${ours}))
        and not exists (select 1 from meetings.booking b where b.edition_id = m.edition_id and b.meeting_id = m.id)),
    who as materialized (
      select array_agg(id) as ids from (select unnest(${ours}) as id union select a_participant from open union select b_participant from open) x
      where exists (select 1 from open))
    select (select coalesce(json_agg(${meetingJson} order by m.number), '[]') from open m) as open,
      (select coalesce(json_agg(json_build_object('id', x.id, 'code', x.code, 'name', x.name, 'country', x.country, 'role', x.role, 'seats', x.seats,
          'languages', x.languages, 'maxMeetings', x.max_meetings, 'standId', x.stand_id, 'meetsAt', x.meets_at,
          'withdrawn', x.withdrawn_at is not null, 'away', ${away('away', 'participant_id')}) order by x.code), '[]')
        from expos.participants x where x.edition_id = ${editionId} and x.id = any ((select ids from who)::uuid[])) as participants,
      (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'languages', x.languages,
          'away', ${away('interpreter_away', 'interpreter_id')}) order by x.name), '[]')
        from expos.interpreters x where x.edition_id = ${editionId} and exists (select 1 from open)) as interpreters,
      (select coalesce(json_agg(${heldJson}), '[]') from meetings.booking p
        join meetings.meeting m on m.edition_id = p.edition_id and m.id = p.meeting_id
        left join meetings.booking i on i.edition_id = p.edition_id and i.meeting_id = p.meeting_id and i.interpreter_id is not null
        where p.edition_id = ${editionId} and p.place_id is not null and exists (select 1 from open)
          and (p.slot_id = any (${slots}::uuid[]) or array[m.a_participant, m.b_participant] && (select ids from who)::uuid[])) as held`;
});
