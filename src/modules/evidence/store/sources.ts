// SQL of sources and of what cites them. A source is as visible as the rows that cite it.
import { sql } from 'kysely';
import pg from 'pg';
import type { DateQualifier } from '#kernel/flex-date.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import { usesOf } from './source-uses.ts';
import type { Reach } from '../domain/reach.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import {
  noPassage,
  type DocumentId,
  type Passage,
  type Source,
  type SourceFacts,
  type SourceId,
  type SourceRecord,
} from '../domain/source.ts';
import type { Audience } from '../domain/statement.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'evidence.source.reach': Reach;
  }
}

/** Columns of a source with the document it shows, to be joined by others, too. */
export const sourceColumns = columns(`s.id as sourceId, s.owner_office as office, s.class, s.title, s.publisher, s.address, s.source_date,
  s.source_date_qualifier, s.document_id, s.licence, s.credit, s.reach, d.id as documentSeen, d.name as documentName, d.media_type, d.size,
  d.sha256`);

export type SourceRow = Omit<Source, 'id' | 'date' | 'document'> & {
  readonly sourceId: SourceId;
  readonly sourceDate: string | null;
  readonly sourceDateQualifier: DateQualifier;
  readonly documentSeen: DocumentId | null;
  readonly documentName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
};

export const sourceOf = (row: SourceRow): Source => ({
  id: row.sourceId,
  office: row.office,
  class: row.class,
  title: row.title,
  publisher: row.publisher,
  address: row.address,
  date: row.sourceDate === null ? null : { text: row.sourceDate, qualifier: row.sourceDateQualifier },
  documentId: row.documentId,
  licence: row.licence,
  credit: row.credit,
  reach: row.reach ?? null,
  document:
    row.documentSeen === null
      ? null
      : {
          id: row.documentSeen,
          name: row.documentName ?? '',
          mediaType: row.mediaType ?? '',
          size: row.size ?? 0,
          sha256: row.sha256 ?? '',
        },
});

const selectSources = (from: From) =>
  from.selectFrom('evidence.source as s').leftJoin('evidence.document as d', 'd.id', 's.document_id').select(sourceColumns);

/** Sources that the actor may see, by the id asked for: one that was merged is answered by what it was merged into. */
export async function findSources(tx: Tx, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, Source>> {
  const rows = await read(tx, askedFor(ids));
  return new Map(rows.map((row) => [row.asked_id, sourceOf(row)]));
}

const askedFor = queryOfIds((from, ids: readonly SourceId[]) =>
  selectSources(from)
    .innerJoin('evidence.source as asked', (join) => join.on(sql<boolean>`s.id = coalesce(asked.merged_into, asked.id)`))
    .select('asked.id as asked_id')
    .where(sql<boolean>`asked.id = any(${ids}::uuid[])`),
);

/** The office's own sources, the last entered first, those merged with each beside it; up to `limit` + 1. */
export async function listSourceRecords(
  tx: Tx,
  { office, q, after, limit }: { readonly office: OfficeId; readonly q: string; readonly after: SourceId | null; readonly limit: number },
): Promise<readonly SourceRecord[]> {
  const rows = await selectSources(tx)
    .select(['s.version'])
    .where('s.owner_office', '=', office)
    .where('s.title', '<>', '')
    .where('s.merged_into', 'is', null)
    .$if(q !== '', (query) =>
      query.where(
        sql<boolean>`(strpos(lower(s.title), lower(${q}::text)) > 0 or strpos(evidence.address_key(s.address), evidence.address_key(${q})) > 0)`,
      ),
    )
    .$if(after !== null, (query) => query.where('s.id', '<', after))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const ids = rows.map((row) => row.sourceId);
  const [merged, uses] = [await mergedInto(tx, ids), await usesOf(tx, ids)];
  return rows.map((row) => ({
    ...sourceOf(row),
    version: row.version,
    uses: uses.get(row.sourceId) ?? [],
    merged: merged.get(row.sourceId) ?? [],
  }));
}

/** Which sources were merged into each, the first entered first. */
async function mergedInto(tx: Tx, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, readonly (Source & Versioned)[]>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSources(tx)
    .select(['s.version', 's.merged_into'])
    .where('s.merged_into', 'in', [...ids])
    .orderBy('s.id')
    .execute();
  const into = Map.groupBy(rows, (row) => row.merged_into ?? row.sourceId);
  return new Map([...into].map(([id, group]) => [id, group.map((row) => ({ ...sourceOf(row), version: row.version }))]));
}

interface Versioned {
  readonly version: number;
}

/** A source as it stands by itself, whatever it was merged into. */
export interface OwnSource extends Source, Versioned {
  readonly mergedInto: SourceId | null;
  /** How many others were merged into it. */
  readonly holds: number;
}

/** One of the office's sources for a change; null where it has none of that id. */
export async function findOwnSource(tx: Tx, { office }: EvidenceScope, id: SourceId): Promise<OwnSource | null> {
  const row = await selectSources(tx)
    .select([
      's.version',
      's.merged_into',
      sql<number>`(select count(*)::int from evidence.source o where o.merged_into = s.id)`.as('holds'),
    ])
    .where('s.id', '=', id)
    .where('s.owner_office', '=', office)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...sourceOf(row), version: row.version, mergedInto: row.merged_into, holds: row.holds };
}

/** Changes what may change of a source; `same` where it would stand twice in the list of its office. */
export async function updateSource(
  tx: Tx,
  { office }: EvidenceScope,
  { id, version, change }: { readonly id: SourceId; readonly version: number | null; readonly change: SourceChange },
): Promise<'changed' | 'stale' | 'same'> {
  const changed = tx
    .updateTable('evidence.source')
    .set((eb) => ({
      ...('mergedInto' in change ? { merged_into: change.mergedInto } : change),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id');
  try {
    return (await changed.executeTakeFirst()) === undefined ? 'stale' : 'changed';
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.constraint === 'source_once') return 'same';
    throw fault;
  }
}
export type SourceChange = { readonly mergedInto: SourceId | null } | { readonly licence: string | null; readonly credit: string | null };

export interface NewSource {
  readonly id: SourceId;
  readonly facts: SourceFacts;
}

export interface Entering {
  readonly account: AccountId;
  readonly now: Date;
}

const rowOf = (scope: EvidenceScope, { id, facts }: NewSource, { account, now }: Entering) => ({
  id,
  owner_office: scope.office,
  class: facts.class,
  title: facts.title,
  publisher: facts.publisher,
  address: facts.address,
  source_date: facts.date?.text ?? null,
  source_date_qualifier: facts.date?.qualifier ?? 'exact',
  document_id: facts.documentId,
  licence: facts.licence,
  credit: facts.credit,
  reach: facts.reach ?? null,
  entered_by: account,
  entered_at: now.toISOString(),
});

/**
 * Records new sources. Of two who enter the same one at once the second gets that of the first: answered are, by the ids that were to be
 * theirs, the ids of those that are on record already.
 */
export async function insertSources(
  tx: Tx,
  scope: EvidenceScope,
  sources: readonly NewSource[],
  entering: Entering,
): Promise<ReadonlyMap<SourceId, SourceId>> {
  if (sources.length === 0) return new Map();
  const rows = sources.map((source) => rowOf(scope, source, entering));
  await insertRows(tx, 'evidence.source', rows, sql`on conflict do nothing`);
  const { rows: others } = await sql<{ readonly wanted: SourceId; readonly id: SourceId }>`
    select w.id as wanted, s.id from jsonb_populate_recordset(null::evidence.source, ${JSON.stringify(rows)}::jsonb) w
    join evidence.source s on s.owner_office = w.owner_office and s.title = w.title and s.merged_into is null and ${sameKey}
    where not exists (select 1 from evidence.source i where i.id = w.id)`.execute(tx);
  return new Map(others.map(({ wanted, id }) => [wanted, id]));
}

const keyColumns = ['class', 'title', 'publisher', 'address', 'source_date', 'source_date_qualifier', 'document_id', 'licence', 'credit'];
const keyOf = (table: string) => sql.raw(`evidence.source_key(${keyColumns.map((column) => `${table}.${column}`).join(', ')})`);
const sameKey = sql`${keyOf('s')} = ${keyOf('w')}`;

/** Sources of the office that have the title or the address of one of these, in order of entry. */
export async function likeSources(tx: Tx, { office }: EvidenceScope, described: readonly SourceFacts[]): Promise<readonly Source[]> {
  const titles = described.flatMap(({ title }) => (title === '' ? [] : [title.toLowerCase()]));
  const addresses = described.flatMap(({ address }) => address ?? []);
  if (titles.length === 0) return [];
  const rows = await selectSources(tx)
    .where('s.owner_office', '=', office)
    .where('s.title', '<>', '')
    .where('s.merged_into', 'is', null)
    .where(
      sql<boolean>`(lower(s.title) = any(${titles}::text[])
        or evidence.address_key(s.address) = any(select evidence.address_key(a) from unnest(${addresses}::text[]) as u(a)))`,
    )
    .orderBy('s.id')
    .execute();
  return rows.map(sourceOf);
}

/** The one source "our records, me, of that date", entered by the first entry that needs it. */
export async function ensureOwnRecords(tx: Tx, scope: EvidenceScope, source: NewSource, entering: Entering): Promise<SourceId> {
  await tx
    .insertInto('evidence.source')
    .values(rowOf(scope, source, entering))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('evidence.source')
    .select('id')
    .where('owner_office', '=', scope.office)
    .where('entered_by', '=', entering.account)
    .where('source_date', '=', source.facts.date?.text ?? '')
    .where('source_date_qualifier', '=', source.facts.date?.qualifier ?? 'exact')
    .where('class', '=', 'own_records')
    .where('title', '=', '')
    .where((eb) => eb.and((['publisher', 'address', 'document_id', 'licence', 'credit'] as const).map((column) => eb(column, 'is', null))))
    .executeTakeFirstOrThrow();
  return id;
}

export interface Citation {
  readonly citedId: SourceId | DocumentId;
  readonly citingId: string;
  readonly audience: Audience;
  /** Where in the source it stands, of rows that do not keep that themselves; left out it stays as it is. */
  readonly passage?: Passage | undefined;
}

/** Records who cites what, each with the audience of the citing row; what was recorded of the same pair before is replaced. */
export async function saveCitations(tx: Tx, scope: EvidenceScope, citations: readonly Citation[]): Promise<void> {
  const rowsOf = (group: readonly Citation[]) =>
    group.map(({ citedId, citingId, audience, passage = noPassage }) => ({
      cited_id: citedId,
      citing_id: citingId,
      owner_office: scope.office,
      visibility: audience.visibility,
      shared_with: audience.visibility === 'shared' ? audience.sharedWith : [],
      passage: passage.passage,
      place: passage.place,
    }));
  const audience = sql`on conflict (cited_id, citing_id) do update set visibility = excluded.visibility, shared_with = excluded.shared_with`;
  const said = citations.filter(({ passage }) => passage !== undefined);
  await insertRows(tx, 'evidence.citation', rowsOf(citations.filter(({ passage }) => passage === undefined)), audience);
  await insertRows(tx, 'evidence.citation', rowsOf(said), sql`${audience}, passage = excluded.passage, place = excluded.place`);
}

const passagesIn = queryOfIds((from, citing: readonly string[]) =>
  from
    .selectFrom('evidence.citation')
    .select(columns('cited_id, citing_id, passage, place'))
    .where(sql<boolean>`citing_id = any(${citing}::uuid[]) and (passage is not null or place is not null)`),
);

/** Where in its sources each row of another module stands, by row and source, as far as the actor may see it. */
export async function passagesOf(tx: Tx, citing: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Passage>>> {
  const rows = await read(tx, passagesIn(citing));
  const byRow = Map.groupBy(rows, ({ citingId }) => citingId);
  return new Map([...byRow].map(([id, cited]) => [id, new Map(cited.map(({ citedId, passage, place }) => [citedId, { passage, place }]))]));
}

/** The table's rows open as far as their citations together; locked first, so that of two who cite one row the second counts the first's. */
async function settle(tx: Tx, scope: EvidenceScope, table: 'evidence.source' | 'evidence.document', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const own = tx
    .selectFrom(table)
    .select('id')
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .where('owner_office', '=', scope.office);
  await own.orderBy('id').forUpdate().execute();
  const target = sql.table(table);
  await sql`
    update ${target} t set visibility = a.visibility, shared_with = case when a.visibility = 'shared' then a.offices else '{}' end
    from (
      select w.id,
        case when bool_or(c.visibility = 'public') then 'public' when bool_or(c.visibility = 'shared') then 'shared' else 'private' end as visibility,
        coalesce(array_agg(distinct o.office order by o.office) filter (where o.office is not null), '{}') as offices
      from (select id, id as cited from unnest(${[...ids]}::uuid[]) as u(id)
        union all select merged_into, id from evidence.source where merged_into = any(${[...ids]}::uuid[])) w
      left join evidence.citation c on c.cited_id = w.cited and c.owner_office = ${scope.office}
      left join lateral unnest(c.shared_with) as o(office) on true group by w.id) a
    where t.id = a.id and t.owner_office = ${scope.office}`.execute(tx);
}

/** These and the sources into which they were merged. */
async function withTargets(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence.source')
    .select('merged_into')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('merged_into', 'is not', null)
    .execute();
  return [...new Set([...ids, ...rows.flatMap(({ merged_into: into }) => into ?? [])])].sort();
}

/**
 * Opens or closes what is cited as its citations have it: each source as its citing rows and those of the sources merged into it, each
 * document as its sources and other citing rows.
 */
export async function settleCited(tx: Tx, scope: EvidenceScope, ids: readonly string[]): Promise<void> {
  const cited = await withTargets(tx, ids);
  await settle(tx, scope, 'evidence.source', cited);
  const { rows } = await sql<{ cited_id: string }>`
    insert into evidence.citation (cited_id, citing_id, owner_office, visibility, shared_with)
    select document_id, id, owner_office, visibility, shared_with from evidence.source
    where id = any(${cited}::uuid[]) and owner_office = ${scope.office} and document_id is not null
    on conflict (cited_id, citing_id) do update set visibility = excluded.visibility, shared_with = excluded.shared_with
    returning cited_id`.execute(tx);
  await settle(tx, scope, 'evidence.document', [...new Set([...cited, ...rows.map((row) => row.cited_id)])].sort());
}

/** How far a source and its document are open; null for what there is not. */
export async function audiencesOf(
  tx: Tx,
  { id, documentId }: Pick<Source, 'id' | 'documentId'>,
): Promise<{ readonly source: string | null; readonly document: string | null }> {
  const source = await tx.selectFrom('evidence.source').select('visibility').where('id', '=', id).executeTakeFirst();
  const document =
    documentId === null
      ? undefined
      : await tx.selectFrom('evidence.document').select('visibility').where('id', '=', documentId).executeTakeFirst();
  return { source: source?.visibility ?? null, document: document?.visibility ?? null };
}
