import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isQuick } from '#platform/full-size.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import { cellsAround, terms } from '../domain/locate/gazetteer.ts';
import { nameKey } from '../domain/locate/name.ts';
import { openGazetteer } from './gazetteer-index.ts';
import { gazetteerFile, placeOf } from './gazetteer-line.ts';
import { placesByNumber, placesTold, searchPlaces } from './gazetteer.ts';

const found = async (q: string, limit = 3): Promise<readonly string[]> =>
  valueOf(await searchPlaces(q, limit)).map(({ name, country }) => `${name} ${country}`);

test('finds a place by its name, the greatest first', async () => {
  expect(await found('liverpool')).toEqual(['Liverpool GB', 'Liverpool AU', 'Liverpool US']);
});

test('finds a place by other spellings, with and without accents', async () => {
  expect((await found('上海'))[0]).toBe('Shanghai CN');
  expect((await found('Shang-hai'))[0]).toBe('Shanghai CN');
  expect((await found('Zürich'))[0]).toBe((await found('zurich'))[0]);
  expect((await found('são paulo'))[0]).toBe('São Paulo BR');
});

test('finds a place by its Chinese name in either script, and by a former one', async () => {
  for (const typed of ['加里宁格勒', '加里寧格勒', '柯尼斯堡']) expect((await found(typed))[0], typed).toBe('Kaliningrad RU');
  expect((await found('列宁格勒'))[0]).toBe('Saint Petersburg RU');
  expect((await found('青島'))[0]).toBe((await found('青岛'))[0]);
});

test('a saint is found however the word is written, and a place by a later word of its name', async () => {
  for (const typed of ['st petersburg', 'St. Petersburg', 'Saint Petersburg']) {
    const names = await found(typed, 4);
    expect(names, typed).toContain('Saint Petersburg RU');
    expect(names, typed).toContain('St. Petersburg US');
  }
  expect(await found('petersburg', 10)).toEqual(expect.arrayContaining(['Saint Petersburg RU', 'St. Petersburg US']));
});

test('a time zone, a number or a code is no name', async () => {
  expect(await found('asia/shanghai')).toEqual([]);
  expect(await found('2644210')).toEqual([]);
  expect(await found('no such place anywhere')).toEqual([]);
});

test('knows places by number, in the order asked, and leaves out unknown ones', async () => {
  const places = valueOf(await placesByNumber([2644210, 999_999_999, 1796236]));
  expect(places.map(({ name }) => name)).toEqual(['Liverpool', 'Shanghai']);
  expect(places[0]).toMatchObject({ geonamesId: 2644210, country: 'GB', latitude: 53.41058, longitude: -2.97794, population: 864122 });
});

test('places of one name and country are told apart by their state and the nearest greater city', async () => {
  const found = valueOf(await searchPlaces('Springfield', 4));
  expect(found.slice(0, 3).map(({ name, region, near }) => `${name}, ${region ?? ''}, ${near?.name ?? ''}`)).toEqual([
    'Springfield, MO, Overland Park',
    'Springfield, MA, Worcester',
    'Springfield, IL, St. Louis',
  ]);
  const [liverpool] = valueOf(await placesTold([2644210]));
  expect(liverpool).toMatchObject({ name: 'Liverpool', near: { name: 'Birmingham', kilometres: 126 } });
});

test('the index leads from each name and from the number, country and neighbourhood of a place to it', () => {
  const gazetteer = openGazetteer();
  const lines = readFileSync(gazetteerFile, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += isQuick ? 50_003 : 5_003) {
    const place = placeOf(lines[at] ?? '');
    if (place === null) continue;
    const { geonamesId, country, name, alsoCalled } = place;
    const numbers = (found: readonly { readonly geonamesId: number }[]) => found.map((entry) => entry.geonamesId);
    for (const called of [name, ...alsoCalled])
      expect(numbers(gazetteer.called(nameKey(called)).map(({ entry }) => entry)), called).toContain(geonamesId);
    for (const term of [terms.number(geonamesId), terms.country(country)]) expect(numbers(gazetteer.under([term]))).toContain(geonamesId);
    expect(numbers(gazetteer.under(cellsAround(place).map(terms.cell)))).toContain(geonamesId);
  }
  expect(gazetteer.called(nameKey('Nowhere-upon-Water'))).toEqual([]);
});
