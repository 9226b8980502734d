import { expect, test } from 'vitest';
import { isCountry, isLanguageTag, spokenLanguage } from './codes.ts';

test('knows countries by their assigned capital codes alone', () => {
  expect(['GB', 'CN', 'US', 'SS'].every(isCountry)).toBe(true);
  expect(['gb', 'UK', 'EU', 'ZZ', 'XA', '', 'GBR'].some(isCountry)).toBe(false);
});

test('knows languages by their tag', () => {
  expect(['en', 'zh-Hans', 'pt-BR', 'yue'].every(isLanguageTag)).toBe(true);
  expect(['', 'EN', 'qqq', 'und', 'en_GB', 'en-', 'zh-Hans-'].some(isLanguageTag)).toBe(false);
});

test('a script or a region makes no other language of one that is spoken', () => {
  expect(['zh', 'zh-Hans', 'zh-CN', 'zh-Hant-TW', 'en-US', 'yue', 'soon'].map(spokenLanguage)).toEqual([
    'zh',
    'zh',
    'zh',
    'zh',
    'en',
    'yue',
    'soon',
  ]);
});
