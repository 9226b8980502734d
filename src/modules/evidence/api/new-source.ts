// What has to be known before a source is recorded: by whom and when, and what is wrong with it.
import { ok, refuse, unauthenticated, type Problem, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { sourceProblems, type SourceFacts } from '../domain/source.ts';
import { documentsOfOffice } from '../store/documents.ts';
import type { Entering } from '../store/sources.ts';

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
