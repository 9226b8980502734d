// Reading everything that was said, a page at a time: for files that hold all of it.
import type { Work } from '#platform/work.ts';
import type { Statement, StatementId, SubjectKind } from '../domain/statement.ts';
import { statementsAfter } from '../store/statements.ts';
import { showStatements } from './show-statement.ts';

/** Statements about subjects of these kinds that the actor may see, superseded ones among them, in order of entry; up to `limit`. */
export const pageStatements = async (
  work: Work,
  page: { readonly kinds: readonly SubjectKind[]; readonly after: StatementId | null; readonly limit: number },
): Promise<readonly Statement[]> => showStatements(work, await statementsAfter(work.tx, page));
