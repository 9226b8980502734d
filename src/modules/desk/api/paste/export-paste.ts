// The problem list of a paste as a file: what a person takes back to the sheet it came from.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { namingOf } from '#modules/cities/api/naming.ts';
import { columnLetters } from '#platform/files/sheets.ts';
import { writeProblemList } from '#platform/files/problem-list.ts';
import type { Transact } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { pasteProblems, type JudgedRow } from '../../domain/paste/problems.ts';
import { outcomeSentence, problemSentence } from '../../formats/paste-sentences.ts';
import { findPaste } from '../../store/pastes.ts';
import { classesFor } from '#modules/ties/api/list-classes.ts';
import { readPaste } from './read-paste.ts';

/** In the reader's language unless another is asked for. Refuses `desk.paste_not_found`. */
export async function exportPasteProblems(transact: Transact, input: Asked<'exportPasteProblems'>): Promise<Result<File>> {
  const found = await transact(async (work) => {
    const paste = await findPaste(work.tx, input.pasteId);
    if (paste === null) return notFound('desk.paste_not_found');
    const classes = new Map((await classesFor(work)).map(({ code, name }) => [code, name]));
    const { regions } = await namingOf(work, 'export');
    return ok({ paste, told: { classes, regions }, language: input.language ?? work.actor.language });
  });
  if (!found.ok) return found;
  const { paste, told, language } = found.value;
  const read = await readPaste(transact, { officeId: paste.office, text: paste.text, reading: paste.reading, lookUpAll: true });
  if (!read.ok) return read;
  const { rows, verdicts, asked, sheet, reading } = read.value;
  const kept = new Set(paste.isUndone ? [] : paste.kept.map(({ row }) => row));
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.number, verdict.state]));
  const answerOf = new Map(reading.answers.map((answer) => [answer.row, answer]));
  const city = sheet.columns.indexOf('city');
  const judged = rows.flatMap((row, at): JudgedRow[] => {
    const raw = asked[at];
    const now = kept.has(row.number) ? 'kept' : (verdictOf.get(row.number) ?? 'not_understood');
    return raw === undefined ? [] : [{ row, cityCell: row.cells[city] ?? '', asked: raw, now, answer: answerOf.get(row.number) }];
  });
  const listed = pasteProblems(judged).map((problem) => {
    const at = problem.about === null ? -1 : sheet.columns.indexOf(problem.about);
    const column = at < 0 ? null : columnLetters(at);
    const sentences = { problem: problemSentence(problem, language), outcome: outcomeSentence(problem, language, told) };
    return { row: problem.line, rows: [problem.line], column, ...sentences };
  });
  return writeProblemList(listed, { name: `problems-${paste.pastedAt.toISOString().slice(0, 10)}`, format: input.format, language });
}
