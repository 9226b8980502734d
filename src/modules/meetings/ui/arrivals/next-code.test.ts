import { expect, test } from 'vitest';
import { nextCode } from './next-code.ts';

test('the next number follows the highest one of its letter and is as long as the others', () => {
  expect(nextCode(['B0009', 'B0117', 'E200', 'Bx'])).toBe('B0118');
  expect(nextCode(['B99'])).toBe('B100');
  expect(nextCode(['B99', 'E200'], 'E')).toBe('E201');
  expect(nextCode([])).toBe('B01');
});
