// Dates at their precision, counts and amounts as each language writes them; what is stated is never rounded.
import { precisionOf, type DateQualifier, type FlexDate } from '#kernel/flex-date.ts';
import { writing, type Language } from '#kernel/language.ts';
import { exponentOf, plainDecimal, type Amount, type Qualifier } from '#kernel/money.ts';

/** A figure with the word that says how it is meant, before or after it; both are set muted. */
export interface Qualified {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** `text`: 18 October 1999, £139 million; `table`: 18 Oct 1999 or 1999-10-18, £139,000,000. */
export type FigureStyle = 'text' | 'table';

const words: Readonly<
  Record<Language, Readonly<Record<Qualifier | Exclude<DateQualifier, 'exact'>, readonly [before: string, after: string]>>>
> = {
  en: {
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
  'zh-Hans': {
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
};

function writtenDate(text: string, language: Language, style: FigureStyle): string {
  const { locale, yearFirst } = writing[language];
  if (yearFirst && style === 'table') return text;
  const precision = precisionOf({ text });
  const month = style === 'table' ? 'short' : 'long';
  const finer: Intl.DateTimeFormatOptions = precision === 'day' ? { day: 'numeric', month } : precision === 'month' ? { month } : {};
  const day = new Date(`${text}${'-01-01'.slice(text.length - 4)}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { ...finer, year: 'numeric', timeZone: 'UTC' }).format(day);
}

/** The decimal with its point moved to the left, exactly. */
function shifted(value: string, places: number): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole.padStart(places + 1, '0') + fraction;
  const point = digits.length - fraction.length - places;
  return plainDecimal(`${value.startsWith('-') ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point).slice(0, 8)}`);
}

const scales: Readonly<Record<Language, readonly (readonly [places: number, word: string])[]>> = {
  en: [
    [9, ' billion'],
    [6, ' million'],
  ],
  'zh-Hans': [
    [8, '亿'],
    [4, '万'],
  ],
};

/** Names of units where they stand behind an amount and the runtime has another; null: a sign stands before it. The renminbi is counted in yuan before it is named. */
const unitsBehind: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = { en: null, 'zh-Hans': { CNY: '元人民币' } };

/** The largest scale in which the value has at most three digits behind the point and loses none. */
function scaleOf(value: string, language: Language): readonly [number, string] {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const zeros = fraction === '' ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
  return scales[language].find(([places]) => whole.length > places && zeros >= places - 3) ?? [0, ''];
}

/** Decimal strings are written digit by digit, however many there are. */
const numeric = (value: string): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;

export function figuresOf(language: Language) {
  const { locale } = writing[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 });
  const names = new Intl.DisplayNames(locale, { type: 'currency' });

  const unitOf = (currency: string): string => unitsBehind[language]?.[currency] ?? names.of(currency) ?? currency;
  const qualified = (qualifier: keyof (typeof words)['en'], figure: string): Qualified => {
    const [before, after] = words[language][qualifier];
    return { before, figure, after };
  };
  const amount = ({ value: typed, currency }: Amount, style: FigureStyle): string => {
    const value = plainDecimal(typed);
    const [places, word] = style === 'text' ? scaleOf(value, language) : [0, ''];
    const short = places === 0 ? value : shifted(value, places);
    if (unitsBehind[language] !== null) return `${plain.format(numeric(short))}${word}${unitOf(currency)}`;
    // The runtime's own digits would round what it holds for too small to pay, as a hundredth of a rupee.
    const least = places === 0 && short.includes('.') ? (exponentOf(currency) ?? 0) : 0;
    const digits = { minimumFractionDigits: least, maximumFractionDigits: 8 };
    return `${new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(numeric(short))}${word}`;
  };

  return {
    /** 18 October 1999, October 1999, 1999 / 1999年10月18日; in tables 18 Oct 1999 / 1999-10-18; with its qualifier. */
    flexDate: ({ text, qualifier }: FlexDate, style: FigureStyle = 'text'): Qualified =>
      qualified(qualifier, writtenDate(text, language, style)),
    /** £139 million / 1.39亿英镑; in tables with every digit. */
    money: (stated: Amount, qualifier: Qualifier = 'exact', style: FigureStyle = 'text'): Qualified =>
      qualified(qualifier, amount(stated, style)),
    /** about 300 / 约300; the unit is the caller's word. */
    count: (stated: string, qualifier: Qualifier = 'exact'): Qualified => qualified(qualifier, plain.format(numeric(plainDecimal(stated)))),
    /** The figure and its qualifier as one text. */
    spelt: ({ before, figure, after }: Qualified): string => `${before}${figure}${after}`,
  };
}
