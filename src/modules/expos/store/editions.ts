// SQL of editions. Which rows are seen is the database's decision; which are written is bound to a scope.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionCounts, EditionFacts, EditionId, EditionRecord, ExpoId } from '../domain/edition.ts';
import { indexName, soughtName } from '../domain/naming.ts';
import type { EditionScope, OrganiserScope } from '../domain/scope.ts';

const factColumns = columns('name, venue, description, website, time_zone, first_day, last_day, expo_id');
const record = [
  ...columns('id, version, slug, owner_office as organiser, visibility, published_at, archived_at, updated_at'),
  ...factColumns,
];

/** Whoever takes part reads everybody and is told how many they are; to others the directory holds the listed exhibitors alone. */
const takesPart = sql<boolean>`(owner_office = any ((select platform.reads())::uuid[]) or shared_with && (select platform.reads())::uuid[])`;
const counts = [
  sql<number>`case when ${takesPart} then exhibitor_count else listed_exhibitor_count end`.as('exhibitors'),
  sql<number | null>`case when ${takesPart} then buyer_count end`.as('buyers'),
  sql<number>`case when ${takesPart} then country_count else listed_country_count end`.as('countries'),
  sql<number>`stand_count`.as('stands'),
  // As far as the actor may see it.
  sql<MultilingualText | null>`(select x.name from expos.expo x where x.id = expo_id)`.as('expoName'),
];

const recordOf = ({ exhibitors, buyers, countries, stands, ...row }: Omit<EditionRecord, 'counts'> & EditionCounts): EditionRecord => ({
  ...row,
  counts: { exhibitors, buyers, countries, stands },
});

const columnsOf = (facts: EditionFacts) => ({
  ...valuesOf(factColumns, facts),
  search_name: `${indexName(facts.name).searchName}\n${indexName(facts.venue).searchName}`,
});

export interface EditionFilter {
  readonly organiser: OfficeId | null;
  readonly expo: ExpoId | null;
  readonly archived: boolean;
  readonly q: string;
  /** Only editions with a day in this span, both ends inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  readonly after: EditionId | null;
  readonly limit: number;
}

/** Newest first; up to `limit` + 1, so that the caller knows whether a page follows. */
export async function listEditionRecords(
  tx: Tx,
  { organiser, expo, archived, q, from, to, after, limit }: EditionFilter,
): Promise<readonly EditionRecord[]> {
  const rows = await tx
    .selectFrom('expos.edition')
    .select([...record, ...counts])
    .where('archived_at', archived ? 'is not' : 'is', null)
    .$if(organiser !== null, (query) => query.where('owner_office', '=', organiser))
    .$if(expo !== null, (query) => query.where('expo_id', '=', expo))
    .$if(q !== '', (query) => query.where(sql<boolean>`strpos(search_name, ${soughtName(q)}) > 0`))
    .$if(from !== null, (query) => query.where('last_day', '>=', from))
    .$if(to !== null, (query) => query.where('first_day', '<=', to))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(first_day, id) < (select e.first_day, e.id from expos.edition e where e.id = ${after})`),
    )
    .orderBy('first_day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(recordOf);
}

export async function findEditionRecord(tx: Tx, by: { readonly id: EditionId } | { readonly slug: string }): Promise<EditionRecord | null> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['slug', by.slug] as const);
  const row = await tx
    .selectFrom('expos.edition')
    .select([...record, ...counts])
    .where(column, '=', value)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/**
 * Makes this transaction the only one that changes the edition or anything under it, until it ends; every change of the
 * roster takes it, since counts and audiences are derived from all rows together. The key of the edition stays free: rows of modules
 * below refer to it, and must neither wait for this nor wait in a circle.
 */
export async function lockEdition(tx: Tx, scope: EditionScope): Promise<EditionRecord> {
  const row = await tx
    .selectFrom('expos.edition')
    .select([...record, ...counts])
    .where('id', '=', scope.editionId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

/** Inserts under the slug, or answers null when the slug is taken, be it by an edition the actor cannot see. */
export async function insertEdition(
  tx: Tx,
  scope: OrganiserScope,
  edition: EditionFacts & { readonly id: EditionId; readonly slug: string; readonly now: Date },
): Promise<EditionRecord | null> {
  const row = await tx
    .insertInto('expos.edition')
    .values({
      ...columnsOf(edition),
      id: edition.id,
      slug: edition.slug,
      owner_office: scope.office,
      created_at: edition.now.toISOString(),
      updated_at: edition.now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning([...record, ...counts])
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Sets the facts of the locked edition, and whether it is archived. */
export async function updateEditionFacts(
  tx: Tx,
  scope: EditionScope,
  { archivedAt, ...facts }: EditionFacts & Pick<EditionRecord, 'archivedAt'>,
  now: Date,
): Promise<EditionRecord> {
  const row = await tx
    .updateTable('expos.edition')
    .set((eb) => ({
      ...columnsOf(facts),
      archived_at: archivedAt?.toISOString() ?? null,
      version: eb('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', scope.editionId)
    .returning([...record, ...counts])
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

/** Counts a change of the setup, which is guarded by the edition's version. */
export async function countChange(tx: Tx, scope: EditionScope, now: Date): Promise<EditionRecord> {
  const row = await tx
    .updateTable('expos.edition')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', scope.editionId)
    .returning([...record, ...counts])
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

/** Sets since when the edition is public; null takes it back. `refreshAudience` must follow. */
export async function updatePublished(tx: Tx, scope: EditionScope, publishedAt: Date | null, now: Date): Promise<void> {
  await tx
    .updateTable('expos.edition')
    .set((eb) => ({ published_at: publishedAt?.toISOString() ?? null, version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', scope.editionId)
    .execute();
}
