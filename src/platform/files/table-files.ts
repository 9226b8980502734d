// Reads and writes tables in a thread with bounds on time and memory, so that no file stalls or exhausts the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from './file-thread.ts';
import type { FileBytes, OpenedSheets } from './read-sheets.ts';
import type { Cell, SheetLimits } from './sheets.ts';

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

export interface TableToWrite {
  /** Of the sheet, in a workbook. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly format: TableFormat;
}

export type TableRequest =
  | { readonly task: 'read'; readonly file: FileBytes; readonly limits: SheetLimits }
  | { readonly task: 'write'; readonly table: TableToWrite };

const thread = { module: new URL('./table-thread.ts', import.meta.url), milliseconds: 20_000, heapMegabytes: 256 };

export const openSheets = (file: FileBytes, limits: SheetLimits): Promise<Result<OpenedSheets>> =>
  runFileThread<OpenedSheets>(thread, { task: 'read', file, limits } satisfies TableRequest);

/** The bytes of the file; no cell of it comes alive in a spreadsheet. */
export const writeTable = (table: TableToWrite): Promise<Result<Uint8Array>> =>
  runFileThread<Uint8Array>(thread, { task: 'write', table } satisfies TableRequest);

const mediaTypes: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A written table as a file of that name. */
export const tableFile = (bytes: Uint8Array, name: string, format: TableFormat): File =>
  new File([new Uint8Array(bytes)], `${name}.${format}`, { type: mediaTypes[format] });
