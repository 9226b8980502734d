import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTimeZone } from './time-zone.ts';
import { clockMeaning, daysBetween, editionSpan, venueClock } from './venue-time.ts';

const utc = (text: string) => Date.parse(text);

test('reads a clock time of a zone without summer time', () => {
  expect(clockMeaning('Asia/Shanghai', { date: '2019-11-06', time: '09:30' })).toEqual({ kind: 'once', at: utc('2019-11-06T01:30:00Z') });
});

test('says that the clock jumps over a time when summer time begins', () => {
  expect(clockMeaning('Europe/London', { date: '2024-03-31', time: '01:30' })).toEqual({
    kind: 'skipped',
    at: utc('2024-03-31T01:30:00Z'),
  });
});

test('says that the clock shows a time twice when summer time ends', () => {
  expect(clockMeaning('America/Los_Angeles', { date: '2024-11-03', time: '01:30' })).toEqual({
    kind: 'twice',
    at: utc('2024-11-03T08:30:00Z'),
    again: utc('2024-11-03T09:30:00Z'),
  });
});

test('shows the venue clock of an instant', () => {
  expect(venueClock('Asia/Shanghai', utc('2019-11-05T16:05:59Z'))).toEqual({ date: '2019-11-06', time: '00:05' });
});

test('counts days over a month and a leap day', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysBetween('2024-03-01', '2024-02-28')).toEqual([]);
});

test('spans an edition from its first midnight to the one after its last, also where a day has 25 hours or no midnight', () => {
  expect(editionSpan({ timeZone: 'Asia/Shanghai', firstDay: '2019-11-05', lastDay: '2019-11-10' })).toEqual({
    start: utc('2019-11-04T16:00:00Z'),
    end: utc('2019-11-10T16:00:00Z'),
  });
  const autumn = editionSpan({ timeZone: 'America/Los_Angeles', firstDay: '2024-11-03', lastDay: '2024-11-03' });
  expect((autumn.end - autumn.start) / 3_600_000).toBe(25);
  // Beirut's clocks went from 23:59 to 01:00.
  expect(editionSpan({ timeZone: 'Asia/Beirut', firstDay: '2022-03-27', lastDay: '2022-03-27' }).start).toBe(utc('2022-03-26T22:00:00Z'));
});

test('knows zones by their IANA name and takes no bare offset', () => {
  expect(['Asia/Shanghai', 'Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'].every(isTimeZone)).toBe(true);
  expect(['+08:00', 'Asia/Nowhere', '', '../etc', 'Asia/'].some(isTimeZone)).toBe(false);
});

test('an instant read off the clock and back is the same, up to the hour shown twice', () => {
  const zones = ['Asia/Shanghai', 'Europe/London', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'];
  const minutes = fc.integer({ min: utc('2015-01-01T00:00:00Z') / 60_000, max: utc('2030-01-01T00:00:00Z') / 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const at = minute * 60_000;
      const meaning = clockMeaning(zone, venueClock(zone, at));
      return meaning.kind !== 'skipped' && (meaning.at === at || (meaning.kind === 'twice' && meaning.again === at));
    }),
  );
});
