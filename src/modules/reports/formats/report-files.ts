// Writes report data as a workbook, in a thread with bounds on time and memory, so that no file stalls the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';

const thread = { module: new URL('./report-thread.ts', import.meta.url), milliseconds: 20_000, heapMegabytes: 256 };

export const writeReport = (sheets: readonly WrittenSheet[]): Promise<Result<Uint8Array>> => runFileThread<Uint8Array>(thread, sheets);

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;
