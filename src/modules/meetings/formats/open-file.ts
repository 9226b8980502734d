// Opens an edition's file: what the bytes themselves show decides, since a name alone proves nothing.
import { ok, refuse, type Result } from '#kernel/result.ts';
import { readCsv } from '#platform/files/read-csv.ts';
import { isZip, noTable } from '#platform/files/read-sheets.ts';
import { readWorkbook } from '#platform/files/read-workbook.ts';
import { refuseFile, sheetLimits, type Sheet } from '#platform/files/sheets.ts';
import { separateSheets } from './combined-csv.ts';

export type FileFormat = 'xlsx' | 'csv' | 'dzn';

/** A planner's instance has no sheets. */
export interface OpenedFile {
  readonly format: FileFormat;
  readonly sheets: readonly Sheet[];
}

function formatOf(bytes: Uint8Array, fileName: string): FileFormat {
  if (isZip(bytes)) return 'xlsx';
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  return /\.dzn$/i.test(fileName) || /^\s*(%[^\n]*\n\s*)*n\w+\s*=\s*\d+\s*;/.test(opening) ? 'dzn' : 'csv';
}

/** Refuses what is empty, too large, old or none of the known formats. */
export async function openFile({
  bytes,
  fileName,
}: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}): Promise<Result<OpenedFile>> {
  if (bytes.byteLength === 0) return refuseFile('files.empty');
  if (bytes.byteLength > sheetLimits.fileBytes) {
    return refuse({ kind: 'too_large', code: 'files.too_large', params: { megabytes: Math.round(sheetLimits.fileBytes / 1e6) } });
  }
  const wrong = noTable(bytes);
  if (wrong !== null) return refuseFile(wrong);
  const format = formatOf(bytes, fileName);
  if (format === 'csv' && /\.xlsx?$/i.test(fileName)) return refuseFile('files.not_a_workbook');
  if (format === 'dzn') return ok({ format, sheets: [] });
  const read = format === 'xlsx' ? await readWorkbook(bytes) : readCsv(bytes, fileName);
  if (!read.ok) return read;
  return ok({ format, sheets: 'name' in read.value ? separateSheets(read.value) : read.value });
}
