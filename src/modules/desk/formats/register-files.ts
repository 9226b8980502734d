// The register as a workbook or as separated text; every cell is text.
import { inEach, type Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { tableFile, writeTable, type TableFormat } from '#platform/files/table-files.ts';
import { headsIn, rowsOf, type RegisterLine } from './register-rows.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

export interface WriteRegister {
  readonly lines: readonly RegisterLine[];
  readonly format: TableFormat;
  readonly language: Language;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** The file: heads, then a row for each tie. */
export async function writeRegister({ lines, format, language, name }: WriteRegister): Promise<Result<File>> {
  const sheet = inEach(en, zh)[language]['desk.file_sheet'];
  const bytes = await writeTable({ name: sheet, header: headsIn(language), rows: rowsOf(lines, language), format });
  return bytes.ok ? ok(tableFile(bytes.value, name, format)) : bytes;
}
