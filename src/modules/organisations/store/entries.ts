// SQL of what organisations bring and seek.
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { Entry, EntryDetails, EntryKind } from '../domain/entry.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import type { RecordScope } from '../domain/scope.ts';

/** Records what was said; the same words and details once more only say when. */
export async function saveEntries(
  tx: Tx,
  { office }: RecordScope,
  { entries, now, newId }: { readonly entries: readonly Entry[]; readonly now: Date; readonly newId: () => Id<'Entry'> },
): Promise<void> {
  // One statement may not touch a row twice.
  const once = new Map(entries.map((entry) => [JSON.stringify([entry.organisationId, entry.kind, entry.text, entry.details]), entry]));
  const rows = [...once.values()].map(({ organisationId, kind, text, details }) => ({
    organisation_id: organisationId,
    id: newId(),
    owner_office: office,
    visibility: 'private',
    shared_with: [],
    kind,
    text,
    details,
    said_at: now,
  }));
  await insertRows(
    tx,
    'organisations.entry',
    rows,
    sql`on conflict (organisation_id, kind, md5(coalesce(text::text, '')), md5(coalesce(details::text, ''))) do update set said_at = excluded.said_at`,
  );
}

/** One version of an entry. */
export interface Said {
  readonly text: MultilingualText | null;
  readonly details: EntryDetails | null;
}

/** The same of many: by organisation, then by kind. */
export async function latestEntriesOf(tx: Tx, ids: readonly OrganisationId[]): Promise<ReadonlyMap<string, ReadonlyMap<EntryKind, Said>>> {
  const { rows } = await sql<{ id: string; kind: EntryKind; text: MultilingualText | null; details: EntryDetails | null }>`
    select distinct on (organisation_id, kind) organisation_id as id, kind, text, details from organisations.entry
    where organisation_id = any (${ids}::uuid[]) order by organisation_id, kind, said_at desc, id desc`.execute(tx);
  const by = Map.groupBy(rows, ({ id }) => id);
  return new Map([...by].map(([id, entries]) => [id, new Map(entries.map(({ kind, text, details }) => [kind, { text, details }]))]));
}

/** What the organisation said last, of each kind. */
export async function latestEntries(tx: Tx, id: OrganisationId): Promise<ReadonlyMap<EntryKind, Said>> {
  const { rows } = await sql<{ kind: EntryKind; text: MultilingualText | null; details: EntryDetails | null }>`
    select distinct on (kind) kind, text, details from organisations.entry where organisation_id = ${id} order by kind, said_at desc, id desc`.execute(
    tx,
  );
  return new Map(rows.map(({ kind, text, details }) => [kind, { text, details }]));
}
