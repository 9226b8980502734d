// What was entered is laid over the page until the page has read it from the server; when it has, is decided here.
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { failureOf } from './outbox.ts';

/** Without a network a question is paused, and one that failed may be answered later; one that is refused shows nothing. */
const isRead = ({ state }: Query): boolean =>
  state.isInvalidated ? state.error !== null && failureOf(state.error).kind === 'refused' : state.dataUpdatedAt > 0;

/** Asks anew what the page shows, and answers whether all of it was read after that. `isAgain`: of what was read since the last time nothing. */
export async function readAnew(queryClient: QueryClient, keys: readonly QueryKey[], isAgain = false): Promise<boolean> {
  const shown = (): readonly Query[] => keys.flatMap((queryKey) => queryClient.getQueryCache().findAll({ queryKey, type: 'active' }));
  // What is asked for the first time may have been asked before; it is not asked anew while it is under way.
  const isFirst = shown().some(({ state }) => state.dataUpdatedAt === 0 && state.fetchStatus !== 'idle');
  await Promise.all(
    keys.map((queryKey) =>
      queryClient.invalidateQueries({ queryKey, ...(isAgain ? { predicate: ({ state }) => state.isInvalidated } : {}) }),
    ),
  );
  const after = shown();
  return !isFirst && after.length > 0 && after.every(isRead);
}
