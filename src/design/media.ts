// Whether a media query holds, kept up to date.
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    // Drawn on the server a page is as wide as a desk's, which style sheets make narrow.
    () => false,
  );
}

/** Narrow enough that a grid becomes a list; paper keeps the grid. */
export const usePhone = (): boolean => useMedia('screen and (max-width: 40rem)');
