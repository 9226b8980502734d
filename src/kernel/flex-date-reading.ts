// Reads dates as people type them, in English and Chinese, without ever guessing a day.
import { dateExists, type DateQualifier, type FlexDate } from './flex-date.ts';
import { ok, refuse, type Params, type Result } from './result.ts';

/** Why a typed date is not taken; `choices` holds what it can mean where it can mean two days, or lie in two centuries. */
export interface DateDoubt {
  readonly code: 'kernel.date_unreadable' | 'kernel.date_does_not_exist' | 'kernel.date_ambiguous' | 'kernel.date_century';
  readonly params: Params;
  readonly choices: readonly FlexDate[];
}

/** How 3/4/1980 is meant where the writer's habit is known. */
export type DayOrder = 'day_first' | 'month_first';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const fullMonths = 'january february march april may june july august september october november december'.split(' ');

function monthOf(name: string): number | null {
  const at = fullMonths.findIndex((full, index) => full === name || months[index] === name || (name === 'sept' && index === 8));
  return at < 0 ? null : at + 1;
}

const prefixes: readonly (readonly [DateQualifier, RegExp])[] = [
  ['about', /^(?:about|around|approximately|approx\.?|circa|ca?\.|ca? |~|≈|大约|约于|约)\s*/],
  ['before', /^(?:before|早于)\s*/],
  ['after', /^(?:after|晚于)\s*/],
];
const suffixes: readonly (readonly [DateQualifier, RegExp])[] = [
  ['about', /\s*(?:左右|前后)$/],
  ['before', /\s*(?:之前|以前|前)$/],
  ['after', /\s*(?:之后|以后|后)$/],
];

const digits = '〇一二三四五六七八九';
const hanYear = (text: string): string => [...text.replaceAll('零', '〇')].map((han) => digits.indexOf(han)).join('');

/** 十八 → 18; days and months only. */
function hanNumber(text: string): number {
  if (!text.includes('十')) return digits.indexOf(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

/** 一九九九年十月十八日 → 1999年10月18日 */
const withDigits = (text: string): string =>
  text
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, hanYear)
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (han) => String(hanNumber(han)));

function unqualified(text: string): readonly [DateQualifier, string] {
  for (const [qualifier, mark] of prefixes) if (mark.test(text)) return [qualifier, text.replace(mark, '')];
  for (const [qualifier, mark] of suffixes) if (mark.test(text)) return [qualifier, text.replace(mark, '')];
  return ['exact', text];
}

type Reading = readonly [year: string, month?: string | number, day?: string | number];

/** Every way to read the text; more than one only for 3/4/1980. Patterns are tried in order. */
const patterns: readonly (readonly [RegExp, (found: readonly string[]) => readonly Reading[]])[] = [
  [/^(\d{4})(?:年)?$/, ([year = '']) => [[year]]],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([year = '', , month = '', day = '']) => [[year, month, day]]],
  [/^(\d{4})年\s?(\d{1,2})月$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})[日号]$/, ([year = '', month = '', day = '']) => [[year, month, day]]],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month = '', year = '']) => [[year, month]]],
  [/^([a-z]+)\.?,?[\s-](\d{4})$/, ([month = '', year = '']) => named(year, month)],
  [/^(\d{1,2})(?:st|nd|rd|th)?\.?[\s-](?:of )?([a-z]+)\.?,?[\s-](\d{4})$/, ([day = '', month = '', year = '']) => named(year, month, day)],
  [/^([a-z]+)\.?[\s-](\d{1,2})(?:st|nd|rd|th)?,?[\s-](\d{4})$/, ([month = '', day = '', year = '']) => named(year, month, day)],
  [/^(\d{4})[\s-]([a-z]+)\.?(?:[\s-](\d{1,2}))?$/, ([year = '', month = '', day]) => named(year, month, day)],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, ([first = '', , second = '', year = '']) => numeric(year, first, second)],
];

function named(year: string, name: string, day?: string): readonly Reading[] {
  const month = monthOf(name);
  if (month === null) return [];
  return day === undefined ? [[year, month]] : [[year, month, day]];
}

function numeric(year: string, first: string, second: string): readonly Reading[] {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || a === b) return [[year, second, first]];
  if (b > 12) return [[year, first, second]];
  return [
    [year, second, first],
    [year, first, second],
  ];
}

/** 80年1月28日, 28/1/80: everything but the century. */
const shortYears: readonly (readonly [RegExp, (found: readonly string[]) => readonly Reading[]])[] = [
  [/^(\d{2})年(?:\s?(\d{1,2})月(?:\s?(\d{1,2})[日号])?)?$/, ([year = '', month, day]) => [reading(year, month, day)]],
  [/^(\d{1,2})([/.])(\d{1,2})\2(\d{2})$/, ([first = '', , second = '', year = '']) => numeric(year, first, second)],
];

const reading = (year: string, month?: string, day?: string): Reading =>
  month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];

/** The centuries in which a city of today may have begun a tie, the likelier one first. */
const centuries = ['19', '20'] as const;

interface AsTyped {
  readonly shown: string;
  readonly qualifier: DateQualifier;
  readonly order: DayOrder | undefined;
}

/** A date whose century was left out is asked about; null where it is no such date, or not even its day is clear. */
function askCentury(text: string, { shown, qualifier, order }: AsTyped): Result<FlexDate, DateDoubt> | null {
  for (const [pattern, readings] of shortYears) {
    const found = pattern.exec(text);
    const [first, second] = found === null ? [] : readings(found.slice(1));
    const meant = second === undefined || order === 'day_first' ? first : order === 'month_first' ? second : undefined;
    if (meant === undefined) continue;
    const dates = centuries.map((century) => `${century}${written(meant)}`).filter(dateExists);
    const [one, other] = dates;
    if (one === undefined) return doubt('kernel.date_does_not_exist', { date: shown });
    // 29/2/00 was a day in one of them only.
    if (other === undefined) return ok<FlexDate>({ text: one, qualifier });
    const choices = dates.map((date): FlexDate => ({ text: date, qualifier }));
    return doubt('kernel.date_century', { date: shown, first: one, second: other }, choices);
  }
  return null;
}

const written = ([year, ...rest]: Reading): string => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');

const doubt = (code: DateDoubt['code'], params: Params, choices: readonly FlexDate[] = []) => refuse<DateDoubt>({ code, params, choices });

/**
 * Reads "1979", "Oct. 1999", "18 October 1999", "1999-10-18", "1999年10月18日", "28/1/1980" (the day first where it is over 12),
 * "about 1980", "约1980年". `order` decides 3/4/1980; without it the two days are offered. Of 80年1月28日 the century is asked.
 */
export function parseFlexDate(typed: string, { order }: { readonly order?: DayOrder } = {}): Result<FlexDate, DateDoubt> {
  // A spreadsheet adds midnight to a day; the Gregorian day is all that was typed.
  const plain = typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const [qualifier, rest] = unqualified(plain.replace(/[t ]00:00(:00(\.0+)?)?z?$/, ''));
  const text = withDigits(rest);
  const shown = typed.trim().slice(0, 60);
  for (const [pattern, readings] of patterns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const read = readings(found.slice(1)).map(written);
    const dates = read.filter(dateExists).map((date): FlexDate => ({ text: date, qualifier }));
    const [first, second] = dates;
    if (first === undefined) return doubt(read.length > 0 ? 'kernel.date_does_not_exist' : 'kernel.date_unreadable', { date: shown });
    if (second === undefined) return ok(first);
    if (order !== undefined) return ok(order === 'day_first' ? first : second);
    return doubt('kernel.date_ambiguous', { date: shown, first: first.text, second: second.text }, dates);
  }
  return askCentury(text, { shown, qualifier, order }) ?? doubt('kernel.date_unreadable', { date: shown });
}
