// A file instead of what is copied: read as the same range, sheet by sheet, so that everything after it is one path.
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile, sheetLimits, sheetOfTable, type Sheet } from '#platform/files/sheets.ts';
import { openSheets } from '#platform/files/table-files.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { longestPaste, mostPasted } from '../../domain/paste/batch.ts';
import { joinPaste } from '#reading/clipboard.ts';
import { mayWrite } from '../../policy.ts';

const limits = { ...sheetLimits, rows: mostPasted + 1, columns: 100 };

/** Every row in the line that it has in the file, so that problems are found there. */
function textOf({ rows }: Sheet): string {
  const lines: (readonly string[])[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push([]);
    lines.push(cells.map(String));
  }
  return joinPaste(lines);
}

/** Nothing is kept. Refuses `kernel.forbidden` before anything is read, and what is no table. */
export async function readPastedFile(transact: Transact, input: Asked<'readPastedFile'>): Promise<Result<Answer<'readPastedFile'>>> {
  const allowed = await transact((work) => Promise.resolve(mayWrite(work.actor, input.officeId)));
  if (!allowed.ok) return allowed;
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const opened = await openSheets({ name: input.file.name, bytes }, limits);
  if (!opened.ok) return opened;
  const { format, sheets } = opened.value;
  const names = format === 'xlsx' ? sheets.map(({ name }) => name) : [];
  const chosen = sheets.find(({ name }) => name === input.sheet) ?? sheetOfTable(sheets);
  if (chosen === undefined) return refuseFile('files.empty');
  const text = textOf(chosen);
  if (text.length > longestPaste) return refuseFile('files.too_large', { megabytes: Math.round(longestPaste / 1e6) });
  return ok({ sheets: names, sheet: format === 'xlsx' ? chosen.name : null, text });
}
