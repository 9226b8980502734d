// What a column holds, by most of what stands in it, and where a table has its heads.
import { parseFlexDate } from './dates.ts';

type Cells = readonly string[];

/** 0 to 1; of no cells none is. */
export const share = (cells: Cells, is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;

/** A date, be it one that has to be asked about. */
export const isDate = (cell: string): boolean => {
  const read = parseFlexDate(cell);
  return read.ok || read.refusal.code !== 'kernel.date_unreadable';
};

export const isFigure = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?$/.test(cell.trim());

/** A kind of values, how one is told, and the share of the cells beyond which a column is of it: a half where nothing is said. */
export type ColumnKind<Kind> = readonly [kind: Kind, is: (cell: string) => boolean, beyond?: number];

/** The first kind of which most of the cells are; null for words that may be anything. */
export const kindOfColumn = <Kind>(cells: Cells, kinds: readonly ColumnKind<Kind>[]): Kind | null =>
  kinds.find(([, is, beyond = 0.5]) => share(cells, is) > beyond)?.[0] ?? null;

/** A title, a date and an empty line stand above the heads of many a table, hardly more. */
const mostAbove = 10;

interface Row {
  readonly cells: Cells;
}

const filledIn = ({ cells }: Row): number => cells.filter((cell) => cell.trim() !== '').length;

/**
 * The place of the row of heads: the first one, else one that names two columns or more below lines of fewer cells, as a title is; null where
 * none does. `headsIn` counts the columns that a row names, null for a row that is none of heads.
 */
export function headsAt(rows: readonly Row[], headsIn: (cells: Cells) => number | null): number | null {
  const [first] = rows;
  if (first === undefined || headsIn(first.cells) !== null) return first === undefined ? null : 0;
  const at = rows
    .slice(0, mostAbove)
    .findIndex((row, place) => (headsIn(row.cells) ?? 0) >= 2 && rows.slice(0, place).every((above) => filledIn(above) < filledIn(row)));
  return at < 0 ? null : at;
}
