// Reading what was said; row-level security decides what of it the actor sees.
import { ok, type Result } from '#kernel/result.ts';
import { rememberById, type Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { standingSubjects } from '../store/subjects.ts';
import { subjectKinds, type Pin, type Statement, type StatementId, type Subject, type SubjectKind } from '../domain/statement.ts';
import { pinsAbout } from '../store/pins.ts';
import { historyOf, statementsAbout } from '../store/statements.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { showPins, showStatements } from './show-statement.ts';

/** What `load` finds about subjects of a kind, by subject. */
function bySubject<T extends { readonly subject: Subject }>(
  load: (work: Work, kind: SubjectKind, ids: readonly string[]) => Promise<readonly T[]>,
): (work: Work, kind: SubjectKind, ids: readonly string[]) => Promise<ReadonlyMap<string, readonly T[]>> {
  const readers = new Map(
    subjectKinds.map((kind) => [
      kind,
      rememberById<string, readonly T[]>(async (work, ids) => Map.groupBy(await load(work, kind, ids), ({ subject }) => subject.id)),
    ]),
  );
  return async (work, kind, ids) => (await readers.get(kind)?.(work, ids)) ?? new Map();
}

/**
 * Everything said of each subject that has not been withdrawn, in order of entry, with source and asserting office; superseded statements
 * are among them, because who may not see the correction still reads what it corrects: `showFirst` and `standing` leave them out.
 */
export const statementsOf = bySubject<Statement>(async (work, kind, ids) =>
  showStatements(work, await statementsAbout(work.tx, kind, ids)),
);

/** Every pin about each subject that the actor may see. */
export const pinsOf = bySubject<Pin>(async (work, kind, ids) => showPins(work, await pinsAbout(work.tx, kind, ids, null)));

/** The id of what stands for the subject now: its own, unless it has come under another. */
export const standingSubject = async (work: Work, subject: Subject): Promise<string> =>
  (await standingSubjects(work.tx, [subject])).get(subject.id)?.id ?? subject.id;

interface History {
  readonly entries: readonly Statement[];
  readonly nextCursor: string | null;
  readonly pins: readonly Pin[];
}

/** All that was ever said of one attribute, superseded and withdrawn included, the last entered first; and who pinned what. */
export async function listHistory(work: Work, input: Asked<'listHistory'>): Promise<Result<History>> {
  const after = readCursor<'Statement'>(input.cursor);
  if (!after.ok) return after;
  const { subjectKind, subjectId, attribute, limit } = input;
  const subject = { kind: subjectKind, id: subjectId };
  const records = await historyOf(work.tx, { subject, attribute, after: after.value satisfies StatementId | null, limit });
  const cut = cutPage(records, limit, byId);
  const pins = await showPins(work, await pinsAbout(work.tx, subjectKind, [subjectId], attribute));
  return ok({ entries: await showStatements(work, cut.entries), nextCursor: cut.nextCursor, pins });
}
