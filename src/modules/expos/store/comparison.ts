// SQL of what two editions have in common, over what the actor may know of both.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';

export interface Both {
  readonly earlier: EditionId;
  readonly later: EditionId;
  /** Only those in the public directories: whoever takes part in one of the two would else count more of it. */
  readonly listed: boolean;
}

const exhibitors = ({ earlier, later, listed }: Both) =>
  sql`expos.listing l where l.edition_id in (${earlier}, ${later}) and l.role = 'exhibitor' and (not ${listed}::boolean or l.visibility = 'public')`;

export interface Returning {
  readonly earlier: number;
  readonly later: number;
  readonly both: number;
}

/** How many exhibitors were at one, the other, both: an organisation is one by its register entry. */
export async function countReturning(tx: Tx, both: Both): Promise<Returning> {
  const { earlier, later } = both;
  const { rows } = await sql<Returning>`
    with seen as (
      select organisation_id, bool_or(edition_id = ${earlier}) as was, bool_or(edition_id = ${later}) as is_now
      from ${exhibitors(both)} group by organisation_id
    )
    select (count(*) filter (where was))::int as earlier, (count(*) filter (where is_now))::int as later,
      (count(*) filter (where was and is_now))::int as both from seen`.execute(tx);
  return rows[0] ?? { earlier: 0, later: 0, both: 0 };
}

export interface CountrySeen {
  /** Null of those whose country is not entered. */
  readonly country: string | null;
  readonly earlier: number;
  readonly later: number;
}

/** From where the exhibitors of both came, by code. */
export async function countCountries(tx: Tx, both: Both): Promise<readonly CountrySeen[]> {
  const { earlier, later } = both;
  const { rows } = await sql<CountrySeen>`
    select country, (count(distinct organisation_id) filter (where edition_id = ${earlier}))::int as earlier,
      (count(distinct organisation_id) filter (where edition_id = ${later}))::int as later
    from ${exhibitors(both)} group by country order by country`.execute(tx);
  return rows;
}

export interface StandSeen {
  readonly name: MultilingualText;
  readonly participant: ParticipantId;
  /** Others at the stand that it leads; null where it leads none. */
  readonly brought: number | null;
  /** Of the stand that it leads, m². */
  readonly area: number | null;
}
export interface StandPair {
  readonly earlier: StandSeen | null;
  readonly later: StandSeen | null;
}

/**
 * Exhibitors of whose part at either edition something is said or counted: the `said` participants, and those that led a stand with others
 * at it. By name as at the later edition; up to `limit`.
 */
export async function listStandPairs(
  tx: Tx,
  { said, limit, ...both }: Both & { readonly said: readonly ParticipantId[]; readonly limit: number },
): Promise<readonly StandPair[]> {
  const { earlier, later } = both;
  const { rows } = await sql<StandPair>`
    with listed as (
      select l.*, case when l.leads_stand and l.stand_id is not null then
          (select count(*)::int from expos.listing o where o.edition_id = l.edition_id and o.stand_id = l.stand_id
            and (not ${both.listed}::boolean or o.visibility = 'public') and o.participant_id <> l.participant_id) end as brought,
        case when l.leads_stand then (select s.area from expos.stand s where s.edition_id = l.edition_id and s.id = l.stand_id) end as area
      from ${exhibitors(both)}
    ), wanted as (
      select distinct organisation_id from listed where brought > 0 or area is not null or participant_id = any (${[...said]}::uuid[])
    ), one as (
      select distinct on (organisation_id, edition_id) organisation_id, edition_id, sort_name,
        jsonb_build_object('name', name, 'participant', participant_id, 'brought', brought, 'area', area) as seen
      from listed where organisation_id in (select organisation_id from wanted)
      order by organisation_id, edition_id, (participant_id = any (${[...said]}::uuid[])) desc, leads_stand desc, participant_id
    )
    select a.seen as earlier, b.seen as later
    from (select * from one where edition_id = ${earlier}) a
    full join (select * from one where edition_id = ${later}) b using (organisation_id)
    order by coalesce(b.sort_name, a.sort_name), organisation_id limit ${limit + 1}`.execute(tx);
  return rows;
}
