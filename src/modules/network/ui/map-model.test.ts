import { expect, test } from 'vitest';
import { geoJsonOf, listed, passing, ranksOf, slugOfTie, type Drawn } from './map-model.ts';
import { mapSearch } from './network-address.ts';

const set = '01a212ff-c0b5-774b-811b-83a1091ce8dd';
const drawn: Drawn = {
  places: {
    slug: ['cologne-de', 'cork-ie', 'liverpool-gb'],
    name: ['Cologne', 'Cork', 'Liverpool'],
    nameLanguage: ['', '', ''],
    country: ['DE', 'IE', 'GB'],
    latitude: [50.9, 51.9, null],
    longitude: [7, -8.5, null],
  },
  ties: { a: [0, 0, 1], b: [1, 2, 2], kept: [1, 0, 0], oneSided: [0, 1, 0], listed: [0, 1, 1], class: [1, 0, 0] },
  notPublic: [0],
  listedBy: [[], [set]],
  classes: ['sister_city'],
  centre: null,
};
const linesOf = (search: Parameters<typeof passing>[1]): readonly number[] | null => {
  const filter = passing(drawn, search);
  return filter === null ? null : [...filter];
};

test('a tie passes where every filter lets it', () => {
  expect(linesOf({ city: 'cork-ie' })).toBeNull();
  expect(linesOf({ country: 'GB' })).toEqual([0, 1, 1]);
  expect(linesOf({ from: 'register' })).toEqual([1, 0, 0]);
  expect(linesOf({ from: 'lists', country: 'DE' })).toEqual([0, 1, 0]);
  expect(linesOf({ from: set, sided: 'one' })).toEqual([0, 1, 0]);
  expect(linesOf({ class: 'sister_city' })).toEqual([1, 0, 0]);
  expect(linesOf({ class: 'friendly_exchange' })).toEqual([0, 0, 0]);
  expect(linesOf({ seen: 'public' })).toEqual([0, 1, 1]);
});

test('an address says filters that are understood and nothing else', () => {
  expect(mapSearch({ city: 'cork-ie', country: 'Ireland', class: 'sister_city', from: set, sided: 'two', zoom: 3 })).toEqual({
    city: 'cork-ie',
    class: 'sister_city',
    from: set,
  });
});

test('the list names the chosen city first', () => {
  expect(listed(drawn, null, { first: 2, lines: null, ranks: ranksOf(drawn, 'en') })).toEqual([
    { line: 0, one: 0, other: 1 },
    { line: 1, one: 2, other: 0 },
    { line: 2, one: 2, other: 1 },
  ]);
  expect(slugOfTie(drawn, 1)).toBe('cologne-de--liverpool-gb');
});

test('the list goes by the names as the reader has them: in Chinese by their sounds', () => {
  const chinese: Drawn = { ...drawn, places: { ...drawn.places, name: ['科隆', '科克', '利物浦'] } };
  const named = (one: Drawn, language: 'en' | 'zh-Hans') =>
    listed(one, null, { first: null, lines: null, ranks: ranksOf(one, language) }).map((tie) =>
      [tie.one, tie.other].map((place) => one.places.name[place]).join('–'),
    );
  expect(named(drawn, 'en')).toEqual(['Cologne–Cork', 'Cologne–Liverpool', 'Cork–Liverpool']);
  expect(named(chinese, 'zh-Hans')).toEqual(['科克–科隆', '科克–利物浦', '科隆–利物浦']);
});

test('GeoJSON holds ties whose both ends have a position, longitude first, and says which are not public', () => {
  const { features } = JSON.parse(geoJsonOf(drawn, null)) as {
    readonly features: readonly { readonly geometry: object; readonly properties: { readonly public?: boolean } }[];
  };
  expect(features.map(({ properties }) => properties.public)).toEqual([undefined, undefined, false]);
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [7, 50.9] },
    { type: 'Point', coordinates: [-8.5, 51.9] },
    {
      type: 'LineString',
      coordinates: [
        [7, 50.9],
        [-8.5, 51.9],
      ],
    },
  ]);
});
