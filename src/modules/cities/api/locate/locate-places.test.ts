import { beforeAll, expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { locatePlaces, type EndToLocate, type Located } from './locate-places.ts';

const end = (key: string, name: string, countryWritten: string | null, more: Partial<EndToLocate> = {}): EndToLocate => ({
  ...{ key, name, countryWritten, latitude: null, longitude: null, ...more },
});
const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const [england, california, osaka] = [at(53.4072, -2.9917), at(37.7833, -122.4167), at(34.6864, 135.52)];

/** All in one question, as a list would ask: the gazetteer is read once for it. */
const ends: readonly EndToLocate[] = [
  end('Liverpool GB', 'Liverpool', 'England', england),
  end('Liverpool UK', 'Liverpool', 'UK'),
  end('Liverpool AU', 'Liverpool', 'Australia', england),
  end('Liverpool CA', 'Liverpool', 'Canada'),
  end('Shanghai', 'Shanghai', "People's Republic of China", at(31.2, 121.5)),
  end('上海', '上海', '中国'),
  end('San Francisco US', 'San Francisco', 'United States', california),
  end('San Francisco AR', 'San Francisco', 'Argentina', california),
  end('Sutherland', 'Sutherland', 'Australia', at(58.25, -4.5)),
  end('Westminster', 'Westminster', 'United States', at(51.4947, -0.1353)),
  end('Osaka', 'Osaka', 'Japan', osaka),
  end('Osaka Prefecture', 'Osaka Prefecture', 'Japan', osaka),
  end('大阪府', '大阪府', 'Japan', at(34.68, 135.52)),
  end('Starnberg (district)', 'Starnberg (district)', 'Germany', at(48, 11.33)),
  end('Jelgava', 'Jelgava', 'Latvia', at(56.65, 23.71)),
  end('Jelgava Municipality', 'Jelgava Municipality', 'Latvia', at(56.65, 23.72)),
  end('Silkeborg Kommune', 'Silkeborg Kommune', 'Denmark', at(56.17, 9.55)),
  end('Leningrad', 'Leningrad', 'Russia'),
  end('Bombay', 'Bombay', 'India'),
  end('Saigon', 'Saigon', 'Vietnam'),
  end('Karl-Marx-Stadt', 'Karl-Marx-Stadt', 'Germany'),
  end('Frankfurt (Oder)', 'Frankfurt (Oder)', 'Germany'),
  end('Frankfurt/Main', 'Frankfurt/Main', 'Germany', at(50.11, 8.68)),
  end('Frankfurt am Main', 'Frankfurt am Main', 'Germany'),
  end('Newcastle upon Tyne', 'Newcastle upon Tyne', 'England'),
  end('Newcastle-under-Lyme', 'Newcastle-under-Lyme', 'England, United Kingdom'),
  end('Newcastle NI', 'Newcastle', 'Northern Ireland, United Kingdom', { ...at(54.9738, -1.6132), neighbours: ['New Ross'] }),
  end('Newcastle UK', 'Newcastle', 'United Kingdom', { ...at(54.9738, -1.6132), neighbours: ['New Ross'] }),
  end('New Ross', 'New Ross', 'Ireland'),
  end('Cambridge GB', 'Cambridge', 'England'),
  end('Cambridge US', 'Cambridge', 'USA'),
  end('Cambridge CA', 'Cambridge, Ontario', 'Canada'),
  end('Weimar', 'Weimar', 'Germany'),
  end('Saint-Étienne', 'St. Etienne', 'France'),
  end('Zakynthos', 'Zakynthos', 'Grece', at(37.8, 20.75)),
  end('Astana', 'Astana', 'Kazakhstah'),
  end('Merano', 'Merano', 'in Italy'),
  end('Cleveland', 'Cleveland', 'Ohio, United States'),
  end('Tbilisi', 'Tbilisi', 'Georgia (country)'),
  end('Atlanta', 'Atlanta', 'Georgia', at(33.75, -84.39)),
  end('Varna', 'Varna, Bulgaria', null),
  end('Izmir', 'Izmir', 'Turkey'),
  end('Vernon', 'Vernon', null, { neighbours: ['Modesto'] }),
  end('Modesto', 'Modesto', null),
  end('Springfield', 'Springfield', null),
  end('斯普林菲爾德 US', '斯普林菲爾德', '美国'),
  end('斯普林菲爾德', '斯普林菲爾德', null),
  end('斯普林菲爾德 by its coordinates', '斯普林菲爾德', '美国', at(42.1, -72.59)),
  end('曼徹斯特 US', '曼徹斯特', 'USA'),
  end('剑桥 US', '剑桥', '美国'),
  end('伯明翰 US', '伯明翰', 'USA'),
  end("K'oln DE", "K'oln", 'Germany'),
  end("D'usseldorf", "D'usseldorf", null),
  end('M´unchen DE', 'M´unchen', '德国'),
  end("L'viv", 'L’viv', null),
  end('圣地亚哥省 CU', '圣地亚哥省', '古巴'),
  end('圣地亚哥-德古巴省 CU', '圣地亚哥-德古巴省', '古巴'),
  end('兵库县 JP', '兵库县', '日本'),
  end('the port', 'The port', 'GB', { geonamesId: 2644210 }),
  end('nowhere', 'Nowhere-upon-Water', 'England', at(10, 10)),
  end('nowhere too', 'Nowhere upon Water', 'United Kingdom', at(10.01, 10)),
  end('nowhere else', 'Nowhere upon Water', 'France'),
  end('?', '?', null),
];

let answer: Located;
beforeAll(async () => {
  answer = valueOf(await locatePlaces({ ends, knownTies: [[5373900, 6173864]] }));
});

const answerTo = (key: string) => answer.ends.find((one) => one.key === key);
const numberOf = (...keys: readonly string[]) => keys.map((key) => answerTo(key)?.geonamesId);

test('every end is answered, in the order asked', () => {
  expect(answer.ends.map(({ key }) => key)).toEqual(ends.map(({ key }) => key));
});

test('the Liverpools are told apart by their country, even where coordinates are of the famous one', () => {
  expect(numberOf('Liverpool GB', 'Liverpool AU', 'Liverpool CA')).toEqual([2644210, 2159851, null]);
});

test('Shanghai and Liverpool are the same two places under any spelling of their countries', () => {
  expect(numberOf('Liverpool GB', 'Shanghai')).toEqual(numberOf('Liverpool UK', '上海'));
  expect(numberOf('Shanghai')).toEqual([1796236]);
});

test('San Francisco in Argentina is not the one in California', () => {
  expect(numberOf('San Francisco US', 'San Francisco AR')).toEqual([5391959, 3837675]);
  expect(answerTo('San Francisco US')?.flags).toEqual([]);
  expect(answerTo('San Francisco AR')?.flags).toEqual(['coordinates_suspicious']);
});

test('coordinates on the wrong side of the world are suspicious and decide nothing', () => {
  expect(answerTo('Sutherland')).toMatchObject({ geonamesId: 2147804, country: 'AU', flags: ['coordinates_suspicious'] });
  const westminster = answerTo('Westminster');
  expect(westminster).toMatchObject({ geonamesId: null, country: 'US', flags: ['coordinates_suspicious', 'homonym_undecided'] });
  expect(westminster?.alternatives.map(({ geonamesId }) => geonamesId)).toContain(4373238);
});

test('Osaka and its prefecture stay two, and so do a district and its town, a municipality and the town in the same list', () => {
  expect(numberOf('Osaka', 'Osaka Prefecture', '大阪府', 'Starnberg (district)')).toEqual([1853909, null, null, null]);
  expect(numberOf('Jelgava', 'Jelgava Municipality', 'Silkeborg Kommune')).toEqual([459279, null, 2614030]);
  expect(['Osaka', '大阪府', 'Starnberg (district)', 'Silkeborg Kommune'].map((key) => answerTo(key)?.kind)).toEqual([
    ...['place', 'region', 'district', 'municipality'],
  ]);
});

test('a renamed city is found by its old name', () => {
  expect(numberOf('Leningrad', 'Bombay', 'Saigon', 'Karl-Marx-Stadt')).toEqual([498817, 1275339, 1566083, 2940132]);
});

test('rivers and lords behind a name tell towns apart', () => {
  expect(numberOf('Frankfurt (Oder)', 'Frankfurt/Main', 'Frankfurt am Main')).toEqual([2925535, 2925533, 2925533]);
  expect(numberOf('Newcastle upon Tyne', 'Newcastle-under-Lyme', 'Newcastle NI')).toEqual([2641673, 2641674, 6695976]);
});

test('two spellings of a country with one sister between them mean one place: the written region decides', () => {
  expect(numberOf('Newcastle UK')).toEqual(numberOf('Newcastle NI'));
  expect(answerTo('Newcastle UK')?.flags).toEqual(['coordinates_suspicious']);
});

test('Cambridge is in England, Massachusetts and Ontario; Weimar is in Germany; St. and Saint are one', () => {
  expect(numberOf('Cambridge GB', 'Cambridge US', 'Cambridge CA')).toEqual([2653941, 4931972, 5913695]);
  expect(numberOf('Weimar', 'Saint-Étienne')).toEqual([2812482, 2980291]);
});

test('a country that is misspelt or written as its part is read, and what it means is said', () => {
  const keys = ['Zakynthos', 'Astana', 'Merano', 'Cleveland', 'Tbilisi', 'Atlanta', 'Varna', 'Izmir'];
  const told = keys
    .map((key) => answerTo(key))
    .map((one) => [one?.country, one?.countryFrom, one?.countryCorrection?.code ?? null].join(' '));
  expect(told).toEqual([
    ...['GR written other_language', 'KZ written misspelt', 'IT written other_words', 'US written part_of_country'],
    ...['GE written other_words', 'US written ', 'BG name ', 'TR written '],
  ]);
  expect(answerTo('Astana')?.countryCorrection).toEqual({ written: 'Kazakhstah', meant: 'KZ', code: 'misspelt' });
});

test('without country and coordinates, ties tell which place of a name is meant, and a name alone is too little', () => {
  expect(answerTo('Vernon')).toMatchObject({ geonamesId: 6173864, country: 'CA', countryFrom: 'place' });
  expect(answerTo('Vernon')?.reasons).toEqual([{ code: 'name_same' }, { code: 'ties_same', params: { count: 1 } }]);
  expect(answerTo('Springfield')).toMatchObject({ geonamesId: null, country: 'ZZ', flags: ['homonym_undecided'] });
});

test('a Chinese name that the gazetteer knows of one of many namesakes alone may mean each of them, unless one is far greater or is told', () => {
  const springfields = [4409896, 4951788, 4250542, 5754005, 4525353];
  expect(answerTo('斯普林菲爾德 US')).toMatchObject({ geonamesId: null, country: 'US', flags: ['homonym_undecided'] });
  expect(answerTo('斯普林菲爾德')?.geonamesId).toBeNull();
  for (const key of ['斯普林菲爾德 US', '斯普林菲爾德'])
    expect(answerTo(key)?.alternatives.map(({ geonamesId }) => geonamesId)).toEqual(expect.arrayContaining(springfields));
  expect(numberOf('斯普林菲爾德 by its coordinates', '剑桥 US', '伯明翰 US')).toEqual([4951788, 4931972, 4049979]);
  expect(answerTo('曼徹斯特 US')?.geonamesId).toBeNull();
});

test('accents that are typed as signs of their own are none of the name', () => {
  expect(numberOf("K'oln DE", "D'usseldorf", 'M´unchen DE', "L'viv")).toEqual([2886242, 2934246, 2867714, 702550]);
});

test('provinces and Japanese prefectures are regions in Chinese, too, with a hyphen in their name as well', () => {
  const keys = ['圣地亚哥省 CU', '圣地亚哥-德古巴省 CU', '兵库县 JP'];
  expect(keys.map((key) => [answerTo(key)?.kind, answerTo(key)?.geonamesId])).toEqual(keys.map(() => ['region', null]));
});

test('a stated number is taken over, and the place comes with its spellings', () => {
  expect(answerTo('the port')).toMatchObject({ geonamesId: 2644210, score: 1, reasons: [{ code: 'number_stated' }] });
  expect(answer.places.get(2644210)?.alsoCalled).toContain('利物浦');
  expect(answerTo('?')).toMatchObject({ geonamesId: null, country: 'ZZ', score: 0 });
});

test('ends without a place that may be the same are proposed', () => {
  expect(answer.duplicates).toEqual([
    {
      keys: ['nowhere', 'nowhere too'],
      score: 0.85,
      reasons: [{ code: 'name_same' }, { code: 'country_same' }, { code: 'distance', params: { kilometres: 1 } }],
    },
  ]);
});

test('refuses more ends than one question may hold', async () => {
  const refused = await locatePlaces({ ends: Array.from({ length: 50_001 }, (_, place) => end(String(place), 'x', null)) });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'kernel.too_many_entries', params: { max: 50_000 } } });
});
