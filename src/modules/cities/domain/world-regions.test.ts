import { expect, test } from 'vitest';
import { isCountry } from '#kernel/codes.ts';
import { worldRegionOf } from './world-regions.ts';

test('every country lies in one region of the world; nobody lives in Antarctica', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const countries = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  expect(countries.length).toBeGreaterThan(240);
  expect(countries.filter((country) => worldRegionOf(country) === null)).toEqual(['AQ']);
  expect(['CN', 'GB', 'US', 'BR', 'KZ', 'TR', 'VN', 'NZ', 'EG'].map(worldRegionOf)).toEqual([
    'east_asia',
    'europe',
    'north_america',
    'latin_america',
    'central_asia',
    'west_asia',
    'south_and_southeast_asia',
    'oceania',
    'africa',
  ]);
  expect(worldRegionOf('XX')).toBeNull();
});
