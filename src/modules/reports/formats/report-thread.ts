// What runs in the thread that writes report data: one request in, one file out.
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import { writeWorkbook, type WrittenSheet } from '#platform/files/write-workbook.ts';

parentPort?.on('message', (sheets: readonly WrittenSheet[]) => {
  parentPort?.postMessage(ok(writeWorkbook(sheets)));
});
