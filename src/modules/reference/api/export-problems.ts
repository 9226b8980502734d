// The problem list of an import as a table that opens in a spreadsheet: row, column, what is wrong, what was done.
import { ok, type Result } from '#kernel/result.ts';
import type { Language } from '#kernel/language.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import type { Cell } from '#platform/files/sheets.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { problemSentence, outcomeSentence, problemHeads } from '../formats/problem-sentences.ts';
import { pageOfProblems, type NumberedProblem } from '../store/findings.ts';
import { seeImport } from './find-set.ts';

const MOST = 100_000;
const mostRows = 50;

const cellsOf = (problem: NumberedProblem, language: Language): readonly Cell[] => [
  problem.row,
  problem.column ?? '',
  problemSentence(problem.code, problem.params, language),
  outcomeSentence(problem.outcome, language),
  problem.rows
    .slice(0, mostRows)
    .filter((row) => row !== problem.row)
    .join(' '),
  problem.rows.length,
];

/** In the reader's language unless another is asked for. */
export async function exportReferenceProblems(work: Work, input: Asked<'exportReferenceProblems'>): Promise<Result<File>> {
  const found = await seeImport(work, input.importId);
  if (!found.ok) return found;
  const language = input.language ?? work.actor.language;
  const problems = await pageOfProblems(work.tx, { importId: found.value.id, code: null, outcome: null, after: 0, limit: MOST });
  const bytes = writeCsv([problemHeads(language), ...problems.map((problem) => cellsOf(problem, language))]);
  return ok(new File([Buffer.from(bytes)], `problems-${found.value.number}.csv`, { type: 'text/csv; charset=utf-8' }));
}
