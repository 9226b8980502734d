// Reads dates as people type them, in English, Chinese and as lists of other languages have them, without ever guessing a day.
import { decadeIn, yearOfPart, yearsAgo, yearsOrMonth } from './coarse-dates.ts';
import { withDigits, withEra } from './eras.ts';
import { monthsOf } from './month-names.ts';
import { dateExists, type DateQualifier, type FlexDate } from '#kernel/flex-date.ts';
import { ok, refuse, type Params, type Result } from '#kernel/result.ts';

export const dateDoubts = [
  'kernel.date_unreadable',
  'kernel.date_does_not_exist',
  'kernel.date_ambiguous',
  'kernel.date_century',
  'kernel.date_years',
  'kernel.date_decade',
  'kernel.date_unsure',
  'kernel.date_era',
] as const;

/** Why a typed date is not taken; `choices` holds what it can mean: two days, two centuries, one of two years, a decade, a year of an era, a year that is not sure. */
export interface DateDoubt {
  readonly code: (typeof dateDoubts)[number];
  readonly params: Params;
  readonly choices: readonly FlexDate[];
}

/** How 3/4/1980 is meant where the writer's habit is known. */
export type DayOrder = 'day_first' | 'month_first';

const prefixes: readonly (readonly [DateQualifier, RegExp])[] = [
  [
    'about',
    /^(?:about|around|approximately|approx\.?|abt\.?|circa|ca?\.|ca? |ca?(?=\d{4})|~|≈|大约|约于|约|約|将近|近|(?:um|gegen|etwa|vers|env\.?|environ|hacia|alrededor de|verso|około|ok\.|okolo|kolem|cerca de|rond|omkring|nearly|almost|some|por volta de|intorno al|cca\.?|около|ок\.|прибл\.|примерно|близько|noin|apie|ap\.|yaklasık|약)(?= ?\d))\s*/,
  ],
  [
    'before',
    /^(?:before|早于|不晚于(?=\d)|(?:vor|avant|antes de|prima del|przed|pred|voor|innan|fore|før|ennen|до|перед|преди)(?= (?:\d|\p{L}+ \d{4})))\s*/u,
  ],
  ['after', /^(?:after|晚于|(?:nach|apres|despues de|depois de|dopo il|po|efter|etter|po roce|после|після|след)(?= \d))\s*/],
];
const suffixes: readonly (readonly [DateQualifier, RegExp])[] = [
  ['about', /\s*(?:左右|前后|頃|ごろ|경|경에|korul|civarı|civarında)$/],
  ['before', /\s*(?:之前|以前|前|이전|oncesi)$/],
  ['after', /\s*(?:之后|以后|后|以降|이후|sonrası)$/],
];

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
const WEEKDAY_BEHIND =
  /\s*\((?:[日月火水木金土]|(?:周|星期)[一二三四五六日天]|[월화수목금토일]|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?|mo|di|mi|do|fr|sa|so)\)$/u;
const SINCE =
  /^(?:自\s*|(?:since|seit|depuis|desde|dal|sinds|sedan|od|с|est(?:ablished|d)?\.?:?|signed(?: (?:in|on))?|founded(?: in)?)(?:\s+|(?=\d))|(?:in|im|w|en|em|nel|у|в)\s+(?=\d{4}))(?=\d|\p{L})/u;
/** A year's word behind it, in many languages, and what says that it was signed then. */
const YEAR_WORD =
  /(?<=\d)\s?(?:г\.?|р\.?|r\.?|год[ау]?|року?|рік|roku|rok|yılı|yılında|yil|m\.|gada|god\.?|godine|evi|év)$|(?<=[\d年月日号년월일])\s*(?:签(?:订|署|约)?|结好|缔结|建立|締結|提携|체결|결연|부터|から|より|以来)$|(?<=\d)['’]?[dt][ae]n(?: (?:beri|itibaren))?$/u;
/** Digits of Arabic, Persian, Devanagari and Bengali as those of ours. */
const ours = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x6_60, 0x6_f0, 0x9_66, 0x9_e6].findLast((first) => code >= first) ?? code;
    return String(code - zero);
  });

/** The date alone: without brackets, "since", a weekday, the hours of a moment, the word for a year behind it. */
const bare = (text: string): string =>
  text
    .replace(/^[([]\s*([^()[\]]+?)\s*[)\]]$/, '$1')
    .replace(WEEKDAY_BEHIND, '')
    .replace(YEAR_WORD, '')
    .replace(/(?<=\d)°(?=\s)/, '')
    .replace(SINCE, '')
    .replace(/(?<=[\d年月日])\s*起$/u, '')
    .replace(WEEKDAY, '')
    // A spreadsheet adds midnight to a day, a database the hour: the Gregorian day is all that is told.
    .replace(/^(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:z|[+-]\d\d:?\d\d)?$/, '$1')
    .replace(/[t ]00:00(:00(\.0+)?)?z?$/, '')
    .replace(/^(\d{4})(?:-00-00|\.0+)$/, '$1')
    .replace(/^(\d{4}-\d\d)-00$/, '$1')
    .replace(/^(\d{4})\.$/, '$1')
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
const LITTLE =
  /^(?:am|den|der|le|el|la|il|de|del|of|the|dne|dnia|m|d|r|roku|год|года|г|р|року|gada|st|nd|rd|th|er|year|o|a|godine|g|ayı|den|w|în)$/u;

/** A month by its name among whole numbers: one year, and at most one day beside it, in whichever order and with whichever marks between. */
function amongWords(text: string, language?: string): readonly Reading[] {
  const parts = text.split(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)|[^\p{L}\d]+/u).filter((part) => part !== '' && !LITTLE.test(part));
  const [words, numbers] = [parts.filter((part) => /\D/.test(part)), parts.filter((part) => !/\D/.test(part))];
  const years = numbers.filter((part) => part.length === 4);
  const days = numbers.filter((part) => part.length <= 2);
  const [name = '', year = ''] = [words[0], years[0]];
  if (words.length !== 1 || years.length !== 1 || days.length > 1 || days.length + 1 < numbers.length) return [];
  return named(year, name, days[0], language);
}

/** Every way to read the text; more than one only for 3/4/1980. Patterns are tried in order. */
const patterns: readonly (readonly [RegExp, (found: readonly string[], language?: string) => readonly Reading[]])[] = [
  [/^(\d{4})(?:年)?$/, ([year = '']) => [[year]]],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([year = '', , month = '', day = '']) => [[year, month, day]]],
  [/^(\d{4})年\s?(\d{1,2})月$/, ([year = '', month = '']) => [[year, month]]],
  [/^(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})[日号]$/, ([year = '', month = '', day = '']) => [[year, month, day]]],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month = '', year = '']) => [[year, month]]],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([year = '', month = '', day = '']) => [[year, month, day]]],
  [
    /^((?=.*\d{4})(?=.*\p{L}{2})[\p{Ll}\d\s.,'/-]+|(?:\d{1,2}[\s.-]{1,2})?[ivx]+[\s.-]{1,2}\d{4})$/u,
    ([text = ''], language) => amongWords(text, language),
  ],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, ([first = '', , second = '', year = '']) => numeric(year, first, second)],
];

/** Listopad is November in Polish and October in Croatian: both. */
const named = (year: string, name: string, day?: string, language?: string): readonly Reading[] =>
  monthsOf(name, language).map((month): Reading => (day === undefined ? [year, month] : [year, month, day]));

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
  [/^([\p{Ll}]{3,})\.?[\s\-/.]'?(\d{2})$/u, ([month = '', year = '']) => named(year, month)],
  [/^(\d{1,2})\.?[\s-]?([\p{Ll}]+)\.?[\s-]'?(\d{2})$/u, ([day = '', month = '', year = '']) => named(year, month, day)],
  [/^(\d{1,2})([/.])(\d{1,2})\2(\d{2})$/, ([first = '', , second = '', year = '']) => numeric(year, first, second)],
];

const reading = (year: string, month?: string, day?: string): Reading =>
  month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day];

/** The centuries in which a city of today may have begun a tie, the likelier one first. */
const centuries = ['19', '20'] as const;
/** Of a year without its century none is offered beyond this one, unless the caller knows an earlier limit. */
const LATEST = 2049;

/** "1990?", "autumn 1990": how it is to be recorded; null for anything else. */
function askUnsure(text: string, shown: string): Result<FlexDate, DateDoubt> | null {
  const year = yearOfPart(text);
  if (year !== null) return doubt('kernel.date_unsure', { date: shown }, [{ text: year, qualifier: 'exact' }]);
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

/** Towns have been tied since the Second World War: of 03 the year 2003 is likelier than 1903. */
const FIRST_LIKELY = 1945;

/** Days without their century in each that is past, the likelier century first. */
function likelierFirst(days: readonly string[], latestYear: number): readonly string[] {
  const all = centuries.flatMap((century) => days.map((day) => `${century}${day}`)).filter((day) => dateExists(day));
  const past = all.filter((day) => Number(day.slice(0, 4)) <= latestYear);
  const isLikely = (day: string): boolean => Number(day.slice(0, 4)) >= FIRST_LIKELY;
  return [...past.filter(isLikely), ...past.filter((day) => !isLikely(day))];
}

/** Of a day that no month has, the month and the year, as far as there are such. */
const coarserThan = (read: readonly Reading[], qualifier: DateQualifier): readonly FlexDate[] => {
  const [first] = read;
  if (first === undefined) return [];
  const [year, month] = first;
  const dates = [...(month === undefined ? [] : [written([year, month])]), year];
  return dates.filter((date) => dateExists(date)).map((text): FlexDate => ({ text, qualifier }));
};

/** A date whose century was left out is asked about; null where it is no such date, or not even its day is clear. */
function askCentury(text: string, { shown, qualifier, order, latestYear }: AsTyped): Result<FlexDate, DateDoubt> | null {
  for (const [pattern, readings] of shortYears) {
    const found = pattern.exec(text);
    const [first, second] = found === null ? [] : readings(found.slice(1));
    const meant = second === undefined || order === 'day_first' ? first : order === 'month_first' ? second : undefined;
    if (first !== undefined && second !== undefined && meant === undefined) {
      const days = likelierFirst([first, second].map(written), latestYear);
      const choices = days.map((day): FlexDate => ({ text: day, qualifier }));
      const [one, other] = choices.map(({ text: day }) => day);
      return doubt('kernel.date_ambiguous', { date: shown, first: one ?? '', second: other ?? '' }, choices);
    }
    if (meant === undefined) continue;
    const [one, other] = centuries.map((century) => `${century}${written(meant)}`).filter(dateExists);
    if (one === undefined) return doubt('kernel.date_does_not_exist', { date: shown });
    // 29/2/00 was a day in one of them only.
    if (other === undefined) return ok<FlexDate>({ text: one, qualifier });
    const choices = likelierFirst([written(meant)], latestYear).map((date): FlexDate => ({ text: date, qualifier }));
    return doubt('kernel.date_century', { date: shown, first: choices[0]?.text ?? one }, choices);
  }
  return null;
}

const written = ([year, ...rest]: Reading): string => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');

const doubt = (code: DateDoubt['code'], params: Params, choices: readonly FlexDate[] = []) => refuse<DateDoubt>({ code, params, choices });

/** 12.5.21: who writes points between figures writes the day first, in every country that does so. */
const DOTTED = /^\s*\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})\s*$/;
export const isDotted = (typed: string): boolean => DOTTED.test(typed.normalize('NFKC'));

/**
 * Reads a date that a person types into a field, where no column shows their habit. Of a century that is left out, one before sister cities
 * began is offered only where no other is possible.
 */
export function readTypedDate(typed: string): Result<FlexDate, DateDoubt> {
  const read = parseFlexDate(typed, isDotted(typed) ? { order: 'day_first' } : {});
  if (read.ok) return read;
  const { code, choices } = read.refusal;
  if (code !== 'kernel.date_century' && code !== 'kernel.date_ambiguous') return read;
  const likely = choices.filter(({ text }) => Number(text.slice(0, 4)) >= FIRST_LIKELY);
  return likely.length === 0 ? read : refuse({ ...read.refusal, choices: likely });
}

/** What is known of the writer's habits: `latestYear` of figures without a century; `language` of names of months that two languages have. */
export interface DateHabits {
  readonly order?: DayOrder;
  readonly latestYear?: number;
  readonly language?: string;
}

/**
 * Reads "1979", "Oct. 1999", "18 October 1999", "1999-10-18", "1999年10月18日", "28/1/1980" (the day first where it is over 12),
 * "about 1980", "约1980年". `order` decides 3/4/1980; without it the two days are offered. Of 80年1月28日 the century is asked, none beyond
 * `latestYear`, from which "nearly 40 years" is counted back, too.
 */
export function parseFlexDate(typed: string, { order, latestYear, language }: DateHabits = {}): Result<FlexDate, DateDoubt> {
  // A small v or i before a year is a word, in Czech and Norwegian; V 1990 is May.
  const plain = ours(
    typed
      .normalize('NFKC')
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/^[vi] (?=\d{4}$)/, '')
      .toLowerCase(),
  );
  const shown = typed.trim().slice(0, 60);
  const ago = yearsAgo(withoutAccents(plain));
  if (ago !== null) {
    if (latestYear === undefined) return doubt('kernel.date_unreadable', { date: shown });
    return doubt('kernel.date_unsure', { date: shown }, [{ text: String(latestYear - ago), qualifier: 'about' }]);
  }
  const [qualifier, rest] = unqualified(withoutAccents(bare(plain)));
  const asked = askSpan(rest, shown) ?? askUnsure(rest, shown);
  if (asked !== null) return asked;
  const text = withDigits(rest);
  for (const [pattern, readings] of patterns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const read = readings(found.slice(1), language);
    const dates = read
      .map(written)
      .filter(dateExists)
      .map((date): FlexDate => ({ text: date, qualifier }));
    const [first, second] = dates;
    if (first === undefined && read.length === 0) return doubt('kernel.date_unreadable', { date: shown });
    if (first === undefined) return doubt('kernel.date_does_not_exist', { date: shown }, coarserThan(read, qualifier));
    if (second === undefined) return ok(first);
    // The order is one of figures: of a name that means two months it says nothing.
    if (order !== undefined && !/\p{L}/u.test(text)) return ok(order === 'day_first' ? first : second);
    return doubt('kernel.date_ambiguous', { date: shown, first: first.text, second: second.text }, dates);
  }
  const known = { shown, qualifier, order, latestYear: latestYear ?? LATEST };
  return askCentury(text, known) ?? doubt('kernel.date_unreadable', { date: shown });
}
