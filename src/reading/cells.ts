// What one cell means: it is understood, asked about, or says nothing.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Params } from '#kernel/result.ts';
import { parseFlexDate, type DateHabits } from './dates.ts';
import { dateOfMoment, saysNothing } from './written-cells.ts';

/** A cell that was read, is blank, or raises a question that the `choices` answer (none: it has to be mended). */
export type Reading<T> =
  | { readonly state: 'blank' }
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'question'; readonly code: string; readonly params: Params; readonly choices: readonly T[] };

/** The days that a spreadsheet counts from the last day but one of 1899: `'36451'` is 1999-10-18. Of the years 1927 to 2064, since fewer digits are a year. */
function daySerial(cell: string): string {
  const serial = Number(/^(\d{5})(?:\.\d+)?$/.exec(cell.trim())?.[1] ?? 0);
  return serial < 10_000 || serial > 60_000 ? cell : new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** The cell of a column of dates. `latestYear`: of two figures no century beyond is offered. */
export function readDate(cell: string, habits: DateHabits = {}): Reading<FlexDate> {
  if (cell === '' || saysNothing(cell, 'date')) return { state: 'blank' };
  const read = parseFlexDate(daySerial(dateOfMoment(cell)), habits);
  return read.ok ? { state: 'read', value: read.value } : { state: 'question', ...read.refusal };
}

/** A word of a closed list as the `value` that it stands for; of null it is asked which of the `choices` is meant. */
export function readWord<T extends string>(
  cell: string,
  value: T | null,
  asked: { readonly code: string; readonly choices: readonly T[] },
): Reading<T> {
  if (cell === '') return { state: 'blank' };
  return value === null ? { state: 'question', params: { cell: cell.slice(0, 60) }, ...asked } : { state: 'read', value };
}
