// The cells of a row of a sheet, cleaned of what came along with them, by the meanings of their columns.
import { plainText, saysNothing, withoutTags } from '#reading/written-cells.ts';
import type { OutcomeSheet, SheetMeaning } from './columns.ts';
import { unitIn } from './units.ts';

export const clean = (cell: string): string => plainText(withoutTags(cell)).trim();
/** As much of a cell as a sentence quotes. */
export const shown = (text: string): string => text.slice(0, 60);

/** Names of organisations in a cell: one on each line, or parted by semicolons. */
export const namesIn = (cell: string): readonly string[] =>
  withoutTags(cell)
    .split(/[;；\n]|(?<=\p{Script=Han})、/u)
    .map(clean)
    .filter((name) => name !== '' && !saysNothing(name, 'other'));

/** The cells of one row, by what their columns are taken for. */
export interface Columns {
  readonly at: (meaning: SheetMeaning) => string;
  readonly all: (meaning: SheetMeaning) => readonly string[];
  /** Cells kept under their heads. */
  readonly extras: readonly string[];
  readonly unit: ReturnType<typeof unitIn>;
}

export function columnsOf({ columns, heads }: OutcomeSheet, cells: readonly string[]): Columns {
  const all = (meaning: SheetMeaning): readonly string[] =>
    columns.flatMap((column, at) => (column === meaning ? [cells[at] ?? ''] : [])).filter((cell) => clean(cell) !== '');
  const extras = columns.flatMap((column, at) => {
    const cell = clean(cells[at] ?? '');
    if (column !== 'extra' || cell === '') return [];
    const head = clean(heads?.[at] ?? '');
    return [head === '' ? cell : `${head}: ${cell}`];
  });
  // A row longer than the heads keeps what stands beyond them, too.
  const beyond = cells
    .slice(columns.length)
    .map(clean)
    .filter((cell) => cell !== '');
  return {
    ...{ all, extras: [...extras, ...beyond] },
    at: (meaning) => clean(all(meaning)[0] ?? ''),
    unit: unitIn(heads?.[columns.indexOf('amount')] ?? ''),
  };
}
