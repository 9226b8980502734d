// Profiles made ready to be compared with any other: their terms, how rare each term is among them, and who has it.
import type { Lexicon } from './lexicon.ts';
import type { Profile } from './model.ts';
import { postingsOf, termsIn, type Postings } from './postings.ts';
import { readPassages, type Reading, type Terms } from './read.ts';

/** A profile with what its texts say; `length` is what a text that matched wholly would sum to, by the rareness of terms in one stock. */
export interface ReadProfile {
  readonly profile: Profile;
  readonly needs: Reading;
  readonly offers: Reading;
}

export const readProfile = (lexicon: Lexicon, profile: Profile): ReadProfile => ({
  profile,
  needs: readPassages(lexicon, profile.needs),
  offers: readPassages(lexicon, profile.offers),
});

export interface Stock {
  readonly profiles: readonly ReadProfile[];
  /** How many texts say anything. */
  readonly spoken: number;
  /** How rare each term is, 0 to 1; terms beyond have been met by nobody. */
  readonly rareness: Float64Array;
  /** Who had which term when all of them were read last, and in how many texts each term is now. */
  readonly offers: Postings;
  readonly needs: Postings;
  readonly held: Int32Array;
  /** Places of those who say something else than in the postings: a few, each compared by itself. */
  readonly changed: readonly number[];
  /** What a whole match of each profile's offers and needs would sum to. */
  readonly offerLengths: Float64Array;
  readonly needLengths: Float64Array;
  /** The mean of those that are there: a text of a few words is not taken for a whole match. */
  readonly meanLength: number;
}

/**
 * Rareness and squares of weights are whole parts of this: then lengths sum up exactly, in whatever order terms are added, and of a change only the
 * difference need be.
 */
const parts = 2 ** 20;

/** Of a term that nobody has it is not known how rare it is. */
const unmet = 0.5;
export const rarenessOf = (rareness: Float64Array, term: number): number => (term < rareness.length ? (rareness[term] ?? unmet) : unmet);

const squareOf = (weight: number): number => Math.floor(weight * weight * parts + 0.5) / parts;

/** The sum of squared weights by rareness: what a text sums to with itself. */
export function lengthOf({ ids, weights }: Terms, rareness: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const term = ids[at] as number;
    sum += (term < rareness.length ? (rareness[term] as number) : unmet) * squareOf(weights[at] as number);
  }
  return sum;
}

/** ln(1 + (n − df + ½) / (df + ½)), as BM25 weighs terms, in parts of its most: what one of many has says much, what most have nothing. */
function rarenessOfTerm(spoken: number, holders: number): number {
  if (holders <= 0) return unmet;
  const share = Math.log(1 + (spoken - holders + 0.5) / (holders + 0.5)) / Math.log(1 + (spoken + 0.5) / 0.5);
  // Never nothing: who has a term in common was met.
  return Math.max(1, Math.floor(share * parts + 0.5)) / parts;
}

/** In memory that threads share; of some terms, where the others are as before. */
export function rarenessIn(
  spoken: number,
  held: Int32Array,
  { before, terms }: { readonly before: Float64Array; readonly terms: Iterable<number> } = {
    before: new Float64Array(),
    terms: held.keys(),
  },
): Float64Array<SharedArrayBuffer> {
  const rareness = new Float64Array(new SharedArrayBuffer(held.length * 8));
  rareness.set(before);
  for (const term of terms) rareness[term] = rarenessOfTerm(spoken, held[term] as number);
  return rareness;
}

/** In how many texts each term is. */
export function heldIn(postings: readonly Postings[], terms: number): Int32Array {
  const held = new Int32Array(terms);
  for (const { starts } of postings)
    for (let term = 0; term < starts.length - 1; term += 1)
      (held[term] as number) += (starts[term + 1] as number) - (starts[term] as number);
  return held;
}

/** Adds to lengths what terms that count for so much more add, or take from them where they count for less. */
function addLengths(lengths: Float64Array, { starts, holders, weights }: Postings, terms: Iterable<number>, more: Float64Array): void {
  for (const term of terms) {
    const by = more[term] as number;
    const end = starts[term + 1] ?? 0;
    for (let place = starts[term] ?? end; place < end; place += 1)
      (lengths[holders[place] as number] as number) += by * squareOf(weights[place] as number);
  }
}

/** What whole matches of texts would sum to, in memory that threads share. */
export function lengthsOf(postings: Postings, count: number, rareness: Float64Array): Float64Array<SharedArrayBuffer> {
  const lengths = new Float64Array(new SharedArrayBuffer(count * 8));
  addLengths(lengths, postings, rareness.keys(), rareness);
  return lengths;
}

/** Of those that are there. */
export function meanOf(lists: readonly Float64Array[]): number {
  let [sum, count] = [0, 0];
  for (const list of lists)
    for (let at = 0; at < list.length; at += 1) {
      const length = list[at] ?? 0;
      if (length <= 0) continue;
      sum += length;
      count += 1;
    }
  return count === 0 ? 1 : sum / count;
}

const sides = ['needs', 'offers'] as const;
const nothing: Terms = { ids: new Int32Array(), weights: new Float32Array(), han: 0 };

const spokenIn = (profiles: readonly ReadProfile[]): number =>
  profiles.reduce((count, { needs, offers }) => count + (needs.ids.length > 0 ? 1 : 0) + (offers.ids.length > 0 ? 1 : 0), 0);

/**
 * Makes profiles ready. Where several score alike the earlier is named first, so hand them in an order of their own. How rare a term is, is told by all
 * of them: hand in only what everybody concerned may know of. Who asks with a private need hands it to `bestFor`, never in here.
 */
export function stockOf(profiles: readonly ReadProfile[]): Stock {
  const [needTexts, offerTexts] = [profiles.map(({ needs }) => needs), profiles.map(({ offers }) => offers)];
  const terms = Math.max(termsIn(needTexts), termsIn(offerTexts));
  const [offers, needs] = [postingsOf(offerTexts, terms), postingsOf(needTexts, terms)];
  const spoken = spokenIn(profiles);
  const held = heldIn([offers, needs], terms);
  const rareness = rarenessIn(spoken, held);
  const [offerLengths, needLengths] = [lengthsOf(offers, profiles.length, rareness), lengthsOf(needs, profiles.length, rareness)];
  const meanLength = meanOf([offerLengths, needLengths]);
  return { profiles, spoken, rareness, offers, needs, held, changed: [], offerLengths, needLengths, meanLength };
}

/** Beyond this part of a stock it is made anew. */
const mostChanged = 0.05;

/** In how many texts each term is after a change, and which terms are in more or fewer. */
function heldAfter(before: Stock, profiles: readonly ReadProfile[], changed: readonly number[]) {
  const texts = (of: readonly ReadProfile[]): readonly Terms[] => changed.flatMap((at) => sides.flatMap((side) => of[at]?.[side] ?? []));
  const [was, is] = [texts(before.profiles), texts(profiles)];
  const held = new Int32Array(Math.max(before.held.length, termsIn(is)));
  held.set(before.held);
  const touched = new Set<number>();
  const add = (all: readonly Terms[], one: number): void => {
    for (const { ids } of all)
      for (const term of ids) {
        (held[term] as number) += one;
        touched.add(term);
      }
  };
  add(was, -1);
  add(is, 1);
  return { held, touched };
}

/** The same as `stockOf`, made of a stock of the same lexicon in which only a few profiles said something else: at what these cost. */
export function stockAfter(before: Stock, profiles: readonly ReadProfile[]): Stock {
  if (before.profiles.length !== profiles.length) return stockOf(profiles);
  const others = profiles.flatMap((profile, at) => (before.profiles[at] === profile ? [] : [at]));
  if (others.length === 0) return before;
  const changed = [...new Set([...before.changed, ...others])];
  if (changed.length > mostChanged * profiles.length) return stockOf(profiles);
  const { held, touched } = heldAfter(before, profiles, others);
  const spoken = spokenIn(profiles);
  // Where more or fewer texts say anything, every term is rarer or less rare than it was.
  const terms = spoken === before.spoken ? touched : new Set(held.keys());
  const rareness = rarenessIn(spoken, held, { before: before.rareness, terms });
  const more = new Float64Array(rareness.length);
  for (const term of terms) more[term] = (rareness[term] as number) - rarenessOf(before.rareness, term);
  const lengths = (side: (typeof sides)[number], known: Float64Array): Float64Array => {
    const made = new Float64Array(new SharedArrayBuffer(known.byteLength));
    made.set(known);
    addLengths(made, before[side], terms, more);
    for (const at of changed) made[at] = lengthOf(profiles[at]?.[side] ?? nothing, rareness);
    return made;
  };
  const [offerLengths, needLengths] = [lengths('offers', before.offerLengths), lengths('needs', before.needLengths)];
  const meanLength = meanOf([offerLengths, needLengths]);
  return { ...before, profiles, spoken, rareness, held, changed, offerLengths, needLengths, meanLength };
}
