import { expect, test } from 'vitest';
import { arranged, toRemind } from './answers.ts';

const waits = (key: string, under: string, day: string) => ({ key, under, at: `2026-11-${day}T08:00:00.000Z` });

test('what waits stands by city, that of the oldest first, the oldest first in each; one thing stands once', () => {
  const all = [
    waits('c', 'cork', '24'),
    waits('b', 'liverpool', '27'),
    waits('a', 'liverpool', '06'),
    waits('a', 'liverpool', '06'),
    waits('d', 'cork', '22'),
  ];
  expect(arranged(all).map(({ key }) => key)).toEqual(['a', 'b', 'd', 'c']);
  expect(arranged([])).toEqual([]);
});

test('a letter reminds of one thing three times, whoever of the office reads it on a day; then never again', () => {
  const one = [waits('a', 'x', '06')];
  const after = (times: number, lastOn: string) => toRemind(one, new Map([['a', { times, lastOn }]]), '2026-11-30').length;
  expect(toRemind(one, new Map(), '2026-11-30')).toHaveLength(1);
  expect([after(1, '2026-11-23'), after(2, '2026-11-23'), after(3, '2026-11-23')]).toEqual([1, 1, 0]);
  // The third one went out today to somebody else of the office.
  expect(after(3, '2026-11-30')).toBe(1);
});
