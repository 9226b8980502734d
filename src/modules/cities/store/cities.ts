// SQL of cities and their names. Who sees a city is the database's decision; which are written is bound to a scope.
import { sql, type ExpressionBuilder } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf, queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { sortNameOf, type CityFacts, type CityId, type CityName, type CityRecord } from '../domain/city.ts';
import type { CityScope, RecordScope } from '../domain/scope.ts';

/** Something public names it: kept up by triggers of the mentions. */
const isPublic = sql`cities.city.visibility = 'public'`;

const record = (eb: ExpressionBuilder<DB, 'cities.city'>) =>
  [
    ...columns('id, version, office_id, slug, geonames_id, kind, country, latitude, longitude, also_called'),
    sql<boolean>`${isPublic}`.as('isPublic'),
    // Of a hidden city nothing tells that others had come to it before: neither when it was entered nor, without a register office, by whom.
    sql<OfficeId>`case when ${isPublic} or owner_office = any ((select platform.reads())::uuid[])
      or exists (select 1 from accounts.register_office r where r.id = owner_office) then owner_office
      else (select m.owner_office from cities.mention m where m.city_id = cities.city.id order by m.mentioned_at limit 1) end`.as(
      'steward',
    ),
    sql<Date>`case when ${isPublic} then updated_at
      else (select min(m.mentioned_at) from cities.mention m where m.city_id = cities.city.id) end`.as('updatedAt'),
    eb
      .selectFrom('cities.name')
      .whereRef('cities.name.city_id', '=', 'cities.city.id')
      .select(
        sql<readonly CityName[]>`coalesce(jsonb_agg(jsonb_build_object('language', language, 'text', text, 'kind', cities.name.kind,
          'origin', origin) order by place), '[]')`.as('names'),
      )
      .as('names'),
  ] as const;

type Row = Omit<CityRecord, 'updatedAt' | 'names'> & { readonly updatedAt: Date | string; readonly names: readonly CityName[] | null };

const recordOf = (row: Row): CityRecord => ({ ...row, updatedAt: new Date(row.updatedAt), names: row.names ?? [] });

export async function loadCities(tx: Tx, ids: readonly CityId[]): Promise<readonly CityRecord[]> {
  return (await read(tx, byIds(ids))).map(recordOf);
}

const byIds = queryOfIds((from, ids: readonly CityId[]) =>
  from
    .selectFrom('cities.city')
    .select(record)
    .where(sql<boolean>`id = any (${ids}::uuid[])`),
);

/** By their addresses of now; earlier ones, which few ask for, in a second query. */
export async function findCitiesBySlugs(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, CityRecord>> {
  const found = new Map((await read(tx, bySlugs(slugs))).map((row) => [row.slug, recordOf(row)]));
  const earlier = await read(tx, byFormerSlugs(slugs.filter((slug) => !found.has(slug))));
  for (const { asked, ...row } of earlier) found.set(asked, recordOf(row));
  return found;
}

const bySlugs = queryOfIds((from, slugs: readonly string[]) =>
  from
    .selectFrom('cities.city')
    .select(record)
    .where(sql<boolean>`slug = any (${slugs}::text[])`),
);

const byFormerSlugs = queryOfIds((from, slugs: readonly string[]) =>
  from
    .selectFrom('cities.city')
    .innerJoin(
      sql<{ readonly asked: string; readonly means: CityId }>`(select slug as asked, city_id as means from cities.former_slug
        where slug = any (${slugs}::text[]))`.as('meant'),
      'meant.means',
      'cities.city.id',
    )
    .select(record)
    .select('meant.asked'),
);

export async function findCityOfOffice(tx: Tx, office: OfficeId): Promise<CityId | null> {
  const [row] = await read(tx, ofOffice(office));
  return row?.id ?? null;
}

const ofOffice = queryOf((from, office: OfficeId) => from.selectFrom('cities.city').select('id').where('office_id', '=', office));

export async function findCityByGeonames(tx: Tx, geonamesId: number): Promise<CityRecord | null> {
  const row = await tx.selectFrom('cities.city').select(record).where('geonames_id', '=', geonamesId).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Addresses of the cities that stand for these places of the gazetteer. */
export async function findSlugsByGeonames(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('cities.city')
    .select(['geonames_id', 'slug'])
    .where(sql<boolean>`geonames_id = any (${[...numbers]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.geonames_id ?? 0, row.slug]));
}

/** The cities that a rule of the naming policy is about: the one of a place, the one it names, or all of a country. */
export async function loadCitiesOf(
  tx: Tx,
  { geonamesId, cityId, country }: { readonly geonamesId: number | null; readonly cityId: string | null; readonly country: string | null },
): Promise<readonly CityRecord[]> {
  const rows = await tx
    .selectFrom('cities.city')
    .select(record)
    .where((eb) =>
      cityId !== null
        ? sql<boolean>`id = ${cityId}`
        : geonamesId === null
          ? eb('country', '=', country)
          : eb('geonames_id', '=', geonamesId),
    )
    .execute();
  return rows.map(recordOf);
}

/** Of more nobody is asked where each lies: then it may be anywhere. */
const MOST_COUNTED = 5000;

/** In which countries and regions the cities lie that the actor may see; null where there are very many. */
export async function countriesOfCities(tx: Tx): Promise<readonly string[] | null> {
  const { rows } = await sql<{ readonly country: string; readonly of: number }>`
    select country, count(*)::int as of from (select country from cities.city limit ${MOST_COUNTED}) c where country is not null group by 1 order by 1`.execute(
    tx,
  );
  return rows.reduce((sum, { of }) => sum + of, 0) < MOST_COUNTED ? rows.map(({ country }) => country) : null;
}

export interface CityFilter {
  /** Only these; null for all. */
  readonly among: readonly CityId[] | null;
  readonly country: string | null;
  readonly stewardedBy: OfficeId | null;
  readonly after: CityId | null;
  readonly limit: number;
}

/** In order of name; up to `limit` + 1. */
export async function listCityRecords(tx: Tx, { among, country, stewardedBy, after, limit }: CityFilter): Promise<readonly CityRecord[]> {
  const rows = await tx
    .selectFrom('cities.city')
    .select(record)
    .$if(among !== null, (query) => query.where(sql<boolean>`id = any (${[...(among ?? [])]}::uuid[])`))
    .$if(country !== null, (query) => query.where('country', '=', country))
    .$if(stewardedBy !== null, (query) => query.where('owner_office', '=', stewardedBy))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(sort_name, id) > (select c.sort_name, c.id from cities.city c where c.id = ${after})`),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return rows.map(recordOf);
}

/** The city of a place of the gazetteer that nothing public names, whoever may see it; null where there is none. */
export async function findHiddenCity(tx: Tx, geonamesId: number): Promise<CityId | null> {
  const { rows } = await sql<{ id: CityId | null }>`select cities.hidden_city(${geonamesId}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The hidden city of a place becomes the office's, so that it says what the city is called; null where there is none. */
export async function takeHiddenCity(tx: Tx, { office }: RecordScope, geonamesId: number): Promise<CityId | null> {
  const { rows } = await sql<{ id: CityId | null }>`select cities.take_hidden(${geonamesId}, ${office}) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Whether the city had this address once. */
export async function hadSlug(tx: Tx, cityId: CityId, slug: string): Promise<boolean> {
  const found = await tx.selectFrom('cities.former_slug').select('slug').where('city_id', '=', cityId).where('slug', '=', slug).execute();
  return found.length > 0;
}

/** Slugs in use, now or formerly, of hidden cities, too, that begin with this one. */
export async function slugsLike(tx: Tx, slug: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ slug: string }>`select slug from cities.slugs_like(${slug}) as s(slug)`.execute(tx);
  return new Set(rows.map((row) => row.slug));
}

export interface NewCity extends CityFacts {
  readonly id: CityId;
  readonly geonamesId: number | null;
  readonly names: readonly CityName[];
  readonly alsoCalled: readonly string[];
  readonly now: Date;
}

/** Inserts the city with its names and hands it to the register office, where there is one. Nobody sees it until something names it. */
export async function insertCity(tx: Tx, { office }: RecordScope, city: NewCity): Promise<void> {
  await tx
    .insertInto('cities.city')
    .values({
      id: city.id,
      owner_office: office,
      slug: city.slug,
      geonames_id: city.geonamesId,
      kind: city.kind,
      country: city.country,
      latitude: city.latitude,
      longitude: city.longitude,
      also_called: [...city.alsoCalled],
      sort_name: sortNameOf(city.names),
      created_at: city.now.toISOString(),
      updated_at: city.now.toISOString(),
    })
    .execute();
  await insertNames(tx, { office, cityId: city.id }, city.names);
  await giveToRegister(tx, city.id);
}

/** Hands a city of the office to the register office, where there is one. */
export async function giveToRegister(tx: Tx, cityId: CityId): Promise<void> {
  await sql`select cities.give_to_register(${cityId})`.execute(tx);
}

async function insertNames(tx: Tx, { office, cityId }: Pick<CityScope, 'office' | 'cityId'>, names: readonly CityName[]): Promise<void> {
  const of = { city_id: cityId, owner_office: office };
  await insertRows(
    tx,
    'cities.name',
    names.map(({ language, text, kind, origin }, place) => ({ ...of, place, language, text, kind, origin })),
  );
}

/** Puts these names in place of the earlier ones. */
export async function replaceNameRows(tx: Tx, scope: Pick<CityScope, 'office' | 'cityId'>, names: readonly CityName[]): Promise<void> {
  await tx.deleteFrom('cities.name').where('city_id', '=', scope.cityId).execute();
  await insertNames(tx, scope, names);
}

/** Sets the facts and raises the version; false when it is no longer the one expected. A new address leaves the old one behind. */
export async function updateCityRow(
  tx: Tx,
  scope: CityScope,
  change: {
    readonly facts: CityFacts;
    readonly sortName: string;
    readonly expectedVersion: number | null;
    readonly now: Date;
    readonly formerSlug: string | null;
  },
): Promise<boolean> {
  const { facts, sortName, expectedVersion, now, formerSlug } = change;
  const updated = await tx
    .updateTable('cities.city')
    .set((eb) => ({
      kind: facts.kind,
      country: facts.country,
      latitude: facts.latitude,
      longitude: facts.longitude,
      slug: facts.slug,
      sort_name: sortName,
      version: eb('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', scope.cityId)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning('id')
    .executeTakeFirst();
  if (updated === undefined) return false;
  if (formerSlug !== null) {
    await tx.deleteFrom('cities.former_slug').where('city_id', '=', scope.cityId).where('slug', '=', facts.slug).execute();
    await tx
      .insertInto('cities.former_slug')
      .values({ slug: formerSlug, city_id: scope.cityId, owner_office: scope.office })
      .onConflict((c) => c.column('slug').doNothing())
      .execute();
  }
  return true;
}
