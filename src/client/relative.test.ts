import { expect, test } from 'vitest';
import type { Language } from '#kernel/language.ts';
import { relative } from './relative.ts';

const zone = 'Asia/Shanghai';
const said = (language: Language, instant: string, now: string, here = zone) => relative(language, { instant, now, zone }, here);
const start = '2019-11-06T02:50:00Z';

test('a time is told relative to now in the largest unit that fits', () => {
  expect(said('en', '2019-11-06T02:56:00Z', start)).toBe('in 6 minutes');
  expect(said('en', '2019-11-06T08:50:00Z', start)).toBe('in 6 hours');
  expect(said('zh-Hans', '2019-11-05T02:50:00Z', start)).toBe('昨天');
  expect([said('en', start, start), said('zh-Hans', start, start)]).toEqual(['just now', '刚刚']);
});

test('from one day to another the days of the calendar at the venue are counted, not the hours', () => {
  const night = '2026-11-25T17:35:00Z';
  const afternoon = '2026-11-27T06:15:00Z';
  expect([said('en', afternoon, night), said('zh-Hans', afternoon, night)]).toEqual(['tomorrow', '明天']);
  expect(said('en', '2026-11-26T02:00:00Z', '2026-11-25T12:00:00Z')).toBe('tomorrow');
});

test('whoever reads it where another number of days lies between reads the day at the venue', () => {
  const [morning, night] = ['2026-11-27T01:00:00Z', '2026-11-25T17:35:00Z'];
  expect(said('en', morning, night, 'Europe/London')).toBe('Friday 27 November');
  expect(said('zh-Hans', morning, night, 'Europe/London')).toBe('11月27日，星期五');
  expect(said('en', morning, '2026-11-26T02:00:00Z', 'Europe/London')).toBe('tomorrow');
});

test('a few hours stay hours over midnight', () => {
  expect(said('en', '2026-11-25T18:30:00Z', '2026-11-25T14:00:00Z', 'America/Lima')).toBe('in 5 hours');
});
