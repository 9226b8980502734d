// What stands where something is being read: a skeleton, or that it needs a network where there is none.
import { useText } from '#client/language.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useIsOnline } from './read-ahead.ts';

export function WhileRead({ what }: { readonly what: string }) {
  const { t } = useText();
  return useIsOnline() ? <Skeleton lines={4} /> : <p>{t('meetings.needs_network', { what })}</p>;
}
