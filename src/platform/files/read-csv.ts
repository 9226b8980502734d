// Reads separated text within limits: right text, or one clear problem that names row and column.
// Runs in a worker thread: it works for as long as the file is large.
import { CsvError, parse } from 'csv-parse/sync';
import { restoreCell } from '#reading/live-cells.ts';
import { ok, type Result } from '#kernel/result.ts';
import { decodeText } from './decode-text.ts';
import { columnLetters, refuseAt, refuseFile, sheetLimits, type Sheet, type SheetLimits, type SheetRow } from './sheets.ts';
import { Stop } from './stop.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Lines in which a title may stand above the heads: its separator is the one that the line below it has, too. */
const MOST_ABOVE = 10;

/** A row of many cells may be longer than any one of them; what is longer than this is no row of a table. */
const RECORD_LENGTH = 250_000;

/** Rows of a separated text in any of the known encodings; the separator is the one most frequent in the first line that is one of a table. */
export function readCsv(bytes: Uint8Array, fileName: string, limits: SheetLimits = sheetLimits): Result<Sheet> {
  if (bytes.byteLength > limits.fileBytes) return refuseFile('files.too_large', { megabytes: Math.round(limits.fileBytes / 1e6) });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, delimiter, skipped } = separated(decoded.value.text);
  const rows: SheetRow[] = [];
  let cells = 0;
  const keep = (record: readonly string[], number: number): void => {
    const row = rowOf({ record, number }, fileName, limits);
    cells += row.cells.length;
    if (rows.length >= limits.rows && row.cells.length > 0)
      throw new Stop(refuseAt({ sheet: fileName, row: number, column: 'A' }, 'files.too_many_rows', { most: limits.rows }));
    if (cells > limits.cells)
      throw new Stop(refuseAt({ sheet: fileName, row: number, column: 'A' }, 'files.too_many_cells', { most: limits.cells }));
    if (row.cells.length > 0) rows.push(row);
  };
  let records = skipped;
  try {
    parse(text, {
      delimiter,
      // All of them in any line: told by the first one alone, rows that end otherwise would run together.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: RECORD_LENGTH,
      on_record: (record: string[]) => {
        keep(record, ++records);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Stop) return { ok: false, refusal: error.refusal };
    if (!(error instanceof CsvError)) throw error;
    const place = { sheet: fileName, row: records + 1, column: columnLetters(typeof error.column === 'number' ? error.column : 0) };
    return refuseAt(place, CODES[error.code] ?? 'files.csv_broken', { most: RECORD_LENGTH });
  }
  return ok({ name: fileName, rows });
}

const CODES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'files.csv_quote_not_closed',
  CSV_INVALID_CLOSING_QUOTE: 'files.csv_quote_misplaced',
  INVALID_OPENING_QUOTE: 'files.csv_quote_misplaced',
  CSV_MAX_RECORD_SIZE: 'files.csv_record_too_long',
};

/** The separator, and the text without a byte order mark and Excel's own `sep=` line. */
function separated(whole: string): { readonly text: string; readonly delimiter: string; readonly skipped: number } {
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  const stated = /^sep=([,;\t|])\r?\n/.exec(text);
  if (stated?.[1] !== undefined) return { text: text.slice(stated[0].length), delimiter: stated[1], skipped: 1 };
  const bare = text.slice(0, 100_000).replace(/"[^"]*"/g, '');
  const lines = bare
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_ABOVE);
  const found = lines.map(separatorIn).find((separator, at) => separator !== null && lines[at + 1]?.includes(separator) === true);
  return { text, delimiter: found ?? separatorIn(lines[0] ?? '') ?? SEPARATORS[0], skipped: 0 };
}

/** The most frequent one; null where there is none. */
const separatorIn = (line: string): string | null => {
  const count = (separator: string): number => line.split(separator).length;
  const best = SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
  return count(best) > 1 ? best : null;
};

/** A record without trailing empty cells; NUL and the other control characters are damage. */
function rowOf(source: { readonly record: readonly string[]; readonly number: number }, fileName: string, limits: SheetLimits): SheetRow {
  const { record, number } = source;
  let length = record.length;
  while (length > 0 && record[length - 1] === '') length--;
  const stop = (index: number, code: string, most: number): never => {
    throw new Stop(refuseAt({ sheet: fileName, row: number, column: columnLetters(index) }, code, { most }));
  };
  if (length > limits.columns) stop(limits.columns, 'files.too_many_columns', limits.columns);
  const cells = record.slice(0, length).map((cell, index) => {
    if (cell.length > limits.cellLength) stop(index, 'files.cell_too_long', limits.cellLength);

    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(cell)) stop(index, 'files.cell_damaged', 0);
    return restoreCell(cell);
  });
  return { number, cells };
}
