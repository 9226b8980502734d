// A list that comes in pages, as one.
import { keepPreviousData, useInfiniteQuery, type InfiniteData, type UseInfiniteQueryOptions } from '@tanstack/react-query';

interface PageOf<E> {
  readonly entries: readonly E[];
  readonly nextCursor: string | null;
}

type Cursor = string | undefined;

/** What `infiniteOptions` needs for a list of ours: `citiesQueries.listCities.infiniteOptions(paged({ limit: 100 }))`. */
/** The entry of a list in pages that has the id; undefined where none has. */
export async function findInPages<E extends { readonly id: string }>(
  ask: (page: {
    readonly limit: number;
    readonly cursor?: string;
  }) => Promise<{ readonly entries: readonly E[]; readonly nextCursor: string | null }>,
  wanted: string,
): Promise<E | undefined> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { entries, nextCursor }: Awaited<ReturnType<typeof ask>> = await ask({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    const found = entries.find(({ id }) => id === wanted);
    if (found !== undefined) return found;
    cursor = nextCursor;
  }
  return undefined;
}

export const paged = <I extends object>(input: I) => ({
  input: (cursor: Cursor) => ({ ...input, ...(cursor === undefined ? {} : { cursor }) }),
  initialPageParam: undefined as Cursor,
  getNextPageParam: (last: { readonly nextCursor: string | null }): Cursor => last.nextCursor ?? undefined,
});

export interface Pages<E, P = unknown> {
  readonly entries: readonly E[];
  /** What the first page says besides. */
  readonly first: P | undefined;
  readonly pending: boolean;
  readonly error: Error | null;
  /** Fetches the next page; null on the last. */
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
}

/** While a filter changes, what was shown stays until the new page is there. */
export function usePages<P extends PageOf<unknown>, K extends readonly unknown[]>(
  options: UseInfiniteQueryOptions<P, Error, InfiniteData<P, Cursor>, K, Cursor>,
): Pages<P['entries'][number], P> {
  const { data, isPending, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...options,
    placeholderData: keepPreviousData,
  });
  return {
    entries: data?.pages.flatMap(({ entries }): readonly P['entries'][number][] => entries) ?? [],
    first: data?.pages[0],
    pending: isPending,
    error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    loadingMore: isFetchingNextPage,
  };
}
