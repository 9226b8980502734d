// Reads what expos publishes of an edition: the facts that planning and the schedule build on, in one query.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionFacts, EditionInterpreter, EditionParticipant, EditionPlace, EditionSlot } from '../domain/edition-facts.ts';

export interface EditionHead {
  readonly id: string;
  readonly organiser: string;
  readonly name: MultilingualText;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Offices that take part. */
  readonly offices: readonly string[];
}

/** The edition as the actor may see it; null when there is none for them. */
export async function loadEditionHead(tx: Tx, editionId: string): Promise<EditionHead | null> {
  const { rows } = await sql<EditionHead>`
    select id, owner_office as organiser, name, time_zone as "timeZone", first_day as "firstDay", last_day as "lastDay", shared_with as offices
    from expos.edition where id = ${editionId}`.execute(tx);
  return rows[0] ?? null;
}

interface FactsRow {
  readonly id: string;
  readonly organiser: string;
  readonly name: MultilingualText;
  readonly timeZone: string;
  readonly slots: readonly EditionSlot[];
  readonly places: readonly EditionPlace[];
  readonly participants: readonly EditionParticipant[];
  readonly interpreters: readonly EditionInterpreter[];
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

/**
 * All facts of an edition that the actor may see, or only those of some participants.
 * @returns null when the edition does not exist for the actor
 */
export async function loadEditionFacts(tx: Tx, editionId: string, only?: readonly string[]): Promise<EditionFacts | null> {
  const chosen = only === undefined ? sql`true` : sql`p.id = any (${`{${only.join(',')}}`}::uuid[])`;
  const { rows } = await sql<FactsRow>`
    select e.id, e.owner_office as organiser, e.name, e.time_zone as "timeZone",
      (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'session', s.session, 'start', ${ms('s.starts_at')}, 'end', ${ms('s.ends_at')}) order by s.starts_at), '[]')
        from expos.slot s where s.edition_id = e.id) as slots,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'code', p.code, 'hall', p.hall, 'seats', p.seats, 'standId', p.stand_id, 'closedSlots',
          (select coalesce(json_agg(c.slot_id), '[]') from expos.place_closed c where c.edition_id = p.edition_id and c.place_id = p.id)) order by p.kind = 'stand', p.number, p.code), '[]')
        from expos.place p where p.edition_id = e.id) as places,
      (select coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'country', p.country, 'role', p.role, 'seats', p.seats, 'languages', p.languages,
          'minMeetings', p.min_meetings, 'maxMeetings', p.max_meetings, 'groupId', p.group_id, 'standId', p.stand_id, 'meetsAt', p.meets_at, 'offices', p.shared_with,
          'contact', case when p.contact_surname is null then null else json_build_object('surname', p.contact_surname, 'givenName', coalesce(p.contact_given_name, ''), 'post', coalesce(p.contact_post, '')) end,
          'withdrawn', p.withdrawn_at is not null,
          'away', (select coalesce(json_agg(json_build_object('start', ${ms('u.starts_at')}, 'end', ${ms('u.ends_at')}, 'reason', u.reason) order by u.starts_at), '[]')
            from expos.unavailable u where u.edition_id = p.edition_id and u.participant_id = p.id)) order by p.code), '[]')
        from expos.participant p where p.edition_id = e.id and ${chosen}) as participants,
      (select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'languages', i.languages, 'away',
          (select coalesce(json_agg(json_build_object('start', ${ms('u.starts_at')}, 'end', ${ms('u.ends_at')})), '[]')
            from expos.interpreter_unavailable u where u.edition_id = i.edition_id and u.interpreter_id = i.id)) order by i.name), '[]')
        from expos.interpreter i where i.edition_id = e.id) as interpreters
    from expos.edition e where e.id = ${editionId}`.execute(tx);
  return rows[0] ?? null;
}
