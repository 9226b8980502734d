// Who sees a part of a visit - the delegation, its names, the itinerary: never more than see the visit itself.
import type { Owned } from '../records.ts';

export type Audience = Pick<Owned, 'visibility' | 'sharedWith'>;

export const visitParts = ['delegation', 'names', 'itinerary'] as const;
export type VisitPart = (typeof visitParts)[number];

/** The readers of both: what is left of an audience once the visit, or what a part hangs on, is seen by fewer. */
export function within(wanted: Audience, whole: Audience): Audience {
  if (wanted.visibility === 'private' || whole.visibility === 'private') return { visibility: 'private', sharedWith: [] };
  if (wanted.visibility === 'public') return whole;
  const sharedWith =
    whole.visibility === 'public' ? wanted.sharedWith : wanted.sharedWith.filter((office) => whole.sharedWith.includes(office));
  return sharedWith.length === 0 ? { visibility: 'private', sharedWith: [] } : { visibility: 'shared', sharedWith };
}

/** Whether all readers of a part see the whole. */
export const isWithin = (wanted: Audience, whole: Audience): boolean => {
  const left = within(wanted, whole);
  return left.visibility === wanted.visibility && left.sharedWith.length === wanted.sharedWith.length;
};
