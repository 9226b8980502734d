// Writes separated text in which no cell comes alive in a spreadsheet, so that reading it gives the same cells.
import { guardCell } from '#reading/live-cells.ts';
import type { Cell } from './sheets.ts';

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = guardCell(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated UTF-8 with a byte order mark (Excel needs it for Chinese) and CRLF; every row as wide as the widest. */
export function writeCsv(rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = rows.map((row) => Array.from({ length: width }, (_, n) => written(row[n] ?? '')).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}
