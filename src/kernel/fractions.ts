// Fractions of whole numbers, exact: what a decimal times a rate over another rate is before it is rounded once.

/** `under` is above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const decimal = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** A decimal in plain writing, exactly; a text that is none is a fault of the caller. */
export function fractionOf(text: string): Fraction {
  const found = decimal.exec(text);
  if (found === null) throw new RangeError(`not a decimal: ${text}`);
  const [, sign, whole = '0', behind = ''] = found;
  const size = BigInt(whole + behind);
  return { over: sign === '-' ? -size : size, under: 10n ** BigInt(behind.length) };
}

export const none: Fraction = { over: 0n, under: 1n };

export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

/** `b` is above zero. */
export const dividedBy = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under, under: a.under * b.over });

const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));

/** In its lowest terms, so that long sums stay short. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const [over, under] = [a.over * b.under + b.over * a.under, a.under * b.under];
  const divisor = divisorOf(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

/** The whole number below or at it. */
export const floorOf = ({ over, under }: Fraction): bigint => over / under - (over < 0n && over % under !== 0n ? 1n : 0n);

/** The nearest whole number; halves go to the even neighbour, so that many roundings lean to neither side. */
export function roundedOf(value: Fraction): bigint {
  const below = floorOf(value);
  const rest = (value.over - below * value.under) * 2n;
  return rest > value.under || (rest === value.under && below % 2n !== 0n) ? below + 1n : below;
}

/** So many hundredths, or whatever digits stand behind the point, as a decimal in plain writing. */
export function decimalOf(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const [whole, behind] = places === 0 ? [digits, ''] : [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, '')];
  return `${units < 0n ? '-' : ''}${whole}${behind === '' ? '' : `.${behind}`}`;
}
