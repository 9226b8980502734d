import { expect, test } from 'vitest';
import type { Qualifier } from '#kernel/money.ts';
import { contradict, plainValue, precisionRank, valueProblems, valuesAgree, type StatedValue } from './value.ts';

const date = (text: string, qualifier: 'exact' | 'about' = 'exact'): StatedValue => ({ type: 'date', date: { text, qualifier } });
const count = (value: string, qualifier: Qualifier = 'exact', unit?: string): StatedValue => ({
  type: 'count',
  count: value,
  qualifier,
  unit,
});
const money = (amount: string, currency: string, qualifier: Qualifier = 'exact'): StatedValue => ({
  type: 'money',
  amount,
  currency,
  qualifier,
});
const text = (words: Readonly<Record<string, string>>): StatedValue => ({
  type: 'text',
  text: Object.fromEntries(Object.entries(words).map(([language, said]) => [language, { text: said, origin: 'human' }])),
});
const unknown = (reason: 'unknown' | 'not_disclosed'): StatedValue => ({ type: 'unknown', reason });

test('an amount needs a currency that exists and is no finer than it', () => {
  expect([money('139', ''), money('x', 'ABC'), money('0.5', 'JPY'), money('139000000', 'GBP')].map(valueProblems)).toEqual([
    [{ path: ['currency'], code: 'evidence.currency_missing' }],
    [
      { path: ['currency'], code: 'kernel.currency_unknown' },
      { path: ['amount'], code: 'kernel.bad_decimal' },
    ],
    [{ path: ['amount'], code: 'kernel.amount_too_fine' }],
    [],
  ]);
});

test('a date exists, a count is a number, a text says something', () => {
  expect([date('1999-02-30'), count('many'), text({ en: ' ' }), text({})].map((value) => valueProblems(value)[0]?.code)).toEqual([
    'kernel.no_such_date',
    'kernel.bad_decimal',
    'kernel.required',
    'kernel.required',
  ]);
  expect([date('1999'), count('45'), text({ en: 'x' }), unknown('unknown')].flatMap(valueProblems)).toEqual([]);
});

test('figures have one writing', () => {
  expect([plainValue(money('12.50', 'GBP')), plainValue(count('300.0'))]).toEqual([money('12.5', 'GBP'), count('300')]);
});

test('1999 and a day of it agree, two days do not', () => {
  expect([valuesAgree(date('1999'), date('1999-10-18')), valuesAgree(date('1979'), date('1980-01-28'))]).toEqual([true, false]);
});

test('about 300 is 300, more than 200 is not', () => {
  expect(valuesAgree(count('300', 'about'), count('300'))).toBe(true);
  expect(valuesAgree(count('200', 'over'), count('300'))).toBe(false);
  expect(valuesAgree(count('300', 'over'), count('300'))).toBe(false);
  expect(valuesAgree(count('45', 'exact', 'deals'), count('45', 'exact', 'firms'))).toBe(false);
});

test('amounts of two currencies are never the same', () => {
  expect(valuesAgree(money('600', 'GBP'), money('600', 'CNY'))).toBe(false);
  expect(valuesAgree(money('600', 'GBP'), money('600', 'GBP', 'about'))).toBe(true);
});

test('texts differ where one language has them differ', () => {
  expect(valuesAgree(text({ en: 'Port of  Liverpool' }), text({ en: 'port of liverpool', 'zh-Hans': '利物浦港' }))).toBe(true);
  expect(valuesAgree(text({ en: 'the city' }), text({ en: 'a private owner' }))).toBe(false);
  expect(valuesAgree(text({ en: 'the city' }), text({ 'zh-Hans': '市政府' }))).toBe(true);
});

test('not knowing is not zero, and agrees with its like alone', () => {
  expect([valuesAgree(unknown('unknown'), unknown('unknown')), valuesAgree(unknown('unknown'), unknown('not_disclosed'))]).toEqual([
    true,
    false,
  ]);
  expect(valuesAgree(unknown('unknown'), count('0'))).toBe(false);
});

test('precision: a day before a month before a year, exact before about, anything before unknown', () => {
  const ranked = [unknown('unknown'), date('1999', 'about'), date('1999'), date('1999-10', 'about'), date('1999-10'), date('1999-10-18')];
  const ranks = ranked.map(precisionRank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
  expect([count('1'), count('1', 'about'), count('1', 'over'), count('1', 'planned')].map(precisionRank)).toEqual([2, 1, 0, 0]);
});

test('exact amounts and dates that do not agree contradict each other; what is meant loosely may hold the other', () => {
  const pounds = money('139000000', 'GBP');
  expect(contradict(pounds, money('140000000', 'GBP'))).toBe(true);
  expect(contradict(pounds, pounds)).toBe(false);
  for (const loose of ['about', 'nearly', 'over', 'at_least', 'up_to'] as const) {
    expect(contradict(pounds, money('140000000', 'GBP', loose)), loose).toBe(false);
    expect(contradict(money('140000000', 'GBP', loose), pounds), loose).toBe(false);
  }
  expect(contradict(pounds, money('140000000', 'CNY'))).toBe(false);
  expect([contradict(date('1980-01-28'), date('1979')), contradict(date('1979-10-18'), date('1979'))]).toEqual([true, false]);
});
