import { expect, test } from 'vitest';
import type { Qualifier } from '#kernel/money.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { changeBetween } from './compare.ts';

const count = (figure: string, qualifier: Qualifier = 'exact', unit?: string): StatedValue => ({
  type: 'count',
  count: figure,
  qualifier,
  ...(unit === undefined ? {} : { unit }),
});
const money = (amount: string, currency: string): StatedValue => ({ type: 'money', amount, currency, qualifier: 'exact' });
const told = (earlier: StatedValue | null, later: StatedValue | null) => {
  const { relation, percent, qualifier } = changeBetween(earlier, later);
  return percent === null ? relation : [relation, percent, qualifier];
};

test('figures that count alike have a change, rounded to a tenth of a percent, as sure as the less sure of them', () => {
  expect(told(count('3617'), count('3893'))).toEqual(['alike', 7.6, 'exact']);
  expect(told(count('300000', 'exact', 'm²'), count('360000', 'about', 'm²'))).toEqual(['alike', 20, 'about']);
  expect(told(count('300', 'nearly'), count('270'))).toEqual(['alike', -10, 'about']);
  expect(told(money('57.83', 'USD'), money('71.13', 'USD'))).toEqual(['alike', 23, 'exact']);
  expect(told(count('0'), count('4'))).toBe('alike');
});

test('days and words are stated, and are no figures to compare', () => {
  const days: StatedValue = { type: 'date', date: { text: '2019-11-05', qualifier: 'exact' } };
  expect(told(days, days)).toBe('words');
  expect(told(days, null)).toBe('missing');
});

test('one bound makes a bound of the change, two say nothing of it', () => {
  expect(told(count('100'), count('120', 'over'))).toEqual(['bound', 20, 'at_least']);
  expect(told(count('100', 'at_least'), count('120'))).toEqual(['bound', 20, 'up_to']);
  expect(told(count('100'), count('120', 'up_to'))).toEqual(['bound', 20, 'up_to']);
  expect(told(count('100', 'up_to'), count('120'))).toEqual(['bound', 20, 'at_least']);
  expect(told(count('100', 'up_to'), count('120', 'over'))).toEqual(['bound', 20, 'at_least']);
  expect(told(count('100', 'over'), count('120', 'up_to'))).toEqual(['bound', 20, 'up_to']);
  expect(told(count('800000', 'over'), count('910000', 'at_least'))).toBe('bounds');
});

test('what is planned, measured otherwise or not stated is not compared', () => {
  expect(told(count('100'), count('120', 'planned'))).toBe('planned');
  expect(told(money('5', 'USD'), money('6', 'CNY'))).toBe('units');
  expect(told(count('5'), null)).toBe('missing');
  expect(told(count('5'), { type: 'unknown', reason: 'unknown' })).toBe('missing');
});
