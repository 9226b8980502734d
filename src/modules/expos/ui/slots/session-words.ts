// Parts of a day in words: a day of two is a morning and an afternoon, more are counted.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { exposQueries } from '../client.ts';

export function useSessionWords(sessions: readonly number[]): (session: number) => string {
  const { t } = useText();
  const counted = Math.max(0, ...sessions) > 2;
  return (session) =>
    counted || session > 2
      ? t('expos.session_number', { session })
      : t(session === 1 ? 'expos.session_morning' : 'expos.session_afternoon');
}

/** The parts of a day that an edition has, in order; those of most days until its slots are known. */
export function useSessionsOf(editionId: string): readonly number[] {
  const { data } = useQuery(exposQueries.getSetup.queryOptions({ input: { editionId } }));
  if (data === undefined || data.slots.length === 0) return [1, 2];
  return [...new Set(data.slots.map(({ session }) => session))].sort((a, b) => a - b);
}
