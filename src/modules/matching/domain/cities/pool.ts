// What is compared with one need or practice at a time: what cities have published, or what companies offer at an edition.
import { isTold, matchOf, quotedProfile } from '#matcher/core/explain.ts';
import { standardWeights } from '#matcher/core/compare.ts';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { unstated, type Between, type Passage, type Profile, type Weights } from '#matcher/core/model.ts';
import { bestFor } from '#matcher/core/rank.ts';
import { readPassages, type Terms } from '#matcher/core/read.ts';
import { readProfile, stockAfter, stockOf, type ReadProfile, type Stock } from '#matcher/core/stock.ts';
import { billOf, type Bill } from '../bill.ts';

interface Known {
  /** The profile as text: what says the same as before is not read again. */
  readonly said: string;
  readonly read: ReadProfile;
}

export interface Pool {
  readonly known: ReadonlyMap<string, Known>;
  readonly stock: Stock;
  /** Places in the stock by id. */
  readonly places: ReadonlyMap<string, number>;
}

/** `before` was read with the same words. */
export function poolOf(lexicon: Lexicon, profiles: readonly Profile[], before: Pool | null = null): Pool {
  const known = new Map(
    profiles.map((profile): [string, Known] => {
      const said = JSON.stringify(profile);
      const kept = before?.known.get(profile.id);
      return [profile.id, kept?.said === said ? kept : { said, read: readProfile(lexicon, profile) }];
    }),
  );
  const read = [...known.values()].map((one) => one.read);
  return {
    known,
    stock: before === null ? stockOf(read) : stockAfter(before.stock, read),
    places: new Map([...known.keys()].map((id, at) => [id, at])),
  };
}

/** Cities share few and wide domains, which say less than the topics of an expo: one alone is a related field, worth less than the least score. */
export const weights: Weights = { ...standardWeights, points: { ...standardWeights.points, topics: 40 } };

/** Those of the pool that are looked through together: sisters first, then the others. */
export interface Tier {
  /** null for all. */
  readonly ids: readonly string[] | null;
  readonly most: number;
}

export interface Answering {
  readonly id: string;
  /** Whole thousandths; null below the least that is more than a related field. */
  readonly score: number | null;
  readonly bill: Bill;
}

/** Who gives less than this part of the best answer is no answer beside it: one word of many in common. */
const leastOfBest = 0.4;

const none: Between = { stance: null, metBefore: false, accepted: 0, answered: 0 };
/** So many of a related field alone are named where nothing fits more closely. */
const mostOfField = 2;

/** The best of each tier for one profile, best first; where none fits, a few of a related field. */
export function answersIn(
  lexicon: Lexicon,
  { stock, places }: Pool,
  own: Profile,
  { tiers, readsHan = null }: { readonly tiers: readonly Tier[]; readonly readsHan?: boolean | null },
): readonly (readonly Answering[])[] {
  const read = readProfile(lexicon, own);
  const quoted = quotedProfile(lexicon, own);
  // What names nothing yet, such as a text still to be written, is answered by nobody, whatever its domain.
  if (quoted.needs.quotes.size + quoted.offers.quotes.size === 0) return tiers.map(() => []);
  return tiers.map(({ ids, most }) => {
    const within = ids === null ? null : new Set(ids.flatMap((id) => places.get(id) ?? []));
    const between = (at: number): Between | null => (within === null || within.has(at) ? null : { ...none, stance: 'no' });
    const found = bestFor(stock, read, { top: most, weights, between }).flatMap(({ at }): Answering[] => {
      const other = stock.profiles[at]?.profile;
      if (other === undefined) return [];
      const match = matchOf(lexicon, stock, [quoted, quotedProfile(lexicon, other)], { weights, readsHan });
      const isClose = !match.isFieldOnly;
      if (!isClose && !isTold(match)) return [];
      return [{ id: other.id, score: isClose ? match.score : null, bill: billOf(match, { own, other, readsHan }) }];
    });
    const least = (found[0]?.score ?? 0) * leastOfBest;
    const close = found.filter(({ score }) => score !== null && score >= least);
    return close.length > 0 ? close : found.slice(0, mostOfField);
  });
}

/** Whether two texts share more than a neighbourhood of subjects. */
function shareWords(lexicon: Lexicon, own: Terms, other: Terms): boolean {
  const ids = new Set(other.ids);
  return own.ids.some((term) => ids.has(term) && ['concept', 'word', 'place'].includes(lexicon.kindOf(term)));
}

/** Ids of those that say what somebody looks for, in whichever language, the closest first. Nothing of the words is kept. */
export function searchIn(
  lexicon: Lexicon,
  { stock, places }: Pool,
  { words, ids }: { readonly words: string; readonly ids: readonly string[] },
): readonly string[] {
  const once = lexicon.forOnce();
  const passages: readonly Passage[] = [{ language: null, title: '', text: words }];
  const terms = readPassages(once, passages);
  // It is looked for on both sides: what a city seeks is a need there, what it has to tell is an offer.
  const own = { profile: unstated('words'), needs: terms, offers: terms };
  const within = new Set(ids.flatMap((id) => places.get(id) ?? []));
  return bestFor(stock, own, { top: stock.profiles.length, textsOnly: true }).flatMap(({ at }) => {
    const other = stock.profiles[at];
    if (other === undefined || !within.has(at)) return [];
    return shareWords(lexicon, terms, other.needs) || shareWords(lexicon, terms, other.offers) ? [other.profile.id] : [];
  });
}
