// What people type, and what they must be shown first: the measure of the search.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '../postgres/test-database.ts';
import { newId } from '../work.ts';
import { searchTerms, writeManySearchTerms } from './search-terms.ts';

/** Names, other spellings, people. */
const world: Readonly<Record<string, readonly [readonly string[], readonly string[], number | null]>> = {
  shanghai: [['Shanghai', '上海'], ['Schanghai', 'Šanghaj', 'Шанхай', '上海市'], 24_874_500],
  shanhaiguan: [['Shanhaiguan', '山海关'], [], 140_000],
  'liverpool-gb': [['Liverpool', '利物浦'], ['Lerpwl', 'Liverpolium', 'Liverpul'], 864_122],
  'liverpool-au': [['Liverpool'], [], 27_084],
  'east-liverpool-us': [['East Liverpool'], [], 10_951],
  'san-francisco': [['San Francisco', '旧金山'], ['三藩市', 'Сан-Франциско', 'Frisco'], 864_816],
  'los-angeles': [['Los Angeles', '洛杉矶'], ['LA'], 3_971_883],
  'new-york': [['New York City', '纽约'], ['Nueva York', 'NYC'], 8_804_190],
  york: [['York'], [], 153_717],
  osaka: [['Osaka', '大阪'], ['大坂', 'Ōsaka', 'おおさか', '오사카시'], 2_753_862],
  istanbul: [['Istanbul', '伊斯坦布尔', 'Constantinople'], ['İstanbul', 'Byzantium'], 15_701_602],
  moscow: [['Moscow', '莫斯科'], ['Москва', 'Moskau'], 10_381_222],
  cairo: [['Cairo', '开罗'], ['القاهرة', 'Le Caire'], 9_606_916],
  chongqing: [['Chongqing', '重庆'], ['重慶', 'Chungking'], 7_457_600],
  'sao-paulo': [['São Paulo', '圣保罗'], [], 12_400_232],
  lodz: [['Łódź'], ['Lodsch'], 768_755],
  xian: [['Xi’an', '西安'], [], 12_952_907],
  cork: [['Cork', '科克'], ['Corcaigh'], 222_333],
  hamlet: [['Corkville'], [], null],
};

let db: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const hidden = ['Quietford', '静城', 'Shanghai Secret Works', 'Zürichberg', 'Liverpool of ours'];

beforeAll(async () => {
  db = await openTestDatabase();
  [office, other] = [await db.foundOffice(), await db.foundOffice()];
  const subjects = Object.entries(world).map(([slug, [terms, alsoCalled, people]]) => ({
    kind: 'city' as const,
    id: newId(),
    slug,
    label: { en: { text: terms[0] ?? slug, origin: 'human' as const } },
    terms,
    alsoCalled,
    people,
  }));
  const kept = hidden.map((name, at) => ({
    kind: 'organisation' as const,
    id: newId(),
    slug: `hidden-${at}`,
    label: { en: { text: name, origin: 'human' as const } },
    terms: [name],
  }));
  await db.as(office.owner, async (work) => {
    await writeManySearchTerms(work, subjects, 'public');
    return ok(await writeManySearchTerms(work, kept, { office: office.office, visibility: 'private', sharedWith: [] }));
  });
});
afterAll(() => db.close());

const find = async (q: string, by: TestOffice | null = null, limit = 10): Promise<readonly string[]> =>
  valueOf(await db.as(by?.owner ?? null, async (work) => ok(await searchTerms(work, { q, limit })))).map(({ slug }) => slug);

describe('the first find is the one that is meant', () => {
  test.each([
    ['Shanghai', 'shanghai'],
    ['上海', 'shanghai'],
    ['上海市', 'shanghai'],
    ['上', 'shanghai'],
    ['海', 'shanghai'],
    ['shang hai', 'shanghai'],
    ['shanghai', 'shanghai'],
    ['SHANG-HAI', 'shanghai'],
    ['商海', 'shanghai'],
    ['Шанх', 'shanghai'],
    ['анха', 'shanghai'],
    ['sh', 'shanghai'],
    ['s', 'shanghai'],
    ['Shangai', 'shanghai'],
    ['Liverpool', 'liverpool-gb'],
    ['liver', 'liverpool-gb'],
    ['Liverpol', 'liverpool-gb'],
    ['Livrepool', 'liverpool-gb'],
    ['利物浦', 'liverpool-gb'],
    ['li wu pu', 'liverpool-gb'],
    ['利物', 'liverpool-gb'],
    ['east liv', 'east-liverpool-us'],
    ['旧金山', 'san-francisco'],
    ['舊金山', 'san-francisco'],
    ['金山', 'san-francisco'],
    ['jiu jin shan', 'san-francisco'],
    ['jinshan', 'san-francisco'],
    ['san fran', 'san-francisco'],
    ['sanfran', 'san-francisco'],
    ['francisco', 'san-francisco'],
    ['fransisco', 'san-francisco'],
    ['sanfrancisko', 'san-francisco'],
    ['losangelas', 'los-angeles'],
    ['la', 'los-angeles'],
    ['york', 'york'],
    ['newyork', 'new-york'],
    ['yorkcity', 'new-york'],
    ['大阪', 'osaka'],
    ['大坂', 'osaka'],
    ['daban', 'osaka'],
    ['Ōsaka', 'osaka'],
    ['오사', 'osaka'],
    ['Constantinople', 'istanbul'],
    ['constanti', 'istanbul'],
    ['Byzantium', 'istanbul'],
    ['Istambul', 'istanbul'],
    ['москва', 'moscow'],
    ['القاهرة', 'cairo'],
    ['القاه', 'cairo'],
    ['重庆', 'chongqing'],
    ['重慶', 'chongqing'],
    ['重', 'chongqing'],
    ['庆', 'chongqing'],
    ['sao paulo', 'sao-paulo'],
    ['聖保羅', 'sao-paulo'],
    ['lodz', 'lodz'],
    ['Xian', 'xian'],
    ["xi'an", 'xian'],
    ['co', 'istanbul'],
    ['cork', 'cork'],
  ])('%s', async (q, meant) => {
    expect((await find(q))[0]).toBe(meant);
  });
});

test('the whole name goes before a beginning, that before the middle, and the greater of two before the smaller', async () => {
  expect(await find('liverpool')).toEqual(['liverpool-gb', 'liverpool-au', 'east-liverpool-us']);
  expect(await find('york')).toEqual(['york', 'new-york']);
  expect(await find('cork')).toEqual(['cork', 'hamlet']);
});

test('what may have been meant stands behind the few that begin so', async () => {
  expect(await find('shanhai')).toEqual(['shanhaiguan', 'shanghai']);
  expect(await find('shanghai')).toEqual(['shanghai']);
});

test('a find that is cut to one is the best', async () => {
  expect(await find('liverpool', null, 1)).toEqual(['liverpool-gb']);
});

test.each(['%', '_', '\\', '%%%', '😀', '…', "'", '""', '\u{10ffff}', ' ', 'x'.repeat(200), 'ق'.repeat(200), '12', '0', 'zzzz qqqq'])(
  '“%s” finds nothing and harms nothing',
  async (q) => {
    expect(await find(q)).toEqual([]);
  },
);

test('what an office keeps to itself is found by it, whatever part of the name is typed, and by nobody else', async () => {
  const part = fc.constantFrom(...hidden).chain((name) => {
    const letters = [...name];
    return fc
      .tuple(fc.nat(letters.length - 1), fc.integer({ min: 1, max: letters.length }), fc.constantFrom('as is', 'upper', 'slip'))
      .map(([from, length, how]) => {
        const text = letters.slice(from, from + length);
        if (how === 'slip') text.splice(Math.floor(text.length / 2), 1);
        return how === 'upper' ? text.join('').toUpperCase() : text.join('');
      });
  });
  const isHidden = (slug: string): boolean => slug.startsWith('hidden-');
  await fc.assert(
    fc.asyncProperty(part, async (q) => {
      expect((await find(q, other, 50)).filter(isHidden)).toEqual([]);
      expect((await find(q, null, 50)).filter(isHidden)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  for (const [at, name] of hidden.entries())
    for (const q of [name, [...name].slice(0, 3).join(''), name.toUpperCase()]) expect(await find(q, office, 50)).toContain(`hidden-${at}`);
});

test('terms that are written again as they stand are not written at all', async () => {
  const rows = async () =>
    (await db.owner.query<{ x: string }>(`select xmin::text as x from platform.search_term where slug = 'again'`)).rows;
  const subject = {
    kind: 'city' as const,
    id: newId(),
    slug: 'again',
    label: { 'zh-Hans': { text: '再来', origin: 'human' as const }, en: { text: 'Againton', origin: 'human' as const } },
    terms: ['Againton', '再来'],
    people: 5,
  };
  const write = (terms = subject.terms) =>
    db.as(office.owner, async (work) => ok(await writeManySearchTerms(work, [{ ...subject, terms }], 'public')));
  await write();
  const first = await rows();
  await write();
  expect(await rows()).toEqual(first);
  await write(['Againton']);
  expect([first.length, (await rows()).length]).toEqual([3, 1]);
});
