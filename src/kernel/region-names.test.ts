import { expect, test } from 'vitest';
import { languageName, regionName, withLabels, type RegionLabels } from './region-names.ts';

const labels = { DE: { en: { text: 'Germany (Federal Republic)', origin: 'human' as const } } };

test('a label of the policy goes before the name that the runtime knows, in its own language alone', () => {
  expect(regionName('DE', 'en', labels)).toBe('Germany (Federal Republic)');
  expect(regionName('DE', 'zh-Hans', labels)).toBe('德国');
  expect(regionName('GB', 'en', labels)).toBe('United Kingdom');
});

test('a place of which no country is known is told so in words', () => {
  expect([regionName('ZZ', 'en', {}), regionName('ZZ', 'zh-Hans', {})]).toEqual(['country not known', '国家（地区）不详']);
});

const label = (en: string, zh: string) => ({
  en: { text: en, origin: 'human' as const },
  'zh-Hans': { text: zh, origin: 'human' as const },
});
const presets: RegionLabels = {
  FK: { 'zh-Hans': label('', '马尔维纳斯群岛（福克兰群岛）')['zh-Hans'] },
  HK: label('Hong Kong, China', '中国香港'),
  TW: label('Taiwan, China', '中国台湾'),
};

test('a country inside the name of a currency is called by its label, and a label that holds its usual name leaves it as it is', () => {
  expect(withLabels('福克兰群岛镑', 'zh-Hans', presets)).toBe('马尔维纳斯群岛镑');
  expect(withLabels('Falkland Islands Pound', 'en', presets)).toBe('Falkland Islands Pound');
  expect(['New Taiwan Dollar', 'Hong Kong Dollar'].map((name) => withLabels(name, 'en', presets))).toEqual([
    'New Taiwan Dollar',
    'Hong Kong Dollar',
  ]);
  expect(withLabels('Danish Krone', 'en', { DK: label('Kingdom of Denmark', '丹麦王国') })).toBe('Danish Krone');
});

test('a country in brackets behind a language bears its label; without labels it is left out', () => {
  expect(languageName('zh-TW', 'en', presets)).toBe('Chinese (Taiwan, China)');
  expect(languageName('zh-Hant-TW', 'zh-Hans', presets)).toBe('中文（繁体，中国台湾）');
  expect(languageName('en-FK', 'zh-Hans', presets)).toBe('英语（马尔维纳斯群岛）');
  expect([languageName('zh-Hant-TW', 'zh-Hans'), languageName('en-FK', 'en')]).toEqual(['繁体中文', 'English']);
});

test('a language has the name that people use for it, and what is no tag stays', () => {
  expect([languageName('nb', 'en', {}), languageName('nb', 'zh-Hans'), languageName('no tag', 'en')]).toEqual([
    'Norwegian',
    '挪威语',
    'no tag',
  ]);
});
