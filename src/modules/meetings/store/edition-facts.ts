// SQL of an edition's facts as a file holds them, and of what an import sets beside requests and meetings.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Roster } from '#modules/expos/domain/roster.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Wish } from '../domain/edition-facts.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';

export interface EditionRoster {
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly roster: Roster;
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);
const away = (table: string, of: string) =>
  sql.raw(`(select coalesce(json_agg(json_build_object('start', (extract(epoch from u.starts_at) * 1000)::bigint,
    'end', (extract(epoch from u.ends_at) * 1000)::bigint, 'reason', u.reason) order by u.starts_at, u.id), '[]')
    from expos.${table} u where u.edition_id = ${of}.edition_id and u.${table === 'absences' ? 'participant_id' : 'interpreter_id'} = ${of}.id)`);
const closed = sql.raw(`(select coalesce(json_agg(s.number order by s.number), '[]') from expos.closed_places c
    join expos.slots s on s.edition_id = c.edition_id and s.id = c.slot_id where c.edition_id = p.edition_id and c.place_id = p.id)`);

/** The edition with its roster, those who withdrew left out; read as the organiser. */
export async function loadEditionRoster(tx: Tx, { editionId }: OverviewScope | OrganiserScope): Promise<EditionRoster | null> {
  const { rows } = await sql<Omit<EditionRoster, 'roster'> & Roster>`
    select e.name, e.venue, e.time_zone as "timeZone", e.first_day as "firstDay", e.last_day as "lastDay",
      (select coalesce(json_agg(json_build_object('start', ${ms('s.starts_at')}, 'end', ${ms('s.ends_at')}, 'session', s.session) order by s.starts_at), '[]')
        from expos.slots s where s.edition_id = e.id) as slots,
      (select coalesce(json_agg(json_build_object('number', p.number, 'hall', p.hall, 'seats', p.seats, 'closedSlots', ${closed}) order by p.number), '[]')
        from expos.places p where p.edition_id = e.id and p.kind = 'table') as tables,
      (select coalesce(json_agg(json_build_object('code', t.code, 'hall', t.hall, 'seats', t.seats, 'closedSlots',
          coalesce((select ${closed} from expos.places p where p.edition_id = t.edition_id and p.stand_id = t.id), '[]'),
          'lead', (select l.code from expos.participants l where l.edition_id = t.edition_id and l.stand_id = t.id and l.leads_stand and l.withdrawn_at is null)) order by t.code), '[]')
        from expos.stands t where t.edition_id = e.id) as stands,
      (select coalesce(json_agg(json_build_object('code', g.code, 'kind', g.kind, 'name', g.name, 'parent', o.code) order by g.code), '[]')
        from expos.groups g left join expos.groups o on o.edition_id = g.edition_id and o.id = g.parent_id where g.edition_id = e.id) as groups,
      (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'country', p.country, 'city', p.city, 'role', p.role, 'seats', p.seats,
          'languages', p.languages, 'minMeetings', p.min_meetings, 'maxMeetings', p.max_meetings, 'group', g.code, 'stand', t.code, 'meetsAt', p.meets_at,
          'contact', case when p.contact_surname is null then null else json_build_object('surname', p.contact_surname,
            'givenName', coalesce(p.contact_given_name, ''), 'post', coalesce(p.contact_post, '')) end,
          'unavailable', ${away('absences', 'p')}) order by p.code), '[]')
        from expos.participants p
        left join expos.groups g on g.edition_id = p.edition_id and g.id = p.group_id
        left join expos.stands t on t.edition_id = p.edition_id and t.id = p.stand_id
        where p.edition_id = e.id and p.withdrawn_at is null) as participants,
      (select coalesce(json_agg(json_build_object('name', i.name, 'languages', i.languages, 'unavailable', ${away('interpreter_absences', 'i')}) order by i.name), '[]')
        from expos.interpreters i where i.edition_id = e.id) as interpreters
    from expos.editions e where e.id = ${editionId}`.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  const { name, venue, timeZone, firstDay, lastDay, ...roster } = row;
  return { name, venue, timeZone, firstDay, lastDay, roster };
}

export interface StandingRow {
  readonly id: string;
  readonly version: number;
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly wish: Wish;
  readonly session: number | null;
  readonly round: number;
  readonly note: string;
  /** Number of its meeting; null for a "no". */
  readonly meeting: number | null;
}

/** Every request that stands between participants who take part, sides by code; read as the organiser. */
export async function loadStandingRequests(tx: Tx, { editionId }: OverviewScope | OrganiserScope): Promise<readonly StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select r.id, r.version, r.owner_office as office, f.code as "from", t.code as "to", r.wish, r.session, r.round, r.note,
      case when r.wish = 'no' then null else m.number end as meeting
    from meetings.request r
    join expos.participants f on f.edition_id = r.edition_id and f.id = r.from_participant and f.withdrawn_at is null
    join expos.participants t on t.edition_id = r.edition_id and t.id = r.to_participant and t.withdrawn_at is null
    left join meetings.meeting m on m.edition_id = r.edition_id and m.round = r.round
      and least(m.a_participant, m.b_participant) = least(r.from_participant, r.to_participant)
      and greatest(m.a_participant, m.b_participant) = greatest(r.from_participant, r.to_participant)
    where r.edition_id = ${editionId} and r.withdrawn_at is null order by r.id`.execute(tx);
  return rows;
}

/** Orders and fixed slots of meetings by number; the slot by its own. */
export async function loadSettled(
  tx: Tx,
  { editionId }: OverviewScope | OrganiserScope,
): Promise<{
  readonly orders: readonly { earlier: number; later: number }[];
  readonly fixed: readonly { meeting: number; slot: number }[];
}> {
  const orders = await sql<{ earlier: number; later: number }>`
    select e.number as earlier, l.number as later from meetings.meeting_order o
    join meetings.meeting e on e.edition_id = o.edition_id and e.id = o.earlier and e.standing <> 'withdrawn'
    join meetings.meeting l on l.edition_id = o.edition_id and l.id = o.later and l.standing <> 'withdrawn'
    where o.edition_id = ${editionId} order by l.number, e.number`.execute(tx);
  const fixed = await sql<{ meeting: number; slot: number }>`
    select m.number as meeting, s.number as slot from meetings.meeting m
    join expos.slots s on s.edition_id = m.edition_id and s.id = m.fixed_slot
    where m.edition_id = ${editionId} and m.standing <> 'withdrawn' order by m.number`.execute(tx);
  return { orders: orders.rows, fixed: fixed.rows };
}

/** Frees every meeting from its fixed slot and from orders, so that an import may set them anew. */
export async function clearSettled(tx: Tx, { editionId }: OrganiserScope): Promise<void> {
  await tx
    .updateTable('meetings.meeting')
    .set({ fixed_slot: null })
    .where('edition_id', '=', editionId)
    .where('fixed_slot', 'is not', null)
    .execute();
  await tx.deleteFrom('meetings.meeting_order').where('edition_id', '=', editionId).execute();
}

/** Fixes meetings to slots, both by id. */
export async function fixSlots(
  tx: Tx,
  { editionId }: OrganiserScope,
  fixed: readonly { readonly meetingId: string; readonly slotId: string }[],
): Promise<void> {
  if (fixed.length === 0) return;
  await sql`
    update meetings.meeting m set fixed_slot = n."slotId"
    from jsonb_to_recordset(${JSON.stringify(fixed)}::jsonb) as n("meetingId" uuid, "slotId" uuid)
    where m.edition_id = ${editionId} and m.id = n."meetingId"`.execute(tx);
}
