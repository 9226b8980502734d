// The best offers for one need after another, out of hundreds of thousands: the same scores as everywhere, on plain arrays that threads share.
import { addedLength, liftOf, mostLift, scoreOf, standardWeights } from './compare.ts';
import { postingsOf, termsIn, type Postings } from './postings.ts';
import { heldIn, lengthOf, lengthsOf, meanOf, rarenessIn, rarenessOf, type Stock } from './stock.ts';
import type { Terms } from './read.ts';

/** What comparing needs with the offers of a stock takes. */
export interface OfferArrays {
  readonly postings: Postings;
  readonly rareness: Float64Array;
  /** Of each offer: what a whole match would sum to, and how much of it is in Han characters. */
  readonly lengths: Float64Array;
  readonly han: Float32Array;
  readonly meanLength: number;
}

export const offerArrays = (stock: Stock): OfferArrays => ({
  postings: stock.offers,
  rareness: stock.rareness,
  lengths: stock.offerLengths,
  han: Float32Array.from(stock.profiles, ({ offers }) => offers.han),
  meanLength: stock.meanLength,
});

/** The same of texts that nobody keeps: they are gone through several times, in their order. */
export function offerArraysOf(texts: Iterable<Terms>): OfferArrays {
  const terms = termsIn(texts);
  const postings = postingsOf(texts, terms);
  let [count, spoken] = [0, 0];
  for (const { ids } of texts) {
    count += 1;
    if (ids.length > 0) spoken += 1;
  }
  const rareness = rarenessIn(spoken, heldIn([postings], terms));
  const lengths = lengthsOf(postings, count, rareness);
  const han = new Float32Array(count);
  let at = 0;
  for (const text of texts) {
    han[at] = text.han;
    at += 1;
  }
  return { postings, rareness, lengths, han, meanLength: meanOf([lengths]) };
}

/** Places in the stock, best first, with their scores. */
export interface Best {
  readonly places: Int32Array;
  readonly scores: Float64Array;
}

/** Keeps the best by insertion: few are kept, and hardly any of many is among them. */
function insert(places: Int32Array, scores: Float64Array, count: number, place: number, score: number): void {
  let at = count;
  while (at > 0 && (scores[at - 1] ?? 0) < score) {
    if (at < scores.length) {
      scores[at] = scores[at - 1] ?? 0;
      places[at] = places[at - 1] ?? 0;
    }
    at -= 1;
  }
  if (at < scores.length) {
    scores[at] = score;
    places[at] = place;
  }
}

function gather(need: Terms, { postings: { starts, holders, weights }, rareness }: OfferArrays, sums: Float64Array): void {
  for (let at = 0; at < need.ids.length; at += 1) {
    const term = need.ids[at] ?? 0;
    const factor = (need.weights[at] ?? 0) * rarenessOf(rareness, term);
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? end; place < end; place += 1)
      (sums[holders[place] as number] as number) += factor * (weights[place] as number);
  }
}

/** The score of one offer, as `scoreOf` gives it where only a need and an offer are compared. */
function scorer(need: Terms, { rareness, meanLength, lengths, han }: OfferArrays): (sum: number, place: number) => number {
  const text = { sought: 0, brought: 0, ownNeeds: lengthOf(need, rareness), ownOffers: 0, otherNeeds: 0, otherOffers: 0, meanLength };
  return (sum, place) => {
    text.sought = sum * liftOf(need.han, han[place] ?? 0);
    text.otherOffers = lengths[place] ?? 0;
    return scoreOf(text, null, standardWeights);
  };
}

/** Far more than sums in another order can differ by. */
const rounding = 1e-9;

/** The best offers for a need. `sums` has a place for each offer, all zero, and is left so. Every offer that shares a term is scored. */
export function bestOffers(need: Terms, offers: OfferArrays, top: number, sums: Float64Array): Best {
  gather(need, offers, sums);
  const scored = scorer(need, offers);
  const { lengths } = offers;
  // The score is 2C / (a + b + m): whether it can be among the best is told without dividing; whether it is, by the score itself.
  const fixed = (lengthOf(need, offers.rareness) + 2 * addedLength(offers.meanLength)) * (1 - rounding);
  const most = mostLift * 2 * standardWeights.points.words;
  const places = new Int32Array(top);
  const scores = new Float64Array(top);
  let count = 0;
  let least = 0;
  for (let place = 0; place < sums.length; place += 1) {
    const sum = sums[place] as number;
    if (most * sum <= least * (fixed + (lengths[place] as number))) continue;
    const score = scored(sum, place);
    if (score <= least) continue;
    insert(places, scores, count, place, score);
    count = Math.min(top, count + 1);
    if (count === top) least = scores[top - 1] ?? 0;
  }
  sums.fill(0);
  return { places: places.slice(0, count), scores: scores.slice(0, count) };
}
