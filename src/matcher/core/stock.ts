// Profiles made ready to be compared with any other: their terms, how rare each term is among them, and who has it.
import type { Lexicon } from './lexicon.ts';
import type { Profile } from './model.ts';
import { postingsOf, termsIn, withChanges, type ChangedText, type Postings } from './postings.ts';
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

export interface Stock {
  readonly profiles: readonly ReadProfile[];
  /** How many texts say anything. */
  readonly spoken: number;
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
  for (let at = 0; at < ids.length; at += 1) {
    const term = ids[at] as number;
    const weight = weights[at] as number;
    sum += (term < rareness.length ? (rareness[term] as number) : unmet) * weight * weight;
  }
  return sum;
}

/** ln(1 + (n − df + ½) / (df + ½)), as BM25 weighs terms, in parts of its most: what one of many has says much, what most have nothing. */
function rarenessOfTerm(spoken: number, postings: readonly Postings[], term: number): number {
  let holders = 0;
  for (const { starts } of postings) holders += (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  return holders === 0 ? unmet : Math.log(1 + (spoken - holders + 0.5) / (holders + 0.5)) / Math.log(1 + (spoken + 0.5) / 0.5);
}

/** In memory that threads share. */
export function rarenessIn(spoken: number, postings: readonly Postings[], terms: number): Float64Array<SharedArrayBuffer> {
  const rareness = new Float64Array(new SharedArrayBuffer(terms * 8));
  for (let term = 0; term < terms; term += 1) rareness[term] = rarenessOfTerm(spoken, postings, term);
  return rareness;
}

/** What whole matches of texts would sum to, in memory that threads share. */
export function lengthsOf(texts: Iterable<Terms>, count: number, rareness: Float64Array): Float64Array<SharedArrayBuffer> {
  const lengths = new Float64Array(new SharedArrayBuffer(count * 8));
  let at = 0;
  for (const text of texts) {
    lengths[at] = lengthOf(text, rareness);
    at += 1;
  }
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

const spokenIn = (profiles: readonly ReadProfile[]): number =>
  profiles.reduce((count, { needs, offers }) => count + (needs.ids.length > 0 ? 1 : 0) + (offers.ids.length > 0 ? 1 : 0), 0);

/**
 * Makes profiles ready. Where several score alike the earlier is named first, so hand them in an order of their own. How rare a term is, is told by all
 * of them: hand in only what everybody concerned may know of. Who asks with a private need hands it to `bestFor`, never in here.
 */
export function stockOf(profiles: readonly ReadProfile[]): Stock {
  const [needTexts, offerTexts] = sides.map((side) => profiles.map((profile) => profile[side]));
  const texts = { needs: needTexts ?? [], offers: offerTexts ?? [] };
  const terms = Math.max(termsIn(texts.needs), termsIn(texts.offers));
  const [offers, needs] = [postingsOf(texts.offers, terms), postingsOf(texts.needs, terms)];
  const spoken = spokenIn(profiles);
  const rareness = rarenessIn(spoken, [offers, needs], terms);
  const [offerLengths, needLengths] = [
    lengthsOf(texts.offers, profiles.length, rareness),
    lengthsOf(texts.needs, profiles.length, rareness),
  ];
  return { profiles, spoken, rareness, offers, needs, offerLengths, needLengths, meanLength: meanOf([offerLengths, needLengths]) };
}

/** Beyond this part of a stock it is made anew. */
const mostChanged = 0.05;

const sameTerms = (one: Terms, other: Terms): boolean =>
  one.ids.length === other.ids.length &&
  one.ids.every((id, at) => id === other.ids[at]) &&
  one.weights.every((weight, at) => weight === other.weights[at]);

/** Lengths of texts as before, but for those that are others now or have a term that is rarer or less rare. */
function lengthsAfter(
  before: Float64Array,
  { profiles, rareness }: Pick<Stock, 'profiles' | 'rareness'>,
  side: (typeof sides)[number],
  concerned: Uint8Array,
): Float64Array {
  const lengths = new Float64Array(new SharedArrayBuffer(before.byteLength));
  lengths.set(before);
  for (const [at, profile] of profiles.entries()) if (concerned[at] === 1) lengths[at] = lengthOf(profile[side], rareness);
  return lengths;
}

/** Marks whom a change concerns: those who changed, and all who have a term whose rareness is another. */
function concernedBy(
  { starts, holders }: Postings,
  { changes, others, count }: { readonly changes: readonly ChangedText[]; readonly others: readonly number[]; readonly count: number },
): Uint8Array {
  const concerned = new Uint8Array(count);
  for (const { holder } of changes) concerned[holder] = 1;
  for (const term of others)
    for (let place = starts[term] ?? 0; place < (starts[term + 1] ?? 0); place += 1) concerned[holders[place] as number] = 1;
  return concerned;
}

/** The rareness of terms as before, but for those that the changed texts have or had; where more or fewer texts say anything, of all. */
function rarenessAfter(before: Stock, now: Pick<Stock, 'spoken' | 'offers' | 'needs'>, changes: readonly ChangedText[]) {
  const terms = now.offers.starts.length - 1;
  const postings = [now.offers, now.needs];
  const isSame = now.spoken === before.spoken;
  const rareness = isSame ? new Float64Array(new SharedArrayBuffer(terms * 8)).fill(unmet) : rarenessIn(now.spoken, postings, terms);
  if (isSame) rareness.set(before.rareness);
  const touched = isSame ? new Set(changes.flatMap(({ was, is }) => [...was.ids, ...is.ids])) : rareness.keys();
  const others: number[] = [];
  for (const term of touched) {
    rareness[term] = rarenessOfTerm(now.spoken, postings, term);
    if (rareness[term] !== rarenessOf(before.rareness, term)) others.push(term);
  }
  return { rareness, others };
}

/** The same as `stockOf`, made of a stock of the same lexicon in which only a few profiles said something else. */
export function stockAfter(before: Stock, profiles: readonly ReadProfile[]): Stock {
  if (before.profiles.length !== profiles.length) return stockOf(profiles);
  const changed = profiles.flatMap((profile, at) => (before.profiles[at] === profile ? [] : [at]));
  if (changed.length > mostChanged * profiles.length) return stockOf(profiles);
  const changesOf = (side: (typeof sides)[number]): readonly ChangedText[] =>
    changed.flatMap((holder) => {
      const [was, is] = [before.profiles[holder]?.[side], profiles[holder]?.[side]];
      return was === undefined || is === undefined || sameTerms(was, is) ? [] : [{ holder, was, is }];
    });
  const changes = { needs: changesOf('needs'), offers: changesOf('offers') };
  const terms = Math.max(before.rareness.length, ...sides.map((side) => termsIn(changes[side].map(({ is }) => is))));
  const now = {
    spoken: spokenIn(profiles),
    offers: withChanges(before.offers, changes.offers, terms),
    needs: withChanges(before.needs, changes.needs, terms),
  };
  const { rareness, others } = rarenessAfter(before, now, [...changes.offers, ...changes.needs]);
  const lengths = (side: (typeof sides)[number], known: Float64Array): Float64Array =>
    lengthsAfter(known, { profiles, rareness }, side, concernedBy(now[side], { changes: changes[side], others, count: profiles.length }));
  const [offerLengths, needLengths] = [lengths('offers', before.offerLengths), lengths('needs', before.needLengths)];
  return { ...now, profiles, rareness, offerLengths, needLengths, meanLength: meanOf([offerLengths, needLengths]) };
}
