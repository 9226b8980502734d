// Places as lists write them: letters of a state behind the name, a country that is no more, three letters for it, a region for a city.
import { beforeAll, expect, test } from 'vitest';
import { valueOf } from '#platform/postgres/test-database.ts';
import { askNearlyCalled } from '../../formats/gazetteer.ts';
import { tellPlaces } from './find-places.ts';
import { locatePlaces, type Located } from './locate-places.ts';

/** `[name, country, what is meant]`: the place with its country and, in the United States, its state; null where it is asked about. */
const lettered: readonly (readonly [string, string | null, string | null])[] = [
  ['Memphis TN', null, 'Memphis US TN'],
  ['Portland OR', null, 'Portland US OR'],
  ['Portland OR', 'USA', 'Portland US OR'],
  ['Birmingham AL', null, 'Birmingham US AL'],
  ['Portland, OR', null, 'Portland US OR'],
  ['Cambridge (MA)', null, 'Cambridge US MA'],
  ['Memphis TN, USA', null, 'Memphis US TN'],
  ['Richmond, VA, USA', null, 'Richmond US VA'],
  ['St. Louis, MO', null, 'St. Louis US MO'],
  ['Paris TX', null, 'Paris US TX'],
  ['Athens GA', null, 'Athens US GA'],
  ['Athens GR', null, 'Athens GR'],
  ['Lima PE', null, 'Lima PE'],
  ['Lima OH', null, 'Lima US OH'],
  ['Köln DE', null, 'Köln DE'],
  ['Cologne DEU', null, 'Köln DE'],
  ['Perth WA', 'Australia', 'Perth AU'],
  ['Vancouver WA', 'USA', 'Vancouver US WA'],
  ['Newcastle NSW', 'Australia', 'Newcastle AU'],
  ['Hamilton, ON', null, 'Hamilton CA'],
  ['Cambridge (UK)', null, 'Cambridge GB'],
  // A state here and a country there that both have the name, however great one of them is.
  ['Salem, IN', null, null],
  ['London, CA', null, null],
  ['Budapest VI', 'Hungary', null],
  ['Memphis TN', 'Gambia', null],
];

const countries: typeof lettered = [
  ['Leningrad', 'USSR', 'Saint Petersburg RU'],
  ['Tallinn', 'Soviet Union', 'Tallinn EE'],
  ['Kiev', 'U.S.S.R.', 'Kyiv UA'],
  ['Zagreb', 'Yugoslavia', 'Zagreb HR'],
  ['Ljubljana', 'Jugoslawien', 'Ljubljana SI'],
  ['贝尔格莱德', '南斯拉夫', 'Belgrade RS'],
  ['Brno', 'ČSSR', 'Brno CZ'],
  ['布拉格', '捷克斯洛伐克', 'Prague CZ'],
  ['Hamburg', 'West Germany', 'Hamburg DE'],
  ['Karl-Marx-Stadt', 'DDR', 'Chemnitz DE'],
  ['Colombo', 'Ceylon', 'Colombo LK'],
  ['Lagos', 'NGA', 'Lagos NG'],
  ['Athens', 'GRE', 'Athens GR'],
  ['Athens', 'GRC', 'Athens GR'],
  ['Belfast', 'N. Ireland', 'Belfast GB'],
  ['Barcelona', 'Catalonia', 'Barcelona ES'],
  ['Cork – Ireland', null, 'Cork IE'],
  ['Nowhereburg', 'USSR', null],
];

/** No city of their name or of another one is meant by them. */
const regions = [
  ['Île-de-France', 'France'],
  ['Bavaria', 'Germany'],
  ['Andalusia', 'Spain'],
  ['Madeira', 'Portugal'],
  ['Victoria', 'Australia'],
] as const;

const cities: typeof lettered = [
  ['New York', 'USA', 'New York City US NY'],
  ['Valencia', 'Spain', 'Valencia ES'],
  ['宿州', '中国', 'Suzhou CN'],
];

/** In simplified characters, where the gazetteer has others, or the name with its kind alone. */
const chinese: typeof lettered = [
  ['米兰', '意大利', 'Milan IT'],
  ['福冈', '日本', 'Fukuoka JP'],
  ['广岛', '日本', 'Hiroshima JP'],
  ['横滨市', '日本', 'Yokohama JP'],
  ['仁川', '韩国', 'Incheon KR'],
  ['大邱广域市', '韩国', 'Daegu KR'],
  ['奥克兰', '新西兰', 'Auckland NZ'],
  ['奥克兰', '美国', 'Oakland US CA'],
  ['温哥华', '加拿大', 'Vancouver CA'],
  ['圣保罗', '巴西', 'São Paulo BR'],
  ['加德满都', '尼泊尔', 'Kathmandu NP'],
  ['开普敦', '南非', 'Cape Town ZA'],
];

const all = [...lettered, ...countries, ...cities, ...chinese, ...regions.map(([name, country]) => [name, country, null] as const)];
let answer: Located;

beforeAll(async () => {
  const ends = all.map(([name, countryWritten], at) => ({ key: `${String(at)}`, name, countryWritten, latitude: null, longitude: null }));
  answer = valueOf(await locatePlaces({ ends }));
});

const endOf = (row: (typeof all)[number]) => answer.ends[all.indexOf(row)];
function meant(row: (typeof all)[number]): string | null {
  const place = answer.places.get(endOf(row)?.geonamesId ?? 0);
  return place === undefined ? null : [place.name, place.country, place.region].filter((part) => part !== undefined).join(' ');
}

test('letters behind a name are its state, province or country; what they may stand for in two ways is asked', () => {
  expect(lettered.map((row) => [...row.slice(0, 2), meant(row)])).toEqual(lettered);
});

test('a country that is no more is where its place lies today; of a place that is not known it names none', () => {
  expect(countries.map((row) => [...row.slice(0, 2), meant(row)])).toEqual(countries);
  const [nowhere] = countries.slice(-1);
  expect(nowhere === undefined ? null : endOf(nowhere)).toMatchObject({ country: 'ZZ', countryCorrection: null });
  expect(answer.ends[all.findIndex(([name]) => name === 'Tallinn')]?.countryCorrection).toEqual({
    ...{ written: 'Soviet Union', meant: 'EE', code: 'other_words' },
  });
});

test('a region is a region, also where a great city is known by its name', () => {
  expect(cities.map((row) => [...row.slice(0, 2), meant(row)])).toEqual(cities);
  expect(answer.ends.slice(-regions.length).map(({ geonamesId, kind }) => [geonamesId, kind])).toEqual(regions.map(() => [null, 'region']));
});

test('a Chinese name is found in whichever characters the gazetteer has it', () => {
  expect(chinese.map((row) => [...row.slice(0, 2), meant(row)])).toEqual(chinese);
});

test('two Chinese names that differ in their tones are two cities', async () => {
  const [found = []] = valueOf(await askNearlyCalled([{ name: '宿州', countryWritten: '中国' }]));
  const numbers = found.filter(({ steps }) => steps === 0).map(({ place }) => place.geonamesId);
  // 宿州 in Anhui, and not 苏州 in Jiangsu.
  expect(numbers).toContain(1793743);
  expect(numbers).not.toContain(1886760);
});

test('namesakes are told apart in the language of the reader: by the Chinese name of any of them, and with their neighbour in Chinese', async () => {
  const springfields = [4250542, 4951788, 4409896];
  const chinese = valueOf(await tellPlaces([...springfields, 1886760], 'zh-Hans'));
  expect(new Set(chinese.slice(0, 3).map(({ name }) => name))).toEqual(new Set(['斯普林菲尔德']));
  expect(chinese.map(({ name }) => name).at(-1)).toBe('苏州');
  expect(chinese.slice(0, 3).flatMap(({ near }) => (/\p{Script=Han}/u.test(near?.name ?? '') ? [near?.name] : [])).length).toBeGreaterThan(
    0,
  );
  const english = valueOf(await tellPlaces(springfields, 'en'));
  expect(english.map(({ name, near }) => [name, /^\p{Script=Latin}/u.test(near?.name ?? '')])).toEqual(
    springfields.map(() => ['Springfield', true]),
  );
});
