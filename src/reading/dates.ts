// Reads dates as people type them, in English, Chinese and as lists of other languages have them, without ever guessing a day.
import { monthOf } from './month-names.ts';
import { dateExists, type DateQualifier, type FlexDate } from '#kernel/flex-date.ts';
import { ok, refuse, type Params, type Result } from '#kernel/result.ts';

/** Why a typed date is not taken; `choices` holds what it can mean: two days, two centuries, one of two years, a decade, a year of an era, a year that is not sure. */
export interface DateDoubt {
  readonly code: `kernel.date_${'unreadable' | 'does_not_exist' | 'ambiguous' | 'century' | 'years' | 'decade' | 'era' | 'unsure'}`;
  readonly params: Params;
  readonly choices: readonly FlexDate[];
}

/** How 3/4/1980 is meant where the writer's habit is known. */
export type DayOrder = 'day_first' | 'month_first';

const prefixes: readonly (readonly [DateQualifier, RegExp])[] = [
  [
    'about',
    /^(?:about|around|approximately|approx\.?|abt\.?|circa|ca?\.|ca? |~|≈|大约|约于|约|将近|近|(?:um|gegen|etwa|vers|env\.?|environ|hacia|alrededor de|verso|około|ok\.|okolo|kolem|cerca de|rond|omkring|nearly|almost|some)(?= ?\d))\s*/,
  ],
  ['before', /^(?:before|早于|不晚于(?=\d)|(?:vor|avant|antes de|prima del)(?= \d))\s*/],
  ['after', /^(?:after|晚于|(?:nach|apres|despues de|dopo il)(?= \d))\s*/],
];
const suffixes: readonly (readonly [DateQualifier, RegExp])[] = [
  ['about', /\s*(?:左右|前后|頃|ごろ|경)$/],
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

/** The year before the first one of an era of Japan, or of the calendar of the Republic. */
const eras: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018, 民国: 1911, 民國: 1911 };
/** Japan's eras by their letters: S53.4.24. */
const eraLetters: Readonly<Record<string, string>> = { m: '明治', t: '大正', s: '昭和', h: '平成', r: '令和' };

/** 昭和27年 → 1952年 */
const withEra = (text: string): string =>
  text
    .replace(/^([mtshr])\.?(?=\d{1,2}[.\-/年]\d)/, (_, letter: string) => eraLetters[letter] ?? letter)
    .replace(
      /^(明治|大正|昭和|平成|令和)(\d{1,2})([.\-/])(\d{1,2})(?:\3(\d{1,2}))?$/,
      (_, era: string, year: string, mark: string, month: string, day?: string) =>
        [String((eras[era] ?? 0) + Number(year)), month, ...(day === undefined ? [] : [day])].join(mark),
    )
    .replace(
      /^(明治|大正|昭和|平成|令和|民[国國])(\d{1,3}|元)年/,
      (_, era: string, year: string) => `${String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year)))}年`,
    );

/** 一九九九年十月十八日 → 1999年10月18日 */
const withDigits = (text: string): string =>
  withEra(text)
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, hanYear)
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (han) => String(hanNumber(han)));

function unqualified(text: string): readonly [DateQualifier, string] {
  for (const [qualifier, mark] of prefixes) if (mark.test(text)) return [qualifier, text.replace(mark, '')];
  for (const [qualifier, mark] of suffixes) if (mark.test(text)) return [qualifier, text.replace(mark, '')];
  return ['exact', text];
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /;
const SINCE = /^(?:since|seit|depuis|desde|dal|sinds|sedan|od|с|自)\s*(?=\d|\p{L})/u;

/** The date alone: without brackets, "since", a weekday, the hours of a moment, the word for a year behind it. */
const bare = (text: string): string =>
  text
    .replace(/^[([]\s*([^()[\]]+?)\s*[)\]]$/, '$1')
    .replace(SINCE, '')
    .replace(/(?<=[\d年月日])\s*起$/u, '')
    .replace(WEEKDAY, '')
    // A spreadsheet adds midnight to a day, a database the hour: the Gregorian day is all that is told.
    .replace(/^(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:z|[+-]\d\d:?\d\d)?$/, '$1')
    .replace(/[t ]00:00(:00(\.0+)?)?z?$/, '')
    .replace(/^(\d{4})(?:-00-00|\.0+)$/, '$1')
    .replace(/^(\d{4}-\d\d)-00$/, '$1')
    .replace(/ ?(?:г\.?|р\.)$/u, '')
    .replaceAll('년', '年')
    .replaceAll('월', '月')
    .replaceAll('일', '日')
    // 18. 10. 1979 and, with the year first, 1952. 5. 12.
    .replace(/^(\d{1,4})\. ?(\d{1,2})\. ?(\d{1,4})\.?$/, '$1.$2.$3')
    .replace(/^(\d{1,2}) de (\p{L}+) (?:de|del) (\d{4})$/u, '$1 $2 $3')
    .replace(/^(\p{L}+) de (\d{4})$/u, '$1 $2')
    .trim();

type Reading = readonly [year: string, month?: string | number, day?: string | number];

/** "den 17. Mai 1988", "1988. május 17.", "1988 m. gegužės 17 d.": words that belong to a date and say nothing of it. */
const LITTLE = /^(?:am|den|der|le|el|la|il|de|del|of|the|dne|dnia|m|d|r|roku|год|года|г|р|року|gada|st|nd|rd|th|er|year)$/u;

/** A month by its name among whole numbers: one year, and at most one day beside it, in whichever order and with whichever marks between. */
function amongWords(text: string): readonly Reading[] {
  const parts = text.split(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)|[^\p{L}\d]+/u).filter((part) => part !== '' && !LITTLE.test(part));
  const [words, numbers] = [parts.filter((part) => /\D/.test(part)), parts.filter((part) => !/\D/.test(part))];
  const years = numbers.filter((part) => part.length === 4);
  const days = numbers.filter((part) => part.length <= 2);
  const [name = '', year = ''] = [words[0], years[0]];
  if (words.length !== 1 || years.length !== 1 || days.length > 1 || days.length + 1 < numbers.length) return [];
  return named(year, name, days[0]);
}

/** Every way to read the text; more than one only for 3/4/1980. Patterns are tried in order. */
const patterns: readonly (readonly [RegExp, (found: readonly string[]) => readonly Reading[]])[] = [
  [/^(\d{4})(?:年)?$/, ([year = '']) => [[year]]],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([year = '', , month = '', day = '']) => [[year, month, day]]],
  [/^(\d{4})年\s?(\d{1,2})月$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})[日号]$/, ([year = '', month = '', day = '']) => [[year, month, day]]],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month = '', year = '']) => [[year, month]]],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([year = '', month = '', day = '']) => [[year, month, day]]],
  [/^((?=.*\d{4})(?=.*\p{L}{2})[\p{Ll}\d\s.,'/-]+|(?:\d{1,2}[\s.-]{1,2})?[ivx]+[\s.-]{1,2}\d{4})$/u, ([text = '']) => amongWords(text)],
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
  [/^['’](\d{2})$/, ([year = '']) => [[year]]],
  // '74.3.16 and '74.3: what the apostrophe stands before is the year.
  [/^['’](\d{2})([-/.]) ?(\d{1,2})(?:\2 ?(\d{1,2}))?\.?$/, ([year = '', , month, day]) => [reading(year, month, day)]],
  // 88.5.17 and 5/88: no day is 88.
  [/^([4-9]\d|3[2-9])([-/.])(\d{1,2})\2(\d{1,2})$/, ([year = '', , month, day]) => [reading(year, month, day)]],
  [/^(\d{1,2})[/.]([4-9]\d|3[2-9])$/, ([month = '', year = '']) => [reading(year, month)]],
  [/^([\p{Ll}]{3,})\.?[\s-]'?(\d{2})$/u, ([month = '', year = '']) => named(year, month)],
  [/^(\d{1,2})\.?[\s-]?([\p{Ll}]+)\.?[\s-]'?(\d{2})$/u, ([day = '', month = '', year = '']) => named(year, month, day)],
  [/^(\d{1,2})([/.])(\d{1,2})\2(\d{2})$/, ([first = '', , second = '', year = '']) => numeric(year, first, second)],
];

const reading = (year: string, month?: string, day?: string): Reading =>
  month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];

/** The centuries in which a city of today may have begun a tie, the likelier one first. */
const centuries = ['19', '20'] as const;
/** Of a year without its century none is offered beyond this one, unless the caller knows an earlier limit. */
const LATEST = 2049;

/** 1992/3, 1992-93, 92/93: one of two years, or the month; 2009-10 is a month of ISO 8601. Years as far as they follow one another. */
function yearsOrMonth(text: string): readonly string[] {
  const [, century = '', first = '', mark = '', second = ''] = /^(\d{2})?(\d{2}) ?([-/–]) ?(\d{4}|\d{1,2})$/.exec(text) ?? [];
  if (first === '' || (century === '' && second.length !== 2)) return [];
  // 1989/91 is no month.
  if (century !== '' && second.length === 2 && Number(second) > 12 && Number(second) > Number(first) + 1)
    return [century + first, century + second];
  const begin = Number(`${century === '' ? (Number(first) > 49 ? '19' : '20') : century}${first}`);
  if ((begin + 1) % 10 ** second.length !== Number(second)) return [];
  const isIso = mark === '-' && second.length === 2 && century !== '' && Number(second) <= 12;
  const month = second.length <= 2 && Number(second) <= 12 && Number(second) > 0 && century !== '';
  return isIso ? [] : [String(begin), String(begin + 1), ...(month ? [`${String(begin)}-${second.padStart(2, '0')}`] : [])];
}

/** 1980s, '80s, 1980er, années 1980, 八十年代: the first year of a decade; null for anything else. */
function decadeIn(text: string): number | null {
  const han = text
    .replace(/^(?:上个?世纪|20世纪|二十世纪)/, '')
    .replace(/^([二三四五六七八九])十年代/, (_, ten: string) => `${String(digits.indexOf(ten))}0年代`);
  const [, year = '', short = ''] =
    /^(?:(?:the |ann[ee]es |anos |a[nñ]os |anni |lata |early |mid-?|late )*)(?:(1[89]\d0|20\d0)|'?(\d0))(?:['’]?s|er(?:[ -]jahren?)?|['’]?an|-?tal(?:et)?|-e|年代|\.)$/u.exec(
      han,
    ) ??
    /^(?:ann[ee]es |anos |a[nñ]os |anni |lata )(?:(1[89]\d0|20\d0)|'?(\d0))\.?$/u.exec(han) ??
    [];
  if (year === '' && short === '') return null;
  return Number(year === '' ? `${Number(short) > 20 ? '19' : '20'}${short}` : year);
}

/** The seasons as lists name them; which months they are differs, so that of "autumn 1990" the year alone is offered. */
const SEASON =
  /^(?:(?:early|late) )?(?:spring|summer|autumn|fall|winter|fruhjahr|fruhling|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno|estate|autunno|inverno|wiosna|lato|jesien|zima|весна|лето|осень|зима)(?: of| de| del)? (\d{4})$|^(\d{4}) ?年?[春夏秋冬][季天]?$/u;

/** "1990?", "autumn 1990": how it is to be recorded; null for anything else. */
function askUnsure(text: string, shown: string): Result<FlexDate, DateDoubt> | null {
  const [, season, han] = SEASON.exec(text) ?? [];
  const year = season ?? han;
  if (year !== undefined) return doubt('kernel.date_unsure', { date: shown }, [{ text: year, qualifier: 'exact' }]);
  const [, certain = ''] = /^(.*\d.*?) ?(?:\?|\(\?\))$/.exec(text) ?? [];
  const read = certain === '' ? null : parseFlexDate(certain);
  if (read === null || !read.ok) return null;
  const both = (['about', 'exact'] as const).map((qualifier): FlexDate => ({ ...read.value, qualifier }));
  return doubt('kernel.date_unsure', { date: shown }, both);
}

/** What is no single date for its reader to choose from: two years, a decade, a year of the Republic's calendar. Null for anything else. */
function askSpan(text: string, shown: string): Result<FlexDate, DateDoubt> | null {
  const exact = (date: string): FlexDate => ({ text: date, qualifier: 'exact' });
  const years = yearsOrMonth(text);
  if (years.length > 0) return doubt('kernel.date_years', { date: shown }, years.map(exact));
  const decade = decadeIn(text);
  if (decade !== null)
    return doubt('kernel.date_decade', { date: shown }, [
      { text: String(decade + 5), qualifier: 'about' },
      { text: String(decade - 1), qualifier: 'after' },
      { text: String(decade + 10), qualifier: 'before' },
    ]);
  if (!/^民[国國]/.test(text)) return null;
  const read = parseFlexDate(withEra(text).replace(/^民[国國]/, ''));
  return read.ok ? doubt('kernel.date_era', { date: shown, first: read.value.text }, [read.value]) : null;
}

interface AsTyped {
  readonly shown: string;
  readonly qualifier: DateQualifier;
  readonly order: DayOrder | undefined;
  readonly latestYear: number;
}

/** A date whose century was left out is asked about; null where it is no such date, or not even its day is clear. */
function askCentury(text: string, { shown, qualifier, order, latestYear }: AsTyped): Result<FlexDate, DateDoubt> | null {
  for (const [pattern, readings] of shortYears) {
    const found = pattern.exec(text);
    const [first, second] = found === null ? [] : readings(found.slice(1));
    const meant = second === undefined || order === 'day_first' ? first : order === 'month_first' ? second : undefined;
    if (first !== undefined && second !== undefined && meant === undefined) {
      const days = centuries.flatMap((century) => [first, second].map((day) => `${century}${written(day)}`));
      const choices = days.filter((day) => Number(day.slice(0, 4)) <= latestYear).map((day): FlexDate => ({ text: day, qualifier }));
      const [one, other] = choices.map(({ text: day }) => day);
      return doubt('kernel.date_ambiguous', { date: shown, first: one ?? '', second: other ?? '' }, choices);
    }
    if (meant === undefined) continue;
    const dates = centuries.map((century) => `${century}${written(meant)}`).filter(dateExists);
    const [one, other] = dates;
    if (one === undefined) return doubt('kernel.date_does_not_exist', { date: shown });
    // 29/2/00 was a day in one of them only.
    if (other === undefined) return ok<FlexDate>({ text: one, qualifier });
    const choices = dates.filter((date) => Number(date.slice(0, 4)) <= latestYear).map((date): FlexDate => ({ text: date, qualifier }));
    return doubt('kernel.date_century', { date: shown, first: one }, choices);
  }
  return null;
}

const written = ([year, ...rest]: Reading): string => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');

const doubt = (code: DateDoubt['code'], params: Params, choices: readonly FlexDate[] = []) => refuse<DateDoubt>({ code, params, choices });

/**
 * Reads "1979", "Oct. 1999", "18 October 1999", "1999-10-18", "1999年10月18日", "28/1/1980" (the day first where it is over 12),
 * "about 1980", "约1980年". `order` decides 3/4/1980; without it the two days are offered. Of 80年1月28日 the century is asked, none beyond `latestYear`.
 */
export function parseFlexDate(
  typed: string,
  { order, latestYear = LATEST }: { readonly order?: DayOrder; readonly latestYear?: number } = {},
): Result<FlexDate, DateDoubt> {
  const plain = typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const [qualifier, rest] = unqualified(withoutAccents(bare(plain)));
  const shown = typed.trim().slice(0, 60);
  const asked = askSpan(rest, shown) ?? askUnsure(rest, shown);
  if (asked !== null) return asked;
  const text = withDigits(rest);
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
  return askCentury(text, { shown, qualifier, order, latestYear }) ?? doubt('kernel.date_unreadable', { date: shown });
}
