import type { OfficeId } from '#kernel/ids.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { governedOffice } from '../policy.ts';
import { firstBrokenSeal, listAuditRows, type AuditRow } from '../store/audit.ts';

export interface AuditEntry extends Omit<AuditRow, 'happenedAt'> {
  readonly happenedAt: string;
}

interface Page {
  readonly entries: readonly AuditEntry[];
  readonly nextCursor: string | null;
  /** Number of the first seal that does not hold, null when all hold: by the last check of the whole chain (daily, or now where asked) and of
   * what was sealed since. On the first page only. */
  readonly brokenAt: number | null;
}

/** The office's log, newest first; the cursor is the last entry's id. Owners only. */
export async function listAudit(
  work: Work,
  asked: { readonly officeId: OfficeId; readonly limit: number; readonly cursor?: string | undefined; readonly check?: 'recent' | 'whole' },
): Promise<Result<Page>> {
  const office = governedOffice(work.actor, asked.officeId);
  if (!office.ok) return office;
  const after = readCursor<'AuditEntry'>(asked.cursor);
  if (!after.ok) return after;
  const rows = await listAuditRows(work, office.value, asked.limit, after.value);
  const { entries, nextCursor } = cutPage(rows, asked.limit, byId);
  return ok({
    entries: entries.map((row) => ({ ...row, happenedAt: row.happenedAt.toISOString() })),
    nextCursor,
    brokenAt: asked.cursor === undefined ? await firstBrokenSeal(work, office.value, { whole: asked.check === 'whole' }) : null,
  });
}
