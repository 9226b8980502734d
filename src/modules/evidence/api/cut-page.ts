// Pages of a list: the cursor is the id of the last entry seen.
import { isId, type Id } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';

/** Reads a cursor; null where there is none. Refuses what no page gave out. */
export const readCursor = <K extends string>(cursor: string | undefined): Result<Id<K> | null> => {
  if (cursor === undefined) return ok(null);
  return isId(cursor) ? ok(cursor as Id<K>) : refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
};

/** Cuts a page of at most `limit` from rows of which one more was asked for. */
export function cutPage<R>(
  rows: readonly R[],
  { limit, idOf }: { readonly limit: number; readonly idOf: (row: R) => string },
): { readonly shown: readonly R[]; readonly nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: rows.length > limit && last !== undefined ? idOf(last) : null };
}
