// How well a ranking finds the offers that answer a need, on pairs that were written by hand: this matcher beside plain BM25.
import { readFileSync } from 'node:fs';
import { unstated, type Passage } from '../src/matcher/core/model.ts';
import { bestFor, sumsFor } from '../src/matcher/core/rank.ts';
import { readProfile, stockOf } from '../src/matcher/core/stock.ts';
import { loadLexicon } from '../src/matcher/run/load-lexicon.ts';

interface Written {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
}

export interface Pairs {
  readonly offers: readonly Written[];
  readonly needs: readonly Written[];
  readonly right: Readonly<Record<string, readonly string[]>>;
  readonly traps: Readonly<Record<string, readonly string[]>>;
}

/** Need → offers, best first. */
type Ranking = ReadonlyMap<string, readonly string[]>;

export interface Found {
  readonly needs: number;
  /** Shares of the needs with a right offer among the first five; of those whose right offers are in the other language, looked for there. */
  readonly hit5: number;
  readonly hit5Across: number;
  readonly reciprocalRank: number;
  /** Of the needs with a trap: those with one above every right offer. */
  readonly trapped: number;
}

export const readPairs = (file: string): Pairs => JSON.parse(readFileSync(file, 'utf8')) as Pairs;

/** Needs of the one, looked for among the offers of both. */
export const among = (pairs: Pairs, { offers }: Pairs): Pairs => ({ ...pairs, offers: [...pairs.offers, ...offers] });

const passageOf = ({ lang, title, text }: Written): Passage => ({ language: lang, title, text });

export function ranked({ offers, needs }: Pairs): Ranking {
  const lexicon = loadLexicon();
  const stock = stockOf(offers.map((offer) => readProfile(lexicon, { ...unstated(`offer ${offer.id}`), offers: [passageOf(offer)] })));
  const sums = sumsFor(offers.length);
  return new Map(
    needs.map((need) => {
      const read = readProfile(lexicon, { ...unstated(`need ${need.id}`), needs: [passageOf(need)] });
      return [need.id, bestFor(stock, read, { top: offers.length, textsOnly: true }, sums).map(({ at }) => offers[at]?.id ?? '')];
    }),
  );
}

/** What a page would show as more than a related field, were the least so many points. */
export interface AtLeast {
  readonly least: number;
  /** Of ten names a list: how many are shown, and which part of them somebody called right; of all right offers, which part is among them. */
  readonly shown: number;
  readonly precision: number;
  readonly recall: number;
  /** Needs without any name, and those shown with a trap. */
  readonly empty: number;
  readonly trapped: number;
}

/**
 * Only what was written down as right counts as right: of other offers that answer a need as well nobody said so, and precision is at least this.
 * `isAsked`: of which needs.
 */
export function atLeast(
  { offers, needs, right, traps }: Pairs,
  steps: readonly number[],
  isAsked: (need: string) => boolean,
): readonly AtLeast[] {
  const lexicon = loadLexicon();
  const stock = stockOf(offers.map((offer) => readProfile(lexicon, { ...unstated(`offer ${offer.id}`), offers: [passageOf(offer)] })));
  const sums = sumsFor(offers.length);
  const lists = needs
    .filter(({ id }) => isAsked(id))
    .map((need) => {
      const read = readProfile(lexicon, { ...unstated(`need ${need.id}`), needs: [passageOf(need)] });
      const best = bestFor(stock, read, { top: 10, textsOnly: true }, sums).map(({ at, score }) => ({ id: offers[at]?.id ?? '', score }));
      return { best, right: right[need.id] ?? [], traps: traps[need.id] ?? [] };
    });
  const all = lists.reduce((sum, list) => sum + list.right.length, 0);
  return steps.map((least) => {
    const shown = lists.map((list) => ({ ...list, ids: list.best.filter(({ score }) => Math.round(score) >= least).map(({ id }) => id) }));
    const count = shown.reduce((sum, { ids }) => sum + ids.length, 0);
    const hits = shown.reduce((sum, list) => sum + list.ids.filter((id) => list.right.includes(id)).length, 0);
    return {
      ...{ least, shown: count / Math.max(1, lists.length), precision: hits / Math.max(1, count), recall: hits / Math.max(1, all) },
      empty: shown.filter(({ ids }) => ids.length === 0).length,
      trapped: shown.filter((list) => list.ids.some((id) => list.traps.includes(id))).length,
    };
  });
}

/** Words of Latin letters as they are, of Han characters each two that follow one another. */
const plainWords = ({ title, text }: Written): readonly string[] =>
  [...`${title} ${text}`.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)].flatMap(([run]) =>
    /\p{Script=Han}/u.test(run) ? [...run].slice(0, -1).map((character, at) => character + ([...run][at + 1] ?? '')) : [run],
  );

/** BM25 with its usual constants. */
export function rankedByBm25({ offers, needs }: Pairs): Ranking {
  const counts = offers.map((offer) => {
    const count = new Map<string, number>();
    for (const word of plainWords(offer)) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const holders = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const lengths = counts.map((count) => [...count.values()].reduce((sum, each) => sum + each, 0));
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  const scoreOf = (words: ReadonlySet<string>, at: number): number =>
    [...words].reduce((sum, word) => {
      const often = counts[at]?.get(word) ?? 0;
      const held = holders.get(word) ?? 0;
      const rare = Math.log(1 + (offers.length - held + 0.5) / (held + 0.5));
      return sum + (rare * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / mean));
    }, 0);
  return new Map(
    needs.map((need) => {
      const words = new Set(plainWords(need));
      const scored = offers.map(({ id }, at) => ({ id, score: scoreOf(words, at) })).filter(({ score }) => score > 0);
      return [need.id, scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1)).map(({ id }) => id)];
    }),
  );
}

const script = ({ lang }: Written): string => lang.slice(0, 2);
const firstOf = (offers: readonly string[], right: readonly string[]): number => {
  const place = offers.findIndex((id) => right.includes(id));
  return place < 0 ? Infinity : place + 1;
};
const shareOf = (values: readonly boolean[]): number => values.filter(Boolean).length / Math.max(1, values.length);

export function found(pairs: Pairs, ranking: Ranking, isAsked: (need: string) => boolean): Found {
  const languages = new Map(pairs.offers.map((offer) => [offer.id, script(offer)]));
  const asked = pairs.needs.filter(({ id }) => isAsked(id));
  const places = asked.map(({ id }) => firstOf(ranking.get(id) ?? [], pairs.right[id] ?? []));
  const across = asked.flatMap((need) => {
    const other = (id: string): boolean => languages.get(id) !== script(need);
    const right = (pairs.right[need.id] ?? []).filter(other);
    return right.length === 0 ? [] : [firstOf((ranking.get(need.id) ?? []).filter(other), right) <= 5];
  });
  const trapped = asked.flatMap(({ id }) => {
    const traps = pairs.traps[id] ?? [];
    const offers = ranking.get(id) ?? [];
    const trap = firstOf(offers, traps);
    return traps.length === 0 ? [] : [trap < firstOf(offers, pairs.right[id] ?? [])];
  });
  return {
    needs: asked.length,
    hit5: shareOf(places.map((place) => place <= 5)),
    hit5Across: shareOf(across),
    reciprocalRank: places.reduce((sum, place) => sum + 1 / place, 0) / Math.max(1, places.length),
    trapped: shareOf(trapped),
  };
}

/** Only the failures of this half may be looked at; the other shows what words that nobody looked at do. */
export const isOpenHalf = (need: string): boolean => Number(need.replace(/\D/g, '')) % 2 === 1;
