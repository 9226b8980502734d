// Writes the register as a workbook or as separated text.
import type { Language } from '#kernel/language.ts';
import { plainCell } from '#kernel/live-cells.ts';
import { writeCsv } from '#platform/files/write-csv.ts';
import { writeWorkbook } from '#platform/files/write-workbook.ts';
import { headsIn, rowsOf, type RegisterLine } from './register-rows.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

export type RegisterFormat = 'xlsx' | 'csv';

export interface WriteRegister {
  readonly lines: readonly RegisterLine[];
  readonly format: RegisterFormat;
  readonly language: Language;
}

export const mediaTypes: Readonly<Record<RegisterFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The bytes of the file: heads, then a row for each tie; every cell is text. */
export async function writeRegisterBytes({ lines, format, language }: WriteRegister): Promise<Uint8Array> {
  const [header, rows] = [headsIn(language), rowsOf(lines, language)];
  const name = (language === 'en' ? en : zh)['ties.file_sheet'];
  if (format === 'csv') return writeCsv([header, ...rows]);
  return writeWorkbook([{ name, header, rows: rows.map((cells) => cells.map(plainCell)) }]);
}
