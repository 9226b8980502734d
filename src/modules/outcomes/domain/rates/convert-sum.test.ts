import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, compareDecimals, currencyCodes, exponentOf } from '#kernel/money.ts';
import { rounds } from '#platform/full-size.ts';
import { convertSum, quotesNeeded, type DatedAmount } from './convert-sum.ts';
import type { Conversion } from './table.ts';

const day = (text: string, qualifier: 'exact' | 'about' = 'exact') => ({ text, qualifier });
const of = (value: string, currency: string, at: string | null = '2018'): DatedAmount => ({
  amount: { value, currency },
  day: at === null ? null : day(at),
});

const table = (facts: Partial<Conversion> = {}): Conversion => ({
  ...{ to: 'EUR', base: 'USD', period: 'year', measure: 'average', direction: 'units_per_base' },
  ...{ table: 't', number: 1, name: 'Annual rates', source: 'A central bank' },
  quotes: [
    { currency: 'CNY', period: '2018', rate: '6.6' },
    { currency: 'EUR', period: '2018', rate: '0.825' },
    { currency: 'JPY', period: '2018', rate: '110' },
    { currency: 'CNY', period: '2019', rate: '7' },
  ],
  ...facts,
});

test('an amount goes by way of the table’s base at two rates of one period, and what was used is told', () => {
  const sum = convertSum([of('24000000', 'CNY', '2018-11-05')], table());
  expect(sum).toMatchObject({ total: { value: '3000000', currency: 'EUR' }, isRounded: true, left: [] });
  expect(sum?.parts[0]?.used.map(({ currency, rate }) => `${rate} ${currency}`)).toEqual(['6.6 CNY', '0.825 EUR']);
});

test('from and to the base one rate is enough', () => {
  expect(convertSum([of('10', 'USD')], table())?.parts[0]).toMatchObject({ converted: { value: '8.25' }, used: [{ currency: 'EUR' }] });
  expect(convertSum([of('66', 'CNY')], table({ to: 'USD' }))?.parts[0]).toMatchObject({
    converted: { value: '10' },
    used: [{ currency: 'CNY' }],
  });
});

test('a table that says what one unit is worth in its base is read the other way round', () => {
  const other = table({ direction: 'base_per_unit', quotes: [{ currency: 'CNY', period: '2018', rate: '0.125' }], to: 'USD' });
  expect(convertSum([of('80', 'CNY')], other)?.total).toEqual({ value: '10', currency: 'USD' });
});

test('what has no rate, no day or too rough a day stands beside the sum with its reason, and is in no total', () => {
  const figures = [of('24', 'CNY'), of('139000000', 'GBP'), of('3600000', 'GBP'), of('7', 'CNY', null), of('8', 'CNY', '2019')];
  expect(convertSum(figures, table())).toMatchObject({
    total: { value: '3' },
    left: [
      { of: { value: '142600000', currency: 'GBP' }, figures: 2, reason: 'no_rate', missing: { currency: 'GBP', period: '2018' } },
      { of: { value: '7', currency: 'CNY' }, figures: 1, reason: 'no_date' },
      { of: { value: '8', currency: 'CNY' }, figures: 1, reason: 'no_rate', missing: { currency: 'EUR', period: '2019' } },
    ],
  });
  const monthly = table({ period: 'month' });
  const rough = [of('24', 'CNY'), { amount: { value: '1', currency: 'CNY' }, day: day('2018-05', 'about') }];
  expect(convertSum(rough, monthly)).toMatchObject({ total: null, left: [{ reason: 'rough_date' }, { reason: 'rough_date' }] });
});

test('what is in the currency already stays to the penny where nothing else is in the sum', () => {
  expect(convertSum([of('1234567.89', 'EUR', null)], table())).toMatchObject({ total: { value: '1234567.89' }, isRounded: false });
});

test('what would be larger than an amount can be is not converted, and said', () => {
  const worthless = table({ quotes: [{ currency: 'CNY', period: '2018', rate: '0.00000001' }], to: 'USD' });
  expect(convertSum([of('999999999999', 'CNY'), of('5', 'USD')], worthless)).toMatchObject({
    ...{ total: { value: '5' }, left: [{ reason: 'too_large', of: { currency: 'CNY' } }] },
  });
});

test('of a table by days the last rate of the week before is taken, of no older one', () => {
  const daily = table({
    ...{ period: 'day', base: 'EUR', to: 'EUR' },
    quotes: [{ currency: 'CNY', period: '2018-11-02', rate: '8' }],
  });
  expect(convertSum([of('16', 'CNY', '2018-11-04')], daily)?.parts[0]).toMatchObject({ converted: { value: '2' }, period: '2018-11-02' });
  expect(convertSum([of('16', 'CNY', '2018-11-10')], daily)).toMatchObject({ total: null, left: [{ reason: 'no_rate' }] });
});

const currency = fc.constantFrom('CNY', 'EUR', 'JPY', 'USD', 'GBP');
const decimal = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const figure = fc.record({ value: decimal, currency, at: fc.constantFrom('2018', '2019', '2018-04', null) });
const rate = fc
  .integer({ min: 1, max: 10 ** 9 })
  .map((parts) => `${Math.floor(parts / 10 ** 5)}.${String((parts % 10 ** 5) + 1).padStart(6, '0')}`);
const someTable = fc.record({
  to: fc.constantFrom('EUR', 'USD', 'JPY', 'CNY'),
  direction: fc.constantFrom('units_per_base' as const, 'base_per_unit' as const),
  quotes: fc.array(fc.record({ currency, period: fc.constantFrom('2018', '2019'), rate }), { maxLength: 6 }),
});

test('the parts sum to the shown whole, and every figure is either in it or beside it', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 7 }), someTable, (figures, facts) => {
      const given = figures.map(({ value, currency: code, at }) => of(value, code, at));
      const sum = convertSum(given, table(facts));
      if (sum === null) return false;
      const parts = sum.parts.map(({ converted }) => converted.value);
      expect(addDecimals(parts)).toBe(sum.total?.value ?? '0');
      expect([...sum.parts, ...sum.left].reduce((count, part) => count + part.figures, 0)).toBe(given.length);
      for (const code of currencyCodes) {
        const stated = given.filter(({ amount }) => amount.currency === code).map(({ amount }) => amount.value);
        const told = [...sum.parts, ...sum.left].filter((part) => part.of.currency === code).map((part) => part.of.value);
        expect(compareDecimals(addDecimals(told), addDecimals(stated))).toBe(0);
      }
      return sum.parts.every(({ converted }) => (converted.value.split('.')[1] ?? '').length <= (exponentOf(sum.to) ?? 0));
    }),
    { numRuns: rounds(150) },
  );
});

test('what is shown lies within half a step of three digits of the amount times one rate over the other', () => {
  fc.assert(
    fc.property(decimal, rate, rate, (value, cny, eur) => {
      const quotes = [
        { currency: 'CNY', period: '2018', rate: cny },
        { currency: 'EUR', period: '2018', rate: eur },
      ];
      const there = convertSum([of(value, 'CNY')], table({ quotes }));
      if (there?.left[0]?.reason === 'too_large') return;
      // By hand: value × eur ÷ cny, against what is shown, within half a step of three digits.
      const exact = (Number(value) * Number(eur)) / Number(cny);
      const shown = Number(there?.total?.value ?? '0');
      expect(Math.abs(shown - exact)).toBeLessThanOrEqual(Math.max(exact * 0.00501, 0.00501));
    }),
    { numRuns: rounds(200) },
  );
});

test('only the rates that can be needed are read', () => {
  const figures = [of('1', 'CNY', '2018-04'), of('1', 'EUR'), of('1', 'USD', '2019'), of('1', 'GBP', null)];
  expect(quotesNeeded(figures, table())).toEqual({ currencies: ['EUR', 'CNY'], periods: ['2018', '2019'] });
});
