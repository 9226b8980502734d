// What a statement can say: a value with its kind of unknowing, and when two of them agree.
import { agrees, contains, dateExists, precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { exponentOf, isDecimal, placesOf, plainDecimal, type Qualifier } from '#kernel/money.ts';
import type { Problem } from '#kernel/result.ts';

/** Ways of not knowing; none of them is zero. */
export const unknownReasons = ['unknown', 'not_disclosed', 'cannot_say'] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** What a figure takes in, where its source says so: the host country among the countries, the whole expo. One line, in one language or two. */
interface OnBasis {
  readonly basis?: string | undefined;
}

/**
 * `count` and `amount` are decimals in plain writing; `code` is a word of the attribute's own list, which its module keeps, `since` when it
 * has held, where the source says so.
 */
export type StatedValue =
  | { readonly type: 'date'; readonly date: FlexDate }
  | { readonly type: 'text'; readonly text: MultilingualText }
  | ({ readonly type: 'count'; readonly count: string; readonly qualifier: Qualifier; readonly unit?: string | undefined } & OnBasis)
  | ({ readonly type: 'money'; readonly amount: string; readonly currency: string; readonly qualifier: Qualifier } & OnBasis)
  | { readonly type: 'code'; readonly code: string; readonly since?: FlexDate | undefined }
  | { readonly type: 'unknown'; readonly reason: UnknownReason };

const moneyProblems = (amount: string, currency: string): readonly Problem[] => {
  const exponent = exponentOf(currency);
  const problems: Problem[] = [];
  if (currency === '') problems.push({ path: ['currency'], code: 'evidence.currency_missing' });
  else if (exponent === null) problems.push({ path: ['currency'], code: 'kernel.currency_unknown' });
  if (!isDecimal(amount)) problems.push({ path: ['amount'], code: 'kernel.bad_decimal' });
  else if (exponent !== null && placesOf(amount) > exponent) problems.push({ path: ['amount'], code: 'kernel.amount_too_fine' });
  return problems;
};

/** Everything wrong with a value at once; paths begin at the value. */
export function valueProblems(value: StatedValue): readonly Problem[] {
  switch (value.type) {
    case 'date':
      return dateExists(value.date.text) ? [] : [{ path: ['date', 'text'], code: 'kernel.no_such_date' }];
    case 'text':
      return Object.values(value.text).some(({ text }) => text.trim() !== '') ? [] : [{ path: ['text'], code: 'kernel.required' }];
    case 'count':
      return isDecimal(value.count) ? [] : [{ path: ['count'], code: 'kernel.bad_decimal' }];
    case 'money':
      return moneyProblems(value.amount, value.currency);
    case 'code':
      return value.since === undefined || dateExists(value.since.text) ? [] : [{ path: ['since', 'text'], code: 'kernel.no_such_date' }];
    case 'unknown':
      return [];
  }
}

/** The one writing of a value: `12.50` and `12.5` are the same amount and have the same hash. */
export function plainValue(value: StatedValue): StatedValue {
  if (value.type === 'count') return { ...value, count: plainDecimal(value.count) };
  if (value.type === 'money') return { ...value, amount: plainDecimal(value.amount) };
  return value;
}

const close = (qualifier: Qualifier): Qualifier => (qualifier === 'about' ? 'exact' : qualifier);

const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Texts differ where one language has them say two things; what stands in two languages cannot be compared. */
const textsAgree = (a: MultilingualText, b: MultilingualText): boolean =>
  Object.entries(a).every(([language, { text }]) => {
    const other = b[language];
    return other === undefined || folded(other.text) === folded(text);
  });

/** What a figure is said to take in, for comparing; empty where nobody says. */
export const basisOf = (value: StatedValue | null): string =>
  value?.type === 'count' || value?.type === 'money' ? folded(value.basis ?? '') : '';

/** Two figures that are said to take in different things are two things. */
const onOneBasis = (a: StatedValue, b: StatedValue): boolean => [basisOf(a), basisOf(b)].includes('') || basisOf(a) === basisOf(b);

/**
 * Whether two values can stand as one. Dates as `agrees` of kernel/flex-date has it; figures when number, unit and currency are the same
 * and both are meant alike (exact and about are): "over 200" is not "300". An unknown agrees with its like alone.
 */
export function valuesAgree(a: StatedValue, b: StatedValue): boolean {
  if (a.type === 'date' && b.type === 'date') return agrees(a.date, b.date);
  if (a.type === 'text' && b.type === 'text') return textsAgree(a.text, b.text);
  if (!onOneBasis(a, b)) return false;
  if (a.type === 'count' && b.type === 'count')
    return a.count === b.count && (a.unit ?? '') === (b.unit ?? '') && close(a.qualifier) === close(b.qualifier);
  if (a.type === 'money' && b.type === 'money')
    return a.amount === b.amount && a.currency === b.currency && close(a.qualifier) === close(b.qualifier);
  if (a.type === 'code' && b.type === 'code') return a.code === b.code;
  return a.type === 'unknown' && b.type === 'unknown' && a.reason === b.reason;
}

/**
 * Whether two values cannot both be true, whenever they were written: dates of an event that do not agree, and exact amounts of one
 * currency. Words and levels may change with time, and numbers do unless they are of an event (`numbers` stay); "about", "over" and "up
 * to" may hold the other.
 */
export function contradict(a: StatedValue, b: StatedValue, numbers: 'change' | 'stay' = 'change'): boolean {
  if (a.type === 'date' && b.type === 'date') return !agrees(a.date, b.date);
  if (!onOneBasis(a, b)) return false;
  if (a.type === 'count' && b.type === 'count' && numbers === 'stay')
    return a.qualifier === 'exact' && b.qualifier === 'exact' && (a.unit ?? '') === (b.unit ?? '') && a.count !== b.count;
  if (a.type !== 'money' || b.type !== 'money' || a.currency !== b.currency) return false;
  return a.qualifier === 'exact' && b.qualifier === 'exact' && a.amount !== b.amount;
}

const figureRank: Readonly<Record<Qualifier, number>> = { exact: 2, about: 1, nearly: 1, over: 0, at_least: 0, up_to: 0, planned: 0 };
const dateRank = { day: 4, month: 2, year: 0 } as const;

/** Whether `other` says all that `value` says: who gives 1999 does not give 18 October 1999, and who says about 200 does not say 200. */
export const saysAsMuch = (other: StatedValue, value: StatedValue): boolean =>
  other.type === 'date' && value.type === 'date'
    ? contains(value.date, other.date)
    : valuesAgree(other, value) && precisionRank(other) >= precisionRank(value);

/** How precise a value is, among values of one type: more is more precise, an unknown the least. */
export function precisionRank(value: StatedValue): number {
  if (value.type === 'unknown') return -1;
  if (value.type === 'date') return dateRank[precisionOf(value.date)] + (value.date.qualifier === 'exact' ? 1 : 0);
  return value.type === 'count' || value.type === 'money' ? figureRank[value.qualifier] : 0;
}
