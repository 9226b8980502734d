import { expect, test } from 'vitest';
import { firstFew } from './first-few.ts';

test('of many words the first stand without the “and” that would make one of them the last', () => {
  const all = (words: readonly string[]) => new Intl.ListFormat('en-GB').format(words);
  expect(firstFew(['B01', 'B02', 'B05'], 3, 'en', all)).toBe('B01, B02 and B05');
  expect(firstFew(['B01', 'B02', 'B05', 'B07'], 3, 'en', all)).toBe('B01, B02, B05 …');
  expect(firstFew(['甲', '乙', '丙'], 2, 'zh-Hans', all)).toBe('甲、乙…');
});
