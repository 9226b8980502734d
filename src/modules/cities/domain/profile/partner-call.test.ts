import { expect, test } from 'vitest';
import { callProblems, hasCitySize, isOpenCall, wantsCity, type Sought } from './partner-call.ts';

const anything: Sought = {
  countries: [],
  regions: [],
  sizes: [],
  domains: [],
  ties: [],
  languages: [],
  offers: {},
  contact: { en: { text: 'International office', origin: 'human' } },
  reach: 'office@example.org',
  until: '2026-11-30',
};
const city = (country: string, population: number | null = null) => ({ country, population });

test('a call is open until its last day is over everywhere on earth, and is not published afterwards', () => {
  const [stillIsSomewhere, isOver] = [new Date('2026-12-01T11:59:00Z'), new Date('2026-12-01T12:00:00Z')];
  expect(isOpenCall(anything, stillIsSomewhere)).toBe(true);
  expect(isOpenCall(anything, isOver)).toBe(false);
  expect(callProblems(anything, stillIsSomewhere)).toEqual([]);
  expect(callProblems(anything, isOver)).toEqual([{ path: ['sought', 'until'], code: 'cities.call_over' }]);
});

test('who wishes for nothing wants any city; countries and regions add to each other', () => {
  expect(wantsCity(anything, city('BR'), city('GB'))).toBe(true);
  const wish = { ...anything, countries: ['BR'], regions: ['europe' as const] };
  expect(['BR', 'DE', 'CN'].map((country) => wantsCity(wish, city(country), city('GB')))).toEqual([true, true, false]);
});

test('size counts where people are counted', () => {
  const wish = { ...anything, sizes: ['small' as const, 'alike' as const] };
  const caller = city('GB', 500_000);
  const wanted = (population: number | null) => wantsCity(wish, city('DE', population), caller);
  expect([99_999, 100_000, 249_999, 250_000, 1_000_000, 1_000_001, null].map(wanted)).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
    true,
  ]);
  expect(hasCitySize(1_000_000, 'large', null)).toBe(true);
  expect(hasCitySize(1_000_000, 'middle', null)).toBe(false);
  expect(hasCitySize(0, 'small', null)).toBe(false);
  expect(hasCitySize(100_000, 'alike', null)).toBe(false);
});
