// The problem list of an import as a table that opens in a spreadsheet: row, column, what is wrong, what was done.
import { ok, type Result } from '#kernel/result.ts';
import { namingOf } from '#modules/cities/api/naming.ts';
import type { Transact } from '#platform/work.ts';
import { writeProblemList } from '#platform/files/problem-list.ts';
import type { Asked } from '../contract.ts';
import { problemSentence, outcomeSentence } from '../formats/problem-sentences.ts';
import { pageOfProblems } from '../store/findings.ts';
import { seeImport } from './find-set.ts';

const MOST = 100_000;

/** In the reader's language unless another is asked for; written outside the transaction that reads it. */
export async function exportReferenceProblems(transact: Transact, input: Asked<'exportReferenceProblems'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const found = await seeImport(work, input.importId);
    if (!found.ok) return found;
    const { id, number } = found.value;
    const problems = await pageOfProblems(work.tx, { importId: id, code: null, outcome: null, after: 0, limit: MOST });
    const { regions } = await namingOf(work, 'export');
    return ok({ number, problems, regions, language: input.language ?? work.actor.language });
  });
  if (!read.ok) return read;
  const { number, problems, regions, language } = read.value;
  const listed = problems.map(({ row, rows, column, outcome, ...problem }) => ({
    ...{ row, rows, column, problem: problemSentence(problem, language, regions), outcome: outcomeSentence(outcome, language) },
  }));
  return writeProblemList(listed, { name: `problems-${number}`, format: input.format, language });
}
