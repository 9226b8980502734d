import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { addDecimals, compareDecimals, currencyCodes, exponentOf, isDecimal, negateDecimal, placesOf, plainDecimal } from './money.ts';

test('a currency has its own number of digits behind the point', () => {
  expect(['GBP', 'CNY', 'JPY', 'KWD', 'CLF', 'DEM', 'ITL'].map(exponentOf)).toEqual([2, 2, 0, 3, 4, 2, 0]);
  expect([exponentOf('XXX'), exponentOf('gbp'), exponentOf('')]).toEqual([null, null, null]);
  expect(currencyCodes.slice(0, 3)).toEqual(['AED', 'AFN', 'ALL']);
  expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
});

test('a decimal is plain: a minus, digits, a point', () => {
  expect(['0', '-1', '139000000', '0.5', '12.50'].every(isDecimal)).toBe(true);
  expect(['', '+1', '01', '1.', '.5', '1,000', '1e3', '１', ' 1', 'NaN', '1'.repeat(22), '0.123456789'].some(isDecimal)).toBe(false);
  expect([placesOf('12'), placesOf('12.50'), placesOf('x')]).toEqual([0, 2, 0]);
});

test('a decimal has one writing', () => {
  expect(['12.50', '-0', '-0.00', '7.00', '-1.10'].map(plainDecimal)).toEqual(['12.5', '0', '0', '7', '-1.1']);
});

test('sums are exact where floats are not', () => {
  expect(addDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(addDecimals(['9007199254740993', '0.01', '-0.02'])).toBe('9007199254740992.99');
  expect(addDecimals([])).toBe('0');
  expect(addDecimals(['999999999999', '-1', '0', '-999999999999'])).toBe('-1');
  expect(addDecimals(['1', '9007199254740993', '-0'])).toBe('9007199254740994');
  expect(() => addDecimals(['1,000'])).toThrow(RangeError);
});

test('order is by value, not by writing', () => {
  expect([compareDecimals('9', '10'), compareDecimals('-9', '-10'), compareDecimals('1.0', '1')]).toEqual([-1, 1, 0]);
});

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([whole, fraction]) => plainDecimal(`${whole}.${String(fraction).padStart(8, '0')}`));

test('what is added and taken away again leaves nothing', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(addDecimals([a, b, negateDecimal(b)])).toBe(a);
      expect(addDecimals([a, b])).toBe(addDecimals([b, a]));
      expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0);
    }),
    { numRuns: rounds(300) },
  );
});
