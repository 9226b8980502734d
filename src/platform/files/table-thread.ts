// What runs in the thread of tables: one request in, sheets or bytes out.
import { parentPort } from 'node:worker_threads';
import { plainCell } from '#reading/live-cells.ts';
import { ok, type Result } from '#kernel/result.ts';
import { readSheets } from './read-sheets.ts';
import type { TableRequest, TableToWrite } from './table-files.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

function written({ name, header, rows, format }: TableToWrite): Uint8Array {
  if (format === 'csv') return writeCsv([header, ...rows]);
  const plain = rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell : plainCell(cell))));
  return writeWorkbook([{ name, header, rows: plain }]);
}

const answerTo = async (request: TableRequest): Promise<Result<unknown>> =>
  request.task === 'read' ? readSheets(request.file, request.limits) : ok(written(request.table));

parentPort?.on('message', (request: TableRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
