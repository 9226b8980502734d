// Rows and cells as a file holds them, and where a problem in them lies.
import { refuse, type Params, type Problem, type Result } from '#kernel/result.ts';

/** A cell: text, or a number where the file says so; '' is an empty one. */
export type Cell = string | number;

export interface SheetRow {
  /** 1-based, as people see it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A cell merged over several rows, by their numbers: its value stands in the first. */
export interface MergedDown {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merged?: readonly MergedDown[];
}

/** Rows of a sheet with what is merged over several of them said in each, as people read it; merges that begin above the `first` row are of its heads. */
export function filledDown(
  rows: readonly SheetRow[],
  {
    merged,
    first,
    isFilled,
  }: { readonly merged: readonly MergedDown[]; readonly first: number; readonly isFilled: (column: number) => boolean },
): readonly SheetRow[] {
  const wanted = merged.filter(({ column, from }) => from >= first && isFilled(column)).toSorted((a, b) => a.from - b.from);
  if (wanted.length === 0) return rows;
  const running = new Map<number, { readonly to: number; readonly value: Cell }>();
  let next = 0;
  return rows.map((row) => {
    for (let merge = wanted[next]; merge !== undefined && merge.from <= row.number; merge = wanted[++next])
      if (merge.from === row.number) running.set(merge.column, { to: merge.to, value: row.cells[merge.column] ?? '' });
    const cells = [...row.cells];
    for (const [column, { to, value }] of running) {
      if (to < row.number) running.delete(column);
      else if ((cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
    }
    return { ...row, cells };
  });
}

/** A title and the like stand above the heads of a table. */
const LINES_LOOKED_AT = 20;

/** The first sheet that holds a table, a row of two cells or more: what stands before it explains it. Else the first. */
export const sheetOfTable = <S extends Pick<Sheet, 'rows'>>(sheets: readonly S[]): S | undefined =>
  sheets.find(({ rows }) =>
    rows.slice(0, LINES_LOOKED_AT).some(({ cells }) => cells.filter((cell) => String(cell).trim() !== '').length > 1),
  ) ?? sheets[0];

/** How much a reader accepts before it refuses. */
export interface SheetLimits {
  readonly fileBytes: number;
  /** Unpacked bytes of a workbook. */
  readonly unpackedBytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly cellLength: number;
}

/** Generous for a large event (10,000 rows of 20 columns), small enough for 150 MB of memory. */
export const sheetLimits: SheetLimits = {
  fileBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  sheets: 50,
  rows: 100_000,
  columns: 500,
  cells: 2_000_000,
  cellLength: 32_767,
};

/** Spreadsheet letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0-based column of a cell reference such as `AB12`; -1 when it is none. */
export function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1] ?? '';
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** Where in a file: sheet or file name, 1-based row, column as letters. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** Refuses a file for what stands at one place of it. */
export const refuseAt = (place: CellPlace, code: string, params: Params = {}): Result<never> => {
  const problem: Problem = { path: [place.sheet, place.row, place.column], code, params: { ...params, ...place } };
  return refuse({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: 1 }, problems: [problem] });
};

/** Refuses a file as a whole. */
export const refuseFile = (code: string, params: Params = {}): Result<never> => refuse({ kind: 'invalid', code, params });
