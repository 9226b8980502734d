// Parts of a whole that sum to it when they are rounded, by the largest remainder: exact, in whole numbers.
import { floorOf, none, plus, roundedOf, type Fraction } from './fractions.ts';

const restOf = (part: Fraction): Fraction => plus(part, { over: -floorOf(part), under: 1n });

/**
 * Whole numbers for parts, in their order, which sum to the rounded sum of the parts. What is left over by rounding down goes to the largest
 * remainders, of equal ones to the earlier (Hamilton's method).
 */
export function apportioned(parts: readonly Fraction[]): readonly bigint[] {
  const below = parts.map(floorOf);
  const left = Number(roundedOf(parts.reduce(plus, none)) - below.reduce((sum, part) => sum + part, 0n));
  const gaining = parts
    .map((part, at) => ({ at, rest: restOf(part) }))
    .sort((a, b) => Number(b.rest.over * a.rest.under - a.rest.over * b.rest.under) || a.at - b.at)
    .slice(0, left);
  return below.map((part, at) => part + (gaining.some((one) => one.at === at) ? 1n : 0n));
}

/** Whole per cents of counts that are not negative, in their order; they sum to 100, or are all 0 where the counts are. */
export function percentsOf(counts: readonly number[]): readonly number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => 0);
  return apportioned(counts.map((count) => ({ over: BigInt(count) * 100n, under: BigInt(whole) }))).map(Number);
}
