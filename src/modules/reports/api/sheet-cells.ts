// Cells of the sheets that reports are written as.
import type { Cell } from '#platform/files/sheets.ts';

/** A figure as a number where a spreadsheet holds it exactly, else as the text it is; nothing where none is stated. */
export const figureCell = (value: string | null): Cell =>
  value === null ? '' : Number.isSafeInteger(Math.trunc(Number(value))) && String(Number(value)) === value ? Number(value) : value;
