// Why two profiles match: the score as a bill whose lines sum to it, each with the words of both texts that it rests on.
import {
  fillStated,
  liftOf,
  ratesOf,
  roomForStated,
  scoreOf,
  standardWeights,
  statedParts,
  statedShare,
  type Rates,
  type TextSums,
} from './compare.ts';
import type { Lexicon, TermKind } from './lexicon.ts';
import type { Between, Match, Part, Passage, Profile, Reason, Weights } from './model.ts';
import { readPassages, type Reading, type Terms } from './read.ts';
import { eulerShares, roundedTo, type Share } from './score.ts';
import { lengthOf, rarenessOf, type ReadProfile, type Stock } from './stock.ts';

interface Texts {
  readonly needs: Terms;
  readonly offers: Terms;
}

/** A profile read for its words, too; what it would say without some of them is read once. */
export interface QuotedProfile {
  readonly profile: Profile;
  readonly needs: Reading;
  readonly offers: Reading;
  readonly without: (words: readonly string[]) => Texts;
}

const saysIn = (passages: readonly Passage[], words: string): boolean =>
  passages.some(({ title, text }) => title.includes(words) || text.includes(words));

export function quotedProfile(lexicon: Lexicon, profile: Profile): QuotedProfile {
  const known = new Map<string, Texts>();
  const read = { needs: readPassages(lexicon, profile.needs), offers: readPassages(lexicon, profile.offers) };
  const less = (whole: Terms, passages: readonly Passage[], words: readonly string[]): Terms => {
    if (!words.some((each) => saysIn(passages, each))) return whole;
    const left = (text: string): string => words.reduce((rest, each) => rest.replaceAll(each, ' '), text);
    return readPassages(
      lexicon,
      passages.map(({ title, text, ...rest }) => ({ ...rest, title: left(title), text: left(text) })),
    );
  };
  return {
    profile,
    ...read,
    without: (words) => {
      const key = words.join('\n');
      const texts = known.get(key) ?? {
        needs: less(read.needs, profile.needs, words),
        offers: less(read.offers, profile.offers, words),
      };
      known.set(key, texts);
      return texts;
    },
  };
}

interface Line {
  readonly part: Part;
  /** What it is a line of; null of what is stated beside texts. */
  readonly term: number | null;
  /** Of the first side, of the second. */
  readonly words: readonly [string, string];
  /** What it rests on, whether or not that can be named. */
  readonly rests: readonly [string, string];
  readonly share: Share;
}

/** Of words that count and tell too little to be named. */
const unnamed = ['', ''] as const;

const partOf: Readonly<Record<TermKind, Part>> = { concept: 'words', word: 'words', group: 'field', field: 'field', place: 'place' };
/** So many lines are told one by one; what is less is told together. */
const mostLines = 8;

type Sides = readonly [QuotedProfile, QuotedProfile];

interface CommonTerm {
  readonly term: number;
  readonly sum: number;
}

/** The terms of both, with what each adds: by the same sums as in a ranking. */
function commonTerms(own: Terms, other: Terms, rareness: Float64Array): readonly CommonTerm[] {
  const common: CommonTerm[] = [];
  const lift = liftOf(own.han, other.han);
  for (let at = 0, beside = 0; at < own.ids.length && beside < other.ids.length;) {
    const [one = 0, two = 0] = [own.ids[at], other.ids[beside]];
    if (one === two)
      common.push({ term: one, sum: lift * (own.weights[at] ?? 0) * rarenessOf(rareness, one) * (other.weights[beside] ?? 0) });
    if (one <= two) at += 1;
    if (two <= one) beside += 1;
  }
  return common;
}

const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** The weightiest words; of an entry in several languages those that its reader reads, where they weigh enough. */
function quoteOf(reading: Reading, term: number, readsHan: boolean | null = null): string {
  const quotes = reading.quotes.get(term) ?? [];
  const most = quotes[0]?.mass ?? 0;
  const read = quotes.find(({ words, mass }) => readsHan !== null && isHan(words) === readsHan && mass >= most / 4);
  return (read ?? quotes[0])?.words ?? '';
}
const restOf = (reading: Reading, term: number, readsHan: boolean | null): string =>
  reading.wide.get(term) ?? quoteOf(reading, term, readsHan);

const sumOf = (terms: readonly CommonTerm[]): number => terms.reduce((sum, { sum: one }) => sum + one, 0);

function sumsOf(stock: Stock, own: Texts, other: Texts): TextSums {
  const { rareness, meanLength } = stock;
  return {
    ...{ sought: sumOf(commonTerms(own.needs, other.offers, rareness)), brought: sumOf(commonTerms(own.offers, other.needs, rareness)) },
    ...{ ownNeeds: lengthOf(own.needs, rareness), ownOffers: lengthOf(own.offers, rareness) },
    ...{ otherNeeds: lengthOf(other.needs, rareness), otherOffers: lengthOf(other.offers, rareness), meanLength },
  };
}

interface Telling {
  readonly rates: Rates;
  readonly points: number;
  readonly readsHan: boolean | null;
}

function textLines(lexicon: Lexicon, stock: Stock, [own, other]: Sides, { rates, points, readsHan }: Telling): readonly Line[] {
  const line =
    (first: Reading, second: Reading, rate: Share) =>
    ({ term, sum }: CommonTerm): Line => {
      const amount = points * sum;
      const share = { forward: amount * rate.forward, back: amount * rate.back };
      const words = [quoteOf(first, term, readsHan), quoteOf(second, term, readsHan)] as const;
      // Half a pair of words names nothing.
      const part = first.near.has(term) || second.near.has(term) ? 'near' : partOf[lexicon.kindOf(term)];
      const rests = [restOf(first, term, readsHan), restOf(second, term, readsHan)] as const;
      return { part, term, words: words.includes('') ? unnamed : words, rests, share };
    };
  return [
    ...commonTerms(own.needs, other.offers, stock.rareness).map(line(own.needs, other.offers, rates.sought)),
    ...commonTerms(own.offers, other.needs, stock.rareness).map(line(own.offers, other.needs, rates.brought)),
  ];
}

const says = ({ profile }: QuotedProfile, words: string): boolean => saysIn(profile.needs, words) || saysIn(profile.offers, words);

/** What an entry in several languages says of the same in another: it goes with the words that are quoted, or they would be missed by nobody. */
function translationsIn({ profile, needs, offers }: QuotedProfile): ReadonlyMap<string, readonly string[]> {
  const inSeveral = (passages: readonly Passage[]): boolean => new Set(passages.map(({ language }) => language)).size > 1;
  const readings = [...(inSeveral(profile.needs) ? [needs] : []), ...(inSeveral(profile.offers) ? [offers] : [])];
  const all = readings.flatMap(({ quotes }) => [...quotes.values()].map((list) => list.map(({ words }) => words)));
  const pairs = all.flatMap((list) =>
    list.flatMap((one) => list.flatMap((two) => (isHan(one) === isHan(two) ? [] : [[one, two] as const]))),
  );
  return new Map([...Map.groupBy(pairs, ([one]) => one)].map(([one, found]) => [one, found.map(([, two]) => two)]));
}

/** Whether the texts would score less without some words, on whichever side they stand: only those are quoted. */
function quotable(stock: Stock, [own, other]: Sides, weights: Weights): (words: string) => boolean {
  const score = Math.round(scoreOf(sumsOf(stock, own, other), null, weights));
  const lowers = (sums: TextSums): boolean => Math.round(scoreOf(sums, null, weights)) < score;
  const also = [own, other].map(translationsIn);
  const whole = (at: 0 | 1, words: string): readonly string[] => [words, ...(also[at]?.get(words) ?? [])];
  return (words) =>
    words !== '' &&
    (!says(own, words) || lowers(sumsOf(stock, own.without(whole(0, words)), other))) &&
    (!says(other, words) || lowers(sumsOf(stock, own, other.without(whole(1, words)))));
}

interface Told {
  readonly part: Part;
  readonly first: Set<string>;
  readonly second: Set<string>;
  readonly rests: readonly [Set<string>, Set<string>];
  /** All words of either side that its value rests on, quoted or not: none of them may be counted again in another line. */
  readonly counted: readonly [Set<string>, Set<string>];
  readonly terms: Set<number | null>;
  value: number;
}

const overlaps = (words: ReadonlySet<string>, word: string): boolean => {
  const own = word.toLowerCase();
  if (own === '' || words.has('')) return words.has(word);
  return [...words].some((each) => each.toLowerCase().includes(own) || own.includes(each.toLowerCase()));
};

/** A line told with another one: what it adds is named where it adds enough. */
function addTo(known: Told, { first, second, rests, counted, terms, value }: Told): void {
  known.value += value;
  for (const term of terms) known.terms.add(term);
  for (const word of counted[0]) known.counted[0].add(word);
  for (const word of counted[1]) known.counted[1].add(word);
  if (value <= known.value / 8) return;
  if (known.rests[0].size < 3) for (const at of [0, 1] as const) for (const word of rests[at]) known.rests[at].add(word);
  if (known.first.size > 1) return;
  for (const word of first) if (!overlaps(known.first, word)) known.first.add(word);
  for (const word of second) if (!overlaps(known.second, word)) known.second.add(word);
}

const quotesWords = (part: Part): boolean => part === 'words' || part === 'near';

const ofTexts = (part: Part): boolean => quotesWords(part) || part === 'field' || part === 'place';

const meet = (one: Told, other: Told): boolean => {
  if (!quotesWords(one.part) || !quotesWords(other.part)) return one.part === other.part;
  return (
    [...other.terms].some((term) => one.terms.has(term)) ||
    [...other.counted[0]].some((word) => overlaps(one.counted[0], word)) ||
    [...other.counted[1]].some((word) => overlaps(one.counted[1], word))
  );
};

/**
 * Lines that rest on the same words of either side are one line: shore power, and the shore and the power in it. So are those of one concept that each
 * seeks and the other brings, in whatever words.
 */
function together(lines: readonly Line[], values: readonly number[]): readonly Told[] {
  let told: readonly Told[] = [];
  const order = lines.map((line, at) => ({ line, value: values[at] ?? 0 })).sort((one, other) => other.value - one.value);
  for (const { line, value } of order) {
    const [first, second] = line.words;
    const counted = [new Set([first]), new Set([second])] as const;
    const rests = [new Set([line.rests[0]]), new Set([line.rests[1]])] as const;
    const one: Told = {
      part: line.part,
      first: new Set([first]),
      second: new Set([second]),
      rests,
      counted,
      terms: new Set([line.term]),
      value,
    };
    const [leading, ...rest] = told.filter((known) => meet(known, one));
    if (leading === undefined) told = [...told, one];
    else {
      for (const each of [one, ...rest]) addTo(leading, each);
      told = told.filter((each) => !rest.includes(each));
    }
  }
  return told.toSorted((one, other) => other.value - one.value);
}

/** Many small lines of texts are told as one: its first words, and the value of all. What is stated beside texts stays by itself. */
function shortened(told: readonly Told[]): readonly Told[] {
  const texts = told.filter(({ part }) => ofTexts(part));
  const [first, ...others] = texts.slice(mostLines - 1);
  if (first === undefined || others.length === 0) return told;
  const value = others.reduce((sum, one) => sum + one.value, first.value);
  return told.flatMap((one) => (one === first ? { ...first, value } : others.includes(one) ? [] : one));
}

/** Lines with the words that may be quoted; what rests on none by itself is told with the weightiest line of words. */
function worded(told: readonly Told[], isQuoted: (words: string) => boolean): readonly Reason[] {
  const lines = told.map(({ part, first, second, rests, value }) => {
    const words = [...new Set([...first, ...second])].filter(isQuoted);
    const wide = [...new Set([...rests[0], ...rests[1]])].filter((each) => each !== '');
    return { part, words, wide, value };
  });
  const bearing = lines.find(({ words }) => words.length > 0);
  return lines.filter((line) => {
    const isText = ofTexts(line.part);
    if (!isText || line.words.length > 0 || bearing === undefined) return true;
    bearing.value += line.value;
    return false;
  });
}

/** Whether anything can be said of what two have in common: a topic, or words. What is too wide to be named makes no related field either. */
export const isTold = ({ reasons }: Pick<Match, 'reasons'>): boolean =>
  reasons.some(({ part, words }) => part === 'topics' || words.length > 0);

/** Whether two have more in common than a field: by the one rule of every list, whoever reads it. */
export const isFit = ({ score, named }: { readonly score: number; readonly named: number }, { leastScore, leastNamed }: Weights): boolean =>
  Math.round(score) >= leastScore && named >= leastNamed;

const namedIn = (lines: readonly Line[], shares: readonly number[]): number =>
  lines.reduce((sum, { part, words }, at) => (quotesWords(part) && words[0] !== '' ? sum + (shares[at] ?? 0) : sum), 0);

/** What words that can be named give to the score of two, before rounding: without their quotes, for whom thousands are compared. */
export function namedPoints(
  kindOf: Lexicon['kindOf'],
  stock: Stock,
  [own, other]: readonly [ReadProfile, ReadProfile],
  { between = null, weights = standardWeights }: { readonly between?: Between | null; readonly weights?: Weights } = {},
): number {
  const sums = sumsOf(stock, own, other);
  const rates = ratesOf(sums);
  const points = weights.points.words;
  const given = ({ sought, brought }: Pick<TextSums, 'sought' | 'brought'>): Share => ({
    forward: points * (sought * rates.sought.forward + brought * rates.brought.forward),
    back: points * (sought * rates.sought.back + brought * rates.brought.back),
  });
  const isNamed = (reading: Reading, term: number): boolean => quoteOf(reading, term) !== '';
  const namedOf = (one: Reading, two: Reading): number =>
    sumOf(
      commonTerms(one, two, stock.rareness).filter(
        ({ term }) => quotesWords(partOf[kindOf(term)]) && isNamed(one, term) && isNamed(two, term),
      ),
    );
  const named = given({ sought: namedOf(own.needs, other.offers), brought: namedOf(own.offers, other.needs) });
  const all = given(sums);
  const stated = fillStated(roomForStated(), own.profile, other.profile, between);
  const beside = statedParts.map((part, at): Share => {
    const { forward, back } = statedShare(stated, at);
    return { forward: weights.points[part] * forward, back: weights.points[part] * back };
  });
  const rest = { forward: all.forward - named.forward, back: all.back - named.back };
  return eulerShares([named, rest, ...beside])[0] ?? 0;
}

export interface MatchOptions {
  readonly between?: Between | null;
  readonly weights?: Weights;
  /** Whether whoever reads it reads Chinese, and is quoted an entry in both languages so; null: nobody said. */
  readonly readsHan?: boolean | null;
}

/** The match of two profiles with its reasons; the same from the other side, but for the order of words. */
export function matchOf(
  lexicon: Lexicon,
  stock: Stock,
  sides: Sides,
  { between = null, weights = standardWeights, readsHan = null }: MatchOptions = {},
): Match {
  const [own, other] = sides;
  const sums = sumsOf(stock, own, other);
  const stated = fillStated(roomForStated(), own.profile, other.profile, between);
  const exact = scoreOf(sums, stated, weights);
  const score = Math.round(exact);
  const lines: Line[] = [...textLines(lexicon, stock, sides, { rates: ratesOf(sums), points: weights.points.words, readsHan })];
  for (const [at, part] of statedParts.entries()) {
    const { forward, back } = statedShare(stated, at);
    const points = weights.points[part];
    if (forward + back > 0)
      lines.push({ part, term: null, words: unnamed, rests: unnamed, share: { forward: points * forward, back: points * back } });
  }
  const shares = eulerShares(lines.map(({ share }) => share));
  const told = exact === 0 ? [] : shortened(together(lines, shares));
  const quoted = worded(told, quotable(stock, sides, weights));
  const values = roundedTo(
    quoted.map(({ value }) => value),
    score,
  );
  const reasons = quoted.map((reason, at) => ({ ...reason, value: values[at] ?? 0 })).filter(({ value }) => value > 0);
  const isNamed = reasons.some(({ part, words }) => quotesWords(part) && words.length > 0);
  return { score, reasons, isFieldOnly: !isNamed || !isFit({ score, named: namedIn(lines, shares) }, weights) };
}
