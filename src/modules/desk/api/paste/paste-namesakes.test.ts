import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCity, placeToAdd } from '#modules/cities/api/add-city.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { pasteTies, prepareTies, previewPaste } from './paste-ties.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';

let db: TestDatabase;
let world: TieWorld;

/** Records a place of the gazetteer under the Chinese name that its steward gives it. */
async function record(geonamesId: number, chinese: string): Promise<TieCityId> {
  const { register } = world;
  const place = valueOf(await placeToAdd(world.transactAs(register), { geonamesId }));
  const names = [{ language: 'zh-Hans', text: chinese, kind: 'official' as const, origin: 'human' as const }];
  return valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office, names, geonamesId }, place))).id;
}

const springfield = { illinois: 4250542, massachusetts: 4951788, missouri: 4409896 };
let illinois: TieCityId;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  illinois = await record(springfield.illinois, '斯普林菲尔德');
  await record(2643743, '伦敦');
  await world.add('Portland', 'US');
});
afterAll(() => db.close());

const asked = (text: string) => ({ officeId: world.liverpool.office, text, columns: [], order: null, sourceId: null, answers: [] });
const rowsOf = async (text: string) => valueOf(await previewPaste(world.transactAs(world.liverpool), asked(text))).rows;

test('a city of the register that is one of many namesakes is asked about in either language, and all of them are offered with their state', async () => {
  const rows = await rowsOf('城市\t国家\n斯普林菲尔德\t美国\n美国斯普林菲尔德\t\nSpringfield\tUSA\n斯普林菲爾德\t美国\n曼彻斯特\t美国');
  expect(rows.map(({ state, questions }) => [state, questions[0]?.code, questions[0]?.suggested])).toEqual(
    Array.from({ length: 5 }, () => ['question', 'desk.paste_city_several', null]),
  );
  for (const { questions } of rows.slice(0, 4)) {
    const cities = questions[0]?.cities ?? [];
    expect(cities.map(({ geonamesId }) => geonamesId)).toEqual(expect.arrayContaining(Object.values(springfield)));
    expect(cities.filter(({ region = '', near }) => !/^[A-Z]{2}$/.test(region) || near === undefined)).toEqual([]);
    expect(cities.find(({ geonamesId }) => geonamesId === springfield.illinois)?.cityId).toBe(illinois);
  }
  expect(new Set(rows[4]?.questions[0]?.cities.map(({ region }) => region))).toContain('NH');
});

test('nobody is asked about a city that dwarfs its namesakes, or of which a region is written beside it', async () => {
  const told = ['Springfield, Illinois\tUSA', '密苏里州斯普林菲尔德\t美国', '斯普林菲尔德（马萨诸塞州）\t美国'];
  const great = ['纽约\t美国', '波特兰\t美国', '波士顿\t美国', '伦敦\t', 'Portland\tUSA'];
  const rows = await rowsOf(`城市\t国家\n${[...told, ...great].join('\n')}`);
  expect(rows.map(({ state, city }) => [state, city?.geonamesId ?? city?.cityId])).toEqual([
    ['understood', springfield.illinois],
    ['understood', springfield.missouri],
    ['understood', springfield.massachusetts],
    ['understood', 5128581],
    ['understood', 5746545],
    ['understood', 4930956],
    ['understood', 2643743],
    ['understood', world.city('Portland')],
  ]);
});

test('of namesakes the one whose tie the office keeps already is meant', async () => {
  const { liverpool, city } = world;
  valueOf(
    await db.as(liverpool.owner, (work) => keepTie(work, { office: liverpool.office, cityId: city('Liverpool'), withCityId: illinois })),
  );
  const rows = await rowsOf('城市\t国家\t结好时间\n斯普林菲尔德\t美国\t1999');
  expect(rows.map(({ state, city: found }) => [state, found?.cityId])).toEqual([['understood', illinois]]);
});

test('a prefecture that is on no record is proposed as it is written; with its row it enters the register at its level, once', async () => {
  const text = '城市\t国家\t结好时间\n兵库县\t日本\t1981\nHyogo Prefecture\tJapan\t1981\n圣地亚哥省\t智利\t\n大阪市\t日本\t';
  const rows = await rowsOf(text);
  const proposed = rows.slice(0, 3).map(({ questions }) => questions[0]?.suggested?.city);
  expect(proposed.map((city) => [city?.name, city?.country, city?.body])).toEqual([
    ['兵库县', 'JP', 'region'],
    ['Hyogo Prefecture', 'JP', 'region'],
    ['圣地亚哥省', 'CL', 'region'],
  ]);
  expect(rows[3]).toMatchObject({ state: 'understood', city: { geonamesId: 1853909 } });
  const [hyogo] = proposed;
  if (hyogo === undefined) expect.fail('nothing is proposed');
  const { liverpool } = world;
  const keep = async () => {
    const input = { ...asked('城市\t国家\t结好时间\n兵库县\t日本\t1981'), answers: [{ row: 2, city: hyogo }] };
    const prepared = valueOf(await prepareTies(world.transactAs(liverpool), input));
    return valueOf(await db.as(liverpool.owner, (work) => pasteTies(work, input, prepared)));
  };
  expect((await keep()).kept).toBe(1);
  const { rows: held } = await db.owner
    .query(`select c.kind, c.country, n.language, n.text from cities.city c join cities.name n on n.city_id = c.id
    where n.text = '兵库县'`);
  expect(held).toEqual([{ kind: 'region', country: 'JP', language: 'zh-Hans', text: '兵库县' }]);
  expect((await keep()).kept).toBe(0);
  expect((await rowsOf('城市\t国家\n兵库县\t日本')).map(({ state }) => state)).toEqual(['same']);
});

test('a city is found by its own language’s name also where its state bears it; a region alone is proposed as one', async () => {
  const rows = await rowsOf('City\tCountry\nWien\tAustria\nWien\tÖsterreich\n维也纳\t奥地利\nPraha\tCzechia\nBayern\tGermany');
  expect(rows.map(({ state, city }) => [state, city?.geonamesId ?? null])).toEqual([
    ['understood', 2761369],
    ['joined', null],
    ['joined', null],
    ['understood', 3067696],
    ['question', null],
  ]);
  expect(rows[4]?.questions[0]?.suggested?.city).toMatchObject({ name: 'Bayern', body: 'region' });
});
