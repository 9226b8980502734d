// What an amount is in another currency, at a rate that somebody stated for a day. Posted entries keep their own currency.
import { decimalOf, fractionOf, roundedOf, times } from '#kernel/fractions.ts';
import { exponentOf, isDecimal, type Amount } from '#kernel/money.ts';

/** One unit of `from` is `rate` units of `to` on `day`; `number` counts the statements of an outcome from 1. */
export interface Rate {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly day: string;
}

/** Whether a text is a rate: a decimal above zero. */
export const isRate = (text: string): boolean => isDecimal(text) && fractionOf(text).over > 0n;

/** The amount in the rate's other currency, rounded to its smallest unit; null where the rate is for another currency. */
export function convert({ value, currency }: Amount, { from, to, rate }: Rate): Amount | null {
  const exponent = exponentOf(to);
  if (currency !== from || exponent === null) return null;
  const exact = times(times(fractionOf(value), fractionOf(rate)), { over: 10n ** BigInt(exponent), under: 1n });
  return { value: decimalOf(roundedOf(exact), exponent), currency: to };
}

/** For each pair of currencies and day the rate stated last: stating one anew changes what is shown, not what was posted. */
export function ratesInForce<R extends Rate>(rates: readonly R[]): readonly R[] {
  const newest = new Map<string, R>();
  for (const rate of [...rates].sort((a, b) => a.number - b.number)) newest.set(`${rate.from} ${rate.to} ${rate.day}`, rate);
  return [...newest.values()];
}
