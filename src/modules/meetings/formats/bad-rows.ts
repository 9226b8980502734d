// The rows of a file that cannot be read, as a workbook of their own with what is wrong: mended there, they are read in by themselves.
import { inEach, type Language } from '#kernel/language.ts';
import { ok, refuse, type Problem, type Result } from '#kernel/result.ts';
import type { Cell, Sheet } from '#platform/files/sheets.ts';
import { writeWorkbook, type WrittenSheet } from '#platform/files/write-workbook.ts';
import { plainCell } from '#reading/live-cells.ts';
import { lookAtSheets, readEditionBytes, xlsxFile, type ReadInput, type WrittenFile } from './edition-bytes.ts';
import { openFile } from './open-file.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(en, zh);

/** What is wrong, without the place that its row tells. */
function sentenceOf({ code, params = {}, path: [, , column] }: Problem, language: Language): string {
  const bare = (texts[language][code] ?? code).replace(/^[^:：]*[:：]\s*/u, '');
  const filled = bare.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  return `${String(column)}: ${filled}`;
}

function sheetOfRows(
  { name, rows }: Sheet,
  problems: readonly Problem[],
  { headsIn, language }: { readonly headsIn: number; readonly language: Language },
): WrittenSheet {
  const byRow = Map.groupBy(problems, ({ path: [, row] }) => Number(row));
  const heads = rows.find(({ number }) => number === headsIn)?.cells.map(String) ?? [];
  const width = Math.max(heads.length, ...rows.map(({ cells }) => cells.length));
  const whole = (cells: readonly Cell[]): readonly Cell[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? '').map((cell) => (typeof cell === 'number' ? cell : plainCell(cell)));
  return {
    name,
    header: [
      ...whole(heads).map(String),
      texts[language]['meetings.file_head_row'] ?? '',
      texts[language]['meetings.file_head_wrong'] ?? '',
    ],
    rows: rows
      .filter(({ number }) => byRow.has(number))
      .map(({ number, cells }) => [
        ...whole(cells),
        number,
        (byRow.get(number) ?? []).map((problem) => sentenceOf(problem, language)).join('\n'),
      ]),
  };
}

/** Each sheet with its heads and those of its rows that would be left out. Refuses a file that cannot be read without them either. */
export async function badRowsOf(input: ReadInput, language: Language): Promise<Result<WrittenFile>> {
  const [opened, read] = [await openFile(input), await readEditionBytes({ ...input, leaveOut: true })];
  if (!opened.ok) return opened;
  if (!read.ok) return read;
  const unread = [...read.value.leftOut, ...read.value.leftEmpty];
  if (unread.length === 0) return refuse({ kind: 'conflict', code: 'meetings.file_rows_sound' });
  const { sheets } = opened.value;
  const readings = new Map(lookAtSheets(sheets, input.choices).map((one) => [one.sheet, one]));
  const bySheet = Map.groupBy(unread, ({ path: [sheet] }) => String(sheet));
  return ok(
    xlsxFile(
      writeWorkbook(
        sheets.flatMap((sheet) => {
          const problems = bySheet.get(sheet.name);
          return problems === undefined
            ? []
            : [sheetOfRows(sheet, problems, { headsIn: readings.get(sheet.name)?.headsIn ?? 0, language })];
        }),
      ),
    ),
  );
}
