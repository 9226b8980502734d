// What the lists of all buyers do to the exhibitors: who is named how often, what popularity costs, and what lies between each list for itself and balance.
import { assign, balanceOf, type Suggestions } from '#matcher/core/assign.ts';
import { bestFor, sumsFor } from '#matcher/core/rank.ts';
import { fitsIn, weighed, worthOf, type EditionIndex, type Popularity } from './edition-index.ts';
import { saysSomething, type Side } from './side.ts';
import { standings, type Standee, type Standing } from './standing.ts';

/** As many as a list names. */
const listed = 10;
/** Points by which the sum may fall short of the best there is, for each suggestion. */
const step = 0.5;
/** What it is worth that a buyer has anybody at all, in points. */
const firstBonus = 250;

export interface Shared extends Popularity {
  readonly given: Suggestions;
  readonly buyers: readonly number[];
  readonly exhibitors: readonly number[];
}

const placesOf = (sides: readonly Side[], role: Side['role']): readonly number[] =>
  sides.flatMap((side, at) => (side.role === role ? [at] : []));

/** Prices come from what everybody may read and from the number of slots, so that they tell nobody anything else. */
export function popularityOf(index: EditionIndex, slots: number): Shared {
  const { sides, stock, known, weights } = index;
  const [buyers, exhibitors] = [placesOf(sides, 'buyer'), placesOf(sides, 'exhibitor')];
  const offerAt = new Map(exhibitors.map((at, offer) => [at, offer]));
  const [needs, offers, values]: [number[], number[], number[]] = [[], [], []];
  const sums = sumsFor(sides.length);
  const between = (at: number) => (offerAt.has(at) ? null : { stance: 'no' as const, metBefore: false, accepted: 0, answered: 0 });
  for (const [need, at] of buyers.entries()) {
    const own = known.get(sides[at]?.participantId ?? '')?.read;
    if (own === undefined) continue;
    for (const one of bestFor(stock, own, { top: weighed, between, weights }, sums)) {
      const { at: other, score } = one;
      if (!fitsIn(index, own, one)) continue;
      needs.push(need);
      offers.push(offerAt.get(other) ?? 0);
      values.push(score);
    }
  }
  const given: Suggestions = {
    ...{ needs: Int32Array.from(needs), offers: Int32Array.from(offers), values: Float64Array.from(values), firstBonus },
    perNeed: new Int32Array(buyers.length).fill(listed),
    perOffer: new Int32Array(exhibitors.length).fill(Math.max(1, slots)),
  };
  const { prices: byOffer, taken } = assign(given, step);
  const prices = new Map(exhibitors.map((at, offer) => [at, byOffer[offer] ?? 0]));
  const sharedOut = new Map(buyers.map((at) => [at, new Set<number>()]));
  for (const [edge, is] of taken.entries())
    if (is === 1) sharedOut.get(buyers[given.needs[edge] ?? 0] ?? -1)?.add(exhibitors[given.offers[edge] ?? 0] ?? -1);
  return { given, prices, sharedOut, buyers, exhibitors };
}

/** What lists at one place of the slider mean; shares are thousandths. */
export interface BalancePoint {
  /** 0: each list for itself, 100: balanced. */
  readonly share: number;
  /** How often each exhibitor is named, the most named first. */
  readonly named: readonly number[];
  /** Exhibitors named more often than they can meet, and those named nowhere. */
  readonly overrun: number;
  readonly unnamed: number;
  /** Buyers of whose list nobody can meet them, and those with fewer than three. */
  readonly empty: number;
  readonly few: number;
  readonly inVain: number;
  readonly kept: number;
  readonly topTenth: number;
  readonly small: number;
}

/** `related`: somebody works in the same field or has a topic in common, and no words fit. */
export type WhyNobody = 'silent' | 'lapsed' | 'related' | 'nobody';

export interface EditionBalance {
  readonly slots: number;
  readonly points: readonly BalancePoint[];
  /** Countries with at most two exhibitors: how many, and their part of all exhibitors in thousandths. */
  readonly smallCountries: number;
  readonly smallExhibitors: number;
  /** Who has nobody, however the lists are made. */
  readonly without: readonly { readonly participantId: string; readonly why: WhyNobody }[];
}

const thousandths = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000));
const fewest = 3;

function countries(sides: readonly Side[], exhibitors: readonly number[]): { readonly small: ReadonlySet<number>; readonly count: number } {
  const of = Map.groupBy(exhibitors.keys(), (offer) => sides[exhibitors[offer] ?? 0]?.country ?? null);
  of.delete(null);
  const small = [...of.values()].filter((list) => list.length <= 2);
  return { small: new Set(small.flat()), count: small.length };
}

/** The lists of all buyers as their pages make them. */
function listsWith(shared: Shared, share: number): Uint8Array {
  const { given, buyers, exhibitors } = shared;
  const lists = new Uint8Array(given.needs.length);
  for (const [need, edges] of Map.groupBy(given.needs.keys(), (edge) => given.needs[edge] ?? 0)) {
    const buyer = buyers[need] ?? -1;
    const worth = edges.flatMap((edge) => {
      const [at, score] = [exhibitors[given.offers[edge] ?? 0] ?? -1, given.values[edge] ?? 0];
      const value = worthOf(shared, share, { buyer, at, score });
      return value === null ? [] : [{ edge, value }];
    });
    for (const { edge } of worth.sort((one, other) => other.value - one.value).slice(0, listed)) lists[edge] = 1;
  }
  return lists;
}

/** How often everybody is named and has names by the lists at a place of the slider, and what can be met of it. */
function countedIn(index: EditionIndex, popularity: Shared, slots: number, most: Readonly<Record<string, number>>) {
  const { given, buyers, exhibitors } = popularity;
  const perOffer = Int32Array.from(exhibitors, (at) => Math.min(slots, most[index.sides[at]?.participantId ?? ''] ?? slots));
  return (share: number) => {
    const lists = listsWith(popularity, share);
    const [byExhibitor, byBuyer] = [new Int32Array(exhibitors.length), new Int32Array(buyers.length)];
    for (const [edge, is] of lists.entries()) {
      const [offer, need] = [given.offers[edge] ?? 0, given.needs[edge] ?? 0];
      byExhibitor[offer] = (byExhibitor[offer] ?? 0) + is;
      byBuyer[need] = (byBuyer[need] ?? 0) + is;
    }
    return { perOffer, byExhibitor, byBuyer, balance: balanceOf({ ...given, perOffer }, lists) };
  };
}

/** Who stands where by the lists at one place of the slider: as many of each as its point counts. */
export function standingAt(
  index: EditionIndex,
  popularity: Shared,
  { slots, share, most }: { readonly slots: number; readonly share: number; readonly most: Readonly<Record<string, number>> },
): readonly Standee[] {
  const { buyers, exhibitors } = popularity;
  const { perOffer, byExhibitor, byBuyer, balance } = countedIn(index, popularity, slots, most)(share);
  const standee = (at: number, named: number, holds: Readonly<Partial<Record<Standing, boolean>>>): readonly Standee[] => {
    const participantId = index.sides[at]?.participantId;
    const where = standings.filter((standing) => holds[standing] === true);
    return participantId === undefined || where.length === 0 ? [] : [{ participantId, standings: where, named }];
  };
  return [
    ...exhibitors.flatMap((at, offer) => {
      const named = byExhibitor[offer] ?? 0;
      return standee(at, named, { overrun: named > (perOffer[offer] ?? slots), unnamed: named === 0 });
    }),
    ...buyers.flatMap((at, need) => {
      const named = byBuyer[need] ?? 0;
      return standee(at, named, { empty: balance.served[need] !== 1, few: named < fewest });
    }),
  ];
}

/**
 * `most`: what participants want at most, as the organiser knows it. It counts in these figures alone: prices are made without it, or lists would tell it.
 */
export function balanceIn(
  index: EditionIndex,
  popularity: Shared,
  slots: number,
  most: Readonly<Record<string, number>> = {},
): EditionBalance {
  const { given, exhibitors } = popularity;
  const { small, count } = countries(index.sides, exhibitors);
  const counted = countedIn(index, popularity, slots, most);
  const best = balanceOf(given, listsWith(popularity, 0)).value;
  const pointAt = (share: number): BalancePoint => {
    const { perOffer, byExhibitor, byBuyer, balance } = counted(share);
    const { value, inVain, needsWithout } = balance;
    const named = [...byExhibitor].sort((one, other) => other - one);
    const sum = (list: Iterable<number>): number => [...list].reduce((all, one) => all + one, 0);
    const all = sum(named);
    return {
      ...{ share, named, inVain, empty: needsWithout, kept: thousandths(value, best) },
      overrun: byExhibitor.filter((times, offer) => times > (perOffer[offer] ?? slots)).length,
      unnamed: named.filter((times) => times === 0).length,
      few: byBuyer.filter((times) => times < fewest).length,
      topTenth: thousandths(sum(named.slice(0, Math.ceil(named.length / 10))), all),
      small: thousandths(sum([...small].map((offer) => byExhibitor[offer] ?? 0)), all),
    };
  };
  return {
    slots,
    points: Array.from({ length: 11 }, (_, at) => pointAt(at * 10)),
    ...{ smallCountries: count, smallExhibitors: thousandths(small.size, exhibitors.length) },
    without: withoutAnybody(index, popularity),
  };
}

/** Whether somebody in the other role offers what a side seeks or seeks what it offers, by topics; looked up, since thousands are asked about thousands. */
function relatedIn(sides: readonly Side[]): (side: Side) => boolean {
  const topics = (role: Side['role'], of: 'offerTopics' | 'needTopics'): ReadonlySet<string> =>
    new Set(sides.flatMap((side) => (side.role === role ? side[of] : [])));
  const others = {
    buyer: { offered: topics('exhibitor', 'offerTopics'), needed: topics('exhibitor', 'needTopics') },
    exhibitor: { offered: topics('buyer', 'offerTopics'), needed: topics('buyer', 'needTopics') },
  };
  return ({ role, needTopics, offerTopics }) =>
    needTopics.some((topic) => others[role].offered.has(topic)) || offerTopics.some((topic) => others[role].needed.has(topic));
}

function whyOf(side: Side, isRelated: (side: Side) => boolean): WhyNobody {
  if (!saysSomething(side)) return side.lapsed.length > 0 ? 'lapsed' : 'silent';
  return isRelated(side) ? 'related' : 'nobody';
}

/** Whom no list leads to and who has none: they wrote nothing, or nobody answers to what they wrote. */
function withoutAnybody({ sides }: EditionIndex, { given, buyers, exhibitors }: Shared): EditionBalance['without'] {
  const has = new Set<number>();
  for (const [edge, need] of given.needs.entries()) {
    has.add(buyers[need] ?? 0);
    has.add(exhibitors[given.offers[edge] ?? 0] ?? 0);
  }
  const isRelated = relatedIn(sides);
  return sides.flatMap((side, at) => (has.has(at) ? [] : [{ participantId: side.participantId, why: whyOf(side, isRelated) }]));
}
