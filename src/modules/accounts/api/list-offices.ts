import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { listOfficeRows, type OfficeRow } from '../store/offices.ts';

interface Asked {
  readonly q?: string | undefined;
  readonly kind?: OfficeRow['kind'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Offices by slug; `q` is looked for anywhere in the name, in any language. The cursor is the last one's id. */
export async function listOffices(
  work: Work,
  { q = '', kind, cursor, limit }: Asked,
): Promise<Result<{ readonly entries: readonly OfficeRow[]; readonly nextCursor: string | null }>> {
  const after = readCursor<'Office'>(cursor);
  if (!after.ok) return after;
  const rows = await listOfficeRows(work, { q, kind: kind ?? null, after: after.value, limit });
  return ok(cutPage(rows, limit, byId));
}
