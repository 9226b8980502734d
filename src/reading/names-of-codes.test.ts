import { expect, test } from 'vitest';
import { countryOf, languagesOf } from './names-of-codes.ts';

test('a country or region is understood by code, by its label, by its short name and as the runtime calls it', () => {
  expect(['中国香港', '香港', '中国香港特别行政区', 'hk', 'Hong Kong'].map(countryOf)).toEqual(['HK', 'HK', 'HK', 'HK', 'HK']);
  expect(['中国澳门', '澳门', 'Macao'].map(countryOf)).toEqual(['MO', 'MO', 'MO']);
  expect(['中国台湾', '台湾', 'Taiwan'].map(countryOf)).toEqual(['TW', 'TW', 'TW']);
  expect(['英国', 'United Kingdom', 'UK', 'Atlantis'].map(countryOf)).toEqual(['GB', 'GB', 'GB', 'Atlantis']);
});

test('the names that lists use are understood beside the newer ones of the runtime, whatever their accents', () => {
  expect(['Turkey', 'Türkiye', 'Ivory Coast', 'Côte d’Ivoire', 'Myanmar', 'Republic of Ireland', 'The Gambia'].map(countryOf)).toEqual([
    ...['TR', 'TR', 'CI', 'CI', 'MM', 'IE', 'GM'],
  ]);
  expect(['Saint Vincent and the Grenadines', 'St. Lucia', 'Trinidad & Tobago', 'Åland Islands', 'Reunion'].map(countryOf)).toEqual([
    ...['VC', 'LC', 'TT', 'AX', 'RE'],
  ]);
});

test('a language is one however its tag or name is written: two who speak it understand each other', () => {
  const read = [
    'zh-CN',
    'zh-Hans',
    'EN-GB',
    'en_US',
    '简体中文',
    'Simplified Chinese',
    '普通话',
    'Mandarin',
    '粤语',
    'Cantonese',
    '中英文',
  ].map(languagesOf);
  expect(read).toEqual([['zh'], ['zh'], ['en'], ['en_US'], ['zh'], ['zh'], ['zh'], ['zh'], ['yue'], ['yue'], ['zh', 'en']]);
});
