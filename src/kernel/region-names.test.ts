import { expect, test } from 'vitest';
import { regionName } from './region-names.ts';

test('a label of the table goes before the name that the runtime knows', () => {
  expect(['HK', 'MO', 'TW', 'FK', 'GB'].map((code) => regionName(code, 'zh-Hans'))).toEqual([
    ...['中国香港', '中国澳门', '中国台湾', '马尔维纳斯群岛（福克兰群岛）', '英国'],
  ]);
  expect(['HK', 'MO', 'TW', 'GB'].map((code) => regionName(code, 'en'))).toEqual([
    'Hong Kong, China',
    'Macao, China',
    'Taiwan, China',
    'United Kingdom',
  ]);
});

test('a place of which no country is known is told so in words', () => {
  expect([regionName('ZZ', 'en'), regionName('ZZ', 'zh-Hans')]).toEqual(['country not known', '国家（地区）不详']);
});
