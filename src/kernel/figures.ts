// Dates at their precision, counts and amounts as each language writes them; what is stated is never rounded.
import { precisionOf, type DateQualifier, type FlexDate } from './flex-date.ts';
import { dateFormat, displayNames, numberFormat } from './intl-formats.ts';
import { inEach, writing, type Language } from './language.ts';
import { exponentOf, plainDecimal, type Amount, type Qualifier } from './money.ts';
import { currencyName, type RegionLabels } from './region-names.ts';
import { inLanguage } from './written-language.ts';

/** A figure with the word that says how it is meant, before or after it; both are set muted. */
export interface Qualified {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** `text`: 18 October 1999, £139 million; `table`: 18 Oct 1999, £139,000,000. Chinese writes both alike: 1999年10月18日, 1.39亿英镑. */
export type FigureStyle = 'text' | 'table';

const words: Readonly<
  Record<Language, Readonly<Record<Qualifier | Exclude<DateQualifier, 'exact'>, readonly [before: string, after: string]>>>
> = inEach(
  {
    exact: ['', ''],
    about: ['about ', ''],
    before: ['before ', ''],
    after: ['after ', ''],
    nearly: ['nearly ', ''],
    over: ['more than ', ''],
    at_least: ['at least ', ''],
    up_to: ['up to ', ''],
    planned: ['planned ', ''],
  },
  {
    exact: ['', ''],
    about: ['约', ''],
    before: ['', '以前'],
    after: ['', '以后'],
    nearly: ['近', ''],
    over: ['逾', ''],
    at_least: ['不少于', ''],
    up_to: ['至多', ''],
    planned: ['计划', ''],
  },
);

function writtenDate(text: string, language: Language, style: FigureStyle): string {
  const { locale } = writing[language];
  const precision = precisionOf({ text });
  const month = style === 'table' ? 'short' : 'long';
  const finer: Intl.DateTimeFormatOptions = precision === 'day' ? { day: 'numeric', month } : precision === 'month' ? { month } : {};
  const day = new Date(`${text}${'-01-01'.slice(text.length - 4)}T12:00:00Z`);
  return dateFormat(locale, { ...finer, year: 'numeric', timeZone: 'UTC' }).format(day);
}

/** The decimal with its point moved to the left, exactly. */
function shifted(value: string, places: number): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole.padStart(places + 1, '0') + fraction;
  const point = digits.length - fraction.length - places;
  return plainDecimal(`${value.startsWith('-') ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point).slice(0, 8)}`);
}

interface Scale {
  /** By how many places the point moves. */
  readonly places: number;
  readonly word: string;
  /** Digits before and behind the point with which a figure is still read at a glance. */
  readonly before: number;
  readonly behind: number;
}

const scales: Readonly<Record<Language, readonly Scale[]>> = inEach(
  [
    { places: 9, word: ' billion', before: Infinity, behind: 3 },
    { places: 6, word: ' million', before: Infinity, behind: 3 },
  ],
  [
    { places: 12, word: '万亿', before: 4, behind: 4 },
    { places: 8, word: '亿', before: 4, behind: 4 },
    { places: 4, word: '万', before: 4, behind: 4 },
  ],
);

/** Whether tables and counts have scales, too: Chinese papers write 万 and 亿 wherever a figure stands. */
const scaledInTables: Readonly<Record<Language, boolean>> = inEach(false, true);

/** Names of units where they stand behind an amount and the runtime has another; null: a sign stands before it. The renminbi is counted in yuan before it is named. */
const unitsBehind: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = inEach(null, { CNY: '元人民币' });

/** How units of counts are written behind the figure; others as they are typed. */
const measures: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(
  { '×': ' times', '%': '%' },
  { 'm²': '平方米', '×': '倍', '%': '%' },
);

/** As it is typed, in the reader's language where it is in two; Chinese sets its own words without a space. */
function unitBehind(unit: string, language: Language): string {
  const own = inLanguage(unit, language);
  return own === '' || (writing[language].readsHan && /^\p{Script=Han}/u.test(own)) ? own : ` ${own}`;
}

/** The largest scale in which the value is read at a glance and loses no digit. */
function scaleOf(value: string, language: Language): Pick<Scale, 'places' | 'word'> {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  const fits = ({ places, before, behind }: Scale): boolean =>
    fraction === '' && whole.length > places && whole.length - places <= before && zeros >= places - behind;
  return scales[language].find(fits) ?? { places: 0, word: '' };
}

/** Decimal strings are written digit by digit, however many there are. */
const numeric = (value: string): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;

export function figuresOf(language: Language, labels: RegionLabels = {}) {
  const { locale } = writing[language];
  const plain = numberFormat(locale, { maximumFractionDigits: 8 });
  const scaled = numberFormat(locale, { maximumFractionDigits: 8, useGrouping: false });
  const names = displayNames(locale, { type: 'currency' });

  const namedCurrency = (currency: string): string =>
    currencyName(currency, { language, labels, nameOf: (code) => names.of(code) }) ?? currency;
  const unitOf = (currency: string): string => unitsBehind[language]?.[currency] ?? namedCurrency(currency);
  const qualified = (qualifier: keyof (typeof words)['en'], figure: string): Qualified => {
    const [before, after] = words[language][qualifier];
    return { before, figure, after };
  };
  const unscaled = { places: 0, word: '' };
  /** Digits, grouped where no word of scale follows. */
  const scaledIn = (value: string, { places, word }: typeof unscaled): string =>
    (word === '' ? plain : scaled).format(numeric(places === 0 ? value : shifted(value, places))) + word;
  const amount = ({ value: typed, currency }: Amount, style: FigureStyle): string => {
    const value = plainDecimal(typed);
    const scale = style === 'text' || scaledInTables[language] ? scaleOf(value, language) : unscaled;
    const { places, word } = scale;
    const short = places === 0 ? value : shifted(value, places);
    // The runtime's own digits would round what it holds for too small to pay, as a hundredth of a rupee.
    const least = places === 0 && short.includes('.') ? (exponentOf(currency) ?? 0) : 0;
    const digits = { minimumFractionDigits: least, maximumFractionDigits: 8 };
    if (unitsBehind[language] !== null)
      return (least === 0 ? scaledIn(value, scale) : numberFormat(locale, digits).format(numeric(short))) + unitOf(currency);
    return `${numberFormat(locale, { style: 'currency', currency, ...digits }).format(numeric(short))}${word}`;
  };

  return {
    /** 18 October 1999, October 1999, 1999 / 1999年10月18日; in English tables 18 Oct 1999; with its qualifier. */
    flexDate: ({ text, qualifier }: FlexDate, style: FigureStyle = 'text'): Qualified =>
      qualified(qualifier, writtenDate(text, language, style)),
    /** £139 million / 1.39亿英镑; in English tables with every digit. */
    money: (stated: Amount, qualifier: Qualifier = 'exact', style: FigureStyle = 'text'): Qualified =>
      qualified(qualifier, amount(stated, style)),
    /** about 300 / 约300, 360,000 m² / 36万平方米; without its unit the word that follows is the caller's. */
    count: (stated: string, qualifier: Qualifier = 'exact', unit = ''): Qualified => {
      const value = plainDecimal(stated);
      const figure = scaledIn(value, scaledInTables[language] ? scaleOf(value, language) : unscaled);
      return qualified(qualifier, figure + (measures[language][unit] ?? unitBehind(unit, language)));
    },
    /** What a currency is called where no sign of it stands. */
    currency: unitOf,
    /** By its name, of which nothing is counted: 人民币, and not 元人民币. */
    currencyNamed: namedCurrency,
    /** The figure and its qualifier as one text. */
    spelt: ({ before, figure, after }: Qualified): string => `${before}${figure}${after}`,
  };
}
