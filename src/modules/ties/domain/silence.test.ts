import { expect, test } from 'vitest';
import { happenedIn, isLongAgo, isPlanned, latestOf } from './silence.ts';

const on = (text: string) => ({ text, qualifier: 'exact' as const });

test('the last of what is known keeps its precision: a year is no day of it', () => {
  expect(latestOf([on('1952'), null, on('1949-03-01')])).toEqual(on('1952'));
  expect(latestOf([null])).toBeNull();
});

test('a year is long ago once its last day is', () => {
  expect([isLongAgo(on('2018'), 1, '2019-11-05'), isLongAgo(on('2018'), 1, '2020-01-01')]).toEqual([false, true]);
  expect([isLongAgo(on('2019-02-28'), 1, '2020-02-29'), isLongAgo(on('2019-02-27'), 1, '2020-02-29')]).toEqual([false, true]);
});

test('what is planned has not happened, and where something is planned nobody says that nothing follows', () => {
  const exchanges = [
    { starts: on('2019-11-01'), ends: on('2019-11-09') },
    { starts: on('2020'), ends: null },
  ];
  const agreements = [{ signedOn: on('2015'), validTo: on('2027-12') }];
  expect(happenedIn({ exchanges, agreements }, '2019-11-05').map(({ text }) => text)).toEqual(['2019-11-01', '2015']);
  expect([isPlanned(exchanges, '2019-11-05'), isPlanned(exchanges, '2020-01-01'), isPlanned([], '2019-11-05')]).toEqual([
    true,
    false,
    false,
  ]);
});
