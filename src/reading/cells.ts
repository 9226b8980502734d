// What one cell means: it is understood, asked about, or says nothing.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Params } from '#kernel/result.ts';
import { parseFlexDate, type DayOrder } from './dates.ts';
import { dateOfMoment, saysNothing } from './written-cells.ts';

/** A cell that was read, is blank, or raises a question that the `choices` answer (none: it has to be mended). */
export type Reading<T> =
  | { readonly state: 'blank' }
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'question'; readonly code: string; readonly params: Params; readonly choices: readonly T[] };

export function readDate(cell: string, order: DayOrder | null): Reading<FlexDate> {
  if (cell === '' || saysNothing(cell, 'date')) return { state: 'blank' };
  const read = parseFlexDate(dateOfMoment(cell), order === null ? {} : { order });
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
