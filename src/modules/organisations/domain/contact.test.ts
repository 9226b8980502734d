import { expect, test } from 'vitest';
import { contactProblems } from './contact.ts';

test('refuses a last day before the first', () => {
  expect(contactProblems({ fromDate: '2020-05-01', toDate: '2020-04-30' })).toEqual([
    { path: ['toDate'], code: 'organisations.post_ends_before_start', params: { from: '2020-05-01' } },
  ]);
});

test('accepts one day, and dates that are not known', () => {
  expect(contactProblems({ fromDate: '2020-05-01', toDate: '2020-05-01' })).toEqual([]);
  expect(contactProblems({ fromDate: null, toDate: '2020-05-01' })).toEqual([]);
});
