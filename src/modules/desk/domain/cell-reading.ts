// What is typed or pasted into one cell of the grid: the value it means, or the question it raises.
import type { DayOrder } from '#reading/dates.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { standardClasses, statuses, type CellAttribute, type Status } from '#modules/ties/domain/attributes.ts';
import { readDate, readWord, type Reading } from '#reading/cells.ts';
import { isUnlikelyEarly, isYearsAhead } from '#modules/ties/domain/begun-year.ts';
import { classOfWord, statusOfWord, type OwnClass } from '#modules/ties/domain/tie-words.ts';

/** A cell with the value it is to have; null empties it. */
export type CellValue =
  | { readonly attribute: 'class' | 'note'; readonly value: string | null }
  | { readonly attribute: 'status'; readonly value: Status | null }
  | { readonly attribute: 'established'; readonly value: FlexDate | null };

export const longestNote = 4000;

/** A year from which no tie may well date, and whether it can be meant all the same: asked about wherever it is typed or pasted. */
export function yearDoubt(date: FlexDate, thisYear: number | undefined): YearDoubt | null {
  if (thisYear !== undefined && isYearsAhead(date, thisYear)) return { code: 'desk.paste_year_to_come', choices: [] };
  return isUnlikelyEarly(date) ? { code: 'desk.paste_year_unlikely', choices: [date] } : null;
}

interface YearDoubt {
  readonly code: 'desk.paste_year_unlikely' | 'desk.paste_year_to_come';
  readonly choices: readonly FlexDate[];
}

/** The same of what was read of a cell. */
export function doubtingYear(reading: Reading<FlexDate>, cell: string, thisYear: number | undefined): Reading<FlexDate> {
  const doubt = reading.state === 'read' ? yearDoubt(reading.value, thisYear) : null;
  return doubt === null ? reading : { state: 'question', ...doubt, params: { date: cell.slice(0, 60) } };
}

/** Whether two values of one attribute are the same word. */
export function isSameCell(a: CellValue, b: CellValue): boolean {
  if (a.attribute !== b.attribute) return false;
  if (a.attribute !== 'established' || b.attribute !== 'established') return a.value === b.value;
  return a.value?.text === b.value?.text && a.value?.qualifier === b.value?.qualifier;
}

const asCell = <T>(reading: Reading<T>, cell: (value: T) => CellValue): Reading<CellValue> => {
  if (reading.state === 'blank') return reading;
  return reading.state === 'read'
    ? { state: 'read', value: cell(reading.value) }
    : { ...reading, choices: reading.choices.map((choice) => cell(choice)) };
};

function readNote(text: string): Reading<string> {
  if (text === '') return { state: 'blank' };
  return text.length > longestNote
    ? { state: 'question', code: 'kernel.too_long', params: { max: longestNote }, choices: [] }
    : { state: 'read', value: text };
}

/** Reads a cell by the rules of pasted sheets. `classes` are all that can be chosen; `order` that of day and month where it is known. */
export function readCell(
  attribute: CellAttribute,
  pasted: string,
  { classes, order, thisYear }: { readonly classes: readonly OwnClass[]; readonly order: DayOrder | null; readonly thisYear?: number },
): Reading<CellValue> {
  const text = pasted.trim();
  if (attribute === 'established') {
    const read = readDate(text, order === null ? {} : { order });
    return asCell(doubtingYear(read, text, thisYear), (value) => ({ attribute, value }));
  }
  if (attribute === 'note') return asCell(readNote(text), (value) => ({ attribute, value }));
  if (attribute === 'status') {
    const asked = { code: 'desk.paste_status_unknown', choices: statuses };
    return asCell(readWord<Status>(text, statusOfWord(text), asked), (value) => ({ attribute, value }));
  }
  const choices = [...new Set([...standardClasses, ...classes.map(({ code }) => code)])];
  const asked = { code: 'desk.paste_class_unknown', choices };
  return asCell(readWord(text, classOfWord(text, classes), asked), (value) => ({ attribute, value }));
}
