// What somebody will want of their agenda where there is no network: the plans of the halls they go to, and the page of their requests.
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import type { Agenda } from './answers.ts';

const fresh = { staleTime: 300_000 };

/** Reads it while there is a network, so that the device has it (client/pocket). */
export function useReadAhead({ edition: { id: editionId }, participant: { id: participantId }, side, entries }: Agenda): void {
  const queryClient = useQueryClient();
  const halls = [...new Set(entries.flatMap(({ place }) => place.hall ?? []))].sort().join('\n');
  useEffect(() => {
    if (side !== 'own') return;
    void queryClient.prefetchQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: editionId } }), ...fresh });
    void queryClient.prefetchQuery({ ...meetingsQueries.listMyRequests.queryOptions({ input: { editionId } }), ...fresh });
    void queryClient.prefetchQuery({ ...meetingsQueries.getRequestRules.queryOptions({ input: { editionId } }), ...fresh });
    void queryClient.prefetchQuery({ ...meetingsQueries.listCards.queryOptions({ input: { editionId, participantId } }), ...fresh });
    for (const hall of halls.split('\n'))
      if (hall !== '')
        void queryClient.prefetchQuery({ ...exposQueries.getHallPlan.queryOptions({ input: { editionId, hall } }), ...fresh });
  }, [queryClient, side, editionId, participantId, halls]);
}

/** Whether the browser has a network, as far as it knows. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    // On a page that was opened without one the manager has heard of nothing yet.
    () => onlineManager.isOnline() && navigator.onLine,
  );
