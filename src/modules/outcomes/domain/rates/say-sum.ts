// A converted sum in words: "€3.1 million, at 7.73 CNY per EUR, annual average 2018, source: …", and what is not in it. The one way in which
// every page, paper and file says so.
import { figuresOf } from '#kernel/figures.ts';
import { listFormat } from '#kernel/intl-formats.ts';
import { inEach, writing, type Language } from '#kernel/language.ts';
import type { Qualifier } from '#kernel/money.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { sentence, type Params, type Texts } from '#kernel/sentence.ts';
import type { ConvertedPart, ConvertedSum } from './convert-sum.ts';
import { rateWordsEn } from './rate-words.en.ts';
import { rateWordsZh } from './rate-words.zh.ts';
import type { Conversion, Quote } from './table.ts';

const texts: Readonly<Record<Language, Texts>> = inEach(rateWordsEn, rateWordsZh);

/** More periods than these are told by the first and the last. */
const MOST_PERIODS = 2;

export interface SaidSum {
  /** The sum alone; null where nothing could be converted. */
  readonly amount: string | null;
  /** The sum with its rates and their source; of what needed no rate the sum alone. */
  readonly whole: string;
  /** What is in no sum, each with its reason. */
  readonly left: readonly string[];
  /** Every rate that was used, with its period: one line each. */
  readonly rates: readonly string[];
}

type Told = Pick<Conversion, 'base' | 'period' | 'measure' | 'direction' | 'source'>;

function wordsOf(language: Language, labels: RegionLabels, { base, period, measure, direction }: Told) {
  const figures = figuresOf(language, labels);
  const { locale, readsHan } = writing[language];
  const say = (code: string, params: Params = {}): string => sentence(texts[language], language, `outcomes.${code}`, params);
  const list = listFormat(locale, {});
  const periodOf = (text: string): string => figures.spelt(figures.flexDate({ text, qualifier: 'exact' }));
  /** 7.73 CNY per EUR, or 1欧元合7.73元人民币: where words stand without blanks, a code among them is no word. */
  const rateOf = ({ currency, rate }: Quote): string => {
    const [unit, worth] = direction === 'units_per_base' ? [base, currency] : [currency, base];
    if (!readsHan) return say('rate_of_one', { one: unit, worth: `${figures.spelt(figures.count(rate))} ${worth}` });
    const money = (value: string, code: string): string => figures.spelt(figures.money({ value, currency: code }));
    return say('rate_of_one', { one: money('1', unit), worth: money(rate, worth) });
  };
  const ofPeriod = (quotes: readonly Quote[], at: string): string =>
    say('rates_of_one_period', {
      rates: list.format(quotes.map(rateOf)),
      measure: say(`rates_of_${measure}_${period}`, { period: periodOf(at) }),
    });
  return { figures, say, periodOf, ofPeriod };
}

/** The rates of each period, the earliest first. */
const byPeriod = (parts: readonly ConvertedPart[]): readonly (readonly [period: string, quotes: readonly Quote[]])[] =>
  [
    ...Map.groupBy(
      parts.filter(({ used }) => used.length > 0),
      ({ period }) => period,
    ),
  ]
    .map(([period, group]): readonly [string, readonly Quote[]] => {
      const quotes = new Map(group.flatMap(({ used }) => used).map((quote) => [quote.currency, quote]));
      return [period, [...quotes.values()]];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** `labels`: what the naming policy calls countries, where it is at hand. */
export function sayConverted(
  sum: ConvertedSum,
  conversion: Told,
  {
    language,
    labels = {},
    qualifier = 'exact',
  }: { readonly language: Language; readonly labels?: RegionLabels; readonly qualifier?: Qualifier },
): SaidSum {
  const { figures, say, periodOf, ofPeriod } = wordsOf(language, labels, conversion);
  const meant = sum.isRounded && qualifier === 'exact' ? 'about' : qualifier;
  const amount = sum.total === null ? null : figures.spelt(figures.money(sum.total, meant));
  const periods = byPeriod(sum.parts);
  const lines = periods.map(([at, quotes]) => ofPeriod(quotes, at));
  const [first] = periods[0] ?? [''];
  const [last] = periods.at(-1) ?? [''];
  const rates =
    lines.length > MOST_PERIODS
      ? say('rates_of_many', { from: periodOf(first), to: periodOf(last) })
      : lines.join(writing[language].clauses);
  return {
    amount,
    whole:
      amount === null
        ? say('converted_none', { currency: figures.currencyNamed(sum.to) })
        : lines.length === 0
          ? amount
          : say('converted_at', { amount, rates, source: conversion.source }),
    rates: lines,
    left: sum.left.map(({ of, figures: count, reason, missing }) => {
      const currency = writing[language].readsHan ? figures.currencyNamed(missing.currency) : missing.currency;
      const params = {
        count,
        amount: figures.spelt(figures.money(of)),
        currency,
        period: missing.period === '' ? '' : periodOf(missing.period),
      };
      return say(`unconverted_${reason}`, params);
    }),
  };
}
