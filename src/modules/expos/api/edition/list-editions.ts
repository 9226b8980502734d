import { ok, type Result } from '#kernel/result.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { Edition } from '../../contract/edition.ts';
import { listEditionRecords } from '../../store/editions.ts';
import { showEditions } from './open-edition.ts';

/** Editions the actor may see, the newest first. */
export async function listEditions(
  work: Work,
  input: Asked<'listEditions'>,
): Promise<Result<{ entries: Edition[]; nextCursor: string | null }>> {
  const after = readCursor<'Edition'>(input.cursor);
  if (!after.ok) return after;
  const { q = '', from = null, to = null, limit } = input;
  const { organiser = null, expo = null, among } = input;
  const rows = await listEditionRecords(work.tx, {
    organiser,
    expo,
    archived: among === 'archived',
    q,
    from,
    to,
    after: after.value,
    limit,
  });
  const shown = await showEditions(work, rows);
  return ok(cutPage(shown, limit, byId));
}
