import { expect, test } from 'vitest';
import { itemsOfCities } from './items.ts';
import type { Judged } from './resolution.ts';

const columns = { name: null, country: null, position: null };
const judged = (cityId: string | null, wikidataId: string | null): Judged => ({
  place: {
    ...{
      key: `${cityId ?? ''} ${wikidataId ?? ''}`,
      name: 'X',
      country: null,
      latitude: null,
      longitude: null,
      wikidataId,
      geonamesId: null,
    },
    ...{ otherNames: [], names: {}, columns, rows: [2] },
  },
  match: null,
  resolved: { cityId, by: 'gazetteer' },
});

test('each city has the number that is stated of it: not one of two, none that another city has, none of what is no city', () => {
  const rows = [
    judged('b', 'Q2'),
    judged('a', 'Q1'),
    judged('c', 'Q3'),
    judged('c', 'Q4'),
    judged('d', null),
    judged(null, 'Q5'),
    judged('e', 'Q6'),
  ];
  expect(itemsOfCities(rows, new Set(['Q6']))).toEqual([
    ['a', 'Q1'],
    ['b', 'Q2'],
  ]);
});
