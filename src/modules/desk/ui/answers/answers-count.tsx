// How many wait, beside the way to them: as the list said when it was last read, and nothing once that may have changed.
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { AnswerList } from '../../contract/answers.ts';
import { deskQueries } from '../client.ts';
import './answers.css';

type Read = AnswerList | { readonly pages: readonly AnswerList[] };

const countIn = (read: Read): number | undefined => ('pages' in read ? read.pages[0] : read)?.count;

export function AnswersCount() {
  const cache = useQueryClient().getQueryCache();
  const count = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => {
      const [last] = cache
        .findAll({ queryKey: deskQueries.listAnswers.key() })
        .filter(({ state }) => state.data !== undefined && !state.isInvalidated)
        .toSorted((x, y) => y.state.dataUpdatedAt - x.state.dataUpdatedAt);
      return last === undefined ? undefined : countIn(last.state.data as Read);
    },
  );
  return count === undefined || count === 0 ? null : <span className="n">{count}</span>;
}
