// SQL of the partner calls that are open: what everybody reads of them.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { Domain } from '../domain/profile/domains.ts';
import { goalsIn, type Goal } from '../domain/profile/goals.ts';
import type { Sought } from '../domain/profile/partner-call.ts';
import type { ProfileEntryId } from '../domain/profile/profile.ts';
import type { WorldRegion } from '../domain/world-regions.ts';

export interface OpenCall {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly domain: Domain | null;
  readonly goals: readonly Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  readonly sought: Sought;
  readonly publishedAt: Date;
}

export interface CallFilter {
  /** The day on which they are open at least, ISO. */
  readonly openOn: string;
  readonly country?: string | undefined;
  /** A country that they are open to, with the region in which it lies. */
  readonly from?: { readonly country: string; readonly region: WorldRegion | null } | undefined;
  readonly domain?: string | undefined;
  readonly tie?: string | undefined;
  readonly language?: string | undefined;
  readonly after?: ProfileEntryId | null | undefined;
  readonly limit: number;
}

const has = (list: 'countries' | 'regions' | 'domains' | 'ties' | 'languages', word: string) =>
  sql<boolean>`p.sought -> ${sql.lit(list)} ? ${word}`;
const isEmpty = (list: 'countries' | 'regions' | 'domains' | 'ties' | 'languages') =>
  sql<boolean>`p.sought -> ${sql.lit(list)} = '[]'::jsonb`;

const openCalls = (tx: Tx, openOn: string) =>
  tx
    .selectFrom('cities.published_entry as p')
    .innerJoin('cities.city as c', 'c.id', 'p.city_id')
    .where('p.kind', '=', 'partner_call')
    .where(sql<boolean>`p.until >= ${openOn}::date`);

/** The last begun first; up to `limit` + 1. A list that a call leaves empty is open to all. */
export async function listOpenCalls(tx: Tx, filter: CallFilter): Promise<readonly OpenCall[]> {
  const { openOn, country, from, domain, tie, language, after, limit } = filter;
  const rows = await openCalls(tx, openOn)
    .select(columns('p.id, p.city_id, p.domain, p.goals, p.title, p.body, p.sought, p.published_at'))
    .$if(country !== undefined, (query) => query.where('c.country', '=', country ?? null))
    .$if(from !== undefined, (query) =>
      query.where(
        sql<boolean>`((${isEmpty('countries')} and ${isEmpty('regions')}) or ${has('countries', from?.country ?? '')} or ${has('regions', from?.region ?? '')})`,
      ),
    )
    .$if(domain !== undefined, (query) => query.where(sql<boolean>`(${isEmpty('domains')} or ${has('domains', domain ?? '')})`))
    .$if(tie !== undefined, (query) => query.where(sql<boolean>`(${isEmpty('ties')} or ${has('ties', tie ?? '')})`))
    .$if(language !== undefined, (query) => query.where(has('languages', language ?? '')))
    .$if(typeof after === 'string', (query) => query.where('p.id', '<', after ?? null))
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.flatMap(({ sought, ...row }) => (sought === null ? [] : [{ ...row, goals: goalsIn(row.goals), sought }]));
}

/** A call as its office keeps an eye on it. */
export interface OwnCall {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly title: MultilingualText;
  /** The last day, ISO. */
  readonly until: string;
}

/** What an office has published, also where its last day is over; the next to end first. */
export async function listCallsOf(tx: Tx, office: OfficeId): Promise<readonly OwnCall[]> {
  return tx
    .selectFrom('cities.published_entry')
    .select([...columns('id, city_id, title'), sql<string>`until::text`.as('until')])
    .where('owner_office', '=', office)
    .where('kind', '=', 'partner_call')
    .orderBy('until')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Countries of the cities that call. */
export async function countriesOfCalls(tx: Tx, openOn: string): Promise<readonly string[]> {
  const rows = await openCalls(tx, openOn).select('c.country').distinct().orderBy('c.country').execute();
  return rows.map(({ country }) => country);
}
