import { expect, test } from 'vitest';
import { wholeOf } from './local-problems.ts';

test('a number goes to the server as it was typed, however great or small; what is none is refused there as none', () => {
  expect(['40', ' ４０ ', '999999999', '-3'].map(wholeOf)).toEqual([40, 40, 999_999_999, -3]);
  for (const text of ['ten', '4.5', '4,5', '1e3', '9'.repeat(16)]) expect(Number.isInteger(wholeOf(text))).toBe(false);
});
