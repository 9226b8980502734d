// Where entries of a profile are said: found or recorded with the text, opened with what is published and closed with it.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { citeFrom, sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import { settleSource, type AskedSource } from '#modules/evidence/api/settle-source.ts';
import { noPassage, type CitedSource, type SourceId } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { EntryRecord, EntrySource } from '../../domain/profile/profile.ts';
import type { CityScope } from '../../domain/scope.ts';
import { findPublished } from '../../store/profile.ts';

type Stated = Pick<EntrySource, 'sourceId' | 'passage' | 'place'>;
export type SourceOf = (text: Stated) => CitedSource | null;

/** The sources of texts, each with where in it the text stands, as far as the actor may see them. */
export async function sourcesOfTexts(work: Work, texts: readonly Stated[]): Promise<SourceOf> {
  const sources = await sourcesByIds(
    work,
    texts.flatMap(({ sourceId }) => sourceId ?? []),
  );
  return ({ sourceId, passage, place }) => {
    const source = sourceId === null ? undefined : sources.get(sourceId);
    return source === undefined ? null : { ...source, passage, place };
  };
}

/** The source that is asked for, found or recorded: null for none, undefined where it stays as it is. Problems are told under `source`. */
export async function settleEntrySource(
  work: Work,
  { office }: CityScope,
  source: AskedSource | null | undefined,
): Promise<Result<Stated | undefined>> {
  if (source === undefined) return ok(undefined);
  if (source === null) return ok({ sourceId: null, ...noPassage });
  const settled = await settleSource(work, office, source);
  if (settled.ok) return ok({ sourceId: settled.value.id, passage: settled.value.passage, place: settled.value.place });
  const problems = settled.refusal.problems?.map((problem) => ({ ...problem, path: ['source', ...problem.path] }));
  return problems === undefined ? settled : refuseInput(problems);
}

/** A text from before the city was adopted may rest on a source of the office that wrote it: nobody would read that with the text. */
export async function foreignSource(work: Work, entry: EntryRecord): Promise<readonly Problem[]> {
  if (entry.sourceId === null || (await sourcesByIds(work, [entry.sourceId])).has(entry.sourceId)) return [];
  return [{ path: ['source'], code: 'cities.source_of_former_office' }];
}

/** Every source that an entry rests on: the text of now, and the one that everybody reads. */
export async function citedBy(work: Work, entry: EntryRecord): Promise<readonly SourceId[]> {
  const published = entry.publishedVersion === null ? null : await findPublished(work.tx, entry.id);
  return [entry.sourceId, published?.sourceId].flatMap((id) => id ?? []);
}

/** Says what an entry cites: everybody reads what is published, its office the rest; `before` is what it cited till now. */
export async function citeSources(work: Work, scope: CityScope, entry: EntryRecord, before: readonly SourceId[]): Promise<Result<null>> {
  const ids = [...new Set([...before, ...(await citedBy(work, entry))])];
  if (ids.length === 0) return ok(null);
  const published = entry.publishedVersion === null ? null : await findPublished(work.tx, entry.id);
  const sources = await sourcesByIds(work, ids);
  const own = ids.filter((id) => sources.get(id)?.office === scope.office);
  const cite = (visibility: 'public' | 'private', sourceIds: readonly SourceId[]) =>
    citeFrom(work, { office: scope.office, citingId: entry.id, audience: { visibility, sharedWith: [] }, sourceIds });
  const opened = await cite(
    'public',
    own.filter((id) => id === published?.sourceId),
  );
  return opened.ok
    ? cite(
        'private',
        own.filter((id) => id !== published?.sourceId),
      )
    : opened;
}
