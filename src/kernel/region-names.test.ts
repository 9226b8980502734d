import { expect, test } from 'vitest';
import { regionName } from './region-names.ts';

const labels = { DE: { en: { text: 'Germany (Federal Republic)', origin: 'human' as const } } };

test('a label of the policy goes before the name that the runtime knows, in its own language alone', () => {
  expect(regionName('DE', 'en', labels)).toBe('Germany (Federal Republic)');
  expect(regionName('DE', 'zh-Hans', labels)).toBe('德国');
  expect(regionName('GB', 'en', labels)).toBe('United Kingdom');
});

test('a place of which no country is known is told so in words', () => {
  expect([regionName('ZZ', 'en', {}), regionName('ZZ', 'zh-Hans', {})]).toEqual(['country not known', '国家（地区）不详']);
});
