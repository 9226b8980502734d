// Files of sheets: one that is read as a sheet, and the list of what was not recorded, to be mended where it came from.
import { inEach } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { sentence } from '#kernel/sentence.ts';
import { en as kernelEn } from '#kernel/text.en.ts';
import { zh as kernelZh } from '#kernel/text.zh.ts';
import { readAsPasted } from '#platform/files/pasted-file.ts';
import { writeProblemList, type ListedProblem } from '#platform/files/problem-list.ts';
import { columnLetters } from '#platform/files/sheets.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ReadOutcomeRow } from '../../domain/sheet/read-rows.ts';
import { longestSheet, mostRows } from '../../domain/sheet/sheet.ts';
import { mayRecord } from '../../policy.ts';
import { findSheet } from '../../store/sheets.ts';
import { en } from '../../text.en.ts';
import { zh } from '../../text.zh.ts';
import { sheetEn } from '../../formats/sheet-text.en.ts';
import { sheetZh } from '../../formats/sheet-text.zh.ts';
import { readOutcomeSheet } from './read-sheet.ts';

const texts = inEach({ ...kernelEn, ...en, ...sheetEn }, { ...kernelZh, ...zh, ...sheetZh });

/** Nothing is kept. Refuses `kernel.forbidden` before anything is read, and what is no table. */
export async function readOutcomeFile(transact: Transact, input: Asked<'readOutcomeFile'>): Promise<Result<Answer<'readOutcomeFile'>>> {
  const allowed = await transact((work) => Promise.resolve(mayRecord(work.actor, input.officeId)));
  return allowed.ok ? readAsPasted(input.file, { sheet: input.sheet, rows: mostRows, length: longestSheet }) : allowed;
}

/** In the reader's language unless another is asked for. Refuses `outcomes.sheet_not_found`. */
export async function exportSheetProblems(transact: Transact, input: Asked<'exportSheetProblems'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const sheet = await findSheet(work.tx, input.sheetId);
    if (sheet === null) return notFound('outcomes.sheet_not_found');
    const { office: officeId, text, reading } = sheet;
    const rows = await readOutcomeSheet(work, { officeId, text, reading });
    return rows.ok
      ? ok({ sheet, rows: rows.value.rows, columns: rows.value.sheet.columns, language: input.language ?? work.actor.language })
      : rows;
  });
  if (!read.ok) return read;
  const { sheet, rows, columns, language } = read.value;
  const recorded = new Set(sheet.kept.map(({ line }) => line));
  const say = (code: string, params: Readonly<Record<string, unknown>> = {}): string => sentence(texts[language], language, code, params);
  const listed = rows.filter(({ line }) => !recorded.has(line)).flatMap((row) => problemsOf(row, columns, say));
  const name = `outcomes-${sheet.broughtInAt.toISOString().slice(0, 10)}`;
  return writeProblemList(listed, { name, format: input.format, language });
}

function problemsOf(
  { line, state, questions }: ReadOutcomeRow,
  columns: readonly string[],
  say: (code: string, params?: Readonly<Record<string, unknown>>) => string,
): readonly ListedProblem[] {
  const of = { row: line, rows: [line] };
  const outcome = say('outcomes.sheet_not_recorded');
  if (questions.length === 0) return [{ ...of, column: null, problem: say(`outcomes.sheet_is_${state}`), outcome }];
  return questions.map(({ about, code, params }) => {
    const at = columns.indexOf(about);
    return { ...of, column: at < 0 ? null : columnLetters(at), problem: say(code, params), outcome };
  });
}
