import { expect, test } from 'vitest';
import { typedCount } from './typed-count.ts';

test.for([
  ['24870895', '24870895'],
  ['24,870,895', '24870895'],
  ['24 870 895人', '24870895'],
  ['24,870', '24870'],
  ['2487万', '24870000'],
  ['2487.09万', '24870900'],
  ['2.1 million', '2100000'],
  ['486,100 inhabitants', '486100'],
  ['0.5亿', '50000000'],
])('%s people are %s', ([typed, count]) => {
  expect(typedCount(typed ?? '').count).toBe(count);
});

test('a word says how it is meant; what is no count stays as it was typed, to be refused', () => {
  expect(typedCount('约2487万人')).toEqual({ count: '24870000', qualifier: 'about' });
  expect(typedCount('many')).toEqual({ count: 'many', qualifier: null });
  expect(typedCount('£300')).toEqual({ count: '£300', qualifier: null });
});
