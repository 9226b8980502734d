// Profiles made ready to be compared with any other: their terms, how rare each term is among them, and who has it.
import type { Lexicon } from './lexicon.ts';
import type { Profile } from './model.ts';
import { readPassages, type Terms } from './read.ts';

/** A profile with what its texts say; `length` is what a text that matched wholly would sum to, by the rareness of terms in one stock. */
export interface ReadProfile {
  readonly profile: Profile;
  readonly needs: Terms;
  readonly offers: Terms;
}

export const readProfile = (lexicon: Lexicon, profile: Profile): ReadProfile => ({
  profile,
  needs: readPassages(lexicon, profile.needs),
  offers: readPassages(lexicon, profile.offers),
});

/** Who has a term, by term: those of term t stand at `starts[t]` … `starts[t + 1]`, in order of the stock. */
export interface Postings {
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  readonly weights: Float32Array;
}

export interface Stock {
  readonly profiles: readonly ReadProfile[];
  /** How rare each term is, 0 to 1; terms beyond have been met by nobody. */
  readonly rareness: Float64Array;
  readonly offers: Postings;
  readonly needs: Postings;
  /** What a whole match of each profile's offers and needs would sum to. */
  readonly offerLengths: Float64Array;
  readonly needLengths: Float64Array;
  /** The mean of those that are there: a text of a few words is not taken for a whole match. */
  readonly meanLength: number;
}

/** Of a term that nobody has it is not known how rare it is. */
const unmet = 0.5;
export const rarenessOf = (rareness: Float64Array, term: number): number => (term < rareness.length ? (rareness[term] ?? unmet) : unmet);

/** The sum of squared weights by rareness: what a text sums to with itself. */
export function lengthOf({ ids, weights }: Terms, rareness: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) sum += rarenessOf(rareness, ids[at] ?? 0) * (weights[at] ?? 0) ** 2;
  return sum;
}

function postingsOf(lists: readonly Terms[], terms: number): Postings {
  const starts = new Int32Array(new SharedArrayBuffer((terms + 1) * 4));
  for (const { ids } of lists) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice(0, terms);
  const all = starts[terms] ?? 0;
  const holders = new Int32Array(new SharedArrayBuffer(all * 4));
  const weights = new Float32Array(new SharedArrayBuffer(all * 4));
  for (const [holder, list] of lists.entries())
    for (let at = 0; at < list.ids.length; at += 1) {
      const term = list.ids[at] ?? 0;
      const place = next[term] ?? 0;
      holders[place] = holder;
      weights[place] = list.weights[at] ?? 0;
      next[term] = place + 1;
    }
  return { starts, holders, weights };
}

/** ln(1 + (n − df + ½) / (df + ½)), as BM25 weighs terms, in parts of its most: what one of many has says much, what most have nothing. */
function rarenessIn(texts: number, postings: readonly Postings[], terms: number): Float64Array {
  const rareness = new Float64Array(terms);
  const most = Math.log(1 + (texts + 0.5) / 0.5);
  for (let term = 0; term < terms; term += 1) {
    const holders = postings.reduce((sum, { starts }) => sum + (starts[term + 1] ?? 0) - (starts[term] ?? 0), 0);
    rareness[term] = holders === 0 ? unmet : Math.log(1 + (texts - holders + 0.5) / (holders + 0.5)) / most;
  }
  return rareness;
}

/** In memory that threads share. */
const shared = (values: ArrayLike<number>): Float64Array<SharedArrayBuffer> => {
  const kept = new Float64Array(new SharedArrayBuffer(values.length * 8));
  kept.set(values);
  return kept;
};

function meanOf(lists: readonly Float64Array[]): number {
  let [sum, count] = [0, 0];
  for (const list of lists)
    for (const length of list)
      if (length > 0) {
        sum += length;
        count += 1;
      }
  return count === 0 ? 1 : sum / count;
}

/**
 * Makes profiles ready. Where several score alike the earlier is named first, so hand them in an order of their own. How rare a term is, is told by all
 * of them: hand in only what everybody concerned may know of. Who asks with a private need hands it to `bestFor`, never in here.
 */
export function stockOf(profiles: readonly ReadProfile[]): Stock {
  const lists = profiles.flatMap(({ needs, offers }) => [needs, offers]).filter(({ ids }) => ids.length > 0);
  const terms = lists.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const offers = postingsOf(
    profiles.map((profile) => profile.offers),
    terms,
  );
  const needs = postingsOf(
    profiles.map((profile) => profile.needs),
    terms,
  );
  const rareness = shared(rarenessIn(lists.length, [offers, needs], terms));
  const offerLengths = shared(profiles.map((profile) => lengthOf(profile.offers, rareness)));
  const needLengths = shared(profiles.map((profile) => lengthOf(profile.needs, rareness)));
  const meanLength = meanOf([offerLengths, needLengths]);
  return { profiles, rareness, offers, needs, offerLengths, needLengths, meanLength };
}
