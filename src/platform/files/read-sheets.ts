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

/** Whether a file is an archive, as workbooks are. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** How files begin that hold no text: `.` stands for any byte. */
const beginnings: readonly (readonly [begin: string, code: string])[] = [
  ['\xd0\xcf\x11\xe0', 'files.old_workbook'],
  ...['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', '....ftyp', 'II*\0', 'MM\0*', '%PDF-'].map((begin) => [begin, 'files.picture'] as const),
];

/** What is wrong with a file that shows by its first bytes to hold no table; null where they do not. */
export function noTable(bytes: Uint8Array): string | null {
  const opening = String.fromCharCode(...bytes.subarray(0, 8));
  const fits = (begin: string): boolean => [...begin].every((sign, at) => sign === '.' || sign === opening[at]);
  return beginnings.find(([begin]) => fits(begin))?.[1] ?? null;
}

/** Refuses what is empty, too large, an old or damaged workbook, or no text: with row and column where it is about a cell. */
export async function readSheets({ name, bytes }: FileBytes, limits: SheetLimits = sheetLimits): Promise<Result<OpenedSheets>> {
  if (bytes.byteLength === 0) return refuseFile('files.empty');
  if (bytes.byteLength > limits.fileBytes)
    return refuse({ kind: 'too_large', code: 'files.too_large', params: { megabytes: Math.round(limits.fileBytes / 1e6) } });
  if (isZip(bytes)) {
    const read = await readWorkbook(bytes, { limits, datesAsShown: true });
    if (!read.ok) return read;
    const sheets = read.value.filter(({ rows }) => rows.length > 0);
    return sheets.length === 0 ? refuseFile('files.empty') : ok({ format: 'xlsx', sheets });
  }
  const wrong = noTable(bytes);
  if (wrong !== null) return refuseFile(wrong);
  if (/\.xlsx?$/i.test(name)) return refuseFile('files.not_a_workbook');
  const read = readCsv(bytes, name, limits);
  if (!read.ok) return read;
  return read.value.rows.length === 0 ? refuseFile('files.empty') : ok({ format: 'csv', sheets: [read.value] });
}
