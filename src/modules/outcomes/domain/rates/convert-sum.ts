// Sums of figures of one stage in one currency, at the rates of a public table. What has no rate is told beside the sum, never dropped from it.
import type { FlexDate } from '#kernel/flex-date.ts';
import { decimalOf, dividedBy, floorOf, fractionOf, none, plus, roundedOf, times, type Fraction } from '#kernel/fractions.ts';
import { addDecimals, exponentOf, type Amount } from '#kernel/money.ts';
import { apportioned } from '#kernel/percents.ts';
import type { Conversion, Quote, RatePeriod } from './table.ts';

/** An amount with the day for which it was stated. */
export interface DatedAmount {
  readonly amount: Amount;
  readonly day: FlexDate | null;
}

/** Why a figure is not converted: nobody says when it was, its day is told too roughly for the table, the table has no rate, or nobody could write what comes out. */
export const unconvertedReasons = ['no_date', 'rough_date', 'no_rate', 'too_large'] as const;
export type UnconvertedReason = (typeof unconvertedReasons)[number];

type Converted =
  | { readonly exact: Fraction; readonly period: string; readonly used: readonly Quote[] }
  | { readonly reason: UnconvertedReason; readonly currency: string; readonly period: string };

const digits: Readonly<Record<RatePeriod, number>> = { year: 4, month: 7, day: 10 };
/** No bank quotes on a holiday: of a table by days the last rate before it is taken, at most a week old, and its own day is said. */
const DAYS_BACK = 7;

/** An amount has eighteen digits before its point at most, whatever a table makes of it; a thousand of them can still be summed. */
const MOST = 10n ** 18n;

const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** The periods of which the rate may be taken, the nearest first. */
function periodsFor({ text }: FlexDate, period: RatePeriod): readonly string[] {
  if (period !== 'day') return [text.slice(0, digits[period])];
  return Array.from({ length: DAYS_BACK + 1 }, (_, back) => new Date((dayOf(text) - back) * 86_400_000).toISOString().slice(0, 10));
}

type Found = ReadonlyMap<string, Quote>;
const keyOf = ({ currency, period }: Pick<Quote, 'currency' | 'period'>): string => `${currency} ${period}`;

/** Units of the currency for one unit of the base, exactly; the base itself is one. */
const perBase = ({ direction }: Conversion, quote: Quote | undefined): Fraction => {
  if (quote === undefined) return { over: 1n, under: 1n };
  const rate = fractionOf(quote.rate);
  return direction === 'units_per_base' ? rate : dividedBy({ over: 1n, under: 1n }, rate);
};

/**
 * The amount in the other currency, unrounded. Between two currencies neither of which is the table's base it goes by way of the base, both
 * rates of the same period, and is divided only once: no third rate is made and rounded in between.
 */
function convertOne({ amount, day }: DatedAmount, conversion: Conversion, found: Found): Converted {
  const { to, base, period } = conversion;
  const { currency } = amount;
  if (currency === to) return { exact: fractionOf(amount.value), period: '', used: [] };
  if (day === null) return { reason: 'no_date', currency, period: '' };
  if (day.qualifier !== 'exact' || day.text.length < digits[period]) return { reason: 'rough_date', currency, period: day.text };
  const needed = [currency, to].filter((code) => code !== base);
  for (const at of periodsFor(day, period)) {
    const used = needed.flatMap((code) => found.get(`${code} ${at}`) ?? []);
    if (used.length < needed.length) continue;
    const rateOf = (code: string): Fraction =>
      perBase(
        conversion,
        used.find((quote) => quote.currency === code),
      );
    const exact = dividedBy(times(fractionOf(amount.value), rateOf(to)), rateOf(currency));
    return floorOf(exact) >= MOST ? { reason: 'too_large', currency, period: at } : { exact, period: at, used };
  }
  const own = day.text.slice(0, digits[period]);
  const missing = needed.find((code) => !found.has(`${code} ${own}`)) ?? currency;
  return { reason: 'no_rate', currency: missing, period: own };
}

/** Figures of one currency and period that were converted at the same rates. */
export interface ConvertedPart {
  readonly of: Amount;
  readonly figures: number;
  readonly converted: Amount;
  /** The period of the rates; empty where the amount was in the currency already. */
  readonly period: string;
  readonly used: readonly Quote[];
}

/** Figures that are in no sum, by currency and reason; `currency` and `period` of `missing` say of what the table has no rate. */
export interface UnconvertedPart {
  readonly of: Amount;
  readonly figures: number;
  readonly reason: UnconvertedReason;
  readonly missing: { readonly currency: string; readonly period: string };
}

export interface ConvertedSum {
  readonly to: string;
  /** Null where no figure could be converted. The parts sum to it. */
  readonly total: Amount | null;
  /** It was rounded to three digits, since a rate of a period is no more exact. */
  readonly isRounded: boolean;
  readonly parts: readonly ConvertedPart[];
  readonly left: readonly UnconvertedPart[];
}

/** The smallest step in which a converted sum is told: three digits of it, never less than the currency's smallest unit. In smallest units. */
function stepOf(smallest: bigint, isConverted: boolean): bigint {
  const written = (smallest < 0n ? -smallest : smallest).toString().length;
  return isConverted && written > 3 ? 10n ** BigInt(written - 3) : 1n;
}

const sumOf = (amounts: readonly Amount[], currency: string): Amount => ({
  value: addDecimals(amounts.map(({ value }) => value)),
  currency,
});

/** The sum of figures of one stage, kind and assurance: nobody else may be handed to it, since stages are never added. Null of no figures. */
export function convertSum(figures: readonly DatedAmount[], conversion: Conversion): ConvertedSum | null {
  if (figures.length === 0) return null;
  const { to } = conversion;
  const exponent = exponentOf(to);
  if (exponent === null) throw new RangeError(`no currency: ${to}`);
  const found = new Map(conversion.quotes.map((quote) => [keyOf(quote), quote]));
  const all = figures.map(({ amount, day }) => ({ amount, ...convertOne({ amount, day }, conversion, found) }));
  const done = [
    ...Map.groupBy(
      all.flatMap((one) => ('exact' in one ? [one] : [])),
      ({ amount, period }) => `${amount.currency} ${period}`,
    ).values(),
  ];
  const inUnits: Fraction = { over: 10n ** BigInt(exponent), under: 1n };
  const sums = done.map((group) => times(group.map(({ exact }) => exact).reduce(plus, none), inUnits));
  const isConverted = done.some(([first]) => first !== undefined && first.used.length > 0);
  const step = stepOf(roundedOf(sums.reduce(plus, none)), isConverted);
  const steps = apportioned(sums.map((sum) => dividedBy(sum, { over: step, under: 1n })));
  const amountOf = (count: bigint): Amount => ({ value: decimalOf(count * step, exponent), currency: to });
  return {
    to,
    total: done.length === 0 ? null : amountOf(steps.reduce((sum, one) => sum + one, 0n)),
    isRounded: isConverted,
    parts: done.flatMap((group, at) => {
      const [first] = group;
      if (first === undefined) return [];
      const of = sumOf(
        group.map(({ amount }) => amount),
        first.amount.currency,
      );
      return [{ of, figures: group.length, converted: amountOf(steps[at] ?? 0n), period: first.period, used: first.used }];
    }),
    left: leftOf(all.flatMap((one) => ('reason' in one ? [one] : []))),
  };
}

type Left = Extract<Converted, { readonly reason: UnconvertedReason }> & { readonly amount: Amount };

const leftOf = (left: readonly Left[]): readonly UnconvertedPart[] =>
  [...Map.groupBy(left, ({ amount, reason, currency, period }) => [amount.currency, reason, currency, period].join(' ')).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { reason, currency, period, amount } = first;
      const of = sumOf(
        group.map((one) => one.amount),
        amount.currency,
      );
      return [{ of, figures: group.length, reason, missing: { currency, period } }];
    },
  );

/** The periods and currencies whose rates a conversion of these figures needs at most: what has to be read of a table. */
export function quotesNeeded(
  figures: readonly DatedAmount[],
  { to, base, period }: Pick<Conversion, 'to' | 'base' | 'period'>,
): { readonly currencies: readonly string[]; readonly periods: readonly string[] } {
  const dated = figures.flatMap(({ amount, day }) =>
    amount.currency === to || day === null || day.text.length < digits[period] ? [] : [{ currency: amount.currency, day }],
  );
  return {
    currencies: [...new Set([to, ...dated.map(({ currency }) => currency)])].filter((code) => code !== base),
    periods: [...new Set(dated.flatMap(({ day }) => periodsFor(day, period)))],
  };
}
