// Seals the audit log in batches, each a transaction of its own, then checks the chains that are due.
import type { Database } from '#platform/postgres/database.ts';
import { checkDueChain, sealBatch } from '../store/audit.ts';

const batch = 10_000;
/** A run ends after so long; the next one, a minute later, goes on where it ended. */
const mostMilliseconds = 40_000;

/** Answers how many entries were sealed. */
export async function sealAudit(database: Database, signal?: AbortSignal): Promise<number> {
  const end = Date.now() + mostMilliseconds;
  const goesOn = (): boolean => signal?.aborted !== true && Date.now() < end;
  let sealed = 0;
  for (let last = batch; last === batch && goesOn(); sealed += last) last = await sealBatch(database, batch);
  while (goesOn() && (await checkDueChain(database)));
  return sealed;
}
