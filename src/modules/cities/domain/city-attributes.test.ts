import { expect, test } from 'vitest';
import { cityValueProblems, isTimeZone } from './city-attributes.ts';

const people = (count: string) => ({ type: 'count' as const, count, qualifier: 'exact' as const });
const text = (words: string) => ({ type: 'text' as const, text: { en: { text: words, origin: 'human' as const } } });
const codes = (...asked: Parameters<typeof cityValueProblems>) => cityValueProblems(...asked).map(({ path, code }) => [...path, code]);

test('people are counted in whole numbers', () => {
  expect(codes('population', people('498042'))).toEqual([]);
  expect(codes('population', people('498042.0'))).toEqual([]);
  expect(codes('population', people('0.5'))).toEqual([['count', 'cities.people_are_whole']]);
  expect(codes('population', people('-3'))).toEqual([['count', 'cities.people_are_whole']]);
  expect(codes('population', text('many'))).toEqual([['type', 'cities.value_misfits']]);
  expect(codes('port', people('3'))).toEqual([['type', 'cities.value_misfits']]);
  expect(codes('population', { type: 'unknown', reason: 'unknown' })).toEqual([]);
});

test('a time zone is one of the IANA database', () => {
  expect(['Asia/Shanghai', 'Europe/London', 'Europe/Londen', 'UTC+8', 'CET', ''].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(codes('time_zone', text('Asia/Shanghai'))).toEqual([]);
  expect(codes('time_zone', text('Shanghai time'))).toEqual([['text', 'cities.zone_unknown']]);
});
