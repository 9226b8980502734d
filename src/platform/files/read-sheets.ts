// Opens a table whatever it comes as: a workbook or separated text in any of the known encodings; the bytes decide, not the name.
// Works for as long as the file is large: a server calls it in a thread, see table-files.ts.
import { ok, refuse, type Result } from '#kernel/result.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { refuseFile, sheetLimits, type Sheet, type SheetLimits } from './sheets.ts';

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The sheets that hold something; one without a name of its own for separated text. */
export interface OpenedSheets {
  readonly format: 'csv' | 'xlsx';
  readonly sheets: readonly Sheet[];
}

const beginsAs = (bytes: Uint8Array, ...begin: readonly number[]): boolean => begin.every((byte, at) => bytes[at] === byte);

/** Refuses what is empty, too large, an old or damaged workbook, or no text: with row and column where it is about a cell. */
export async function readSheets({ name, bytes }: FileBytes, limits: SheetLimits = sheetLimits): Promise<Result<OpenedSheets>> {
  if (bytes.byteLength === 0) return refuseFile('files.empty');
  if (bytes.byteLength > limits.fileBytes)
    return refuse({ kind: 'too_large', code: 'files.too_large', params: { megabytes: Math.round(limits.fileBytes / 1e6) } });
  if (beginsAs(bytes, 0x50, 0x4b)) {
    const read = await readWorkbook(bytes, { limits, datesAsShown: true });
    if (!read.ok) return read;
    const sheets = read.value.filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? refuseFile('files.empty') : ok({ format: 'xlsx', sheets });
  }
  if (beginsAs(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseFile('files.old_workbook');
  if (/\.xlsx?$/i.test(name)) return refuseFile('files.not_a_workbook');
  const read = readCsv(bytes, name, limits);
  if (!read.ok) return read;
  return read.value.rows.length === 0 ? refuseFile('files.empty') : ok({ format: 'csv', sheets: [read.value] });
}
