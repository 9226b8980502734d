import { expect, test } from 'vitest';
import { nameOf, nameProblems, sortNameOf, type CityName } from './city.ts';
import { slugChoice, slugOf } from './slug.ts';

const name = (language: string, text: string, kind: CityName['kind'] = 'official'): CityName => ({ language, text, kind, origin: 'human' });

test('the official name goes before a short one, a former one is no name of today', () => {
  const names = [name('en', 'Canton', 'former'), name('zh-Hans', '穗', 'short'), name('zh-Hans', '广州'), name('en', 'Guangzhou')];
  expect(nameOf(names)).toEqual({ 'zh-Hans': { text: '广州', origin: 'human' }, en: { text: 'Guangzhou', origin: 'human' } });
  expect(sortNameOf(names)).toBe('guangzhou');
});

test('all problems of names are told at once, each at its place', () => {
  expect(nameProblems([name('en', 'Cork'), name('en', 'Cork'), name('en', 'Corke'), name('ga', 'Corcaigh', 'short')])).toEqual([
    { path: ['names', 1, 'text'], code: 'cities.name_twice' },
    { path: ['names', 2, 'language'], code: 'cities.official_twice', params: { language: 'en' } },
  ]);
  expect(nameProblems([name('en', 'Cork', 'short')])).toEqual([{ path: ['names'], code: 'cities.name_missing' }]);
});

test('an address is made of a Latin name and the country', () => {
  expect(slugOf([name('zh-Hans', '上海'), name('en', 'Shanghai')], 'CN')).toBe('shanghai-cn');
  expect(slugOf([name('de', 'Köln')], 'DE')).toBe('koln-de');
  expect(slugOf([name('en', "St. John's")], 'CA')).toBe('st-johns-ca');
  expect(slugOf([name('zh-Hans', '上海')], 'CN')).toBe('city-cn');
  expect([1, 2].map((n) => slugChoice('liverpool-us', n))).toEqual(['liverpool-us', 'liverpool-us-2']);
});
