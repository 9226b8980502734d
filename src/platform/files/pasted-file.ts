// A file instead of what is copied from one: read as the same range, sheet by sheet, so that everything after it is one path.
import { ok, type Result } from '#kernel/result.ts';
import { joinPaste } from '#reading/clipboard.ts';
import { refuseFile, sheetLimits, sheetOfTable, type Sheet } from './sheets.ts';
import { openSheets } from './table-files.ts';

/** Every row in the line that it has in the file, so that problems are found there. */
function textOf({ rows }: Sheet): string {
  const lines: (readonly string[])[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push([]);
    lines.push(cells.map(String));
  }
  return joinPaste(lines);
}

export interface PastedFile {
  readonly sheets: string[];
  readonly sheet: string | null;
  readonly text: string;
}

/** The sheet that is asked for, else the first with a table. Refuses what is no table, and more than so many rows or characters. */
export async function readAsPasted(
  file: File,
  { sheet, rows, length }: { readonly sheet: string | undefined; readonly rows: number; readonly length: number },
): Promise<Result<PastedFile>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openSheets({ name: file.name, bytes }, { ...sheetLimits, rows: rows + 1, columns: 100 });
  if (!opened.ok) return opened;
  const { format, sheets } = opened.value;
  const names = format === 'xlsx' ? sheets.map(({ name }) => name) : [];
  const chosen = sheets.find(({ name }) => name === sheet) ?? sheetOfTable(sheets);
  if (chosen === undefined) return refuseFile('files.empty');
  const text = textOf(chosen);
  if (text.length > length) return refuseFile('files.too_large', { megabytes: Math.round(length / 1e6) });
  return ok({ sheets: names, sheet: format === 'xlsx' ? chosen.name : null, text });
}
