// Who may see what of an edition, derived anew from its rows after every change; only rows that differ are written.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ParticipantId } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';

/** A participant and the offices that act for it from now on. */
interface NewOffices {
  readonly id: ParticipantId;
  readonly offices: readonly OfficeId[];
}

/** Every group with itself and all groups above it. `union`, so that even a circle would end. */
const kin = (editionId: string) => sql`
  kin(group_id, over_id, parent_id) as (
    select g.id, g.id, g.parent_id from expos.participant_group g where g.edition_id = ${editionId}
    union
    select k.group_id, g.id, g.parent_id from kin k join expos.participant_group g on g.edition_id = ${editionId} and g.id = k.parent_id
  )`;

/** Participants: the company's own office and the offices that lead its group or one above. */
async function shareParticipants(tx: Tx, { editionId }: EditionScope): Promise<readonly NewOffices[]> {
  const { rows } = await sql<NewOffices>`
    with recursive ${kin(editionId)}, leads as (
      select k.group_id, array_agg(g.lead_office) as offices
      from kin k join expos.participant_group g on g.edition_id = ${editionId} and g.id = k.over_id
      where g.lead_office is not null group by k.group_id
    ), wanted as (
      select p.id, array(
        select distinct o from unnest(array_append(l.offices, a.office_id)) as o where o is not null and o <> p.owner_office order by o
      ) as offices
      from expos.participant p join expos.addressee a on a.edition_id = p.edition_id and a.id = p.id
      left join leads l on l.group_id = p.group_id where p.edition_id = ${editionId}
    )
    update expos.participant p
    set shared_with = w.offices, visibility = case when w.offices = '{}' then 'private' else 'shared' end
    from wanted w
    where p.edition_id = ${editionId} and p.id = w.id and p.shared_with is distinct from w.offices
    returning p.id, p.shared_with as offices`.execute(tx);
  return rows;
}

/** One participant `p`, or all. */
const among = (only: ParticipantId | undefined) => (only === undefined ? sql`true` : sql`p.id = ${only}`);

/** An addressee is seen by whoever sees the participant; an interpreter or a speaker by the office that stands for them, which takes no part by that. */
const shareAddressees = (tx: Tx, { editionId }: EditionScope) =>
  sql`
    update expos.addressee a set shared_with = w.offices, visibility = case when w.offices = '{}' then 'private' else 'shared' end
    from (select o.id, coalesce(p.shared_with, array_remove(array[o.office_id], null)) as offices
      from expos.addressee o left join expos.participant p on p.edition_id = o.edition_id and p.id = o.participant_id where o.edition_id = ${editionId}) w
    where a.edition_id = ${editionId} and a.id = w.id and a.shared_with is distinct from w.offices`.execute(tx);

/** What is seen by whoever sees the addressee: how they are reached, what they say, a company's absences; and an interpreter (whose name is also for those who take part). */
const ofAddressees = { contact: 'addressee_id', said_time: 'addressee_id', unavailable: 'participant_id', interpreter: 'id' } as const;

const followAddressees = async (tx: Tx, { editionId }: EditionScope): Promise<void> => {
  for (const [table, key] of Object.entries(ofAddressees))
    await sql`
      update ${sql.table(`expos.${table}`)} u set shared_with = a.shared_with, visibility = a.visibility
      from expos.addressee a
      where u.edition_id = ${editionId} and a.edition_id = u.edition_id and a.id = ${sql.ref(`u.${key}`)}
        and (u.shared_with, u.visibility) is distinct from (a.shared_with, a.visibility)`.execute(tx);
};

/** Groups: their lead, the leads above and below, and the offices of their members. */
const shareGroups = (tx: Tx, { editionId }: EditionScope) =>
  sql`
    with recursive ${kin(editionId)}, known(group_id, office) as (
      select k.group_id, g.lead_office from kin k join expos.participant_group g on g.edition_id = ${editionId} and g.id = k.over_id
      union
      select k.over_id, g.lead_office from kin k join expos.participant_group g on g.edition_id = ${editionId} and g.id = k.group_id
      union
      select k.over_id, a.office_id from kin k join expos.participant p on p.edition_id = ${editionId} and p.group_id = k.group_id
      join expos.addressee a on a.edition_id = p.edition_id and a.id = p.id
    ), wanted as (
      select g.id, array(
        select distinct k.office from known k where k.group_id = g.id and k.office is not null and k.office <> g.owner_office order by k.office
      ) as offices
      from expos.participant_group g where g.edition_id = ${editionId}
    )
    update expos.participant_group g
    set shared_with = w.offices, visibility = case when w.offices = '{}' then 'private' else 'shared' end
    from wanted w where g.edition_id = ${editionId} and g.id = w.id and g.shared_with is distinct from w.offices`.execute(tx);

/** The edition itself: the offices that take part, whether it is public, and its counts. */
const shareEdition = (tx: Tx, { editionId }: EditionScope) =>
  sql`
    with offices as (
      select array(
        select distinct o from (
          select unnest(p.shared_with) as o from expos.participant p where p.edition_id = ${editionId} and p.withdrawn_at is null
          union select g.lead_office from expos.participant_group g where g.edition_id = ${editionId}
        ) as all_offices
        where o is not null and o <> (select owner_office from expos.edition where id = ${editionId}) order by o
      ) as list
    ), counts as (
      select count(*) filter (where role = 'exhibitor') as exhibitors, count(*) filter (where role = 'buyer') as buyers,
        count(distinct country) as countries, count(*) filter (where role = 'exhibitor' and listed) as listed_exhibitors,
        count(distinct country) filter (where role = 'exhibitor' and listed) as listed_countries
      from expos.participant where edition_id = ${editionId} and withdrawn_at is null
    )
    update expos.edition e
    set shared_with = o.list,
      visibility = case when e.published_at is not null then 'public' when o.list = '{}' then 'private' else 'shared' end,
      exhibitor_count = c.exhibitors, buyer_count = c.buyers, country_count = c.countries,
      listed_exhibitor_count = c.listed_exhibitors, listed_country_count = c.listed_countries,
      stand_count = (select count(*) from expos.stand s where s.edition_id = ${editionId})
    from offices o, counts c where e.id = ${editionId}`.execute(tx);

/** Slots, places, stands, the floor plan and released programmes are public with the edition; who takes part reads them by that (0410). */
const ofTheEdition = ['slot', 'place', 'place_closed', 'stand', 'topic', 'hall', 'walk', 'rectangle', 'programme_release'] as const;

/** One statement for all of them. */
const followEdition = (tx: Tx, { editionId }: EditionScope) => {
  const updates = ofTheEdition.map(
    (table) => sql`${sql.raw(`of_${table}`)} as (
      update ${sql.table(`expos.${table}`)} t set visibility = e.visibility from e where t.edition_id = e.id and t.visibility <> e.visibility)`,
  );
  return sql`with e as (select id, visibility from expos.edition where id = ${editionId}), ${sql.join(updates)} select 1`.execute(tx);
};

/** The list of who takes part: withdrawn ones leave it; only listed exhibitors of a public edition are public. */
async function refreshListings(tx: Tx, { editionId }: EditionScope, only?: ParticipantId): Promise<void> {
  await sql`
    delete from expos.listing l using expos.participant p
    where l.edition_id = ${editionId} and p.edition_id = l.edition_id and p.id = l.participant_id and p.withdrawn_at is not null and ${among(only)}`.execute(
    tx,
  );
  await sql`
    insert into expos.listing as l (edition_id, participant_id, owner_office, visibility, role, code, name, search_name, sort_name,
      country, city, stand_id, stand_code, hall, leads_stand, meets_at, offer, need,
      offer_topics, need_topics, markets, size, offer_details, need_details, search_said, organisation_id)
    select p.edition_id, p.id, p.owner_office,
      case when e.published_at is not null and p.role = 'exhibitor' and p.listed then 'public' else 'private' end,
      p.role, p.code, p.name, p.search_name, p.sort_name, p.country, p.city, s.id, s.code, s.hall, p.leads_stand, p.meets_at, p.offer, p.need,
      p.offer_topics, p.need_topics, p.markets, p.size, p.offer_details, p.need_details,
      coalesce((select lower(normalize(string_agg(said.value ->> 'text', ' '), NFKC)) from (
        select words.* from (values (p.offer_details -> 'title'), (p.offer), (p.need_details -> 'title'), (p.need)) texts(text),
          jsonb_each(case when jsonb_typeof(texts.text) = 'object' then texts.text else '{}' end) words) said), ''), p.organisation_id
    from expos.participant p
    join expos.edition e on e.id = p.edition_id
    left join expos.stand s on s.edition_id = p.edition_id and s.id = p.stand_id
    where p.edition_id = ${editionId} and p.withdrawn_at is null and ${among(only)}
    on conflict (edition_id, participant_id) do update set
      visibility = excluded.visibility, role = excluded.role, code = excluded.code, name = excluded.name,
      search_name = excluded.search_name, sort_name = excluded.sort_name, country = excluded.country, city = excluded.city,
      stand_id = excluded.stand_id, stand_code = excluded.stand_code, hall = excluded.hall,
      leads_stand = excluded.leads_stand, meets_at = excluded.meets_at,
      offer = excluded.offer, need = excluded.need, search_said = excluded.search_said,
      offer_topics = excluded.offer_topics, need_topics = excluded.need_topics, markets = excluded.markets, size = excluded.size,
      offer_details = excluded.offer_details, need_details = excluded.need_details, organisation_id = excluded.organisation_id
    where (l.visibility, l.role, l.code, l.name, l.search_name, l.sort_name, l.country, l.city, l.stand_id, l.stand_code, l.hall, l.leads_stand, l.meets_at, l.offer, l.need,
        l.offer_topics, l.need_topics, l.markets, l.size, l.offer_details, l.need_details, l.organisation_id)
      is distinct from (excluded.visibility, excluded.role, excluded.code, excluded.name, excluded.search_name, excluded.sort_name,
        excluded.country, excluded.city, excluded.stand_id, excluded.stand_code, excluded.hall, excluded.leads_stand, excluded.meets_at, excluded.offer, excluded.need,
        excluded.offer_topics, excluded.need_topics, excluded.markets, excluded.size, excluded.offer_details, excluded.need_details, excluded.organisation_id)`.execute(
    tx,
  );
}

/** Brings every audience of the locked edition in line with the offices that act in it; answers the participants seen by other offices now. */
export async function refreshOffices(tx: Tx, scope: EditionScope): Promise<readonly NewOffices[]> {
  const changed = await shareParticipants(tx, scope);
  await shareAddressees(tx, scope);
  await followAddressees(tx, scope);
  await shareGroups(tx, scope);
  await shareEdition(tx, scope);
  await followEdition(tx, scope);
  return changed;
}

/** Brings every audience, listing and count of the locked edition in line with its rows; answers the participants seen by other offices now. */
export async function refreshAudience(tx: Tx, scope: EditionScope): Promise<readonly NewOffices[]> {
  const changed = await refreshOffices(tx, scope);
  await refreshListings(tx, scope);
  return changed;
}

/** The same of one participant whose offices, group and stand are what they were: what is listed of it. */
export const refreshEntry = (tx: Tx, scope: EditionScope, id: ParticipantId): Promise<void> => refreshListings(tx, scope, id);
