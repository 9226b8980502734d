// SQL of organisations. Which rows are seen is the database's decision; which are written is bound to a scope.
import { sql, type RawBuilder } from 'kysely';
import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type {
  KnownOrganisation,
  NamedOrganisation,
  OrganisationFacts,
  OrganisationId,
  OrganisationKind,
  OrganisationRecord,
  Visibility,
} from '../domain/organisation.ts';
import type { OrganisationScope, RecordScope } from '../domain/scope.ts';
import { searchNameOf, sortNameOf } from '../domain/search-name.ts';

const record = columns('id, version, owner_office, visibility, shared_with, kind, name, country, city, website, office_id, updated_at');

const columnsOf = (facts: OrganisationFacts) => {
  const searchName = searchNameOf(facts.name);
  return {
    kind: facts.kind,
    name: facts.name,
    search_name: searchName,
    sort_name: sortNameOf(searchName),
    country: facts.country,
    city: facts.city,
    website: facts.website,
    office_id: facts.officeId,
  };
};

export interface OrganisationFilter {
  readonly q?: string | undefined;
  readonly country?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly ownerOffice?: OfficeId | undefined;
  /** Id of the last one seen. */
  readonly after: OrganisationId | null;
  readonly limit: number;
}

/**
 * From which countries and regions the organisations come that the actor may see: a loose index scan, one step a country, over what is public,
 * what is shared, and what each office of the actor's has.
 */
export async function countriesOfOrganisations(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly country: string }>`
    with recursive others as (
      select v.way, (select min(o.country) from organisations.organisation o where o.visibility = v.way) as country
      from (values ('public'), ('shared')) as v(way)
      union all
      select w.way, (select min(o.country) from organisations.organisation o where o.visibility = w.way and o.country > w.country)
      from others w where w.country is not null
    ), own as (
      select r.office, (select min(o.country) from organisations.organisation o where o.owner_office = r.office) as country
      from unnest(platform.reads()) as r(office)
      union all
      select w.office, (select min(o.country) from organisations.organisation o where o.owner_office = w.office and o.country > w.country)
      from own w where w.country is not null
    )
    select country from (
      select country from others union select country from own
    ) c where country is not null order by 1`.execute(tx);
  return rows.map(({ country }) => country);
}

// The three ways in which the policy lets an organisation be seen. Each has an index in the order of the list, so that nothing is sorted
// however much there is; what is seen the policy alone decides.
const everybodys = sql<boolean>`visibility = 'public'`;
const own = sql<boolean>`visibility <> 'public' and owner_office = any ((select platform.reads())::uuid[])`;
const sharedWithUs = sql<boolean>`visibility = 'shared' and owner_office <> all ((select platform.reads())::uuid[])`;

/** In order of name; up to `limit` + 1, so that the caller knows whether a page follows. */
export async function listOrganisationRecords(tx: Tx, filter: OrganisationFilter): Promise<readonly OrganisationRecord[]> {
  const { q = '', country, kind, ownerOffice, after, limit } = filter;
  const seen = (way: RawBuilder<boolean>) =>
    tx
      .selectFrom('organisations.organisation')
      .select([...record, 'sort_name as sortName'])
      .where(way)
      .$if(q !== '', (query) => query.where(sql<boolean>`strpos(search_name, ${fold(q)}) > 0`))
      .$if(country !== undefined, (query) => query.where('country', '=', country ?? null))
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? null))
      .$if(ownerOffice !== undefined, (query) => query.where('owner_office', '=', ownerOffice ?? null))
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(sort_name, id) > (select o.sort_name, o.id from organisations.organisation o where o.id = ${after})`),
      )
      .orderBy('sort_name')
      .orderBy('id')
      .limit(limit + 1)
      .as('seen');
  return tx
    .selectFrom(seen(everybodys))
    .selectAll()
    .unionAll(tx.selectFrom(seen(own)).selectAll())
    .unionAll(tx.selectFrom(seen(sharedWithUs)).selectAll())
    .orderBy('sortName')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

export async function findOrganisationRecord(tx: Tx, id: OrganisationId): Promise<OrganisationRecord | null> {
  return (await tx.selectFrom('organisations.organisation').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Columns of a new row. */
const newRow = (scope: RecordScope, { id, now, ...facts }: NewOrganisation) => ({
  ...columnsOf(facts),
  id,
  owner_office: scope.office,
  created_at: now.toISOString(),
  updated_at: now.toISOString(),
});

export interface NewOrganisation extends OrganisationFacts {
  readonly id: OrganisationId;
  readonly now: Date;
}

export async function insertOrganisation(tx: Tx, scope: RecordScope, organisation: NewOrganisation): Promise<OrganisationRecord> {
  return tx.insertInto('organisations.organisation').values(newRow(scope, organisation)).returning(record).executeTakeFirstOrThrow();
}

/** Inserts any number in one statement; the whole set travels as one parameter. */
export async function insertOrganisations(tx: Tx, scope: RecordScope, organisations: readonly NewOrganisation[]): Promise<void> {
  await insertRows(
    tx,
    'organisations.organisation',
    organisations.map((organisation) => newRow(scope, organisation)),
  );
}

/** Sets the facts; null when the version is no longer the one expected (null expects none). */
export async function updateOrganisationRecord(
  tx: Tx,
  scope: OrganisationScope,
  change: { readonly facts: OrganisationFacts; readonly expectedVersion: number | null; readonly now: Date },
): Promise<OrganisationRecord | null> {
  const { facts, expectedVersion, now } = change;
  return (
    (await tx
      .updateTable('organisations.organisation')
      .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1), updated_at: now.toISOString() }))
      .where('id', '=', scope.organisationId)
      .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
      .returning(record)
      .executeTakeFirst()) ?? null
  );
}

/** Sets who may see it; null when the version is no longer the one expected. */
export async function updateAudience(
  tx: Tx,
  scope: OrganisationScope,
  change: {
    readonly visibility: Visibility;
    readonly sharedWith: readonly OfficeId[];
    readonly expectedVersion: number | null;
    readonly now: Date;
  },
): Promise<OrganisationRecord | null> {
  const { visibility, sharedWith, expectedVersion, now } = change;
  return (
    (await tx
      .updateTable('organisations.organisation')
      .set((eb) => ({ visibility, shared_with: sharedWith, version: eb('version', '+', 1), updated_at: now.toISOString() }))
      .where('id', '=', scope.organisationId)
      .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
      .returning(record)
      .executeTakeFirst()) ?? null
  );
}

/** What the office has on record under any of these names. */
export async function findKnownOrganisations(
  tx: Tx,
  scope: RecordScope,
  named: readonly NamedOrganisation[],
): Promise<readonly KnownOrganisation[]> {
  const names = [...new Set(named.flatMap(({ name }) => Object.values(name).map(({ text }) => fold(text))))];
  const { rows } = await sql<{ id: OrganisationId; search_name: string; country: string | null }>`
    with wanted as materialized (select unnest(${names}::text[]) as name)
    select o.id, o.search_name, o.country from organisations.organisation o
    where o.owner_office = ${scope.office} and o.id in (
      select k.id from organisations.organisation k
      cross join lateral unnest(string_to_array(k.search_name, E'\\n')) as line(name)
      join wanted w on w.name = line.name
      where k.owner_office = ${scope.office})
    order by o.created_at, o.id`.execute(tx);
  return rows.map((row) => ({ id: row.id, names: row.search_name.split('\n'), country: row.country }));
}

/** What an organisation is called, who may see it, and the office that it is where it works in Hansa. */
export type OpenOrganisation = Pick<OrganisationRecord, 'id' | 'name' | 'visibility' | 'officeId'>;

/** Those of the organisations that may be seen. */
export const loadNamed = (tx: Tx, ids: readonly string[]): Promise<readonly OpenOrganisation[]> => read(tx, named(ids));

const named = queryOfIds(
  (_, ids: readonly string[]) =>
    sql<OpenOrganisation>`select id, name, visibility, office_id as "officeId" from organisations.organisation where id = any (${ids}::uuid[])`,
);

/** Records of the organisation that an office is, as far as the actor may see them. */
export async function idsOfOffice(tx: Tx, office: OfficeId): Promise<readonly string[]> {
  const rows = await tx.selectFrom('organisations.organisation').select('id').where('office_id', '=', office).execute();
  return rows.map(({ id }) => id);
}
