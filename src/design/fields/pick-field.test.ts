import { expect, test } from 'vitest';
import { languages } from '#kernel/language.ts';
import { regionName } from '#kernel/region-names.ts';
import { zoneName, zoneWords } from '#kernel/zone-names.ts';
import { keyedBy, meantIn } from './pick-field.tsx';

const countries = keyedBy(
  ['BE', 'CN', 'DE', 'HK', 'NL'].map((value) => ({
    value,
    text: regionName(value, 'en', {}),
    also: [value, ...languages.map((language) => regionName(value, language, {}))].join(' '),
  })),
);
const country = (typed: string) => meantIn(countries, typed)?.value;

test('a name or a code typed in full is meant though others hold it, in either language', () => {
  expect([country('China'), country('中国'), country('cn'), country('belg')]).toEqual(['CN', 'CN', 'CN', 'BE']);
});

test('what matches nothing, or several, or is empty, is nobody’s choice', () => {
  expect([country('Prussia'), country('n'), country(''), country('  ')]).toEqual([undefined, undefined, undefined, undefined]);
});

test('what only may be meant is chosen by nobody who leaves the field', () => {
  const guess = { value: 'America/New_York', text: 'New York', also: 'King of Prussia', isGuess: true };
  expect([meantIn(keyedBy([guess]), 'Prussia'), meantIn(keyedBy([{ ...guess, isGuess: false }]), 'Prussia')?.value]).toEqual([
    undefined,
    guess.value,
  ]);
});

const zones = keyedBy(
  (
    [
      ['Asia/Shanghai', [480, 480]],
      ['Europe/London', [0, 60]],
      ['America/St_Johns', [-210, -150]],
      ['America/Sao_Paulo', [-180, -180]],
    ] as const
  ).map(([value, minutes]) => ({ value, text: zoneName(value, 'en'), also: zoneWords(value, minutes) })),
);
const zone = (typed: string) => meantIn(zones, typed)?.value;

test('a time zone is found by its city, by the name of its time and by its distance from world time', () => {
  for (const typed of ['shanghai', '上海', 'Beijing', '北京时间', '东八区', 'GMT+8', 'ＵＴＣ＋８', '+08:00'])
    expect(zone(typed)).toBe('Asia/Shanghai');
  for (const typed of ['伦敦', '零时区', 'GMT+0', 'utc+1']) expect(zone(typed)).toBe('Europe/London');
  expect([zone('西三区'), zone('utc-3:30'), zone('Prussia')]).toEqual(['America/Sao_Paulo', 'America/St_Johns', undefined]);
});
