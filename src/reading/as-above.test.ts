import { expect, test } from 'vitest';
import { isAsAbove, meantBelow } from './as-above.ts';

test('a cell that says “as above” means the nearest cell above that says something', () => {
  expect(meantBelow(['1988年', '同上', '', ' 〃 ', 'Ditto', '1990', '"'])).toEqual([
    '1988年',
    '1988年',
    '',
    '1988年',
    '1988年',
    '1990',
    '1990',
  ]);
});

test('with nothing above it, it stays what it is; words that hold it are no sign of it', () => {
  expect(meantBelow(['同上', '1988'])).toEqual(['同上', '1988']);
  for (const cell of ['', 'do', 'Idem Ltd', '同上海', '-', 'so']) expect(isAsAbove(cell), cell).toBe(false);
});
