// Reads the rows of a pasted sheet of ties: what each cell means, or what it may mean; every cell ends up somewhere.
import { parseFlexDate, type DayOrder } from '#kernel/flex-date-reading.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { restoreCell } from '#kernel/live-cells.ts';
import type { Params } from '#kernel/result.ts';
import { standardClasses, statuses, type Status } from './attributes.ts';
import type { PastedSheet } from './paste-columns.ts';
import { classOfWord, countryOfWord, statusOfWord, type ColumnMeaning, type OwnClass } from './paste-words.ts';

/** A cell that was read, is blank, or raises a question that the `choices` answer (none: it has to be mended). */
export type Reading<T> =
  | { readonly state: 'blank' }
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'question'; readonly code: string; readonly params: Params; readonly choices: readonly T[] };

/** A row as it is understood before its city is looked up. `note` holds the sheet's note and every column that is nothing else. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly city: string;
  /** The readable address of the city, where the sheet has it. */
  readonly code: string;
  /** ISO code; null where the cell is blank or names no country. */
  readonly country: string | null;
  readonly since: Reading<FlexDate>;
  readonly classCode: Reading<string>;
  readonly status: Reading<Status>;
  readonly source: string;
  readonly note: string;
}

const blank = { state: 'blank' } as const;

/** How 3/4/1980 is read: as a person says, else as the column itself shows; null while nobody does. */
export interface DayOrderRead {
  readonly order: DayOrder | null;
  /** The first row of the column that shows the order by itself, e.g. 28/1/1980; null where a person says it or none does. */
  readonly shownBy: { readonly row: number; readonly cell: string } | null;
  /** How many dates can be read both ways, and the first of them. */
  readonly ambiguous: number;
  readonly example: string | null;
}

const isAmbiguous = (cell: string): boolean => {
  const read = parseFlexDate(cell);
  return !read.ok && read.refusal.code === 'kernel.date_ambiguous';
};

/**
 * The order of day and month: 28/1/1980 says *day first* for 3/4/1980 as well, unless another cell of the column says the contrary.
 */
export function orderRead(sheet: PastedSheet, asked: DayOrder | null): DayOrderRead {
  const at = sheet.columns.indexOf('since');
  const cells = sheet.rows.map(({ number, cells: row }) => ({ row: number, cell: (row[at] ?? '').trim() }));
  const shown = cells.flatMap(({ row, cell }) => {
    const [, first = 0, second = 0] = (/^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/.exec(cell) ?? []).map(Number);
    const order: DayOrder | null = first > 12 && second <= 12 ? 'day_first' : second > 12 && first <= 12 ? 'month_first' : null;
    return order === null ? [] : [{ order, row, cell }];
  });
  const [first] = shown;
  const decided = first !== undefined && shown.every(({ order }) => order === first.order) ? first : null;
  const ambiguous = cells.filter(({ cell }) => isAmbiguous(cell));
  return {
    order: asked ?? decided?.order ?? null,
    shownBy: asked !== null || decided === null ? null : { row: decided.row, cell: decided.cell.slice(0, 60) },
    ambiguous: ambiguous.length,
    example: ambiguous[0]?.cell.slice(0, 60) ?? null,
  };
}

export function readDate(cell: string, order: DayOrder | null): Reading<FlexDate> {
  if (cell === '') return blank;
  const read = parseFlexDate(cell, order === null ? {} : { order });
  return read.ok ? { state: 'read', value: read.value } : { state: 'question', ...read.refusal };
}

export function readWord<T extends string>(
  cell: string,
  value: T | null,
  asked: { readonly code: string; readonly choices: readonly T[] },
): Reading<T> {
  if (cell === '') return blank;
  return value === null ? { state: 'question', params: { cell: cell.slice(0, 60) }, ...asked } : { state: 'read', value };
}

/** Columns that are nothing else, as lines of the note: "Mayor: Ana River". */
function extrasOf(sheet: PastedSheet, cells: readonly string[]): readonly string[] {
  const { columns, heads } = sheet;
  return cells.flatMap((cell, at) => {
    if ((columns[at] ?? 'extra') !== 'extra' || cell.trim() === '') return [];
    const head = (heads?.[at] ?? '').trim();
    const text = restoreCell(cell).trim();
    return [head === '' ? text : `${head}: ${text}`];
  });
}

/** Every row below the heads, in order; none is left out. `order` is the person's answer for all ambiguous dates. */
export function readRows(
  sheet: PastedSheet,
  { ownClasses, order }: { readonly ownClasses: readonly OwnClass[]; readonly order: DayOrder | null },
): readonly ReadRow[] {
  const { order: dayOrder } = orderRead(sheet, order);
  const classes = [...ownClasses.map(({ code }) => code), ...standardClasses];
  return sheet.rows.map(({ number, cells }) => {
    const cellOf = (meaning: ColumnMeaning): string => restoreCell(cells[sheet.columns.indexOf(meaning)] ?? '').trim();
    const country = cellOf('country');
    const countryCode = country === '' ? null : countryOfWord(country);
    const unread = country !== '' && countryCode === null ? [country] : [];
    const status = cellOf('status');
    return {
      number,
      cells,
      city: cellOf('city'),
      code: cellOf('code'),
      country: countryCode,
      since: readDate(cellOf('since'), dayOrder),
      classCode: readWord(cellOf('class'), classOfWord(cellOf('class'), ownClasses), {
        code: 'ties.paste_class_unknown',
        choices: classes,
      }),
      status: readWord(status, statusOfWord(status), { code: 'ties.paste_status_unknown', choices: statuses }),
      source: cellOf('source'),
      note: [cellOf('note'), ...unread, ...extrasOf(sheet, cells)].filter((line) => line !== '').join('\n'),
    };
  });
}
