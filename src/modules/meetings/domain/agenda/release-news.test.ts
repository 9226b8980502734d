import { expect, test } from 'vitest';
import { newsLines, type AgendaChange } from './release-news.ts';

const name = (text: string) => ({ en: { text, origin: 'human' as const } });
const at = (hour: number) => ({
  start: Date.UTC(2026, 10, 6, hour),
  end: Date.UTC(2026, 10, 6, hour, 30),
  place: { id: `t${hour}`, kind: 'table' as const, code: String(hour), hall: '' },
});
const added = (own: string, hour: number): AgendaChange => ({
  ...{ kind: 'added', own, offices: [], with: [{ name: name('Oak'), code: `B${hour}` }], before: null, after: at(hour) },
});
const sides = new Map([
  ['y', { name: name('Yew'), code: 'E10' }],
  ['x', { name: name('Fir'), code: 'E2' }],
]);
const told = { timeZone: 'UTC', sides, isFirst: true };

test('whoever acts for several reads them by code, each with its meetings in the order of their times', () => {
  const news = newsLines('en', [added('y', 1), added('x', 2), added('y', 3)], told);
  expect(news.split('\n').filter((line) => line !== '')).toEqual([
    'Fir (E2):',
    '- Oak (B2): Fri 6 November 02:00, table 2',
    'Yew (E10):',
    '- Oak (B1): Fri 6 November 01:00, table 1',
    '- Oak (B3): Fri 6 November 03:00, table 3',
    'All times are UTC time, as at the venue.',
  ]);
});

test('of more than a letter holds it is said how many meetings are left out', () => {
  const many = Array.from({ length: 81 }, (_, n) => added('x', n % 24));
  expect(newsLines('en', many, told)).toContain('- and 21 more meetings, on the page below');
  expect(newsLines('zh-Hans', many.slice(0, 61), told)).toContain('- 另有1场洽谈，见以下页面');
});
