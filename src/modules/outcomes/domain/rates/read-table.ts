// Reads a public table of rates: every cell is understood, asked about, or told as left out. Nothing is dropped in silence.
import { compareDecimals, isDecimal, plainDecimal } from '#kernel/money.ts';
import type { Params } from '#kernel/result.ts';
import { parseAmount } from '#reading/amounts.ts';
import { readDate } from '#reading/cells.ts';
import type { PastedRow } from '#reading/clipboard.ts';
import { dayOrderIn } from '#reading/day-order.ts';
import type { DayOrder } from '#reading/dates.ts';
import { foldWord } from '#reading/words.ts';
import { plainText, saysNothing } from '#reading/written-cells.ts';
import { currencyOfWord } from './currency-of-word.ts';
import { rateColumnsOf, type RateColumns, type RateMeaning } from './columns.ts';
import type { Quote, RatePeriod } from './table.ts';

export const mostLines = 20_000;
export const mostQuotes = 50_000;
export const longestTable = 2_000_000;

export const rateQuestionsAbout = ['currency', 'date', 'rate', 'same'] as const;
export type RateAbout = (typeof rateQuestionsAbout)[number];

export interface RateAnswer {
  readonly about: RateAbout;
  readonly of: string;
  /** A code, a date, a decimal, or `leave`: such cells are left out. */
  readonly choice: string;
}

/** Asked once for all cells in which the same stands; `cells` counts them, `line` is the first. */
export interface RateQuestion {
  readonly about: RateAbout;
  readonly of: string;
  readonly code: string;
  readonly params: Params;
  readonly choices: readonly string[];
  readonly cells: number;
  readonly line: number;
}

export interface HowRatesAreRead {
  readonly columns: readonly RateMeaning[];
  readonly order: DayOrder | null;
  /** Null: as the dates show. */
  readonly period: RatePeriod | null;
  readonly base: string | null;
  readonly answers: readonly RateAnswer[];
}

export interface ReadRates {
  readonly sheet: RateColumns;
  readonly period: RatePeriod;
  readonly quotes: readonly Quote[];
  /** By the word that stands in the table what was made of it. */
  readonly series: readonly { readonly word: string; readonly currency: string; readonly quotes: readonly Quote[] }[];
  readonly questions: readonly RateQuestion[];
  /** Cells with no rate in them; cells that were answered to be left out; rates of the base itself; the same rate once more. */
  readonly left: { readonly blank: number; readonly left: number; readonly ofBase: number; readonly twice: number };
}

interface Cell {
  readonly line: number;
  readonly word: string;
  readonly date: string;
  readonly rate: string;
}

/** One for each rate, however the table is laid out. */
function cellsOf({ heads, columns, rows }: RateColumns): readonly Cell[] {
  const [date, word, rate] = [columns.indexOf('date'), columns.indexOf('currency'), columns.indexOf('rate')];
  const wide = columns.flatMap((meaning, at) => (meaning === 'rates_of' ? [at] : []));
  return rows.flatMap(({ number: line, cells }: PastedRow): readonly Cell[] => {
    const at = (column: number): string => plainText(cells[column] ?? '').trim();
    const told = { line, date: at(date) };
    if (wide.length > 0) return wide.map((column) => ({ ...told, word: (heads?.[column] ?? '').trim(), rate: at(column) }));
    return [{ ...told, word: at(word), rate: at(rate) }];
  });
}

/** 1.2E-4 as 0.00012, as spreadsheets write what is small. */
function unscaled(cell: string): string {
  const [, whole = '', behind = '', power] = /^(\d+)(?:\.(\d+))?e([+-]?\d{1,2})$/i.exec(cell) ?? [];
  if (power === undefined) return cell;
  const point = whole.length + Number(power);
  const digits = (whole + behind).padEnd(Math.max(point, 0), '0').padStart(whole.length + behind.length + Math.max(-point, 0) + 1, '0');
  const start = digits.length - (whole + behind).padEnd(Math.max(point, 0), '0').length + point;
  const [left, right] = [digits.slice(0, start).replace(/^0+(?=\d)/, '') || '0', digits.slice(start).replace(/0+$/, '')];
  return right === '' ? left : `${left}.${right}`;
}

class Reading {
  readonly questions = new Map<string, RateQuestion>();
  readonly left = { blank: 0, left: 0, ofBase: 0, twice: 0 };
  private readonly answers: ReadonlyMap<string, string>;

  constructor(answers: readonly RateAnswer[]) {
    this.answers = new Map(answers.map(({ about, of, choice }) => [`${about} ${of}`, choice]));
  }

  /** The answer where it is one of the choices, or fits `other`; null where it is asked, or left out. */
  ask(question: Omit<RateQuestion, 'cells'>, other: (choice: string) => boolean = () => false): string | null {
    const key = `${question.about} ${question.of}`;
    const answer = this.answers.get(key);
    if (answer === 'leave') {
      this.left.left += 1;
      return null;
    }
    if (answer !== undefined && (question.choices.includes(answer) || other(answer))) return answer;
    const known = this.questions.get(key);
    this.questions.set(key, { ...question, line: known?.line ?? question.line, cells: (known?.cells ?? 0) + 1 });
    return null;
  }
}

const shown = (text: string): string => text.slice(0, 60);

function rateOf(reading: Reading, { rate, line }: Cell): string | null {
  const cell = unscaled(rate);
  const asked = { about: 'rate' as const, of: shown(rate), params: { cell: shown(rate) }, line };
  if (/^\d+(?:\.\d+)?$/.test(cell)) {
    if (!isDecimal(cell.replace(/^0+(?=\d)/, ''))) return reading.ask({ ...asked, code: 'outcomes.rate_too_fine', choices: [] });
    const plain = plainDecimal(cell.replace(/^0+(?=\d)/, ''));
    return plain === '0' ? reading.ask({ ...asked, code: 'outcomes.rate_not_above_zero', choices: [] }) : plain;
  }
  const read = parseAmount(cell);
  if (!read.ok) return reading.ask({ ...asked, code: 'outcomes.rate_unclear', choices: read.refusal.choices });
  if (compareDecimals(read.value.value, '0') <= 0) return reading.ask({ ...asked, code: 'outcomes.rate_not_above_zero', choices: [] });
  const isBare = read.value.qualifier === null && read.value.currencies.length === 0;
  return isBare ? read.value.value : reading.ask({ ...asked, code: 'outcomes.rate_unclear', choices: [read.value.value] });
}

function dateOf(reading: Reading, { date, line }: Cell, order: DayOrder | null): string | null {
  const asked = { about: 'date' as const, of: shown(date), params: { cell: shown(date) }, line };
  const read = readDate(date, order === null ? {} : { order });
  if (read.state === 'blank') return reading.ask({ ...asked, code: 'outcomes.rate_no_date', choices: [] });
  if (read.state === 'read' && read.value.qualifier === 'exact') return read.value.text;
  const choices = read.state === 'read' ? [] : read.choices.flatMap(({ text, qualifier }) => (qualifier === 'exact' ? [text] : []));
  return reading.ask({ ...asked, code: 'outcomes.rate_date_unclear', choices });
}

const isCode = (choice: string): boolean => currencyOfWord(choice).codes[0] === choice;

/** Asked, too, where the country has this money only since a later year than the rates begin. */
function currencyOf(reading: Reading, { word, line }: Cell, firstYear: number): string | null {
  const { codes, from } = currencyOfWord(word);
  const [sure] = codes;
  if (sure !== undefined && codes.length === 1 && from <= firstYear) return sure;
  const code = word === '' ? 'outcomes.rate_no_currency' : 'outcomes.rate_which_currency';
  return reading.ask({ about: 'currency', of: foldWord(word), code, params: { cell: shown(word) }, choices: codes, line }, isCode);
}

const digits: Readonly<Record<RatePeriod, number>> = { year: 4, month: 7, day: 10 };

/** Rates of one day in each year are yearly ones, of the first or the last day of months monthly ones; a single day is a day, unless it ends a year. */
export function periodOf(dates: readonly string[]): RatePeriod {
  const finest = Math.max(4, ...dates.map(({ length }) => length));
  if (finest < 10) return finest === 4 ? 'year' : 'month';
  const days = new Set(dates.map((date) => date.slice(5)));
  const [only] = days;
  if (days.size === 1 && (new Set(dates).size > 1 || only === '01-01' || only === '12-31')) return 'year';
  const ends = dates.every((date) => /-(?:01|28|29|30|31)$/.test(date)) && new Set(dates.map((date) => date.slice(0, 7))).size > 1;
  return ends && new Set(dates).size === new Set(dates.map((date) => date.slice(0, 7))).size ? 'month' : 'day';
}

interface Read {
  readonly cell: Cell;
  readonly date: string;
  readonly rate: string;
}

/** Each currency and period once: the same rate once more is told, another one is asked about. */
function settle(reading: Reading, quoted: readonly (Quote & { readonly line: number; readonly word: string })[]) {
  return [...Map.groupBy(quoted, ({ currency, period }) => `${currency} ${period}`)].flatMap(([of, group]) => {
    const [first] = group;
    const rates = [...new Set(group.map(({ rate }) => rate))];
    if (first === undefined) return [];
    if (rates.length === 1) {
      reading.left.twice += group.length - 1;
      return [first];
    }
    const params = { currency: first.currency, period: first.period, rates: rates.slice(0, 5).join(' · ') };
    const answer = reading.ask({ about: 'same', of, code: 'outcomes.rate_twice', params, choices: rates, line: first.line });
    return answer === null ? [] : [{ ...first, rate: answer }];
  });
}

/** Reads all of it. Rates of which something is asked are in `questions` and not in `quotes`. */
export function readRates(rows: readonly PastedRow[], how: HowRatesAreRead): ReadRates {
  const sheet = rateColumnsOf(rows, how.columns);
  const reading = new Reading(how.answers);
  const cells = cellsOf(sheet);
  const filled = cells.filter(
    ({ rate }) => rate !== '' && !saysNothing(rate, 'other') && !/^(?:nd|n\.?a\.?|n\/a|\.{1,3}|-+|—)$/i.test(rate),
  );
  reading.left.blank = cells.length - filled.length;
  const order = how.order ?? dayOrderIn([...new Set(filled.map(({ date }) => date))])?.order ?? null;
  const read = filled.flatMap((cell): readonly Read[] => {
    const [date, rate] = [dateOf(reading, cell, order), rateOf(reading, cell)];
    return date === null || rate === null ? [] : [{ cell, date, rate }];
  });
  const period = how.period ?? periodOf(read.map(({ date }) => date));
  const firstYears = new Map<string, number>();
  for (const { cell, date } of read) {
    const word = foldWord(cell.word);
    firstYears.set(word, Math.min(firstYears.get(word) ?? 9999, Number(date.slice(0, 4))));
  }
  const quoted = read.flatMap(({ cell, date, rate }) => {
    const currency = currencyOf(reading, cell, firstYears.get(foldWord(cell.word)) ?? 0);
    if (currency === null) return [];
    if (currency === how.base) {
      reading.left.ofBase += 1;
      return [];
    }
    if (date.length >= digits[period]) return [{ currency, period: date.slice(0, digits[period]), rate, line: cell.line, word: cell.word }];
    const params = { cell: shown(cell.date) };
    reading.ask({ about: 'date', of: shown(cell.date), code: 'outcomes.rate_date_rough', params, choices: [], line: cell.line });
    return [];
  });
  const settled = settle(reading, quoted);
  const quotes = settled.map(({ currency, period: at, rate }) => ({ currency, period: at, rate }));
  const series = [...Map.groupBy(settled, ({ word, currency }) => `${foldWord(word)} ${currency}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sorted = group.toSorted((a, b) => (a.period < b.period ? -1 : 1));
    return [
      {
        word: first.word,
        currency: first.currency,
        quotes: sorted.map(({ currency, period: at, rate }) => ({ currency, period: at, rate })),
      },
    ];
  });
  return { sheet, period, quotes, series, questions: [...reading.questions.values()], left: reading.left };
}
