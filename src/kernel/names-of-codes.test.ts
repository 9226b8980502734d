import { expect, test } from 'vitest';
import { countryOf } from './names-of-codes.ts';

test('a country or region is understood by code, by its label, by its short name and as the runtime calls it', () => {
  expect(['中国香港', '香港', '中国香港特别行政区', 'hk', 'Hong Kong'].map(countryOf)).toEqual(['HK', 'HK', 'HK', 'HK', 'HK']);
  expect(['中国澳门', '澳门', 'Macao'].map(countryOf)).toEqual(['MO', 'MO', 'MO']);
  expect(['中国台湾', '台湾', 'Taiwan'].map(countryOf)).toEqual(['TW', 'TW', 'TW']);
  expect(['英国', 'United Kingdom', 'UK', 'Atlantis'].map(countryOf)).toEqual(['GB', 'GB', 'GB', 'Atlantis']);
});
