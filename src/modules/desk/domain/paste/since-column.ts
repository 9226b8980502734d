// Whether a sheet says since when; apart from the reading of its columns, since the page asks it, too.
import { isDate, share } from '#reading/columns.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import type { ColumnMeaning } from './heads.ts';

/** What stands in a column, blank cells left out. */
export const cellsAt = (rows: readonly PastedRow[], at: number): readonly string[] =>
  rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');

interface Columns {
  readonly columns: readonly ColumnMeaning[];
  readonly rows: readonly PastedRow[];
}

/** Whether no column says since when although one of those that nobody knows holds dates: which of its dates that is, a person must say. */
export const mayHoldSince = ({ columns, rows }: Columns): boolean =>
  !columns.includes('since') && columns.some((meaning, at) => meaning === 'extra' && share(cellsAt(rows, at), isDate) > 0.8);
