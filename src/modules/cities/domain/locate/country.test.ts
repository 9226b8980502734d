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
  ['Großbritannien', ['GB'], 'other_language'],
  ['Tschech. Republik', ['CZ'], 'other_language'],
  ['Österr.', ['AT'], 'other_language'],
  ['Dominik. Rep.', ['DO'], 'other_words'],
  ['한국', ['KR'], 'other_language'],
  ['Korea (Süd)', ['KR'], 'other_words'],
  ['Korea (Nord)', ['KP'], 'other_words'],
  ['Korea, North', ['KP'], 'other_language'],
  ['V.R. China', ['CN'], 'other_language'],
  ['République de Pologne', ['PL'], 'other_words'],
  ['Federal Republic of Nigeria', ['NG'], 'other_words'],
  ['Republic of the Philippines', ['PH'], 'other_words'],
  ['波兰共和国', ['PL'], 'other_words'],
  ['德意志联邦共和国', ['DE'], 'other_language'],
  ['République de Chine', [], null],
  ['Congo (Kinshasa)', ['CD'], null],
  ['polnisch', ['PL'], 'other_words'],
  ['французский', ['FR'], 'other_words'],
  ['PL', ['PL'], null],
  ['I', ['IT'], null],
  ['Frankrijk', ['FR'], 'other_language'],
  ['Ufaransa', ['FR'], 'other_language'],
  ['Europe', [], null],
  ['Asien', [], null],
  ['various', [], null],
  ['Nordland', [], null],
  ['Slowak. Rep.', ['SK'], 'other_words'],
  ['Bosnien-Herzeg.', ['BA'], 'other_words'],
  ['GB', ['GB'], null],
  ['U.K.', ['GB'], null],
  ['ehem. Jugoslawien', ['RS', 'HR', 'SI', 'BA', 'MK', 'ME', 'XK'], 'other_words'],
  ['Ex-Yougoslavie', ['RS', 'HR', 'SI', 'BA', 'MK', 'ME', 'XK'], 'other_words'],
  ['前苏联的', [], null],
  ['前南斯拉夫', ['RS', 'HR', 'SI', 'BA', 'MK', 'ME', 'XK'], 'other_words'],
  ['Deutschland (DDR)', ['DE'], 'other_words'],
  ['Japan (日本)', ['JP'], 'other_words'],
  ['日本 Japan', ['JP'], 'other_words'],
  ['PR China', ['CN'], null],
  ['The Gambia', ['GM'], null],
  ['Rep. of Moldova', ['MD'], 'other_words'],
  ['Bulgarie', ['BG'], 'other_language'],
  ['Wielka Brytania', ['GB'], 'other_language'],
  ['Niem.', ['DE'], 'other_words'],
  ['ドイツ連邦共和国', ['DE'], 'other_language'],
  ['中華民国', ['TW'], 'other_language'],
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
