// Writes sheets of plain cells as an .xlsx workbook; texts are text cells, so that nothing in them is ever computed.
// Runs in a worker thread: it works for as long as the sheets are large.
import type { Cell } from './sheets.ts';

export interface WrittenSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

// What looks like Excel's own escape of a control character would be read as one.
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const widthOf = (sheet: WrittenSheet, column: number): number => {
  const longest = sheet.rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), displayWidth(sheet.header[column] ?? ''));
  return Math.min(48, Math.max(8, longest + 2));
};

/** Han characters are twice as wide as Latin ones. */
const displayWidth = (cell: Cell): number => [...String(cell).slice(0, 60)].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

/** The bytes of the workbook: bold frozen header rows, columns formatted as text where they hold text. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  // Loaded only where something is written: it is large, and reading needs none of it.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    worksheet.addRow([...sheet.header].map(escaped)).font = { bold: true };
    for (const row of sheet.rows)
      worksheet.addRow(row.map((cell) => (cell === '' ? null : typeof cell === 'string' ? escaped(cell) : cell)));
    sheet.header.forEach((_, index) => {
      const column = worksheet.getColumn(index + 1);
      column.width = widthOf(sheet, index);
      // Text that is edited in a spreadsheet stays text: neither a date nor a formula is made of it.
      if (!sheet.rows.some((row) => typeof row[index] === 'number')) column.numFmt = '@';
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
