import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { CityId } from './city.ts';
import { mergeProblems, weighPair, whichStays, type Described } from './merge.ts';

const nothing = { sisters: 0, listedApart: 0, tied: 0, related: false };

const city = (id: string, names: Readonly<Record<string, string>>, more: Partial<Described> = {}): Described => ({
  id: id as CityId,
  version: 1,
  steward: 'register' as OfficeId,
  isPublic: true,
  officeId: null,
  slug: id,
  geonamesId: null,
  wikidataId: null,
  kind: 'municipality',
  country: 'JP',
  latitude: null,
  longitude: null,
  alsoCalled: [],
  updatedAt: new Date(0),
  names: Object.entries(names).map(([language, text]) => ({ language, text, kind: 'official', origin: 'human' })),
  ...more,
});
const codes = (a: Described, b: Described, around = nothing) => weighPair(a, b, around).grounds.map(({ code }) => code);

test('one item in Wikidata, one name in two languages and three kilometres are the same city', () => {
  const a = city('a', { en: 'Osaka', 'zh-Hans': '大阪' }, { wikidataId: 'Q35765', latitude: 34.69, longitude: 135.5 });
  const b = city('b', { en: 'Ōsaka', 'zh-Hans': '大阪' }, { wikidataId: 'Q35765', latitude: 34.67, longitude: 135.48 });
  const { score, grounds } = weighPair(a, b, { ...nothing, sisters: 5 });
  expect(score).toBe(100);
  expect(grounds.map(({ code, params }) => ({ code, ...params }))).toEqual([
    { code: 'same_wikidata', item: 'Q35765' },
    { code: 'same_name', language: 'en' },
    { code: 'near', kilometres: 3 },
    { code: 'shared_sisters', count: 5 },
    { code: 'same_name', language: 'zh-Hans' },
  ]);
});

test('Osaka and Osaka Prefecture speak against each other by kind, by what is said of them and by a list that holds both', () => {
  const a = city('a', { en: 'Osaka' }, { latitude: 34.69, longitude: 135.5 });
  const b = city('b', { en: 'Osaka Prefecture' }, { kind: 'region', latitude: 34.69, longitude: 135.52 });
  const { score, grounds } = weighPair(a, b, { ...nothing, listedApart: 1, related: true });
  expect(grounds.filter(({ points }) => points < 0).map(({ code }) => code)).toEqual(['said_related', 'other_kind', 'listed_apart']);
  expect(score).toBe(0);
});

test('Liverpool in Britain and in Australia are far apart and in two countries', () => {
  const a = city('a', { en: 'Liverpool' }, { country: 'GB', latitude: 53.4, longitude: -3 });
  const b = city('b', { en: 'Liverpool' }, { country: 'AU', latitude: -33.9, longitude: 150.9 });
  expect(codes(a, b)).toEqual(['same_name', 'other_country', 'far']);
  expect(weighPair(a, b, nothing).score).toBe(0);
});

test('a Chinese name with what the place is and one without are the same; a province is not its capital', () => {
  const a = city('a', { en: 'Marseille', 'zh-Hans': '马赛' }, { country: 'FR' });
  expect(codes(a, city('b', { en: 'Marsilia', 'zh-Hans': '马赛市' }, { country: 'FR' }))).toEqual(['same_name']);
  expect(codes(city('a', { 'zh-Hans': '吉林市' }), city('b', { 'zh-Hans': '吉林省' }))).toEqual([]);
});

test('a spelling that the gazetteer knows of the one is the name of the other', () => {
  const a = city('a', { en: 'Kyiv' }, { geonamesId: 703448, alsoCalled: ['Kiev', 'Київ'], country: 'UA' });
  expect(codes(a, city('b', { en: 'Kiev' }, { country: 'UA' }))).toEqual(['also_called', 'without_number']);
  expect(codes(a, city('b', { en: 'Lviv' }, { country: 'UA' }))).toEqual(['without_number']);
});

test('the one with an office stays, then the public one, then the one with a number', () => {
  const plain = city('a', { en: 'Cork' });
  const numbered = city('b', { en: 'Cork' }, { geonamesId: 1 });
  const hidden = city('c', { en: 'Cork' }, { geonamesId: 2, isPublic: false });
  const own = city('d', { en: 'Cork' }, { officeId: 'cork' as OfficeId });
  expect(whichStays(plain, numbered)[0].id).toBe('b');
  expect(whichStays(plain, hidden)[0].id).toBe('a');
  expect(whichStays(numbered, own)[0].id).toBe('d');
  expect(whichStays(own, numbered)[0].id).toBe('d');
});

test('all that stands in the way is told at once', () => {
  const own = city('a', { en: 'Cork' }, { officeId: 'cork' as OfficeId });
  expect(mergeProblems(own, { ...own, officeId: null, isPublic: false }, { tied: 1 })).toEqual([
    'cities.keep_the_one_with_office',
    'cities.keep_the_public_one',
    'cities.tied_together',
  ]);
  expect(mergeProblems(own, own, { tied: 0 })).toEqual(['cities.both_have_offices']);
  expect(mergeProblems({ ...own, officeId: null }, own, { tied: 0 })).toEqual([]);
});

test('a slip of one letter speaks for it, more in a long name; a number, another word or a short name is no slip', () => {
  const points = (one: string, other: string) =>
    weighPair(city('a', { en: one }, { geonamesId: 1 }), city('b', { en: other }, { geonamesId: 2 }), nothing).grounds.flatMap(
      ({ code, points: of }) => (code === 'nearly_called' ? [of] : []),
    );
  expect([points('Liverpool', 'Leverpool'), points('Liverpool', 'Livrpool'), points('Liverpool', 'Liveprool')]).toEqual([[20], [20], [20]]);
  expect(points('Leeds', 'Leads')).toEqual([10]);
  for (const [one, other] of [
    ['Bath', 'Bach'],
    ['District 1', 'District 2'],
    ['Weston', 'Easton'],
    ['Liverpool', 'Liverpool'],
  ] as const)
    expect(points(one, other)).toEqual([]);
});
