// Reading what was said of whatever it is: a page at a time for files that hold all of it, and of what others say something at all.
import type { Work } from '#platform/work.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Statement, StatementId, Subject, SubjectKind } from '../domain/statement.ts';
import { statementsAfter, subjectsOfOthers } from '../store/statements.ts';
import { showStatements } from './show-statement.ts';

/** Statements about subjects of these kinds that the actor may see, superseded ones among them, in order of entry; up to `limit`. */
export const pageStatements = async (
  work: Work,
  page: { readonly kinds: readonly SubjectKind[]; readonly after: StatementId | null; readonly limit: number },
): Promise<readonly Statement[]> => showStatements(work, await statementsAfter(work.tx, page));

/** Of what, of these kinds, other offices than this one state something that the actor may see. */
export const saidByOthers = (work: Work, office: OfficeId, kinds: readonly SubjectKind[]): Promise<readonly Subject[]> =>
  subjectsOfOthers(work.tx, { office, kinds });
