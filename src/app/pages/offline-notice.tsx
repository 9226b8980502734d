// Says that the network is gone, and from when what is seen is: the page's oldest answer.
import { onlineManager, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { Offline } from '#client/error.ts';
import { dayOf, ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Notice } from '#design/notices/notice.tsx';

/** UTC milliseconds; 0 where nothing is seen yet, null with a network. */
function oldestWithout(queryClient: QueryClient): number | null {
  const asked = queryClient.getQueryCache().findAll({ type: 'active' });
  const isAway = !onlineManager.isOnline() || asked.some(({ state }) => (state.fetchFailureReason ?? state.error) instanceof Offline);
  if (!isAway) return null;
  // Who is signed in is asked seldom, and is nothing that one reads.
  const seen = asked.filter(({ queryKey, state }) => queryKey[0] !== 'session' && state.dataUpdatedAt > 0);
  return seen.length === 0 ? 0 : Math.min(...seen.map(({ state }) => state.dataUpdatedAt));
}

export function OfflineNotice() {
  const { t } = useText();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const subscribe = useCallback(
    (changed: () => void) => {
      const ends = [onlineManager.subscribe(changed), queryClient.getQueryCache().subscribe(changed)];
      return () => ends.forEach((end) => end());
    },
    [queryClient],
  );
  const since = useSyncExternalStore(
    subscribe,
    () => oldestWithout(queryClient),
    () => null,
  );
  if (since === null) return <div role="status" />;
  const zone = ownZone();
  const isToday = dayOf(since, zone) === dayOf(Date.now(), zone);
  const time = isToday ? formats.time(since, zone) : formats.dateTime(since, zone, 'short');
  return (
    <div role="status">
      <Notice kind="plain">{since === 0 ? t('design.offline') : t('design.offline_banner', { time })}</Notice>
    </div>
  );
}
