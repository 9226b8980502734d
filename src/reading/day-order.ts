// Which comes first in 3/4/1980, by what else stands in the column.
import { parseFlexDate, type DayOrder } from './dates.ts';

/** The order that a cell shows by itself: a figure above 12 is no month. */
function orderShown(cell: string): DayOrder | null {
  const [, first = 0, second = 0] = (/^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\s*$/.exec(cell) ?? []).map(Number);
  if (first > 12 === second > 12) return null;
  return first > 12 ? 'day_first' : 'month_first';
}

/** The order of a column and the place of the first cell that shows it; null where none does, or one says the contrary. */
export function dayOrderIn(cells: readonly string[]): { readonly order: DayOrder; readonly at: number } | null {
  const shown = cells.flatMap((cell, at) => {
    const order = orderShown(cell);
    return order === null ? [] : [{ order, at }];
  });
  const [first] = shown;
  return first !== undefined && shown.every(({ order }) => order === first.order) ? first : null;
}

/** Whether a cell is a date that can be read both ways. */
export const isAmbiguous = (cell: string): boolean => {
  const read = parseFlexDate(cell);
  return !read.ok && read.refusal.code === 'kernel.date_ambiguous';
};
