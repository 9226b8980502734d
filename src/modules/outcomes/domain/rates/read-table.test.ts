import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proposedBy } from './columns.ts';
import { splitPaste } from '#reading/clipboard.ts';
import { readRates, type HowRatesAreRead } from './read-table.ts';

const how = (facts: Partial<HowRatesAreRead> = {}): HowRatesAreRead => ({
  ...{ columns: [], order: null, period: null, base: 'USD', answers: [] },
  ...facts,
});
const read = (text: string, facts: Partial<HowRatesAreRead> = {}) => readRates(splitPaste(text.replaceAll(',', '\t')), how(facts));

const long = 'Date,Country,Exchange rate\n2017-01-01,China,6.75\n2018-01-01,China,6.6\n2018-01-01,Euro,0.825\n2018-01-01,Hong Kong,7.84';

test('a table with one row for each rate is read: first days of years are years, countries are their money', () => {
  const { period, quotes, questions } = read(long);
  expect([period, questions]).toEqual(['year', []]);
  expect(quotes.map((quote) => Object.values(quote).join(' '))).toEqual([
    ...['CNY 2017 6.75', 'CNY 2018 6.6', 'EUR 2018 0.825', 'HKD 2018 7.84'],
  ]);
});

test('a table with a column for each currency is read, and empty cells are counted', () => {
  const { period, quotes, left } = read('Date,USD,JPY,CNY\n2019-11-05,1.11,120.9,\n2019-11-06,1.1,N/A,7.75', { base: 'EUR' });
  expect([period, left.blank]).toEqual(['day', 2]);
  expect(quotes.map(({ currency, rate }) => `${currency} ${rate}`)).toEqual(['USD 1.11', 'JPY 120.9', 'USD 1.1', 'CNY 7.75']);
});

test('a column of currencies wins over one of countries, and a head that says against what is a rate', () => {
  const { quotes, sheet } = read('Country,Currency,Year,Rate per US dollar\nGermany,EUR,2018,0.8462\nChina,CNY,2018,6.6');
  expect(sheet.columns).toEqual(['ignored', 'currency', 'date', 'rate']);
  expect(quotes.map(({ currency, rate }) => `${currency} ${rate}`)).toEqual(['EUR 0.8462', 'CNY 6.6']);
  expect(read('日期,币种,对美元汇率\n2018年,欧元,0.8462').quotes).toHaveLength(1);
});

test('a Chinese table by months is read', () => {
  const { period, quotes } = read('日期,货币,汇率\n2018年4月,欧元,7.73\n2018年5月,欧元,7.52', { base: 'CNY' });
  expect([period, quotes.length, quotes[0]?.period]).toEqual(['month', 2, '2018-04']);
});

test('what is no sure currency, date or rate is asked once for all its cells, and answered', () => {
  const text =
    'Date,Country,Exchange rate\n2018,Germany,0.8\n2019,Germany,0.9\n2018,Atlantis,3\n03/04/2018,China,6\n2018,China,-1\n2018,Japan,1 1';
  const asked = read(text);
  expect(asked.quotes).toEqual([]);
  expect(asked.questions.map(({ about, of, cells }) => `${about} ${of} ${cells}`).toSorted()).toEqual([
    ...['currency atlantis 1', 'currency germany 2', 'date 03/04/2018 1', 'rate -1 1', 'rate 1 1 1'],
  ]);
  const answered = read(text, {
    answers: [
      { about: 'currency', of: 'germany', choice: 'EUR' },
      { about: 'currency', of: 'atlantis', choice: 'leave' },
      { about: 'date', of: '03/04/2018', choice: '2018-04-03' },
      { about: 'rate', of: '-1', choice: 'leave' },
      { about: 'rate', of: '1 1', choice: 'leave' },
    ],
    period: 'year',
  });
  expect(answered.questions).toEqual([]);
  expect([answered.quotes.length, answered.left.left]).toEqual([3, 3]);
});

test('money that a country has only since a later year is asked about; two rates of one period, too; the same once more is told', () => {
  const { questions, left, quotes } = read(
    `${long}\n1990-01-01,Mexico,2800\n2018-01-01,China,6.6\n2018-01-01,Euro,0.9\n2018-01-01,United States,1`,
  );
  expect(questions.map(({ about, of }) => `${about} ${of}`).toSorted()).toEqual(['currency mexico', 'same EUR 2018']);
  expect(left).toMatchObject({ twice: 1, ofBase: 1 });
  expect(quotes.some(({ currency }) => currency === 'EUR')).toBe(false);
});

test('small and large rates as spreadsheets write them stay exact, and what is too fine is asked about instead of rounded', () => {
  const { quotes, questions } = read('Year,Currency,Rate\n2018,VND,4.3E-5\n2018,KRW,1400.4036\n2018,IDR,1.42E4\n2018,JPY,0.0000000012');
  expect(quotes.map(({ rate }) => rate)).toEqual(['0.000043', '1400.4036', '14200']);
  expect(questions.map(({ code }) => code)).toEqual(['outcomes.rate_too_fine']);
});

// A public table that is not part of the product; where it is not at hand the test is left out, and says so by being skipped.
const shared = new URL('../../../../../../shared/data/exchange-rates__annual.csv', import.meta.url);
test.skipIf(!existsSync(shared))('the public table of annual rates is read whole (skipped where the file is not at hand)', () => {
  const table = readFileSync(shared, 'utf8');
  const { period, quotes, questions, series } = read(table, {
    answers: [{ about: 'currency', of: 'venezuela', choice: 'VES' }],
  });
  expect([period, quotes.length, questions.length, series.length]).toEqual(['year', table.trim().split('\n').length - 1, 0, 21]);
  expect(quotes.some(({ currency }) => currency === 'GBP')).toBe(false);
});

test('a head that says against what and which way is proposed, one that says neither or two different things is not', () => {
  const of = (...heads: string[]) => {
    const found = proposedBy(heads);
    return found === null ? null : [found.base, found.direction];
  };
  expect(of('Date', 'Country', 'Rate per US dollar')).toEqual(['USD', 'units_per_base']);
  expect(of('Year', 'Currency', 'US dollars per unit')).toEqual(['USD', 'base_per_unit']);
  expect(of('Period', 'CNY per EUR (average)', 'GBP per EUR (average)')).toEqual(['EUR', 'units_per_base']);
  expect(of('日期', '货币', '对美元汇率')).toEqual(['USD', null]);
  expect(of('日期', '货币', '每1欧元合')).toEqual(['EUR', 'units_per_base']);
  expect([of('Date', 'Country', 'Exchange rate'), of('Rate per dollar'), of('Rate per USD', 'Rate per EUR'), proposedBy(null)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
