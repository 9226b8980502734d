import { expect, test } from 'vitest';
import { currencyCodes } from '#kernel/money.ts';
import { currencyList } from './currency-list.ts';

test('currencies are named in the language, the usual ones first', () => {
  const [en, zh] = [currencyList('en'), currencyList('zh-Hans')];
  expect(en.slice(0, 5).map(({ code }) => code)).toEqual(['GBP', 'CNY', 'USD', 'EUR', 'JPY']);
  expect(en[0]).toEqual({ code: 'GBP', name: 'British Pound' });
  expect(zh[1]).toEqual({ code: 'CNY', name: '人民币' });
  const named = en.map(({ code }) => code);
  expect(currencyCodes.filter((code) => named.includes(code))).toEqual(named.toSorted());
});

test('what is seldom used stands at the end; what has no name is offered where it is chosen already', () => {
  const list = currencyList('en', 'CHF', (code) => (code === 'AED' ? code : code === 'CHF' ? undefined : `Money of ${code}`));
  const ends = list.slice(-17).map(({ code }) => code);
  expect(ends).toContain('CHF');
  expect(list.find(({ code }) => code === 'AED')).toBe(undefined);
  expect(list.find(({ code }) => code === 'CHF')?.name).toBeNull();
  expect(ends).toContain('CLF');
  expect(ends).toContain('DEM');
});
