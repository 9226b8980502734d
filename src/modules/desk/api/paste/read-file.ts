// A file instead of what is copied: read as the same range.
import type { Result } from '#kernel/result.ts';
import { readAsPasted } from '#platform/files/pasted-file.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { longestPaste, mostPasted } from '../../domain/paste/batch.ts';
import { mayWrite } from '../../policy.ts';

/** Nothing is kept. Refuses `kernel.forbidden` before anything is read, and what is no table. */
export async function readPastedFile(transact: Transact, input: Asked<'readPastedFile'>): Promise<Result<Answer<'readPastedFile'>>> {
  const allowed = await transact((work) => Promise.resolve(mayWrite(work.actor, input.officeId)));
  return allowed.ok ? readAsPasted(input.file, { sheet: input.sheet, rows: mostPasted, length: longestPaste }) : allowed;
}
