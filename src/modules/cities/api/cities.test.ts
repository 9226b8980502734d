import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { ok } from '#kernel/result.ts';
import type { CityId } from '../domain/city.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { addCity } from './add-city.ts';
import { answerAdoption, askAdoption, listAdoptions } from './adopt-city.ts';
import { replaceNames, updateCity } from './change-city.ts';
import { findCities } from './find-city.ts';
import { listCities } from './list-cities.ts';
import { citiesByIds, cityOfOffice, getCity, openCity } from './open-city.ts';
import { search } from './search.ts';

let db: TestDatabase;
let register: TestOffice;
let liverpool: TestOffice;
let shanghai: TestOffice;
const ids: Record<string, CityId> = {};

const place = (geonamesId: number, name: string, country: string, alsoCalled: readonly string[] = []): GazetteerPlace => ({
  geonamesId,
  name,
  country,
  alsoCalled,
  latitude: 10,
  longitude: 20,
  population: 1,
});

async function record(by: TestOffice, gazetteer: GazetteerPlace, zh?: string): Promise<CityId> {
  const names = zh === undefined ? [] : [{ language: 'zh-Hans', text: zh, kind: 'official' as const, origin: 'human' as const }];
  const made = await db.as(by.owner, (work) => addCity(work, { office: by.office, names, visibility: 'public' }, gazetteer));
  return valueOf(made).id;
}

beforeAll(async () => {
  db = await openTestDatabase();
  register = await db.foundOffice({ kind: 'register' });
  liverpool = await db.foundOffice({ kind: 'city' });
  shanghai = await db.foundOffice({ kind: 'city' });
  ids['liverpool'] = await record(register, place(2644210, 'Liverpool', 'GB', ['Livurpool', 'Ливерпуль']), '利物浦');
  ids['liverpool-us'] = await record(register, place(5124925, 'Liverpool', 'US'));
  ids['shanghai'] = await record(liverpool, place(1796236, 'Shanghai', 'CN', ['Schanghai', '上海市']), '上海');
  ids['sf'] = await record(register, place(5391959, 'San Francisco', 'US'), '旧金山');
});
afterAll(() => db.close());

const find = async (text: string): Promise<string> => {
  const result = valueOf(await db.as(null, async (work) => ok((await findCities(work, [text]))[0])));
  if (result === undefined) throw new Error('no answer');
  if (result.found === 'one') return result.city.slug;
  return `${result.found}: ${(result.found === 'several' ? result.cities : result.suggestions).map(({ slug }) => slug).join(' ')}`;
};

test('a city recorded by a city’s office is stewarded by the register office', async () => {
  const city = valueOf(await db.as(liverpool.owner, (work) => getCity(work, { city: 'shanghai-cn' })));
  expect(city).toMatchObject({ steward: { id: register.office }, officeId: null, mayEdit: false, geonamesId: 1796236 });
  expect(city.name).toEqual({ en: { text: 'Shanghai', origin: 'import' }, 'zh-Hans': { text: '上海', origin: 'human' } });
  expect(city.countryName['zh-Hans']?.text).toBe('中国');
});

test('the same place is not recorded twice, and the refusal says where it is', async () => {
  const again = await db.as(liverpool.owner, (work) => addCity(work, { office: liverpool.office }, place(2644210, 'Liverpool', 'GB')));
  expect(again).toMatchObject({ ok: false, refusal: { code: 'cities.already_on_record', params: { slug: 'liverpool-gb' } } });
});

test('only offices of cities and the register office record cities', async () => {
  const company = await db.foundOffice({ kind: 'company' });
  const refused = await db.as(company.owner, (work) => addCity(work, { office: company.office }, place(1, 'Nowhere', 'DE')));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'kernel.forbidden' } });
});

test('all that is wrong with a city by hand is said at once', async () => {
  const names = ['Cork', 'Corcaigh'].map((text) => ({ language: 'ga', text, kind: 'official' as const, origin: 'human' as const }));
  const refused = await db.as(register.owner, (work) => addCity(work, { office: register.office, names, latitude: 51 }, null));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'kernel.invalid_input' } });
  expect(refused.ok ? [] : refused.refusal.problems?.map(({ code }) => code)).toEqual([
    'cities.official_twice',
    'cities.place_or_names',
    'cities.coordinates_half',
  ]);
});

test.each([
  ['Shanghai', 'shanghai-cn'],
  ['上海', 'shanghai-cn'],
  ['中国上海市', 'shanghai-cn'],
  ['shang hai', 'shanghai-cn'],
  ['SCHANGHAI', 'shanghai-cn'],
  ['舊金山', 'san-francisco-us'],
  ['San-Francisco (USA)', 'san-francisco-us'],
  ['Liverpool', 'several: liverpool-gb liverpool-us'],
  ['Liverpool, UK', 'liverpool-gb'],
  ['英国利物浦', 'liverpool-gb'],
  ['Ливерпуль', 'liverpool-gb'],
  ['Liverpol', 'none: liverpool-gb liverpool-us'],
  ['shanhai', 'none: shanghai-cn'],
  ['Atlantis', 'none: '],
  ['', 'none: '],
])('“%s” is read as %s', async (text, wanted) => {
  const found = await find(text);
  expect(found.split(' ').sort()).toEqual(wanted.split(' ').sort());
});

test('many texts are read at once, each at its place', async () => {
  const found = valueOf(await db.as(null, async (work) => ok(await findCities(work, ['Liverpool, UK', 'Atlantis', '上海']))));
  expect(found.map(({ found: kind }) => kind)).toEqual(['one', 'none', 'one']);
});

test('lists find a city by a misspelt name and go on page by page', async () => {
  const list = async (input: { q?: string; limit: number; cursor?: string }) =>
    valueOf(await db.as(null, (work) => listCities(work, input)));
  expect((await list({ q: 'Liverpol', limit: 10 })).entries.map(({ slug }) => slug).sort()).toEqual(['liverpool-gb', 'liverpool-us']);
  const first = await list({ limit: 3 });
  const second = await list({ limit: 3, cursor: first.nextCursor ?? '' });
  expect([...first.entries, ...second.entries].map(({ slug }) => slug).sort()).toEqual(
    ['liverpool-gb', 'liverpool-us', 'san-francisco-us', 'shanghai-cn'].sort(),
  );
});

test('names are replaced whole, by the steward alone and only over the version that was seen', async () => {
  const name = (text: string, kind: 'official' | 'former' = 'official') => ({ language: 'en', text, kind, origin: 'human' as const });
  const input = { cityId: ids['sf'] ?? '', names: [name('San Francisco'), name('Yerba Buena', 'former')] };
  const stranger = await db.as(liverpool.owner, (work) => replaceNames(work, input), 1);
  expect(stranger).toMatchObject({ ok: false, refusal: { code: 'kernel.forbidden' } });
  const late = await db.as(register.owner, (work) => replaceNames(work, input), 7);
  expect(late).toMatchObject({ ok: false, refusal: { code: 'kernel.stale' } });
  const saved = valueOf(await db.as(register.owner, (work) => replaceNames(work, input), 1));
  expect(saved.version).toBe(2);
  expect(await find('Yerba Buena')).toBe('san-francisco-us');
  expect(await find('旧金山')).toBe('none: ');
});

test('an earlier address leads to the city for ever', async () => {
  const renamed = await db.as(
    register.owner,
    (work) => updateCity(work, { cityId: ids['liverpool-us'] ?? '', slug: 'liverpool-ny-us' }),
    1,
  );
  expect(valueOf(renamed).slug).toBe('liverpool-ny-us');
  const opened = valueOf(await db.as(null, (work) => openCity(work, 'liverpool-us')));
  expect(opened).toMatchObject({ id: ids['liverpool-us'], slug: 'liverpool-ny-us' });
  const taken = await db.as(register.owner, (work) => updateCity(work, { cityId: ids['sf'] ?? '', slug: 'liverpool-us' }), 2);
  expect(taken).toMatchObject({ ok: false, refusal: { problems: [{ path: ['slug'], code: 'cities.slug_taken' }] } });
  // Its own it may take back, and the later one leads to it then.
  const input = { cityId: ids['liverpool-us'] ?? '', slug: 'liverpool-us' };
  expect(valueOf(await db.as(register.owner, (work) => updateCity(work, input), 2)).slug).toBe('liverpool-us');
  expect(valueOf(await db.as(null, (work) => openCity(work, 'liverpool-ny-us'))).slug).toBe('liverpool-us');
});

const ask = (by: AccountId, office: OfficeId, city: string) =>
  db.as(by, (work) => askAdoption(work, { office, cityId: ids[city] ?? '', note: 'We are the city.' }));

test('a city’s office adopts its city: asked by it, answered by the register office, and the entry passes to it', async () => {
  const asked = valueOf(await ask(shanghai.owner, shanghai.office, 'shanghai'));
  expect(await ask(shanghai.owner, shanghai.office, 'shanghai')).toMatchObject({ ok: false, refusal: { code: 'cities.already_asked' } });
  expect(valueOf(await db.as(liverpool.owner, (work) => listAdoptions(work, {}))).entries).toEqual([]);
  const answer = (by: AccountId, approved: boolean) => db.as(by, (work) => answerAdoption(work, { adoptionId: asked.id, approved }));
  expect(await answer(shanghai.owner, true)).toMatchObject({ ok: false, refusal: { code: 'kernel.forbidden' } });
  expect(await answer(liverpool.owner, true)).toMatchObject({ ok: false, refusal: { code: 'cities.adoption_not_found' } });
  expect(valueOf(await answer(register.owner, true)).state).toBe('approved');
  expect(await answer(register.owner, true)).toMatchObject({ ok: false });
  const city = valueOf(await db.as(shanghai.owner, (work) => getCity(work, { city: 'shanghai-cn' })));
  expect(city).toMatchObject({ steward: { id: shanghai.office }, officeId: shanghai.office, mayEdit: true, version: 2 });
  const known = await db.as(null, async (work) =>
    ok([await cityOfOffice(work, shanghai.office), await cityOfOffice(work, register.office)]),
  );
  expect(valueOf(known)).toEqual([ids['shanghai'], null]);
  expect(await ask(shanghai.owner, shanghai.office, 'sf')).toMatchObject({ ok: false, refusal: { code: 'cities.office_has_city' } });
  expect(await ask(liverpool.owner, liverpool.office, 'shanghai')).toMatchObject({ ok: false, refusal: { code: 'cities.has_office' } });
});

test('cities are named by id in one go, unknown ones left out', async () => {
  const list = [ids['liverpool'], ids['sf'], '01a212ff-c0b5-774b-811b-83a1091ce8dd'] as CityId[];
  const named = valueOf(await db.as(null, async (work) => ok(await citiesByIds(work, list))));
  expect([...named.values()].map(({ slug }) => slug).sort()).toEqual(['liverpool-gb', 'san-francisco-us']);
});

test('of four who record the same place at once one does, and the others are told that it is on record', async () => {
  const oslo = place(3143244, 'Oslo', 'NO');
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => db.as(register.owner, (work) => addCity(work, { office: register.office }, oslo))),
  );
  expect(answers.filter(({ ok: done }) => done)).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.kind]))).toEqual(['conflict', 'conflict', 'conflict']);
});

test('a city of China is found by its short name, before what merely sounds so', async () => {
  await record(register, place(1566083, 'Hue', 'VN'), '顺化');
  const found = async (q: string) =>
    valueOf(await db.as(null, (work) => search(work, { q, limit: 10 })))
      .entries.filter(({ kind }) => kind === 'city')
      .map(({ slug }) => slug);
  expect([(await found('沪'))[0], (await found('滬'))[0], (await found('上海'))[0]]).toEqual(['shanghai-cn', 'shanghai-cn', 'shanghai-cn']);
  expect(valueOf(await db.as(null, (work) => listCities(work, { q: '沪', limit: 10 }))).entries.map(({ slug }) => slug)).toContain(
    'shanghai-cn',
  );
});

test('a city is found by the Chinese name that it had before it was renamed', async () => {
  await record(register, place(498817, 'Saint Petersburg', 'RU'), '圣彼得堡');
  const found = async (q: string) =>
    valueOf(await db.as(null, (work) => listCities(work, { q, limit: 10 }))).entries.map(({ slug }) => slug);
  for (const former of ['列宁格勒', '列寧格勒市', '彼得格勒']) expect(await found(former)).toContain('saint-petersburg-ru');
});

test('a city that may be one on record is asked about, naming it, and added once that is confirmed', async () => {
  const named = (words: string) => [{ language: 'en', text: words, kind: 'official' as const, origin: 'human' as const }];
  const facts = { office: register.office, country: 'IE', names: named('Ballydoubled') };
  const add = (more: { confirmed?: ['cities.may_be_same']; country?: string } = {}) =>
    db.as(register.owner, (work) => addCity(work, { ...facts, ...more }, null));
  const { id } = valueOf(await add());
  const like = [{ id, title: { en: { text: 'Ballydoubled' } } }];
  expect(await add()).toMatchObject({ refusal: { kind: 'asks', questions: [{ code: 'cities.may_be_same', like }] } });
  expect(await add({ country: 'GB' })).toMatchObject({ ok: true });
  expect(await add({ confirmed: ['cities.may_be_same'] })).toMatchObject({ ok: true });
});
