import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCountry } from './country.ts';

test.each([
  ['Germany', ['DE'], null],
  ['Turkey', ['TR'], null],
  ['Kosovo', ['XK'], null],
  ['中国', ['CN'], null],
  ['Deutschland', ['DE'], 'other_language'],
  ['Island', ['IS'], 'other_language'],
  ['Kazakhstah', ['KZ'], 'misspelt'],
  ['Grece', ['GR'], 'other_language'],
  ['in Italy', ['IT'], 'other_words'],
  ['Georgia (country)', ['GE'], 'other_words'],
  ['Georgia', ['GE', 'US'], null],
  ['Congo', ['CG', 'CD'], null],
  ['UK', ['GB'], null],
  ['uk', ['GB'], null],
  ['in', [], null],
  ['S. Korea', ['KR'], null],
  ['Rep. of Ireland', ['IE'], 'other_words'],
  ['P.R. China', ['CN'], null],
  ['大韩民国', ['KR'], null],
  ['俄罗斯联邦', ['RU'], null],
  ['England', ['GB'], 'part_of_country'],
  ['England, United Kingdom', ['GB'], 'part_of_country'],
  ['Ohio, United States', ['US'], 'part_of_country'],
  ['Tinn, Norway', ['NO'], 'part_of_country'],
  ['Réunion, France', ['RE'], 'part_of_country'],
  ['Atlantis', [], null],
  ['', [], null],
])('“%s” means %o (%s)', (written, codes, correction) => {
  expect(readCountry(written)).toMatchObject({ codes, correction });
});

test('a region that is written with its country is kept, and a territory stands for itself', () => {
  expect(readCountry('Lower Saxony, Germany').region).toEqual({ country: 'DE', code: '06' });
  expect(readCountry('Scotland').region).toEqual({ country: 'GB', code: 'SCT' });
  expect(readCountry('Réunion, France').isTerritory).toBe(true);
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => readCountry(text).codes.every((code) => code.length === 2)),
  );
});
