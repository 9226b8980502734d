import { expect, test } from 'vitest';
import { sentence } from './sentence.ts';

test('a count is written as a figure in either language; a year is none', () => {
  const say = (language: string) =>
    sentence({ met_other: '{{count}} in {{year}}', met: '{{year}}: {{count}}' }, language, 'met', { count: 59_975, year: 2026 });
  expect([say('en'), say('zh-Hans')]).toEqual(['59,975 in 2026', '59,975 in 2026']);
  expect(sentence({ met: '{{count}}' }, 'en', 'met', { count: 999 })).toBe('999');
});
