// All tables of an edition in one separated text: every row begins with the name of its table, and the first row of a table
// holds its headings. A first row with the single word `Table` tells such a file from one of a single table.
import { inEach, type Language } from '#kernel/language.ts';
import type { Cell, Sheet, SheetRow } from '#platform/files/sheets.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';
import { wordTable } from '#reading/words.ts';
import { writtenWord, type SheetWords } from '../domain/file/layout.ts';

const MARK: SheetWords = inEach('Table', '表');
const markOf = wordTable({ mark: MARK });

/** The rows of the file. */
export const combineSheets = (sheets: readonly WrittenSheet[], language: Language): (readonly Cell[])[] => [
  [writtenWord(MARK, language)],
  ...sheets.flatMap((sheet) => [sheet.header, ...sheet.rows].map((row) => [sheet.name, ...row])),
];

/** The tables of a combined file, else the sheet itself. Row numbers and columns stay those of the file. */
export function separateSheets(sheet: Sheet): Sheet[] {
  const [first] = sheet.rows;
  if (first?.cells.length !== 1 || markOf(String(first.cells[0])) === null) return [sheet];
  const tables = new Map<string, SheetRow[]>();
  for (const row of sheet.rows.slice(1)) {
    const name = String(row.cells[0] ?? '').trim();
    const rows = tables.get(name) ?? [];
    rows.push({ number: row.number, cells: ['', ...row.cells.slice(1)] });
    tables.set(name, rows);
  }
  return [...tables].map(([name, rows]) => ({ name, rows }));
}
