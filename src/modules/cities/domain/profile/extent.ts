// Where and when something that is sought or brought holds: the same of a city's entry and of what an organisation offers or looks for.

export interface Extent {
  /** In plain words. */
  readonly places: readonly string[];
  /** The first and the last day on which it holds, ISO. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Places of one entry, and characters of one. */
export const mostPlaces = 20;
export const longestPlace = 120;

export const saysExtent = ({ places, from, until }: Extent): boolean => places.length > 0 || from !== null || until !== null;

/** Null where nothing of it is said, so that there is one way to say nothing. */
export const extentOrNull = <E extends Extent>(extent: E | null): E | null => (extent === null || !saysExtent(extent) ? null : extent);

/** Whether it holds on some day of a span: before its first day and after its last nobody is to be asked about it. */
export const holdsWithin = (extent: Extent | null, { first, last }: { readonly first: string; readonly last: string }): boolean =>
  (extent?.from ?? first) <= last && (extent?.until ?? last) >= first;
