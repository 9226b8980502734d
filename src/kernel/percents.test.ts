import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentsOf } from './percents.ts';

test('parts of a hundred go to the largest remainders, of equal ones to the earlier', () => {
  expect(percentsOf([31, 19, 24, 46])).toEqual([26, 16, 20, 38]);
  expect(percentsOf([1, 1, 1])).toEqual([34, 33, 33]);
  expect(percentsOf([0, 0, 0, 7])).toEqual([0, 0, 0, 100]);
  expect(percentsOf([0, 0])).toEqual([0, 0]);
});

test('they sum to a hundred, and none is further than one from its share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }), (counts) => {
      const whole = counts.reduce((sum, count) => sum + count, 0);
      const percents = percentsOf(counts);
      expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(whole === 0 ? 0 : 100);
      for (const [at, count] of counts.entries())
        expect(Math.abs((percents[at] ?? 0) - (whole === 0 ? 0 : (count * 100) / whole))).toBeLessThan(1);
    }),
    { seed: 73 },
  );
});
