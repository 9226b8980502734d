// SQL of expos over the years.
import type { MultilingualText } from '#kernel/language.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { sql } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ExpoId, ExpoRecord } from '../domain/edition.ts';
import type { OrganiserScope } from '../domain/scope.ts';

const record = columns('id, version, name, owner_office as organiser');

/** By id; up to `limit` + 1. */
export const listExpoRecords = (
  tx: Tx,
  { organiser, after, limit }: { readonly organiser: OfficeId | null; readonly after: ExpoId | null; readonly limit: number },
): Promise<readonly ExpoRecord[]> =>
  tx
    .selectFrom('expos.expo')
    .select(record)
    .$if(organiser !== null, (query) => query.where('owner_office', '=', organiser))
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit + 1)
    .execute();

/** Those of the given ones that the actor may see. */
export async function findExpos(tx: Tx, ids: readonly ExpoId[]): Promise<readonly ExpoRecord[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('expos.expo')
    .select(record)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute();
}

export const insertExpo = (
  tx: Tx,
  { office }: OrganiserScope,
  { id, name, now }: { readonly id: ExpoId; readonly name: MultilingualText; readonly now: Date },
): Promise<ExpoRecord> =>
  tx
    .insertInto('expos.expo')
    .values({ id, owner_office: office, name, created_at: now.toISOString(), updated_at: now.toISOString() })
    .returning(record)
    .executeTakeFirstOrThrow();

/** Null when the version is no longer the one expected. */
export async function updateExpoName(
  tx: Tx,
  { office }: OrganiserScope,
  change: { readonly id: ExpoId; readonly name: MultilingualText; readonly version: number; readonly now: Date },
): Promise<ExpoRecord | null> {
  const row = await tx
    .updateTable('expos.expo')
    .set((eb) => ({ name: change.name, version: eb('version', '+', 1), updated_at: change.now.toISOString() }))
    .where('id', '=', change.id)
    .where('owner_office', '=', office)
    .where('version', '=', change.version)
    .returning(record)
    .executeTakeFirst();
  return row ?? null;
}

/** Opens the office's expos of which an edition is public, and closes the others. */
export async function settleExpos(tx: Tx, office: OfficeId): Promise<void> {
  await sql`
    update expos.expo x set visibility = w.visibility
    from (select o.id, case when exists (select from expos.edition e where e.expo_id = o.id and e.published_at is not null)
        then 'public' else 'private' end as visibility from expos.expo o where o.owner_office = ${office}) w
    where x.id = w.id and x.visibility <> w.visibility`.execute(tx);
}
