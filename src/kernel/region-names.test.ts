import { expect, test } from 'vitest';
import { regionName } from './region-names.ts';

test('a label of the table goes before the name that the runtime knows', () => {
  expect(['HK', 'MO', 'TW', 'GB'].map((code) => regionName(code, 'zh-Hans'))).toEqual(['中国香港', '中国澳门', '中国台湾', '英国']);
  expect(['HK', 'MO', 'TW', 'GB'].map((code) => regionName(code, 'en'))).toEqual([
    'Hong Kong, China',
    'Macao, China',
    'Taiwan, China',
    'United Kingdom',
  ]);
});
