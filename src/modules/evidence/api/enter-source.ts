// Sources: recording one, finding those an office has used, and what else than statements cites them.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, unauthenticated, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { rememberById, type Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { sourceProblems, type DocumentId, type Source, type SourceFacts, type SourceId, type SourceRecord } from '../domain/source.ts';
import type { Audience } from '../domain/statement.ts';
import { maySpeakFor } from '../policy.ts';
import { documentsOfOffice } from '../store/documents.ts';
import { findSources, insertSources, listSourceRecords, type Entering } from '../store/sources.ts';
import { settleCitations } from './audience.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';

/** Who enters, and when; an editor always has an account. */
export function entering(work: Work): Result<Entering> {
  const { account } = work.actor;
  return account === null ? refuse(unauthenticated) : ok({ account, now: work.now });
}

/** A new source at the place of the input that describes it. */
export interface DescribedSource {
  readonly path: readonly (string | number)[];
  readonly facts: SourceFacts;
}

/** Everything wrong with new sources at once: titles missing, documents that the office does not hold. */
export async function newSourceProblems(
  work: Work,
  scope: EvidenceScope,
  sources: readonly DescribedSource[],
): Promise<readonly Problem[]> {
  const documents = await documentsOfOffice(
    work.tx,
    scope.office,
    sources.flatMap(({ facts }) => facts.documentId ?? []),
  );
  return sources.flatMap(({ path, facts }): readonly Problem[] => [
    ...sourceProblems(facts).map((problem) => ({ ...problem, path: [...path, ...problem.path] })),
    ...(facts.documentId !== null && !documents.has(facts.documentId)
      ? [{ path: [...path, 'documentId'], code: 'evidence.document_unknown' }]
      : []),
  ]);
}

/** Records a source for an office; private until something that is not cites it. Refuses `kernel.forbidden` and every field at once. */
export async function enterSource(work: Work, { office, ...asked }: Asked<'enterSource'>): Promise<Result<Source>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  const facts: SourceFacts = {
    ...asked,
    licence: asked.licence ?? null,
    credit: asked.credit ?? null,
  };
  const problems = await newSourceProblems(work, scope.value, [{ path: [], facts }]);
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'Source'>();
  await insertSources(work.tx, scope.value, [{ id, facts }], by.value);
  await audit(work, { useCase: 'enter-source', office: scope.value.office, subjects: [id], fields: Object.keys(asked) });
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

/** Sources by the ids asked for, as far as the actor may see them; for one that was merged the one it was merged into. */
export const sourcesByIds = rememberById<SourceId, Source>(({ tx }, ids) => findSources(tx, ids));

/** A row of another module that cites sources or documents of its own office. */
export interface Citing {
  readonly office: OfficeId;
  readonly citingId: string;
  readonly audience: Audience;
  readonly sourceIds?: readonly SourceId[];
  readonly documentIds?: readonly DocumentId[];
}

/**
 * Says what a row of another module cites and who may read that row, so that its source and paper open to the same readers. To be said
 * again whenever the row's audience changes. Refuses sources and documents that are not the office's own, at `sourceId`, `documentId`.
 */
export async function citeFrom(
  work: Work,
  { office, citingId, audience, sourceIds = [], documentIds = [] }: Citing,
): Promise<Result<null>> {
  const scope = maySpeakFor(work.actor, office);
  if (!scope.ok) return scope;
  const sources = await findSources(work.tx, sourceIds);
  const documents = await documentsOfOffice(work.tx, office, documentIds);
  const problems: Problem[] = [];
  if (sourceIds.some((id) => sources.get(id)?.office !== office)) problems.push({ path: ['sourceId'], code: 'evidence.source_unknown' });
  if (documentIds.some((id) => !documents.has(id))) problems.push({ path: ['documentId'], code: 'evidence.document_unknown' });
  if (problems.length > 0) return refuseInput(problems);
  await settleCitations(
    work,
    scope.value,
    [...sourceIds, ...documentIds].map((citedId) => ({ citedId, citingId, audience })),
  );
  return ok(null);
}
