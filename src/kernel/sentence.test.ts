import { expect, test } from 'vitest';
import { sentence } from './sentence.ts';

test('whatever counts is written as a figure in either language; a year and a row of a sheet count nothing', () => {
  const say = (language: string) =>
    sentence({ met_other: '{{count}} in {{year}}', met: '{{year}}: {{count}}' }, language, 'met', { count: 59_975, year: 2026 });
  expect([say('en'), say('zh-Hans')]).toEqual(['59,975 in 2026', '59,975 in 2026']);
  expect(sentence({ met: '{{count}}' }, 'en', 'met', { count: 999 })).toBe('999');
  const read = { read: 'Import {{participants}} and {{requests}}, from row {{row}}' };
  expect(sentence(read, 'en', 'read', { participants: 3000, requests: 12, row: 1204 })).toBe('Import 3,000 and 12, from row 1204');
});
