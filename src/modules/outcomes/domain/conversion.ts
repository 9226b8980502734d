// What an amount is in another currency, at a rate that somebody stated for a day. Posted entries keep their own currency.
import { exponentOf, isDecimal, type Amount } from '#kernel/money.ts';

/** One unit of `from` is `rate` units of `to` on `day`; `number` counts the statements of an outcome from 1. */
export interface Rate {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly day: string;
}

const places = 8;

function units(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -size : size;
}

/** Whether a text is a rate: a decimal above zero. */
export const isRate = (text: string): boolean => isDecimal(text) && !text.startsWith('-') && units(text) > 0n;

/** Halves go to the even neighbour, so that many conversions lean to neither side. */
function rounded(value: bigint, divisor: bigint): bigint {
  const sign = value < 0n ? -1n : 1n;
  const size = value * sign;
  const [whole, rest] = [size / divisor, (size % divisor) * 2n];
  return sign * (rest > divisor || (rest === divisor && whole % 2n === 1n) ? whole + 1n : whole);
}

/** The amount in the rate's other currency, rounded to its smallest unit; null where the rate is for another currency. */
export function convert({ value, currency }: Amount, { from, to, rate }: Rate): Amount | null {
  const exponent = exponentOf(to);
  if (currency !== from || exponent === null) return null;
  const smallest = rounded(units(value) * units(rate), 10n ** BigInt(2 * places - exponent));
  const digits = (smallest < 0n ? -smallest : smallest).toString().padStart(exponent + 1, '0');
  const whole = exponent === 0 ? digits : digits.slice(0, -exponent);
  const fraction = exponent === 0 ? '' : digits.slice(-exponent).replace(/0+$/, '');
  return { value: `${smallest < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`, currency: to };
}

/** For each pair of currencies and day the rate stated last: stating one anew changes what is shown, not what was posted. */
export function ratesInForce<R extends Rate>(rates: readonly R[]): readonly R[] {
  const newest = new Map<string, R>();
  for (const rate of [...rates].sort((a, b) => a.number - b.number)) newest.set(`${rate.from} ${rate.to} ${rate.day}`, rate);
  return [...newest.values()];
}
