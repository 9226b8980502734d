// SQL of an edition's facts as a file holds them, and of what an import sets beside requests and meetings.
import { sql, type RawBuilder } from 'kysely';
import type { StandingRow } from '../domain/file/stored.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { OrganiserScope, OverviewScope } from '../domain/scopes.ts';

const away = (table: 'absences' | 'interpreter_absences', of: 'p' | 'i') => sql`(
    select coalesce(json_agg(json_build_object('start', ${milliseconds('u.starts_at')}, 'end', ${milliseconds('u.ends_at')}, 'reason', u.reason)
      order by u.starts_at, u.id), '[]')
    from ${sql.table(`expos.${table}`)} u where u.edition_id = ${sql.ref(`${of}.edition_id`)}
      and ${sql.ref(table === 'absences' ? 'u.participant_id' : 'u.interpreter_id')} = ${sql.ref(`${of}.id`)})`;
const topicNumbers = (field: 'offer_topics' | 'need_topics') => sql`(
    select coalesce(json_agg(k.number order by k.number), '[]') from expos.topics k
    where k.edition_id = p.edition_id and k.id = any (${sql.ref(`p.${field}`)}) and cardinality(${sql.ref(`p.${field}`)}) > 0)`;
const interpreterContact = sql`(
    select json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'email', c.email, 'phone', c.phone)
    from expos.contacts c where c.edition_id = i.edition_id and c.addressee_id = i.id and c.number = 1)`;
const closed = sql.raw(`(select coalesce(json_agg(s.number order by s.number), '[]') from expos.closed_places c
    join expos.slots s on s.edition_id = c.edition_id and s.id = c.slot_id where c.edition_id = p.edition_id and c.place_id = p.id)`);

const floor = sql`json_build_object(
      'halls', (select coalesce(json_agg(json_build_object('code', h.code, 'width', h.width, 'depth', h.depth) order by h.number), '[]')
        from expos.halls h where h.edition_id = edition.id),
      'walks', (select coalesce(json_agg(json_build_object('from', w.hall, 'to', w.other_hall, 'minutes', w.minutes) order by w.hall, w.other_hall), '[]')
        from expos.walks w where w.edition_id = edition.id),
      'rectangles', (select coalesce(json_agg(json_build_object('kind', r.kind, 'hall', r.hall, 'code', r.code, 'name', r.name,
          'x', r.x, 'y', r.y, 'width', r.width, 'depth', r.depth) order by r.number), '[]')
        from expos.rectangles r where r.edition_id = edition.id))`;

/** The edition's roster, those who withdrew left out. */
const roster = sql`json_build_object(
    'slots', (select coalesce(json_agg(json_build_object('start', ${milliseconds('s.starts_at')}, 'end', ${milliseconds('s.ends_at')}, 'session', s.session) order by s.starts_at), '[]')
        from expos.slots s where s.edition_id = edition.id),
    'tables', (select coalesce(json_agg(json_build_object('number', p.number, 'hall', p.hall, 'seats', p.seats, 'closedSlots', ${closed}) order by p.number), '[]')
        from expos.places p where p.edition_id = edition.id and p.kind = 'table'),
    'stands', (select coalesce(json_agg(json_build_object('code', t.code, 'hall', t.hall, 'seats', t.seats, 'area', t.area, 'closedSlots',
          coalesce((select ${closed} from expos.places p where p.edition_id = t.edition_id and p.stand_id = t.id), '[]'),
          'lead', (select l.code from expos.participants l where l.edition_id = t.edition_id and l.stand_id = t.id and l.leads_stand and l.withdrawn_at is null)) order by t.code), '[]')
        from expos.stands t where t.edition_id = edition.id),
    'floor', ${floor},
    'groups', (select coalesce(json_agg(json_build_object('code', g.code, 'kind', g.kind, 'name', g.name, 'parent', o.code) order by g.code), '[]')
        from expos.groups g left join expos.groups o on o.edition_id = g.edition_id and o.id = g.parent_id where g.edition_id = edition.id),
    'topics', (select coalesce(json_agg(json_build_object('name', k.name) order by k.number), '[]') from expos.topics k where k.edition_id = edition.id),
    'participants', (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'country', p.country, 'city', p.city, 'role', p.role, 'offer', p.offer, 'need', p.need, 'offerTopics', ${topicNumbers('offer_topics')}, 'needTopics', ${topicNumbers('need_topics')}, 'markets', p.markets, 'size', p.size, 'offerDetails', p.offer_details, 'needDetails', p.need_details, 'seats', p.seats,
          'languages', p.languages, 'minMeetings', p.min_meetings, 'maxMeetings', p.max_meetings, 'group', g.code, 'stand', t.code, 'meetsAt', p.meets_at,
          'contacts', (select coalesce(json_agg(json_build_object('surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'post', c.post,
              'email', c.email, 'phone', c.phone, 'languages', c.languages) order by c.number), '[]')
            from expos.contacts c where c.edition_id = p.edition_id and c.addressee_id = p.id),
          'unavailable', ${away('absences', 'p')}) order by p.code), '[]')
        from expos.participants p
        left join expos.groups g on g.edition_id = p.edition_id and g.id = p.group_id
        left join expos.stands t on t.edition_id = p.edition_id and t.id = p.stand_id
        where p.edition_id = edition.id and p.withdrawn_at is null),
    'interpreters', (select coalesce(json_agg(json_build_object('name', i.name, 'languages', i.languages, 'longestMinutes', i.longest_minutes, 'restMinutes', i.rest_minutes, 'contact', ${interpreterContact}, 'unavailable', ${away('interpreter_absences', 'i')}) order by i.name), '[]')
        from expos.interpreters i where i.edition_id = edition.id))`;

/** Every request that stands between participants who take part, sides by code, in order of entry. */
const standing = ({ editionId, office }: OverviewScope | OrganiserScope) => sql`
  select r.id, r.version, r.owner_office = ${office} as own, f.code as "from", t.code as "to", r.wish, r.session, r.round, r.note,
    case when r.wish = 'no' then null else m.number end as meeting
  from meetings.request r
  join expos.participants f on f.edition_id = r.edition_id and f.id = r.from_participant and f.withdrawn_at is null
  join expos.participants t on t.edition_id = r.edition_id and t.id = r.to_participant and t.withdrawn_at is null
  left join meetings.meeting m on m.edition_id = r.edition_id and m.round = r.round
    and least(m.a_participant, m.b_participant) = least(r.from_participant, r.to_participant)
    and greatest(m.a_participant, m.b_participant) = greatest(r.from_participant, r.to_participant)
  where r.edition_id = ${editionId} and r.withdrawn_at is null order by r.id`;

/** Orders and fixed slots of meetings by number; the slot by its own. */
const orders = sql`
  select e.number as earlier, l.number as later from meetings.meeting_order o
  join meetings.meeting e on e.edition_id = o.edition_id and e.id = o.earlier and e.standing <> 'withdrawn'
  join meetings.meeting l on l.edition_id = o.edition_id and l.id = o.later and l.standing <> 'withdrawn'
  where o.edition_id = edition.id order by l.number, e.number`;
const fixed = sql`
  select m.number as meeting, s.number as slot from meetings.meeting m
  join expos.slots s on s.edition_id = m.edition_id and s.id = m.fixed_slot
  where m.edition_id = edition.id and m.standing <> 'withdrawn' order by m.number`;

/** Everything that an edition file says of the edition (domain/file/stored.ts); read as the organiser. */
const stored = (scope: OverviewScope | OrganiserScope) => {
  const rows = (query: RawBuilder<unknown>) => sql`(select coalesce(json_agg(x), '[]') from (${query}) x)`;
  return sql`
    select json_build_object('name', edition.name, 'venue', edition.venue, 'timeZone', edition.time_zone, 'firstDay', edition.first_day,
      'lastDay', edition.last_day, 'roster', ${roster}, 'standing', ${rows(standing(scope))}, 'orders', ${rows(orders)}, 'fixed', ${rows(fixed)})::text as facts
    from expos.editions edition where edition.id = ${scope.editionId}`;
};

/** The edition's facts as JSON, not read here: of a large edition a thread reads them. With their digest; null where there is no edition. */
export async function loadStored(
  tx: Tx,
  scope: OverviewScope | OrganiserScope,
): Promise<{ readonly facts: string; readonly digest: string } | null> {
  const { rows } = await sql<{ facts: string; digest: string }>`select facts, md5(facts) as digest from (${stored(scope)}) s`.execute(tx);
  return rows[0] ?? null;
}

/** The digest alone: whether the edition still holds what was read. */
export async function loadStoredDigest(tx: Tx, scope: OrganiserScope): Promise<string | null> {
  const { rows } = await sql<{ digest: string }>`select md5(facts) as digest from (${stored(scope)}) s`.execute(tx);
  return rows[0]?.digest ?? null;
}

export const loadStandingRequests = async (tx: Tx, scope: OrganiserScope): Promise<readonly StandingRow[]> =>
  (await sql<StandingRow>`${standing(scope)}`.execute(tx)).rows;

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
