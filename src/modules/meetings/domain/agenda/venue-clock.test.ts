import { expect, test } from 'vitest';
import { clockAt, dayAt, instantText, minuteOfDay } from './venue-clock.ts';

test('shows the clock and the day of the venue', () => {
  const late = Date.UTC(2019, 10, 5, 17, 30);
  expect([dayAt(late, 'Asia/Shanghai'), clockAt(late, 'Asia/Shanghai'), minuteOfDay(late, 'Asia/Shanghai')]).toEqual([
    '2019-11-06',
    '01:30',
    90,
  ]);
  expect([dayAt(late, 'Europe/London'), clockAt(late, 'Europe/London')]).toEqual(['2019-11-05', '17:30']);
  expect(instantText(late)).toBe('2019-11-05T17:30:00Z');
});

test('on a day of a clock change no two instants share a minute', () => {
  const before = Date.UTC(2019, 9, 27, 0, 30);
  expect([clockAt(before, 'Europe/London'), clockAt(before + 3_600_000, 'Europe/London')]).toEqual(['01:30', '01:30']);
  expect(minuteOfDay(before + 3_600_000, 'Europe/London') - minuteOfDay(before, 'Europe/London')).toBe(60);
});
