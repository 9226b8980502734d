// The rectangle of cells that is selected: its size, its text for the clipboard, and what goes where when something is put into it.
import type { GridSpot } from '#design/grid-focus.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { guardCell } from '#reading/live-cells.ts';
import type { GridRow } from '../../contract/register.ts';
import { joinPaste, type PastedRow } from '#reading/clipboard.ts';
import type { CellText } from './grid-model.ts';
import { gridColumns } from './grid-view.ts';

/** From `top`, `left` to `bottom`, `right`, all of them inside. */
export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rangeBetween = (a: GridSpot, b: GridSpot): GridRange => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const sizeOf = ({ top, left, bottom, right }: GridRange) => ({ rows: bottom - top + 1, columns: right - left + 1 });

const columnsOf = ({ left, right }: GridRange) => gridColumns.slice(left, right + 1);

/** The range as cells of text, none of which comes alive in a spreadsheet. */
const guardedCells = (rows: readonly GridRow[], range: GridRange, text: CellText): readonly (readonly string[])[] =>
  rows.slice(range.top, range.bottom + 1).map((row) => columnsOf(range).map((column) => guardCell(text(row, column))));

const inTable = (text: string): string => escaped(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">');

/** The range as it goes on the clipboard: separated text, and a table of text cells, so that 007 and 1999-10 stay what they are in Excel. */
export function clipOf(rows: readonly GridRow[], range: GridRange, text: CellText): { readonly plain: string; readonly html: string } {
  const cells = guardedCells(rows, range, text);
  const line = (row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@';white-space:pre-wrap">${inTable(cell)}</td>`).join('')}</tr>`;
  return { plain: joinPaste(cells), html: `<table>${cells.map(line).join('')}</table>` };
}

/** One pasted text and the place it goes to; `row` is past the last one where no tie stands there. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Lays pasted lines into the grid: one cell fills the whole selection, a block that fits into it several times is repeated, and any other
 * block goes down and right from its first cell. Lines left blank leave their cells alone.
 */
export function layInto(
  range: GridRange,
  lines: readonly PastedRow[],
): { readonly range: GridRange; readonly texts: readonly PlacedText[] } {
  const height = Math.max(...lines.map(({ number }) => number));
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const size = sizeOf(range);
  const fits = size.rows % height === 0 && size.columns % width === 0;
  const [down, across] = fits ? [size.rows / height, size.columns / width] : [1, 1];
  const texts: PlacedText[] = [];
  for (let n = 0; n < down; n += 1)
    for (const { number, cells } of lines)
      for (let m = 0; m < across; m += 1)
        cells.forEach((text, at) => texts.push({ row: range.top + n * height + number - 1, column: range.left + m * width + at, text }));
  const laid = { ...range, bottom: range.top + down * height - 1, right: range.left + across * width - 1 };
  return { range: laid, texts };
}
