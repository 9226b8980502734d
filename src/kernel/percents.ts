// Parts of a whole in per cent that sum to a hundred, by the largest remainder: exact, in whole numbers.

/**
 * Whole per cents of counts that are not negative, in their order; they sum to 100, or are all 0 where the counts are. What is left over by
 * rounding down goes to the largest remainders, of equal ones to the earlier (Hamilton's method).
 */
export function percentsOf(counts: readonly number[]): readonly number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => 0);
  const percents = counts.map((count) => Math.floor((count * 100) / whole));
  const left = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const gaining = counts
    .map((count, at) => ({ at, rest: (count * 100) % whole }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at)
    .slice(0, left);
  return percents.map((percent, at) => percent + (gaining.some((one) => one.at === at) ? 1 : 0));
}
