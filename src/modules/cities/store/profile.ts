// SQL of profiles: the working text, and the copy of it that everybody reads.
import type { AccountId } from '#kernel/ids.ts';
import { sql, type Updateable } from 'kysely';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CitiesProfileEntry } from '#platform/postgres/schema.ts';
import type { CityId } from '../domain/city.ts';
import type { Domain } from '../domain/profile/domains.ts';
import type { Extent } from '../domain/profile/extent.ts';
import { goalsIn } from '../domain/profile/goals.ts';
import type { Sought } from '../domain/profile/partner-call.ts';
import type { EntryRecord, EntryText, ProfileEntryId, ReviewState } from '../domain/profile/profile.ts';
import type { CityScope } from '../domain/scope.ts';

const textColumns = columns('kind, domain, goals, title, body, extent, sought, source_id, passage, place, said_by');
const record = [
  ...textColumns,
  ...columns('id, city_id, version, text_version, published_version, written_by, review, review_note, updated_at'),
];
const publishedRecord = [...textColumns, ...columns('id, published_at')];

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    domain: Domain;
    'cities.profile_entry.extent': Extent;
    'cities.published_entry.extent': Extent;
    'cities.profile_entry.sought': Sought;
    'cities.published_entry.sought': Sought;
  }
}

const withGoals = <R extends { readonly goals: readonly number[] }>(row: R) => ({ ...row, goals: goalsIn(row.goals) });

export interface Published extends EntryText {
  readonly id: ProfileEntryId;
  readonly publishedAt: Date;
}

/** What everybody reads of a city, in the order in which it was begun. */
export async function listPublished(tx: Tx, cityId: CityId): Promise<readonly Published[]> {
  const rows = await tx.selectFrom('cities.published_entry').select(publishedRecord).where('city_id', '=', cityId).orderBy('id').execute();
  return rows.map(withGoals);
}

/** Of all cities that may be seen, in the order of ids, after one of them. */
export async function listPublishedAfter(
  tx: Tx,
  { after, limit }: { readonly after: ProfileEntryId | null; readonly limit: number },
): Promise<readonly (Published & { readonly cityId: CityId })[]> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select([...publishedRecord, ...columns('city_id')])
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(withGoals);
}

/** Those published last of all that may be seen, the newest first. */
export async function lastPublished(tx: Tx, limit: number): Promise<readonly (Published & { readonly cityId: CityId })[]> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select([...publishedRecord, ...columns('city_id')])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(withGoals);
}

/** Those of these ids that may be seen, in no order. */
export async function loadPublished(tx: Tx, ids: readonly string[]): Promise<readonly (Published & { readonly cityId: CityId })[]> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select([...publishedRecord, ...columns('city_id')])
    .where('id', '=', sql<ProfileEntryId>`any (${[...ids]}::uuid[])`)
    .execute();
  return rows.map(withGoals);
}

export async function findPublished(tx: Tx, id: ProfileEntryId): Promise<Published | null> {
  const row = await tx.selectFrom('cities.published_entry').select(publishedRecord).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : withGoals(row);
}

export async function listEntries(tx: Tx, cityId: CityId): Promise<readonly EntryRecord[]> {
  const rows = await tx
    .selectFrom('cities.profile_entry')
    .select(record)
    .where('city_id', '=', cityId)
    .where('discarded_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(withGoals);
}

export async function findEntry(tx: Tx, id: ProfileEntryId): Promise<EntryRecord | null> {
  const row = await tx
    .selectFrom('cities.profile_entry')
    .select(record)
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : withGoals(row);
}

export async function insertEntry(
  tx: Tx,
  { office, cityId }: CityScope,
  entry: EntryText & { readonly id: ProfileEntryId; readonly by: AccountId | null; readonly now: Date },
): Promise<EntryRecord> {
  const row = await tx
    .insertInto('cities.profile_entry')
    .values({
      ...valuesOf(textColumns, entry),
      id: entry.id,
      city_id: cityId,
      owner_office: office,
      written_by: entry.by,
      created_at: entry.now.toISOString(),
      updated_at: entry.now.toISOString(),
    })
    .returning(record)
    .executeTakeFirstOrThrow();
  return withGoals(row);
}

interface Change {
  readonly entry: EntryRecord;
  readonly expectedVersion: number | null;
}

/** What a step sets besides the version, which it raises. */
type Set = Updateable<CitiesProfileEntry>;

/** Sets columns of an entry; null when the version is no longer the one expected. */
async function setEntry(tx: Tx, { cityId }: CityScope, { entry, expectedVersion }: Change, set: Set): Promise<EntryRecord | null> {
  const row = await tx
    .updateTable('cities.profile_entry')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', entry.id)
    .where('city_id', '=', cityId)
    // What a step decides by, it has read: it is not to have changed meanwhile, whatever the caller saw.
    .where('version', '=', expectedVersion ?? entry.version)
    .returning(record)
    .executeTakeFirst();
  return row === undefined ? null : withGoals(row);
}

interface NewText extends Change {
  readonly text: EntryText;
  readonly by: AccountId | null;
  readonly now: Date;
}

/** Sets the working text, which nobody has read yet. */
export const updateEntry = (tx: Tx, scope: CityScope, { text, by, now, ...change }: NewText): Promise<EntryRecord | null> =>
  setEntry(tx, scope, change, {
    ...valuesOf(textColumns, text),
    text_version: change.entry.textVersion + 1,
    written_by: by,
    review: 'none',
    review_note: null,
    updated_at: now.toISOString(),
  });

/** Notes how far the reading of the text has come. */
export const reviewEntry = (
  tx: Tx,
  scope: CityScope,
  { review, note, ...change }: Change & { readonly review: ReviewState; readonly note: string | null },
): Promise<EntryRecord | null> => setEntry(tx, scope, change, { review, review_note: note });

/** Copies the working text to where everybody reads it. */
export async function publishEntry(
  tx: Tx,
  scope: CityScope,
  { now, ...change }: Change & { readonly now: Date },
): Promise<EntryRecord | null> {
  const record = await setEntry(tx, scope, change, { published_version: change.entry.textVersion });
  if (record === null) return null;
  await tx.deleteFrom('cities.published_entry').where('id', '=', record.id).execute();
  await tx
    .insertInto('cities.published_entry')
    .values({
      ...valuesOf(textColumns, record),
      id: record.id,
      city_id: scope.cityId,
      owner_office: scope.office,
      until: record.sought?.until ?? null,
      published_at: now.toISOString(),
    })
    .execute();
  return record;
}

/** Takes a draft away; its row and its history stay. */
export const discardEntry = (tx: Tx, scope: CityScope, { now, ...change }: Change & { readonly now: Date }): Promise<EntryRecord | null> =>
  setEntry(tx, scope, change, { discarded_at: now.toISOString() });

/** Takes the public copy away. */
export async function unpublishEntry(tx: Tx, scope: CityScope, change: Change): Promise<EntryRecord | null> {
  const record = await setEntry(tx, scope, change, { published_version: null });
  if (record !== null) await tx.deleteFrom('cities.published_entry').where('id', '=', record.id).execute();
  return record;
}
