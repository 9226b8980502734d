// Reading lists that may be long: a page at a time, each in a transaction of its own.
import { ok, type Result } from '#kernel/result.ts';
import type { Transact, Work } from '#platform/work.ts';

/** Rows at a time, so that no transaction is long and other requests are answered between two. */
export const pageRows = 1000;

/** Everything of a list that is read page by page, in transactions of their own; `last` is where to go on, null at the end. */
export async function allOf<T, A>(
  transact: Transact,
  page: (work: Work, after: A | null) => Promise<{ readonly entries: readonly T[]; readonly last: A | null }>,
): Promise<Result<readonly T[]>> {
  const all: T[] = [];
  let after: A | null = null;
  for (;;) {
    const from: A | null = after;
    const read: Result<{ readonly entries: readonly T[]; readonly last: A | null }> = await transact(async (work) =>
      ok(await page(work, from)),
    );
    if (!read.ok) return read;
    all.push(...read.value.entries);
    if (read.value.last === null) return ok(all);
    after = read.value.last;
  }
}

/** Follows the cursors of a list of the API. */
export async function followed<T>(
  transact: Transact,
  list: (
    work: Work,
    cursor: { readonly cursor?: string },
  ) => Promise<Result<{ readonly entries: readonly T[]; readonly nextCursor: string | null }>>,
): Promise<Result<readonly T[]>> {
  const all: T[] = [];
  for (let cursor: { readonly cursor?: string } = {}; ;) {
    const at = cursor;
    const page = await transact((work) => list(work, at));
    if (!page.ok) return page;
    all.push(...page.value.entries);
    if (page.value.nextCursor === null) return ok(all);
    cursor = { cursor: page.value.nextCursor };
  }
}

/** The value made into another one. */
export const mapped = <T, R>(result: Result<T>, use: (value: T) => R): Result<R> => (result.ok ? ok(use(result.value)) : result);
