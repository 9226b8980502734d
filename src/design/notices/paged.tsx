// A list that comes in pages: why it did not, bones while it does, its entries with the way to more, or what stands where there are none.
import type { ReactNode } from 'react';
import { troubleOf } from '#client/error.ts';
import type { Pages } from '#client/use-pages.ts';
import { More } from '../data-table.tsx';
import { Notice } from './notice.tsx';
import { Skeleton } from './waiting.tsx';

interface PagedProps<E> {
  readonly pages: Pages<E>;
  readonly children: (entries: readonly E[]) => ReactNode;
  readonly empty: ReactNode;
  /** Of the bones. */
  readonly lines?: number;
  /** How many entries are not shown, where that is known. */
  readonly rest?: number;
}

export function Paged<E>({ pages: { entries, error, pending, more, loadingMore }, children, empty, lines, rest }: PagedProps<E>) {
  return (
    <>
      {error !== null && <Notice kind="refused">{troubleOf(error).message}</Notice>}
      {pending && error === null && <Skeleton lines={lines} />}
      {entries.length > 0 && children(entries)}
      {more !== null && <More rest={rest} busy={loadingMore} onMore={more} />}
      {!pending && entries.length === 0 && empty}
    </>
  );
}
