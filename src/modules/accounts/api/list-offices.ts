import { isId, type OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
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
  if (cursor !== undefined && !isId(cursor)) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
  const after = (cursor ?? null) as OfficeId | null;
  const rows = await listOfficeRows(work, { q, kind: kind ?? null, after, limit });
  const entries = rows.slice(0, limit);
  return ok({ entries, nextCursor: rows.length > limit ? (entries.at(-1)?.id ?? null) : null });
}
