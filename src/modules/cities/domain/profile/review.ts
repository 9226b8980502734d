// A second pair of eyes: who may review a text, and when it may be published.
import type { AccountId } from '#kernel/ids.ts';
import type { Problem } from '#kernel/result.ts';
import type { EntryRecord } from './profile.ts';

type Reviewed = Pick<EntryRecord, 'review' | 'writtenBy'>;

/** How a text may become public: as it was approved; after somebody else has read it; or, where nobody else writes, with a note. */
export const publishingWays = ['approved', 'after_review', 'with_note'] as const;
export type PublishingWay = (typeof publishingWays)[number];

/** `writers`: how many people of the office may change entries. */
export function publishingWayOf({ review }: Reviewed, writers: number): PublishingWay {
  if (review === 'approved') return 'approved';
  return writers > 1 ? 'after_review' : 'with_note';
}

/** Whoever wrote the text does not review it. */
export const mayReviewText = ({ review, writtenBy }: Reviewed, account: AccountId | null): boolean =>
  review === 'asked' && account !== null && writtenBy !== account;

/** Why a text may not become public yet; null where it may. */
export function publicationRefusal(entry: Reviewed, asked: { readonly writers: number; readonly note: string | null }): Problem | null {
  const way = publishingWayOf(entry, asked.writers);
  if (way === 'after_review') return { path: [], code: 'cities.review_needed' };
  return way === 'with_note' && asked.note === null ? { path: ['note'], code: 'cities.note_needed' } : null;
}
