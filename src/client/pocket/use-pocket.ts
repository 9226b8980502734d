// A page that opens without a network, once it has been read with one.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Has this device keep what the page shows, and the pages themselves (service worker). */
export function usePocket(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    void import('./pocket.ts').then(({ fillPocket }) => fillPocket(queryClient));
    // Without one (an old browser, a private window) the agenda opens with a network alone, which it says then.
    if ('serviceWorker' in navigator) navigator.serviceWorker.register('/worker.js').catch((): null => null);
  }, [queryClient]);
}

/** What this device keeps goes. */
export const forgetPocket = async (queryClient: QueryClient): Promise<void> => (await import('./pocket.ts')).emptyPocket(queryClient);
