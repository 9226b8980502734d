import { expect, test } from 'vitest';
import { convert, isRate, ratesInForce, type Rate } from './conversion.ts';

const rate = (facts: Partial<Rate>): Rate => ({ number: 1, from: 'GBP', to: 'USD', rate: '1.3', day: '2019-04-15', ...facts });

test('an amount is converted exactly and rounded to the other currency’s smallest unit', () => {
  expect(convert({ value: '139000000', currency: 'GBP' }, rate({}))).toEqual({ value: '180700000', currency: 'USD' });
  expect(convert({ value: '0.05', currency: 'GBP' }, rate({ to: 'JPY', rate: '150' }))).toEqual({ value: '8', currency: 'JPY' });
  expect(convert({ value: '1', currency: 'GBP' }, rate({ rate: '0.125' }))).toEqual({ value: '0.12', currency: 'USD' });
  expect(convert({ value: '-1', currency: 'GBP' }, rate({ rate: '0.375' }))).toEqual({ value: '-0.38', currency: 'USD' });
});

test('an amount in another currency is not converted', () => {
  expect(convert({ value: '1', currency: 'CNY' }, rate({}))).toBeNull();
});

test('a rate stated anew for the same day takes the place of the one before', () => {
  const [first, again, later] = [rate({}), rate({ number: 2, rate: '1.31' }), rate({ number: 3, day: '2019-11-05' })];
  expect(ratesInForce([later, again, first])).toEqual([again, later]);
});

test('a rate is above zero', () => {
  expect(['1', '0.01', '0', '-1', 'x', '0.00000000'].map(isRate)).toEqual([true, true, false, false, false, false]);
});
