// The best of a stock for one profile: exact, since every profile that shares a term is scored; nothing is left out by a bound or a sample.
import { fillStated, liftOf, roomForStated, scoreOf, standardWeights, statesSomething } from './compare.ts';
import type { Between, Weights } from './model.ts';
import type { Postings } from './postings.ts';
import { lengthOf, rarenessOf, type ReadProfile, type Stock } from './stock.ts';
import type { Terms } from './read.ts';

export interface Ranked {
  /** The place in the stock. */
  readonly at: number;
  readonly score: number;
}

export interface RankOptions {
  readonly top: number;
  readonly weights?: Weights;
  /** What is known between the two; null where nothing is. */
  readonly between?: (at: number) => Between | null;
  /** Whether more than texts is compared: topics, markets, languages. */
  readonly textsOnly?: boolean;
}

/** Room for one comparison after another. */
export interface Sums {
  readonly sought: Float64Array;
  readonly brought: Float64Array;
  readonly met: Int32Array;
}

export const sumsFor = (size: number): Sums => ({
  sought: new Float64Array(size),
  brought: new Float64Array(size),
  met: new Int32Array(size),
});

/** Adds to `sums` what the holders of each term have in common with `own`; notes in `met` whom it meets first, and returns how many there are. */
function gather(
  { ids, weights }: Terms,
  postings: Postings,
  rareness: Float64Array,
  sums: Float64Array,
  other: Float64Array,
  met: Int32Array,
  before: number,
): number {
  let count = before;
  const { starts, holders, weights: held } = postings;
  for (let at = 0; at < ids.length; at += 1) {
    const term = ids[at] ?? 0;
    const factor = (weights[at] ?? 0) * rarenessOf(rareness, term);
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? end; place < end; place += 1) {
      const holder = holders[place] as number;
      if (sums[holder] === 0 && other[holder] === 0) {
        met[count] = holder;
        count += 1;
      }
      (sums[holder] as number) += factor * (held[place] as number);
    }
  }
  return count;
}

/** What two texts have in common, summed as `gather` does. */
function commonSum(own: Terms, other: Terms, rareness: Float64Array): number {
  let sum = 0;
  for (let at = 0, beside = 0; at < own.ids.length && beside < other.ids.length;) {
    const [one, two] = [own.ids[at] as number, other.ids[beside] as number];
    if (one === two) sum += (own.weights[at] as number) * rarenessOf(rareness, one) * (other.weights[beside] as number);
    if (one <= two) at += 1;
    if (two <= one) beside += 1;
  }
  return sum;
}

/** Compares those by themselves who say something else than in the postings; notes whom it meets first, and returns how many there are. */
function gatherChanged({ profiles, changed, rareness }: Stock, own: ReadProfile, { sought, brought, met }: Sums, before: number): number {
  let count = before;
  for (const at of changed) {
    const [other, isMet] = [profiles[at], sought[at] !== 0 || brought[at] !== 0];
    if (other === undefined) continue;
    sought[at] = commonSum(own.needs, other.offers, rareness);
    brought[at] = commonSum(own.offers, other.needs, rareness);
    if (isMet || (sought[at] === 0 && brought[at] === 0)) continue;
    met[count] = at;
    count += 1;
  }
  return count;
}

/** Better first: by score, then as they stand in the stock. */
const isBetter = (one: Ranked, other: Ranked): boolean => one.score > other.score || (one.score === other.score && one.at < other.at);

/** Keeps the best of what it is handed, the worst of them on top of a heap. */
function keeper(most: number) {
  const heap: Ranked[] = [];
  const sink = (start: number): void => {
    for (let at = start; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [one, other] = [heap[worst], heap[child]];
        if (one !== undefined && other !== undefined && isBetter(one, other)) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as Ranked, heap[at] as Ranked];
      at = worst;
    }
  };
  return {
    offer: (one: Ranked): void => {
      const [worst] = heap;
      if (heap.length < most) {
        heap.push(one);
        if (heap.length === most) for (let at = most >> 1; at >= 0; at -= 1) sink(at);
      } else if (worst !== undefined && isBetter(one, worst)) {
        heap[0] = one;
        sink(0);
      }
    },
    sorted: (): readonly Ranked[] => heap.sort((one, other) => (isBetter(one, other) ? -1 : 1)),
  };
}

/** The best of the stock for a profile, best first: those with *must* before all others, those with *no* never. */
export function bestFor(stock: Stock, own: ReadProfile, options: RankOptions, sums = sumsFor(stock.profiles.length)): readonly Ranked[] {
  const { rareness, meanLength } = stock;
  const { sought, brought, met } = sums;
  const weights = options.weights ?? standardWeights;
  const [ownNeeds, ownOffers] = [lengthOf(own.needs, rareness), lengthOf(own.offers, rareness)];
  // One record for all, since there are thousands.
  const text = { sought: 0, brought: 0, ownNeeds, ownOffers, otherNeeds: 0, otherOffers: 0, meanLength };
  let count = gather(own.needs, stock.offers, rareness, sought, brought, met, 0);
  count = gather(own.offers, stock.needs, rareness, brought, sought, met, count);
  count = gatherChanged(stock, own, sums, count);
  const topics = own.profile.needTopics.length + own.profile.offerTopics.length > 0 && options.textsOnly !== true;
  if (topics || options.between !== undefined) count = everybody(stock.profiles.length, met);
  const isStated = options.between !== undefined || statesSomething(own.profile);
  const room = options.textsOnly === true || !isStated ? null : roomForStated();
  const [leading, others] = [keeper(options.top), keeper(options.top)];
  for (let place = 0; place < count; place += 1) {
    const at = met[place] ?? 0;
    const other = stock.profiles[at];
    const between = options.between?.(at) ?? null;
    if (other === undefined) continue;
    text.sought = (sought[at] ?? 0) * liftOf(own.needs.han, other.offers.han);
    text.brought = (brought[at] ?? 0) * liftOf(own.offers.han, other.needs.han);
    text.otherNeeds = stock.needLengths[at] ?? 0;
    text.otherOffers = stock.offerLengths[at] ?? 0;
    sought[at] = 0;
    brought[at] = 0;
    if (between?.stance === 'no' || other.profile.id === own.profile.id) continue;
    const stated = room === null ? null : fillStated(room, own.profile, other.profile, between);
    const score = scoreOf(text, stated, weights);
    if (between?.stance === 'must') leading.offer({ at, score });
    else if (score > 0) others.offer({ at, score });
  }
  return [...leading.sorted(), ...others.sorted()].slice(0, options.top);
}

/** Who shares a topic, or must be met, may share no word: then all are looked at. */
function everybody(size: number, met: Int32Array): number {
  for (let at = 0; at < size; at += 1) met[at] = at;
  return size;
}
