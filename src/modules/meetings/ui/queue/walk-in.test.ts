import { expect, test } from 'vitest';
import { codesIn, nextCode } from './walk-in.ts';

test('the next number follows the highest one and is as long as the others', () => {
  expect(nextCode(['B0009', 'B0117', 'E200', 'Bx'])).toBe('B0118');
  expect(nextCode(['B99'])).toBe('B100');
  expect(nextCode([])).toBe('B01');
});

test('codes are read however they are typed, each once', () => {
  expect(codesIn(' e07, Ｅ１２；E07、e3 ')).toEqual(['E07', 'E12', 'E3']);
  expect(codesIn('  ')).toEqual([]);
});
