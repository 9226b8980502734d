import { expect, test } from 'vitest';
import { currencyCodes } from '#kernel/money.ts';
import { currencyList } from './currency-list.ts';

test('currencies are named in the language, the usual ones first', () => {
  const [en, zh] = [currencyList('en'), currencyList('zh-Hans')];
  expect(en.slice(0, 5).map(({ code }) => code)).toEqual(['GBP', 'CNY', 'USD', 'EUR', 'JPY']);
  expect(en[0]).toEqual({ code: 'GBP', name: 'British Pound' });
  expect(zh[1]).toEqual({ code: 'CNY', name: '人民币' });
  expect(en.map(({ code }) => code).toSorted()).toEqual([...currencyCodes]);
});

test('what has no name, or is seldom used, stands at the end', () => {
  const list = currencyList('en', (code) => (code === 'AED' ? code : code === 'CHF' ? undefined : `Money of ${code}`));
  const ends = list.slice(-17).map(({ code }) => code);
  expect(ends).toContain('AED');
  expect(ends).toContain('CHF');
  expect(list.find(({ code }) => code === 'AED')?.name).toBeNull();
  expect(ends).toContain('CLF');
  expect(ends).toContain('DEM');
});
