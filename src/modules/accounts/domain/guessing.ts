// How often somebody may try: ten times in any fifteen minutes from one place, whether the address exists or not; a hundred times from
// all places that it has not signed in from, after which each of those is let try once more. So nobody guesses on, and whoever asks
// from elsewhere than an attacker is not locked out.
export const triesFromOnePlace = 10;
export const triesFromUnknownPlaces = 100;

/** What is tried, on which address or account. */
export interface Tried {
  readonly what: 'password' | 'letter' | 'change' | 'institution';
  readonly on: string;
}

/** Where from: a device that has signed in to the address before, or the network of one that has not. */
export interface Place {
  readonly from: string;
  readonly known: boolean;
}

/** Counts a try of a key, at most so many in fifteen minutes; the seconds to wait, 0 where it was counted. */
type Count = (key: string, most: number) => Promise<number>;

export const placeKey = ({ what, on }: Tried, { from }: Place): string => `${what} ${on} from ${from}`;

/** The seconds until it may be tried; 0 now, and then it has been counted. */
export async function waitFor(tried: Tried, place: Place, count: Count): Promise<number> {
  const own = await count(placeKey(tried, place), triesFromOnePlace);
  if (own > 0 || place.known) return own;
  const all = await count(`${tried.what} ${tried.on}`, triesFromUnknownPlaces);
  return all === 0 ? 0 : count(`${placeKey(tried, place)} beyond`, 1);
}
