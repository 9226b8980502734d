import { expect, test } from 'vitest';
import { isLongAgo, latestOf } from './silence.ts';

const on = (text: string) => ({ text, qualifier: 'exact' as const });

test('the last of what is known keeps its precision: a year is no day of it', () => {
  expect(latestOf([on('1952'), null, on('1949-03-01')])).toEqual(on('1952'));
  expect(latestOf([null])).toBeNull();
});

test('a year is long ago once its last day is', () => {
  expect([isLongAgo(on('2018'), 1, '2019-11-05'), isLongAgo(on('2018'), 1, '2020-01-01')]).toEqual([false, true]);
  expect([isLongAgo(on('2019-02-28'), 1, '2020-02-29'), isLongAgo(on('2019-02-27'), 1, '2020-02-29')]).toEqual([false, true]);
});
