// Pages of lists: a cursor is what stands last on the page before.
import { isId, type Id } from './ids.ts';
import { ok, refuseInput, type Result } from './result.ts';

const bad = refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);

/** The id that a cursor holds; null on the first page. Refuses what no page gave out. */
export const readCursor = <K extends string>(cursor: string | undefined): Result<Id<K> | null> =>
  cursor === undefined ? ok(null) : isId<K>(cursor) ? ok(cursor) : bad;

/** The number that a cursor holds; 0 on the first page. */
export const readNumber = (cursor: string | undefined): Result<number> =>
  cursor === undefined ? ok(0) : /^[1-9]\d{0,8}$/.test(cursor) ? ok(Number(cursor)) : bad;

/** The number and id that a cursor holds: where lists go by a number that several entries may share; null on the first page. */
export function readNumberedId(cursor: string | undefined): Result<{ readonly number: number; readonly id: string } | null> {
  if (cursor === undefined) return ok(null);
  const [, number = '', id = ''] = /^(\d{1,9})\.(.+)$/.exec(cursor) ?? [];
  return isId(id) ? ok({ number: Number(number), id }) : bad;
}

export const byId = ({ id }: { readonly id: string }): string => id;

/** The first `limit` of `limit` + 1 rows, and the cursor of the next page where there is one. */
export function cutPage<R>(rows: readonly R[], limit: number, cursorOf: (row: R) => string): { entries: R[]; nextCursor: string | null } {
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return { entries, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
