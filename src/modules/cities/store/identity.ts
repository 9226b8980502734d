// SQL of numbers elsewhere, related bodies and namesakes. A relation is seen by whoever sees both cities.
import { sql } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { Relation, RelationId } from '../domain/identity.ts';
import type { CityScope } from '../domain/scope.ts';

export interface Wikidata {
  readonly item: string | null;
  readonly reason: string | null;
}

export async function loadWikidata(tx: Tx, id: CityId): Promise<Wikidata> {
  const row = await tx.selectFrom('cities.city').select(['wikidata_id', 'wikidata_reason']).where('id', '=', id).executeTakeFirst();
  return { item: row?.wikidata_id ?? null, reason: row?.wikidata_reason ?? null };
}

/** The cities of these items, by item; duplicates in the register may have one in common. */
export async function findByItems(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, readonly CityId[]>> {
  const rows = await tx
    .selectFrom('cities.city')
    .select(['id', 'wikidata_id'])
    .where('wikidata_id', 'in', [...items])
    .execute();
  const byItem = Map.groupBy(rows, ({ wikidata_id: item }) => item ?? '');
  return new Map([...byItem].map(([item, found]) => [item, found.map(({ id }) => id)]));
}

/** Sets the item and raises the version; false when it is no longer the one expected. */
export async function setWikidata(
  tx: Tx,
  { cityId }: CityScope,
  { item, reason, expectedVersion, now }: Wikidata & { readonly expectedVersion: number | null; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('cities.city')
    .set((eb) => ({ wikidata_id: item, wikidata_reason: reason, version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', cityId)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const record = columns('id, city_id, other_city as otherId, kind, reason, owner_office as office');

/** What the city is to others and they to it, in the order said. */
export async function loadRelations(tx: Tx, city: CityId): Promise<readonly Relation[]> {
  return tx
    .selectFrom('cities.relation')
    .select(record)
    .where((e) => e.or([e('city_id', '=', city), e('other_city', '=', city)]))
    .orderBy('said_at')
    .orderBy('id')
    .execute();
}

export async function findRelation(tx: Tx, id: RelationId): Promise<Relation | null> {
  return (await tx.selectFrom('cities.relation').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Says it; null where it is said already. */
export async function insertRelation(
  tx: Tx,
  { office }: CityScope,
  { id, cityId, otherId, kind, reason, now }: Omit<Relation, 'office'> & { readonly now: Date },
): Promise<RelationId | null> {
  const row = await tx
    .insertInto('cities.relation')
    .values({ id, city_id: cityId, other_city: otherId, owner_office: office, kind, reason, said_at: now.toISOString() })
    .onConflict((conflict) => conflict.constraint('relation_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function deleteRelation(tx: Tx, { office }: Pick<CityScope, 'office'>, id: RelationId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('cities.relation')
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Others that lists sort under the same name; up to `limit`. */
export async function findNamesakes(tx: Tx, city: CityId, limit: number): Promise<readonly CityId[]> {
  const { rows } = await sql<{ id: CityId }>`
    select o.id from cities.city c join cities.city o on o.sort_name = c.sort_name and o.id <> c.id
    where c.id = ${city} and c.sort_name <> '' order by o.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
