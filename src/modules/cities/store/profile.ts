// SQL of profiles: the working text, and the copy of it that everybody reads.
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { Domain } from '../domain/domains.ts';
import type { EntryRecord, EntryText, ProfileEntryId, ProfileKind } from '../domain/profile.ts';
import type { CityScope } from '../domain/scope.ts';

const columns = ['id', 'city_id', 'version', 'kind', 'domain', 'title', 'body', 'published_version', 'updated_at'] as const;

interface TextRow {
  readonly kind: string;
  readonly domain: string | null;
  readonly title: unknown;
  readonly body: unknown;
}

interface Row extends TextRow {
  readonly id: string;
  readonly city_id: string;
  readonly version: number;
  readonly published_version: number | null;
  readonly updated_at: Date;
}

const textOf = (row: TextRow): EntryText => ({
  kind: row.kind as ProfileKind,
  domain: row.domain as Domain | null,
  title: row.title as MultilingualText,
  body: row.body as MultilingualText,
});

const recordOf = (row: Row): EntryRecord => ({
  ...textOf(row),
  id: row.id as ProfileEntryId,
  cityId: row.city_id as CityId,
  version: row.version,
  publishedVersion: row.published_version,
  updatedAt: row.updated_at,
});

const columnsOf = ({ kind, domain, title, body }: EntryText) => ({
  kind,
  domain,
  title: JSON.stringify(title),
  body: JSON.stringify(body),
});

export interface Published extends EntryText {
  readonly id: ProfileEntryId;
  readonly publishedAt: Date;
}

/** What everybody reads of a city, in the order in which it was begun. */
export async function listPublished(tx: Tx, cityId: CityId): Promise<readonly Published[]> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select(['id', 'kind', 'domain', 'title', 'body', 'published_at'])
    .where('city_id', '=', cityId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...textOf(row), id: row.id as ProfileEntryId, publishedAt: row.published_at }));
}

export async function findPublished(tx: Tx, id: ProfileEntryId): Promise<Published | null> {
  const row = await tx
    .selectFrom('cities.published_entry')
    .select(['id', 'kind', 'domain', 'title', 'body', 'published_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...textOf(row), id: row.id as ProfileEntryId, publishedAt: row.published_at };
}

export async function listEntries(tx: Tx, cityId: CityId): Promise<readonly EntryRecord[]> {
  const rows = await tx.selectFrom('cities.profile_entry').select(columns).where('city_id', '=', cityId).orderBy('id').execute();
  return rows.map(recordOf);
}

export async function findEntry(tx: Tx, id: ProfileEntryId): Promise<EntryRecord | null> {
  const row = await tx.selectFrom('cities.profile_entry').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

export async function insertEntry(
  tx: Tx,
  { office, cityId }: CityScope,
  entry: EntryText & { readonly id: ProfileEntryId; readonly now: Date },
): Promise<EntryRecord> {
  const row = await tx
    .insertInto('cities.profile_entry')
    .values({
      ...columnsOf(entry),
      id: entry.id,
      city_id: cityId,
      owner_office: office,
      created_at: entry.now.toISOString(),
      updated_at: entry.now.toISOString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

interface Change {
  readonly entry: EntryRecord;
  readonly expectedVersion: number | null;
  readonly now: Date;
}

/** Sets the working text; null when the version is no longer the one expected. */
export async function updateEntry(
  tx: Tx,
  { cityId }: CityScope,
  { entry, text, expectedVersion, now }: Change & { readonly text: EntryText },
): Promise<EntryRecord | null> {
  const row = await tx
    .updateTable('cities.profile_entry')
    .set((eb) => ({ ...columnsOf(text), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', entry.id)
    .where('city_id', '=', cityId)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Copies the working text to where everybody reads it; null when it is no longer the version expected. */
export async function publishEntry(
  tx: Tx,
  { office, cityId }: CityScope,
  { entry, expectedVersion, now }: Change,
): Promise<EntryRecord | null> {
  const row = await tx
    .updateTable('cities.profile_entry')
    .set((eb) => ({ version: eb('version', '+', 1), published_version: eb('version', '+', 1) }))
    .where('id', '=', entry.id)
    .where('city_id', '=', cityId)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(columns)
    .executeTakeFirst();
  if (row === undefined) return null;
  const record = recordOf(row);
  await tx.deleteFrom('cities.published_entry').where('id', '=', entry.id).execute();
  await tx
    .insertInto('cities.published_entry')
    .values({ ...columnsOf(record), id: record.id, city_id: cityId, owner_office: office, published_at: now.toISOString() })
    .execute();
  return record;
}

/** Takes the public copy away; null when the version is no longer the one expected. */
export async function unpublishEntry(
  tx: Tx,
  { cityId }: CityScope,
  { entry, expectedVersion }: Omit<Change, 'now'>,
): Promise<EntryRecord | null> {
  const row = await tx
    .updateTable('cities.profile_entry')
    .set((eb) => ({ version: eb('version', '+', 1), published_version: null }))
    .where('id', '=', entry.id)
    .where('city_id', '=', cityId)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(columns)
    .executeTakeFirst();
  if (row === undefined) return null;
  await tx.deleteFrom('cities.published_entry').where('id', '=', entry.id).execute();
  return recordOf(row);
}
