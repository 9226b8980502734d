import { expect, test } from 'vitest';
import {
  agrees,
  boundsOf,
  compareDates,
  contains,
  dateExists,
  isDateShaped,
  precisionOf,
  type DateQualifier,
  type FlexDate,
} from './flex-date.ts';

const date = (text: string, qualifier: DateQualifier = 'exact') => ({ text, qualifier });

test('a date exists when its month and day do', () => {
  expect(['1999', '1999-10', '1999-10-18', '2000-02-29', '1000', '2199-12-31'].every(dateExists)).toBe(true);
  expect(
    ['1999-13', '1999-00', '1999-02-29', '1900-02-29', '1999-04-31', '1999-10-00', '0999', '2200', '99', '1999-1', ''].some(dateExists),
  ).toBe(false);
  expect([isDateShaped('1999-02-30'), isDateShaped('1999-2-3')]).toEqual([true, false]);
});

test('a date knows how precise it is', () => {
  expect(['1999', '1999-10', '1999-10-18'].map((text) => precisionOf({ text }))).toEqual(['year', 'month', 'day']);
});

test('bounds are the first and last day it can mean, both inclusive', () => {
  expect([boundsOf(date('1999')), boundsOf(date('2000-02')), boundsOf(date('1999-10-18'))]).toEqual([
    { from: '1999-01-01', to: '1999-12-31' },
    { from: '2000-02-01', to: '2000-02-29' },
    { from: '1999-10-18', to: '1999-10-18' },
  ]);
  expect([boundsOf(date('1999', 'before')), boundsOf(date('1999-12', 'after')), boundsOf(date('2000-03-01', 'before'))]).toEqual([
    { from: null, to: '1998-12-31' },
    { from: '2000-01-01', to: null },
    { from: null, to: '2000-02-29' },
  ]);
  expect(boundsOf(date('1980', 'about'))).toEqual({ from: '1980-01-01', to: '1980-12-31' });
});

test('dates of different precision agree when one lies in the other', () => {
  expect(agrees(date('1999'), date('1999-10-18'))).toBe(true);
  expect(agrees(date('1999-10'), date('1999-10-18'))).toBe(true);
  expect(agrees(date('1979'), date('1980-01-28'))).toBe(false);
  expect(agrees(date('1999-10-18'), date('1999-10-19'))).toBe(false);
});

test('a qualified date agrees with what it does not exclude', () => {
  expect(agrees(date('1980', 'about'), date('1979'))).toBe(true);
  expect(agrees(date('1980', 'about'), date('1978'))).toBe(false);
  expect(agrees(date('1999-12-31', 'about'), date('2000-01-01'))).toBe(true);
  expect(agrees(date('1999-12', 'about'), date('2000-01-31'))).toBe(true);
  expect(agrees(date('1980', 'before'), date('1980-01-28'))).toBe(false);
  expect(agrees(date('1980', 'before'), date('1979'))).toBe(true);
  expect(agrees(date('1980', 'after'), date('1979', 'before'))).toBe(false);
});

test('a date contains another where whatever that can mean is meant by it, too', () => {
  const held = (wide: FlexDate, fine: FlexDate) => [contains(wide, fine), contains(fine, wide)];
  expect(held(date('1999'), date('1999-10-18'))).toEqual([true, false]);
  expect(held(date('1999'), date('1999'))).toEqual([true, true]);
  expect(held(date('1999', 'about'), date('1999'))).toEqual([true, false]);
  expect(held(date('1999', 'about'), date('2000-12-31'))).toEqual([true, false]);
  expect(held(date('1999'), date('1999-12', 'about'))).toEqual([false, false]);
  expect(held(date('2000', 'before'), date('1999'))).toEqual([true, false]);
  expect(held(date('1999', 'after'), date('1999', 'before'))).toEqual([false, false]);
});

test('order is by the first day, the more precise first', () => {
  const dates = [date('2000'), date('1999'), date('1999-10-18'), date('1999', 'before'), date('1999-01-01'), date('1998', 'after')];
  expect([...dates].sort(compareDates).map(({ text, qualifier }) => `${qualifier} ${text}`)).toEqual([
    'before 1999',
    'exact 1999-01-01',
    'after 1998',
    'exact 1999',
    'exact 1999-10-18',
    'exact 2000',
  ]);
});
