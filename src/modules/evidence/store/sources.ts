// SQL of sources and of what cites them. A source is as visible as the rows that cite it.
import { sql } from 'kysely';
import type { DateQualifier } from '#kernel/flex-date.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { DocumentId, Source, SourceClass, SourceFacts, SourceId } from '../domain/source.ts';
import type { Audience } from '../domain/statement.ts';

/** Columns of a source with the document it shows, to be joined by others, too. */
export const sourceColumns = [
  's.id as source_id',
  's.owner_office as source_office',
  's.class',
  's.title',
  's.publisher',
  's.address',
  's.source_date',
  's.source_date_qualifier',
  's.passage',
  's.document_id',
  'd.id as document_seen',
  'd.name as document_name',
  'd.media_type',
  'd.size',
  'd.sha256',
] as const;

export interface SourceRow {
  readonly source_id: string;
  readonly source_office: string;
  readonly class: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly source_date: string | null;
  readonly source_date_qualifier: string;
  readonly passage: string | null;
  readonly document_id: string | null;
  readonly document_seen: string | null;
  readonly document_name: string | null;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
}

export const sourceOf = (row: SourceRow): Source => ({
  id: row.source_id as SourceId,
  office: row.source_office as OfficeId,
  class: row.class as SourceClass,
  title: row.title,
  publisher: row.publisher,
  address: row.address,
  date: row.source_date === null ? null : { text: row.source_date, qualifier: row.source_date_qualifier as DateQualifier },
  passage: row.passage,
  documentId: row.document_id as DocumentId | null,
  document:
    row.document_seen === null
      ? null
      : {
          id: row.document_seen as DocumentId,
          name: row.document_name ?? '',
          mediaType: row.media_type ?? '',
          size: row.size ?? 0,
          sha256: row.sha256 ?? '',
        },
});

const selectSources = (tx: Tx) =>
  tx.selectFrom('evidence.source as s').leftJoin('evidence.document as d', 'd.id', 's.document_id').select(sourceColumns);

/** Sources that the actor may see, by id; what may not be seen is left out. */
export async function findSources(tx: Tx, ids: readonly SourceId[]): Promise<readonly Source[]> {
  if (ids.length === 0) return [];
  const rows = await selectSources(tx)
    .where('s.id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(sourceOf);
}

/** The office's own sources, the last entered first; up to `limit` + 1. */
export async function listSourceRecords(
  tx: Tx,
  { office, q, after, limit }: { readonly office: OfficeId; readonly q: string; readonly after: SourceId | null; readonly limit: number },
): Promise<readonly Source[]> {
  const rows = await selectSources(tx)
    .where('s.owner_office', '=', office)
    .where('s.title', '<>', '')
    .$if(q !== '', (query) => query.where(sql<boolean>`strpos(lower(s.title), lower(${q}::text)) > 0`))
    .$if(after !== null, (query) => query.where('s.id', '<', after ?? ''))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(sourceOf);
}

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
  passage: facts.passage,
  document_id: facts.documentId,
  entered_by: account,
  entered_at: now.toISOString(),
});

export async function insertSources(tx: Tx, scope: EvidenceScope, sources: readonly NewSource[], entering: Entering): Promise<void> {
  if (sources.length === 0) return;
  await tx
    .insertInto('evidence.source')
    .values(sources.map((source) => rowOf(scope, source, entering)))
    .execute();
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
    .where((eb) => eb.and((['publisher', 'address', 'passage', 'document_id'] as const).map((column) => eb(column, 'is', null))))
    .executeTakeFirstOrThrow();
  return id as SourceId;
}

export interface Citation {
  readonly citedId: SourceId | DocumentId;
  readonly citingId: string;
  readonly audience: Audience;
}

/** Records who cites what, each with the audience of the citing row; what was recorded of the same pair before is replaced. */
export async function saveCitations(tx: Tx, scope: EvidenceScope, citations: readonly Citation[]): Promise<void> {
  if (citations.length === 0) return;
  await tx
    .insertInto('evidence.citation')
    .values(
      citations.map(({ citedId, citingId, audience }) => ({
        cited_id: citedId,
        citing_id: citingId,
        owner_office: scope.office,
        visibility: audience.visibility,
        shared_with: audience.visibility === 'shared' ? [...audience.sharedWith] : [],
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['cited_id', 'citing_id'])
        .doUpdateSet((eb) => ({ visibility: eb.ref('excluded.visibility'), shared_with: eb.ref('excluded.shared_with') })),
    )
    .execute();
}

/** The table's rows open as far as their citations together; locked first, so that of two who cite one row the second counts the first's. */
async function settle(tx: Tx, scope: EvidenceScope, table: 'evidence.source' | 'evidence.document', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const own = tx
    .selectFrom(table)
    .select('id')
    .where('id', 'in', [...ids])
    .where('owner_office', '=', scope.office);
  await own.orderBy('id').forUpdate().execute();
  const target = sql.table(table);
  await sql`
    update ${target} t set visibility = a.visibility, shared_with = case when a.visibility = 'shared' then a.offices else '{}' end
    from (
      select c.cited_id,
        case when bool_or(c.visibility = 'public') then 'public' when bool_or(c.visibility = 'shared') then 'shared' else 'private' end as visibility,
        coalesce(array_agg(distinct o.office order by o.office) filter (where o.office is not null), '{}') as offices
      from evidence.citation c left join lateral unnest(c.shared_with) as o(office) on true
      where c.owner_office = ${scope.office} and c.cited_id = any(${[...ids]}::uuid[]) group by c.cited_id) a
    where t.id = a.cited_id and t.owner_office = ${scope.office}`.execute(tx);
}

/** Opens or closes what is cited as its citations have it: each source as its citing rows, each document as its sources and other citing rows. */
export async function settleCited(tx: Tx, scope: EvidenceScope, ids: readonly string[]): Promise<void> {
  const cited = [...new Set(ids)].sort();
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
