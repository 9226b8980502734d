// The source and the paper of an agreement or exchange: found or recorded with it, opened and closed with it.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import { settleSource, type AskedSource } from '#modules/evidence/api/settle-source.ts';
import { noPassage, type Passage, type SourceId } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { Owned } from '../domain/records.ts';

/** What a row cites: where it is said, and for an agreement the paper itself. */
export interface Papers {
  readonly sourceId: Id<'Source'> | null;
  readonly documentId?: Id<'Document'> | null;
  /** Where in its source it stands; left out it stays as it is. */
  readonly passage?: Passage | undefined;
}

type Row = Owned & { readonly id: string };

const ids = <T>(id: T | null | undefined): readonly T[] => (id === null || id === undefined ? [] : [id]);

/** Says what a row cites, so that it is read by whoever may read the row; to be said again whenever these change. */
export const citePapers = (work: Work, row: Row, { sourceId, documentId, passage }: Papers): Promise<Result<null>> =>
  citeFrom(work, { office: row.office, citingId: row.id, audience: row, sourceIds: ids(sourceId), documentIds: ids(documentId), passage });

/** Closes what a row cites to all but its office. */
export const closePapers = (work: Work, row: Row, papers: Papers): Promise<Result<null>> =>
  citePapers(work, { ...row, visibility: 'private', sharedWith: [] }, papers);

interface Asked {
  /** null where none is stated, undefined where it stays as it is. */
  readonly source: AskedSource | null | undefined;
  readonly documentId?: Id<'Document'> | null;
}

const under = (path: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: [path, ...problem.path] }));

interface Settled {
  readonly id: SourceId | null;
  readonly passage?: Passage;
}

async function settled(work: Work, office: OfficeId, { source }: Asked, before: Papers): Promise<Result<Settled>> {
  if (source === undefined) return ok({ id: before.sourceId });
  const found = source === null ? ok({ id: null, ...noPassage }) : await settleSource(work, office, source);
  if (!found.ok) return found;
  const { id, ...passage } = found.value;
  return ok({ id, passage });
}

/**
 * Finds or records the source that is asked for, and says that the row cites it and its paper; what it cited before is closed. Refuses
 * everything wrong with them together with `problems`, what else is wrong with the row.
 */
export async function settlePapers(
  work: Work,
  row: Row,
  { asked, before, problems }: { readonly asked: Asked; readonly before: Papers; readonly problems: readonly Problem[] },
): Promise<Result<Papers['sourceId']>> {
  const source = await settled(work, row.office, asked, before);
  if (!source.ok && source.refusal.problems === undefined) return source;
  const closed = await closePapers(work, row, before);
  if (!closed.ok) return closed;
  const { id: sourceId, passage }: Settled = source.ok ? source.value : { id: null };
  const papers = { sourceId, passage, ...(asked.documentId === undefined ? {} : { documentId: asked.documentId }) };
  const cited = await citePapers(work, row, papers);
  const all = [
    ...problems,
    ...(source.ok ? [] : under('source', source.refusal.problems ?? [])),
    ...(cited.ok ? [] : (cited.refusal.problems ?? [])),
  ];
  if (all.length > 0) return refuseInput(all);
  return cited.ok ? ok(sourceId) : cited;
}
