import { expect, test } from 'vitest';
import { clocksDiffer, dayOf, formatsOf } from './formats.ts';

const en = formatsOf('en');
const zh = formatsOf('zh-Hans');

const start = '2019-11-06T02:50:00Z';
const zone = 'Asia/Shanghai';

test('an instant is written in the zone of the venue', () => {
  expect(en.time(start, zone)).toBe('10:50');
  expect(en.span(start, '2019-11-06T03:10:00Z', zone)).toBe('10:50–11:10');
  expect(zh.span(start, '2019-11-06T03:10:00Z', zone)).toBe('10:50—11:10');
});

test('a date is written for reading, for tables and as a day of the week', () => {
  expect([en.date(start, zone), en.date(start, zone, 'table'), en.date(start, zone, 'day'), en.date(start, zone, 'short')]).toEqual([
    '6 November 2019',
    '6 Nov 2019',
    'Wednesday 6 November',
    '6 Nov',
  ]);
  expect([zh.date(start, zone), zh.date(start, zone, 'table'), zh.date(start, zone, 'day'), zh.date(start, zone, 'short')]).toEqual([
    '2019年11月6日',
    '2019年11月6日',
    '11月6日，星期三',
    '11月6日',
  ]);
});

test('the day of an instant is that of its zone', () => {
  expect([dayOf('2019-11-06T17:00:00Z', zone), dayOf('2019-11-06T17:00:00Z', 'Europe/London')]).toEqual(['2019-11-07', '2019-11-06']);
});

test('a calendar day has no zone that could move it', () => {
  expect(en.day('2019-11-06')).toBe('6 November 2019');
});

test('numbers, lists and durations follow the language', () => {
  expect([en.number(3617), en.list(['a', 'b', 'c']), zh.list(['甲', '乙', '丙'])]).toEqual(['3,617', 'a, b and c', '甲、乙和丙']);
  expect([en.duration(41), zh.duration(41), en.duration(200)]).toEqual(['41 secs', '41秒', '3 mins 20 secs']);
});

test('clocks differ only where the reader would see another time', () => {
  expect(clocksDiffer(start, zone, 'Asia/Singapore')).toBe(false);
  expect(clocksDiffer(start, zone, 'Europe/London')).toBe(true);
});
