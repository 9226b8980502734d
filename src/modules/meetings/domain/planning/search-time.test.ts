import { expect, test } from 'vitest';
import { secondsToSearch } from './search-time.ts';

test('what is read before a search and stored after it is taken off its time', () => {
  expect(secondsToSearch({ allowed: 60, read: 1, meetings: 60_000 })).toBeCloseTo(51.8);
  expect(secondsToSearch({ allowed: 10, read: 0.1, meetings: 3_000 })).toBeCloseTo(9.54);
});

test('on a machine that is slow to read more is left for storing', () => {
  expect(secondsToSearch({ allowed: 60, read: 5, meetings: 60_000 })).toBeCloseTo(40);
});

test('half of the time is for the search, however large the edition', () => {
  expect(secondsToSearch({ allowed: 10, read: 4, meetings: 60_000 })).toBe(5);
});
