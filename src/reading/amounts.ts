// Reads amounts and counts as people type them, in English and Chinese, and as the product prints them. What can be two amounts is asked.
import { currencyWords, type CurrencyWords } from './currency-words.ts';
import { withFigures } from './han-numerals.ts';
import { exponentOf, isDecimal, plainDecimal, type Qualifier } from '#kernel/money.ts';
import { ok, refuse, type Params, type Result } from '#kernel/result.ts';

/** Why a typed amount is not taken; `choices` holds what can be meant, as plain decimals. */
export interface AmountDoubt {
  readonly code:
    | 'kernel.amount_unreadable'
    | 'kernel.amount_ambiguous'
    | 'kernel.amount_uneven'
    | 'kernel.amount_in_other_currency'
    | 'kernel.count_in_currency';
  readonly params: Params;
  readonly choices: readonly string[];
}

export interface TypedFigure {
  /** A plain decimal. */
  readonly value: string;
  /** What the sign or word beside it can mean: none where none was typed, several for ¥. */
  readonly currencies: readonly string[];
  /** Null where no word says how it is meant. */
  readonly qualifier: Qualifier | null;
}

/** Words before a figure; those of several words before the shorter ones that they begin with. */
const prefixes: readonly (readonly [Qualifier, RegExp])[] = [
  ['nearly', /^(?:nearly|almost|just under|close to|approaching|将近|接近|近)\s*/],
  [
    'at_least',
    /^(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|min\.?(?= ?\d)|≥|>=|不少于|不低于|不下于?|至少|最少)\s*/,
  ],
  [
    'up_to',
    /^(?:up to|at most|(?:no|not) more than|under|less than|fewer than|below|max\.?(?= ?\d)|≤|<=|<|至多|最多|不超过|不多于|不高于|不足|不到|未满|少于|低于)\s*/,
  ],
  ['about', /^(?:约合|about|around|approximately|approx\.?|circa|ca\.|c\.|roughly|some(?=[ \d])|~|≈|大约|约为|约有|约|大概)\s*/],
  ['over', /^(?:more than|over|above|upwards of|in excess of|>|逾|超过|超出|超|多于|高于)\s*/],
  ['planned', /^(?:planned|计划)\s*/],
];
/** The same behind it: 300左右, 300以上, 300+. */
const suffixes: readonly (readonly [Qualifier, RegExp])[] = [
  ['about', /\s*(?:左右|上下|前后|or so)$/],
  ['at_least', /\s*(?:及以上|以上|or more)$/],
  ['up_to', /\s*(?:及以下|以下|以内|or (?:fewer|less))$/],
  ['over', /\s*(?:\+|plus)$/],
];
/** 300余项, 1亿多: within the figure. What follows may be the name of a currency (多米尼加比索, 多哥). */
const within = /(?<=[\d万亿千百十])[多余](?!米尼加|哥)/;
/** What Chinese counts by, in the field of a count. */
const measures =
  /(?<=\d\+?|\d ?(?:thousand|million|billion)) (?:years?|people|persons|inhabitants|residents|companies|firms|projects?|jobs|deals?|agreements?|events?|visits?|students?|exchanges?|participants?|delegates?)$|(?<=[\d万亿千百十多余])[个项家名所种](?![半多余以左上万亿千百])\p{Script=Han}{1,4}(?<!左右|上下|以上|以下)$|(?<=[\d万亿千百十多余+以上下左右])(?:[个项家人年次场批件对座所名位种条份期届岁天]|个月|人次|家次)$/u;

/** By how many places a word moves the point; longer words are tried before the shorter ones that they begin with. */
const scales =
  '万亿:12 千亿:11 百亿:10 十亿:9 亿:8 千万:7 百万:6 万:4 千:3 trillions:12 trillion:12 billions:9 billion:9 millions:6 million:6 thousands:3 thousand:3 tn:12 bn:9 mln:6 mn:6 b:9 m:6 k:3'
    .split(' ')
    .map((scale) => {
      const [word = '', places] = scale.split(':');
      return [word, Number(places)] as const;
    });

const mostDigits = 18;

/** A number by itself; what separates its digits decides. One value is sure, two are a question, none is no number. */
interface Digits {
  readonly values: readonly string[];
  /** Its groups are not what they should be, so that even one value is only a guess. */
  readonly isUneven?: boolean;
}

const none: Digits = { values: [] };
const areThousands = ([first = '', ...groups]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => group.length === 3);
/** Of groups of one digit, such as 1.2.3, nobody can tell what is meant; those of two and three are parted as in India, or by a slip. */
const uneven = (groups: readonly string[]): Digits =>
  groups.length > 2 && groups.slice(1).some(({ length }) => length === 1) ? none : { values: [groups.join('')], isUneven: true };

/** One mark once: a point is the decimal one, a comma that of thousands; where the digits behind it deny that, both are possible. */
function byOneMark(mark: string, [whole = '', behind = '']: readonly string[], finePlaces: boolean): Digits {
  const [decimal, joined] = [`${whole}.${behind}`, whole + behind];
  if (mark === '.') return areThousands([whole, behind]) && !finePlaces ? { values: [decimal, joined] } : { values: [decimal] };
  if (areThousands([whole, behind])) return { values: [joined] };
  if (mark !== ',' || /^0+$/.test(whole)) return mark === ',' ? { values: [decimal], isUneven: true } : uneven([whole, behind]);
  return { values: [decimal, joined] };
}

/** Two kinds of marks: the first parts thousands, the last, once, is the decimal one. */
function byTwoMarks(marks: readonly string[], groups: readonly string[]): Digits {
  const [last = ''] = marks.slice(-1);
  const [whole, behind = ''] = [groups.slice(0, -1), groups.at(-1)];
  if (!/[.,]/.test(last) || new Set(marks.slice(0, -1)).size !== 1 || marks.indexOf(last) !== marks.length - 1) return none;
  if (!areThousands(whole)) return none;
  const decimal = `${whole.join('')}.${behind}`;
  return last === ',' && behind.length === 3 ? { values: [decimal, [...whole, behind].join('')] } : { values: [decimal] };
}

/** `finePlaces`: three digits behind a point are nothing unusual here. */
function digitsOf(text: string, finePlaces: boolean): Digits {
  const groups = text.startsWith('.') ? ['0', ...text.split(/[., ']/).slice(1)] : text.split(/[., ']/);
  const marks = [...text.replace(/\d/g, '')];
  if (groups.some((group) => group === '')) return none;
  if (marks.length === 0) return { values: groups };
  const [first = ''] = marks;
  const kinds = new Set(marks).size;
  if (kinds === 2) return byTwoMarks(marks, groups);
  if (kinds > 2) return none;
  if (marks.length === 1) return byOneMark(first, groups, finePlaces);
  return areThousands(groups) ? { values: [groups.join('')] } : uneven(groups);
}

/** The decimal with its point moved to the right by as many places, in its one writing; null where it is no decimal of a fit length. */
function moved(value: string, places: number): string | null {
  const [whole = '', fraction = ''] = value.split('.');
  const digits = fraction.padEnd(places, '0');
  const [left, right] = [(whole + digits.slice(0, places)).replace(/^0+(?=\d)/, ''), digits.slice(places)];
  const text = right === '' ? left : `${left}.${right}`;
  return isDecimal(text) && left.length <= mostDigits ? plainDecimal(text) : null;
}

interface Tail {
  readonly places: number | null;
  readonly currencies: readonly string[] | undefined;
}

/** What follows the digits: a scale, a currency, or both; null where it is something else. */
function tailOf(text: string, words: CurrencyWords): Tail | null {
  const named = (rest: string): readonly string[] | undefined => words.get(rest.trim());
  if (text === '') return { places: null, currencies: undefined };
  if (named(text) !== undefined) return { places: null, currencies: named(text) };
  for (const [word, places] of scales) {
    if (!text.startsWith(word)) continue;
    const rest = text.slice(word.length).trim();
    if (rest === '' || named(rest) !== undefined) return { places, currencies: named(rest) };
  }
  return null;
}

/** 1亿3900万 → 13900万: two scales of one number, which Chinese writes one after the other. */
const inOneScale = (text: string): string =>
  text.replace(/(\d+)亿(\d{1,4})万/, (_, high: string, low: string) => `${high}${low.padStart(4, '0')}万`);

const doubt = (code: AmountDoubt['code'], params: Params, choices: readonly string[] = []) =>
  refuse<AmountDoubt>({ code, params, choices });

/** The figure alone, and how it is meant: by the word before it, else within or behind. */
function unqualified(typed: string): readonly [Qualifier | null, string] {
  const text = typed.replace(measures, '');
  const [before, mark] = prefixes.find(([, words]) => words.test(text)) ?? [null, /^/];
  const [behind, end] = suffixes.find(([, words]) => words.test(text)) ?? [null, /$/];
  const bare = text.replace(mark, '').replace(end, '').replace(measures, '');
  const rest = bare.replace(within, '');
  return [before ?? (rest === bare ? behind : 'over'), rest];
}

/** Only one of the two places may name a currency, unless both name the same, as in 人民币1.2亿元. */
function joined(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | null {
  if (a === undefined || b === undefined) return a ?? b ?? [];
  const both = a.filter((code) => b.includes(code));
  return both.length === 0 ? null : both;
}

/**
 * Reads "139,000,000", "139.000.000", "£139m", "139 million pounds", "1.39亿英镑", "１３９": thousands are parted only where the groups are
 * right, and there is one decimal mark. "2,5" and "2.500" offer both readings, uneven groups offer the digits joined. `currency` is the one
 * chosen beside it, if any.
 */
export function parseAmount(typed: string, currency?: string): Result<TypedFigure, AmountDoubt> {
  const shown = typed.trim().slice(0, 60);
  const unreadable = doubt('kernel.amount_unreadable', { amount: shown });
  const plain = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/[−–]/g, '-').replace(/[’‘]/g, "'");
  const [qualifier, rest] = unqualified(withFigures(plain));
  const found = /^(?<head>[^\d]*?)(?<number>\.?\d[\d., ']*(?<=\d))(?<tail>[^\d]*)$/.exec(inOneScale(rest));
  const { head = '', number = '', tail: after = '' } = found?.groups ?? {};
  const words = currencyWords();
  const sign = /-/.test(head) ? '-' : '';
  const before = head.replace('-', '').trim();
  const [named, tail] = [before === '' ? undefined : words.get(before), tailOf(after.trim(), words)];
  if (found === null || tail === null || (before !== '' && named === undefined)) return unreadable;
  const currencies = joined(named, tail.currencies);
  if (currencies === null) return unreadable;
  const fine = [...currencies, ...(currency === undefined ? [] : [currency])].some((code) => (exponentOf(code) ?? 0) > 2);
  const { values, isUneven } = digitsOf(number, fine || tail.places !== null);
  const read = values.flatMap((value) => moved(value, tail.places ?? 0) ?? []).map((value) => (value === '0' ? value : sign + value));
  const [first, second] = read;
  if (first === undefined || read.length < values.length) return unreadable;
  if (second !== undefined) return doubt('kernel.amount_ambiguous', { amount: shown, first, second }, read);
  if (isUneven === true) return doubt('kernel.amount_uneven', { amount: shown, first }, read);
  return ok({ value: first, currencies, qualifier });
}

/**
 * The same for the field of one figure: a currency that is typed is that of the field (`currency` is '' where none is chosen yet), and a count
 * (`currency` undefined) has none; so no sign is read and dropped.
 */
export function parseFigure(typed: string, currency: string | undefined): Result<TypedFigure, AmountDoubt> {
  const read = parseAmount(typed, currency);
  if (!read.ok || currency === '' || read.value.currencies.length === 0) return read;
  const amount = typed.trim().slice(0, 60);
  if (currency === undefined) return doubt('kernel.count_in_currency', { amount });
  return read.value.currencies.includes(currency) ? read : doubt('kernel.amount_in_other_currency', { amount, currency });
}
