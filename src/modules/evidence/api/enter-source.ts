// Sources: recording one, finding those an office has used, and what else than statements cites them.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { rememberById, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import {
  noPassage,
  type CitedSource,
  type DocumentId,
  type Passage,
  type Source,
  type SourceId,
  type SourceRecord,
} from '../domain/source.ts';
import type { Audience } from '../domain/statement.ts';
import { maySpeakFor } from '../policy.ts';
import { documentsOfOffice } from '../store/documents.ts';
import { findSources, listSourceRecords, passagesOf } from '../store/sources.ts';
import { pagesWith } from '../store/source-uses.ts';
import { settleCitations } from './audience.ts';
import { settleSource } from './settle-source.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';

/**
 * Records a source for an office, private until something that is not cites it; one that says no more than one on record is that one.
 * Refuses `kernel.forbidden` and every field at once.
 */
export async function enterSource(work: Work, { office, ...asked }: Asked<'enterSource'>): Promise<Result<Source>> {
  const settled = await settleSource(work, office, asked);
  if (!settled.ok) return settled;
  const { id } = settled.value;
  await audit(work, { useCase: 'enter-source', office, subjects: [id], fields: Object.keys(asked) });
  return getSource(work, { sourceId: id });
}

/** The source as the actor may see it. Refuses `evidence.source_not_found`. */
export async function getSource(work: Work, input: { readonly sourceId: SourceId }): Promise<Result<Source>> {
  const source = (await findSources(work.tx, [input.sourceId])).get(input.sourceId);
  return source === undefined ? notFound('evidence.source_not_found') : ok(source);
}

interface SourcePage {
  readonly entries: readonly SourceRecord[];
  readonly nextCursor: string | null;
}

/** Sources with a title that an office of the actor has used, the last entered first. */
export async function listSources(work: Work, input: Asked<'listSources'>): Promise<Result<SourcePage>> {
  const scope = maySpeakFor(work.actor, input.office);
  if (!scope.ok) return scope;
  const after = readCursor<'Source'>(input.cursor);
  if (!after.ok) return after;
  const { limit, q = '' } = input;
  const rows = await listSourceRecords(work.tx, { office: scope.value.office, q, after: after.value, limit });
  const { entries, nextCursor } = cutPage(rows, limit, byId);
  return ok({ entries, nextCursor });
}

const MOST_PAGES = 500;

/** On which pages a source of an office of the actor is used. Refuses `evidence.source_not_found`, also for another office's. */
export async function listSourceUses(work: Work, { sourceId }: Asked<'listSourceUses'>): Promise<Result<Answer<'listSourceUses'>>> {
  const source = (await findSources(work.tx, [sourceId])).get(sourceId);
  const scope = source === undefined ? null : maySpeakFor(work.actor, source.office);
  if (source === undefined || scope?.ok !== true) return notFound('evidence.source_not_found');
  const pages = await pagesWith(work.tx, source.id, [scope.value.office], MOST_PAGES);
  return ok({ entries: pages.map((page) => ({ ...page, label: page.label === null ? null : { ...page.label } })) });
}

/** Sources by the ids asked for, as far as the actor may see them; for one that was merged the one it was merged into. */
export const sourcesByIds = rememberById<SourceId, Source>(({ tx }, ids) => findSources(tx, ids));

/** A row of another module by its id, with the source that it cites. */
export interface CitingRow {
  readonly id: string;
  readonly sourceId: SourceId | null;
}

/** The sources of rows of another module that can be corrected, each with where in it the row stands, as far as the actor may see them. */
export async function citedSources(work: Work, rows: readonly CitingRow[]): Promise<(row: CitingRow) => CitedSource | null> {
  const citing = rows.filter(({ sourceId }) => sourceId !== null);
  const [sources, passages] = await Promise.all([
    sourcesByIds(
      work,
      citing.flatMap(({ sourceId }) => sourceId ?? []),
    ),
    passagesByRow(
      work,
      citing.map(({ id }) => id),
    ),
  ]);
  return ({ id, sourceId }) => {
    const source = sourceId === null ? undefined : sources.get(sourceId);
    if (source === undefined || sourceId === null) return null;
    return { ...source, ...(passages.get(id)?.get(sourceId) ?? noPassage) };
  };
}

const passagesByRow = rememberById<string, ReadonlyMap<string, Passage>>(({ tx }, ids) => passagesOf(tx, ids));

/** A row of another module that cites sources or documents of its own office. */
export interface Citing {
  readonly office: OfficeId;
  readonly citingId: string;
  readonly audience: Audience;
  readonly sourceIds?: readonly SourceId[];
  readonly documentIds?: readonly DocumentId[];
  /** Where in its source the row stands; left out it stays as it is. Rows that are never changed keep it themselves. */
  readonly passage?: Passage | undefined;
}

/**
 * Says what a row of another module cites and who may read that row, so that its source and paper open to the same readers. To be said
 * again whenever the row's audience changes. Refuses sources and documents that are not the office's own, at `sourceId`, `documentId`.
 */
export async function citeFrom(
  work: Work,
  { office, citingId, audience, sourceIds = [], documentIds = [], passage }: Citing,
): Promise<Result<null>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const sources = await findSources(work.tx, sourceIds);
  const documents = await documentsOfOffice(work.tx, office, documentIds);
  const problems: Problem[] = [];
  if (sourceIds.some((id) => sources.get(id)?.office !== office)) problems.push({ path: ['sourceId'], code: 'evidence.source_unknown' });
  if (documentIds.some((id) => !documents.has(id))) problems.push({ path: ['documentId'], code: 'evidence.document_unknown' });
  if (problems.length > 0) return refuseInput(problems);
  await settleCitations(work, scope.value, [
    ...sourceIds.map((citedId) => ({ citedId, citingId, audience, passage })),
    ...documentIds.map((citedId) => ({ citedId, citingId, audience })),
  ]);
  return ok(null);
}
