// What a person does to a selection, as changes of its cells: pasted, filled down, emptied. Each cell is understood or refused in words.
import { restoreCell } from '#reading/live-cells.ts';
import type { Params } from '#kernel/result.ts';
import type { GridRow } from '../../contract/register.ts';
import type { CellAttribute } from '#modules/ties/domain/attributes.ts';
import { isSameCell, readCell, type CellValue } from '../../domain/cell-reading.ts';
import type { OwnClass } from '#modules/ties/domain/tie-words.ts';
import { splitPaste } from '#reading/clipboard.ts';
import { dayOrderIn } from '#reading/day-order.ts';
import type { CellText } from './grid-model.ts';
import { edited, gridColumns, isEdited, type EditedColumn, type GridColumn } from './grid-view.ts';
import { layInto, type GridRange, type PlacedText } from './grid-range.ts';

/** A cell as it is to be. */
export interface CellChange {
  readonly row: GridRow;
  readonly cell: CellValue;
}

/** A text that did not go into its cell, and why; `choices` are what it may have meant. Without a row: no tie stood there. */
export interface RefusedText {
  readonly row: GridRow | null;
  readonly column: GridColumn | null;
  readonly text: string;
  readonly code: string;
  readonly params: Params;
  readonly choices: readonly CellValue[];
}

/** One step: done and taken back as a whole. `range` is what is selected after it. */
export interface GridStep {
  readonly changes: readonly CellChange[];
  readonly refused: readonly RefusedText[];
  readonly range: GridRange;
}

const columnOf: Readonly<Record<CellAttribute, EditedColumn>> = { class: 'class', established: 'since', status: 'status', note: 'note' };
export const columnOfCell = ({ attribute }: CellValue): EditedColumn => columnOf[attribute];

/** What we say ourselves in a cell, and which statement says it. */
export function ownCell(row: GridRow, attribute: CellAttribute): { readonly cell: CellValue; readonly id: string | null } {
  switch (attribute) {
    case 'class':
      return { cell: { attribute, value: row.classCode.own?.value ?? null }, id: row.classCode.own?.id ?? null };
    case 'status':
      return { cell: { attribute, value: row.status.own?.value ?? null }, id: row.status.own?.id ?? null };
    case 'established':
      return { cell: { attribute, value: row.since.own?.value ?? null }, id: row.since.own?.id ?? null };
    case 'note':
      return { cell: { attribute, value: row.note.own?.value ?? null }, id: row.note.own?.id ?? null };
  }
}

/** What the cell shows, whoever says it. */
export function shownCell(row: GridRow, attribute: CellAttribute): CellValue {
  if (attribute === 'class') return { attribute, value: row.classCode.value };
  if (attribute === 'established') return { attribute, value: row.since.value };
  return attribute === 'status' ? { attribute, value: row.status.value } : { attribute, value: row.note.value };
}

/** The row as it will look once the cell has been changed. */
export function withCell(row: GridRow, cell: CellValue): GridRow {
  const own = <T>(value: T | null) =>
    value === null ? null : { id: ownCell(row, cell.attribute).id ?? '', value, visibility: 'private' as const };
  switch (cell.attribute) {
    case 'class':
      return { ...row, classCode: { ...row.classCode, value: cell.value, own: own(cell.value) } };
    case 'status':
      return { ...row, status: { ...row.status, value: cell.value, own: own(cell.value) } };
    case 'established':
      return { ...row, since: { ...row.since, value: cell.value, own: own(cell.value) } };
    case 'note':
      return { ...row, note: { ...row.note, value: cell.value, own: own(cell.value) } };
  }
}

const empty: Readonly<Record<CellAttribute, CellValue>> = {
  class: { attribute: 'class', value: null },
  established: { attribute: 'established', value: null },
  status: { attribute: 'status', value: null },
  note: { attribute: 'note', value: null },
};

/** A change where the cell shows something else; one that empties what we say where it is to be empty. */
function changeOf(row: GridRow, cell: CellValue): readonly CellChange[] {
  const now = cell.value === null ? ownCell(row, cell.attribute).cell : shownCell(row, cell.attribute);
  return isSameCell(now, cell) ? [] : [{ row, cell }];
}

export interface GridWords {
  readonly classes: readonly OwnClass[];
  readonly text: CellText;
}

const sameText = (a: string, b: string): boolean => a.trim() === b.trim();

/** The order of day and month that the pasted dates themselves show. */
const orderIn = (texts: readonly PlacedText[]) =>
  dayOrderIn(texts.flatMap(({ text, column }) => (gridColumns[column] === 'since' ? [text] : [])))?.order ?? null;

/** Puts what was copied elsewhere into the selection. Cells that are not edited here take nothing else than what they show already. */
export function pasteStep(rows: readonly GridRow[], range: GridRange, pasted: string, { classes, text: write }: GridWords): GridStep {
  const lines = splitPaste(pasted).map(({ number, cells }) => ({ number, cells: cells.map(restoreCell) }));
  if (lines.length === 0) return { changes: [], refused: [], range };
  const laid = layInto(range, lines);
  const order = orderIn(laid.texts);
  const changes: CellChange[] = [];
  const refused: RefusedText[] = [];
  for (const { row: at, column: place, text } of laid.texts) {
    const [row, column] = [rows[at] ?? null, gridColumns[place] ?? null];
    const refuse = (code: string, params: Params = {}, choices: readonly CellValue[] = []) =>
      refused.push({ row, column, text: text.trim(), code, params, choices });
    if (row === null || column === null) {
      if (text.trim() !== '') refuse('desk.cell_outside');
    } else if (!isEdited(column)) {
      if (text.trim() !== '' && !sameText(text, write(row, column))) refuse('desk.cell_not_edited');
    } else {
      const attribute = edited[column];
      if (sameText(text, write(row, column))) continue;
      const read = readCell(attribute, text, { classes, order, thisYear: new Date().getFullYear() });
      if (read.state === 'question') refuse(read.code, read.params, read.choices);
      else changes.push(...changeOf(row, read.state === 'blank' ? empty[attribute] : read.value));
    }
  }
  const bottom = Math.max(range.top, Math.min(laid.range.bottom, rows.length - 1));
  return { changes, refused, range: { ...laid.range, bottom, right: Math.min(laid.range.right, gridColumns.length - 1) } };
}

const editedIn = ({ left, right }: GridRange): readonly CellAttribute[] =>
  gridColumns.slice(left, right + 1).flatMap((column) => (isEdited(column) ? [edited[column]] : []));

/** Repeats the first row of the selection in the rows below it; of a single row, what stands above it. */
export function fillStep(rows: readonly GridRow[], range: GridRange): GridStep {
  const single = range.top === range.bottom;
  const source = rows[single ? range.top - 1 : range.top];
  const targets = rows.slice(single ? range.top : range.top + 1, range.bottom + 1);
  const changes =
    source === undefined
      ? []
      : targets.flatMap((row) => editedIn(range).flatMap((attribute) => changeOf(row, shownCell(source, attribute))));
  return { changes, refused: [], range };
}

/** Empties what we say in the selection. */
export const clearStep = (rows: readonly GridRow[], range: GridRange): GridStep => ({
  changes: rows
    .slice(range.top, range.bottom + 1)
    .flatMap((row) => editedIn(range).flatMap((attribute) => changeOf(row, empty[attribute]))),
  refused: [],
  range,
});
