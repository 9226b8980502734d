// Everybody of an edition made ready to be compared, and whom one of them should meet.
import { isFit, isTold, matchOf, namedPoints, quotedProfile, type MatchOptions, type QuotedProfile } from '#matcher/core/explain.ts';
import { standardWeights } from '#matcher/core/compare.ts';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import type { Between, Weights } from '#matcher/core/model.ts';
import { bestFor, type Ranked } from '#matcher/core/rank.ts';
import { readProfile, stockAfter, stockOf, type ReadProfile, type Stock } from '#matcher/core/stock.ts';
import { billOf, type Bill } from './bill.ts';
import { profileOf, saysSomething, saysTheSame, type Side } from './side.ts';

interface Known {
  readonly side: Side;
  readonly read: ReadProfile;
}

export interface EditionIndex {
  readonly known: ReadonlyMap<string, Known>;
  readonly sides: readonly Side[];
  readonly stock: Stock;
  readonly kindOf: Lexicon['kindOf'];
  /** What each part of a score counts for here. */
  readonly weights: Weights;
}

export function indexOf(
  lexicon: Lexicon,
  sides: readonly Side[],
  { before = null, weights = standardWeights }: { readonly before?: EditionIndex | null; readonly weights?: Weights } = {},
): EditionIndex {
  const known = new Map(
    sides.map((side): [string, Known] => {
      const kept = before?.known.get(side.participantId);
      // Whoever says the same as before is not read again.
      const isSame = kept !== undefined && saysTheSame(kept.side, side);
      return [side.participantId, isSame ? kept : { side, read: readProfile(lexicon, profileOf(side)) }];
    }),
  );
  const read = [...known.values()].map((one) => one.read);
  const stock = before === null ? stockOf(read) : stockAfter(before.stock, read);
  return { known, sides: [...known.values()].map(({ side }) => side), stock, kindOf: lexicon.kindOf, weights };
}

/** Who asks, and with whom they are not to be compared; nobody is ever told why somebody is missing. */
export interface Wanted {
  readonly ownId: string;
  readonly excluded: readonly string[];
  /** Those they met before. */
  readonly met: readonly string[];
  /** Those of this role alone. */
  readonly role: Side['role'] | null;
  readonly top: number;
  /** How far the list shares the popular out, 0 to 100, at an edition of so many slots. */
  readonly share: number;
  readonly slots: number;
  /** Whether its reader reads Chinese: what an entry says in both languages is quoted so. */
  readonly readsHan?: boolean;
  /** Of those excluded whom its reader may know of: they meet or were asked already, or have no time left. Nothing is told of others. */
  readonly barred?: { readonly known: readonly string[]; readonly full: readonly string[] };
}

/** Where nobody is named who fits: those who fit are known already, or have no time left, or are shared out to others; null: nobody fits. */
export type LeftOut = 'known' | 'full' | 'shared' | null;

export interface Suggestion {
  readonly participantId: string;
  /** Whole thousandths; null below the least that is more than a related field. */
  readonly score: number | null;
  readonly bill: Bill;
}

export interface Suggested {
  /** How many it was compared with. */
  readonly compared: number;
  /** What of its own holds on none of the days that are left, and so is not compared. */
  readonly lapsed: Side['lapsed'];
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: LeftOut;
  /** Where somebody is named who fits: why one who fits better is not, without telling who. */
  readonly better: Exclude<LeftOut, 'known'>;
}

const none: Between = { stance: null, metBefore: false, accepted: 0, answered: 0 };
/** So many of a related field are named where there is hardly anybody else. */
const mostOfField = 3;

/** Why a place of the stock is left out, or what is known of the two. */
function betweenIn(
  { sides }: EditionIndex,
  { excluded, met, role }: Pick<Wanted, 'excluded' | 'met' | 'role'>,
): (at: number) => Between | null {
  const [isOut, hasMet] = [new Set(excluded), new Set(met)];
  return (at) => {
    const side = sides[at];
    if (side === undefined || isOut.has(side.participantId) || (role !== null && side.role !== role)) return { ...none, stance: 'no' };
    return hasMet.has(side.participantId) ? { ...none, metBefore: true } : null;
  };
}

/** Of each buyer so many are weighed against each other: beyond them nobody is worth a place in a list of ten. */
export const weighed = 60;

/** What it costs to be popular, in points, by places among all. */
export interface Popularity {
  readonly prices: ReadonlyMap<number, number>;
  /** Whom each buyer's list names when all are shared out. */
  readonly sharedOut: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Of equals those come first that were shared out to this list: else all who want the same would still name the same. */
const ahead = 2;

/** What a name is worth in a list that shares the popular out so far; null where it costs more than it is worth. */
export function worthOf(
  { prices, sharedOut }: Popularity,
  share: number,
  edge: { readonly buyer: number; readonly at: number; readonly score: number },
): number | null {
  if (share === 0) return edge.score;
  const isShared = sharedOut.get(edge.buyer)?.has(edge.at) === true;
  const worth = edge.score - (share / 100) * ((prices.get(edge.at) ?? 0) - (isShared ? ahead : 0));
  return isShared || worth > ahead ? worth : null;
}

/** Whether one of the stock is more to a side than a related field: the same for a page, a letter and the balance. */
export function fitsIn(
  { kindOf, stock, weights }: EditionIndex,
  own: ReadProfile,
  { at, score }: Ranked,
  between: Between | null = null,
): boolean {
  const other = stock.profiles[at];
  if (other === undefined || Math.round(score) < weights.leastScore) return false;
  return isFit({ score, named: namedPoints(kindOf, stock, [own, other], { between, weights }) }, weights);
}

interface Chosen {
  readonly fits: readonly Ranked[];
  /** Of these as many as `most`, where hardly anybody fits. */
  readonly field: readonly Ranked[];
  readonly most: number;
  /** The best score of whoever fits, before the popular are shared out; null: nobody. */
  readonly best: number | null;
}

/** Whom a list names, those that fit before those of a related field, best first; with scores before rounding. */
function chosenFor(
  index: EditionIndex,
  own: Known,
  wanted: Wanted,
  { popularity, between }: { readonly popularity: Popularity; readonly between: (at: number) => Between | null },
): Chosen {
  const pays = own.side.role === 'buyer' && wanted.share > 0;
  const found = bestFor(index.stock, own.read, { top: Math.max(weighed, wanted.top), between, weights: index.weights });
  const { fits = [], field = [] } = Object.groupBy(found, (one) => (fitsIn(index, own.read, one, between(one.at)) ? 'fits' : 'field'));
  const buyer = index.sides.indexOf(own.side);
  const worth = (one: Ranked): number | null => (pays ? worthOf(popularity, wanted.share, { buyer, ...one }) : one.score);
  const chosen = (of: readonly Ranked[], most: number): readonly Ranked[] =>
    of
      .filter((one) => worth(one) !== null)
      .toSorted((one, other) => (worth(other) ?? 0) - (worth(one) ?? 0))
      .slice(0, most)
      .toSorted((one, other) => other.score - one.score);
  const first = chosen(fits, wanted.top);
  return {
    fits: first,
    field: chosen(field, wanted.top),
    most: Math.max(0, Math.min(wanted.top, mostOfField) - first.length),
    best: fits[0]?.score ?? null,
  };
}

/** The best score of those of these who fit; null: none does. */
function bestAmong(index: EditionIndex, own: Known, wanted: Wanted, ids: readonly string[]): number | null {
  const among = new Set(ids.filter((id) => id !== wanted.ownId));
  if (among.size === 0) return null;
  const all = betweenIn(index, { ...wanted, excluded: [] });
  const between = (at: number): Between | null => (among.has(index.sides[at]?.participantId ?? '') ? all(at) : { ...none, stance: 'no' });
  const found = bestFor(index.stock, own.read, { top: weighed, between, weights: index.weights });
  return found.find((one) => fitsIn(index, own.read, one, between(one.at)))?.score ?? null;
}

/** By the first cause that holds, of those that its reader can do something about. */
function leftOutOf(index: EditionIndex, own: Known, wanted: Wanted, { fits, best }: Chosen): LeftOut {
  if (fits.length > 0) return null;
  if (best !== null) return 'shared';
  const { known = [], full = [] } = wanted.barred ?? {};
  return bestAmong(index, own, wanted, known) !== null ? 'known' : bestAmong(index, own, wanted, full) !== null ? 'full' : null;
}

/** A figure that reads the same is no better. */
function betterOf(index: EditionIndex, own: Known, wanted: Wanted, { fits, best }: Chosen): Suggested['better'] {
  const [first] = fits;
  if (first === undefined) return null;
  const isBetter = (score: number | null): boolean => Math.round(score ?? 0) > Math.round(first.score);
  if (isBetter(bestAmong(index, own, wanted, wanted.barred?.full ?? []))) return 'full';
  return isBetter(best) ? 'shared' : null;
}

/** Why each of these lists names nobody. */
export const leftOutFor = (index: EditionIndex, asked: readonly Wanted[], popularity: Popularity): readonly LeftOut[] =>
  asked.map((wanted) => {
    const own = index.known.get(wanted.ownId);
    if (own === undefined) return null;
    return leftOutOf(index, own, wanted, chosenFor(index, own, wanted, { popularity, between: betweenIn(index, wanted) }));
  });

/** The names of many lists, without what is a related field only; in the order in which they are asked for. */
export function listsFor(index: EditionIndex, asked: readonly Wanted[], popularity: Popularity): readonly (readonly string[])[] {
  return asked.map((wanted) => {
    const own = index.known.get(wanted.ownId);
    if (own === undefined) return [];
    const { fits } = chosenFor(index, own, wanted, { popularity, between: betweenIn(index, wanted) });
    return fits.flatMap(({ at }) => index.sides[at]?.participantId ?? []);
  });
}

/** The best for one of the edition, best first, each with its reasons; nobody where it is not of the edition. */
export function suggestFor(lexicon: Lexicon, index: EditionIndex, wanted: Wanted, popularity: Popularity): Suggested {
  const own = index.known.get(wanted.ownId);
  if (own === undefined) return { compared: 0, lapsed: [], suggestions: [], leftOut: null, better: null };
  const between = betweenIn(index, wanted);
  const places = index.sides.map((side, at) => ({ side, at }));
  const compared = places.filter(
    ({ side, at }) => side.participantId !== wanted.ownId && between(at)?.stance !== 'no' && saysSomething(side),
  ).length;
  const quoted = quotedProfile(lexicon, own.read.profile);
  const chosen = chosenFor(index, own, wanted, { popularity, between });
  const options = { weights: index.weights, readsHan: wanted.readsHan ?? null };
  const toldOf = (list: readonly Ranked[]) =>
    list.flatMap(({ at }) => told(lexicon, index, [quoted, at], { ...options, between: between(at) }));
  const field = chosen.most === 0 ? [] : toldOf(chosen.field).slice(0, chosen.most);
  const leftOut = leftOutOf(index, own, wanted, chosen);
  const better = betterOf(index, own, wanted, chosen);
  return { compared, lapsed: own.side.lapsed, suggestions: [...toldOf(chosen.fits), ...field], leftOut, better };
}

function told(
  lexicon: Lexicon,
  { sides, known, stock }: EditionIndex,
  [own, at]: readonly [QuotedProfile, number],
  options: MatchOptions,
): Suggestion[] {
  const other = known.get(sides[at]?.participantId ?? '');
  if (other === undefined) return [];
  const match = matchOf(lexicon, stock, [own, quotedProfile(lexicon, other.read.profile)], options);
  if (match.isFieldOnly && !isTold(match)) return [];
  const bill = billOf(match, { own: own.profile, other: other.read.profile, readsHan: options.readsHan ?? null });
  return [{ participantId: other.side.participantId, score: match.isFieldOnly ? null : match.score, bill }];
}
