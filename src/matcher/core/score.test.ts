import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eulerShares, harmonicMean, roundedTo, shrunkRate } from './score.ts';

const points = fc.double({ min: 0, max: 500, noNaN: true });
const shares = fc.array(fc.record({ forward: points, back: points }), { minLength: 1, maxLength: 8 });
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

test('shares sum to the harmonic mean, are the same from either side, and grow with what they stand for', () => {
  fc.assert(
    fc.property(shares, (given) => {
      const forward = sumOf(given.map((share) => share.forward));
      const back = sumOf(given.map((share) => share.back));
      const split = eulerShares(given);
      expect(sumOf(split)).toBeCloseTo(harmonicMean(forward, back), 6);
      expect(eulerShares(given.map((share) => ({ forward: share.back, back: share.forward })))).toEqual(split);
      expect(Math.min(...split)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(harmonicMean(80, 0)).toBe(0);
  expect(harmonicMean(80, 20)).toBe(32);
  expect(
    eulerShares([
      { forward: 64, back: 0 },
      { forward: 64, back: 128 },
    ]),
  ).toEqual([32, 96]);
});

test('rounded values sum to the rounded score, none moved by more than one', () => {
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 12 }), (values) => {
      const whole = Math.round(sumOf(values));
      const rounded = roundedTo(values, whole);
      expect(sumOf(rounded)).toBe(whole);
      rounded.forEach((value, at) => {
        expect(Math.abs(value - (values[at] ?? 0))).toBeLessThanOrEqual(1);
      });
    }),
  );
  expect(roundedTo([1.5, 1.5, 1], 4)).toEqual([2, 1, 1]);
});

test('one answer says little, a hundred say much', () => {
  expect(shrunkRate(0, 0)).toBeCloseTo(0.3);
  expect(shrunkRate(1, 1)).toBeLessThan(0.4);
  expect(shrunkRate(90, 100)).toBeGreaterThan(0.8);
});
