// Which comes first in 3/4/1980, by what else stands in the column.
import { isDotted, parseFlexDate, type DayOrder } from './dates.ts';
import { languagesOfMonth } from './month-names.ts';

/** The order that a cell shows by itself: a figure above 12 is no month. 31/04/2001 is no day, and so no proof either. */
function orderShown(cell: string): DayOrder | null {
  const [, first = 0, second = 0] = (/^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\s*$/.exec(cell) ?? []).map(Number);
  if (first > 12 === second > 12) return null;
  const read = parseFlexDate(cell);
  if (!read.ok && read.refusal.code === 'kernel.date_does_not_exist') return null;
  return first > 12 ? 'day_first' : 'month_first';
}

/** The order by which a cell of the column is read: that the month goes first where slashes stand says nothing of 12.5.1996, which is written otherwise. */
export const orderFor = (cell: string, order: DayOrder | null, { isShown }: { readonly isShown: boolean }): DayOrder | null =>
  isShown && order === 'month_first' && isDotted(cell) ? null : order;

/** The language of the names of months in a column, where each of three or more can be of that one alone; null else. */
export function monthLanguageIn(cells: readonly string[]): string | null {
  const named = cells.flatMap((cell) => {
    const words = cell.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    const languages = words.map(languagesOfMonth).filter((found) => found.length > 0);
    return languages.length === 1 ? languages : [];
  });
  const [first = [], ...rest] = named;
  const shared = first.filter((language) => rest.every((other) => other.includes(language)));
  return named.length >= 3 && shared.length === 1 ? (shared[0] ?? null) : null;
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
