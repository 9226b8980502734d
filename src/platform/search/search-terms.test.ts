import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { newId } from '../work.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '../postgres/test-database.ts';
import { matchTerms } from './match-terms.ts';
import { removeSearchTerms, searchTerms, writeSearchTerms, type TermAudience } from './search-terms.ts';

let db: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const ids = new Map<string, string>();

async function enter(
  slug: string,
  terms: readonly string[],
  audience: TermAudience = 'public',
  kind: 'city' | 'organisation' | 'tie' = 'city',
) {
  const id = ids.get(slug) ?? newId();
  ids.set(slug, id);
  const label = { en: { text: terms[0] ?? slug, origin: 'human' as const } };
  await db.as(office.owner, async (work) => ok(await writeSearchTerms(work, { kind, id, slug, label, terms }, audience)));
}

beforeAll(async () => {
  db = await openTestDatabase();
  [office, other] = [await db.foundOffice(), await db.foundOffice()];
  await enter('shanghai', ['Shanghai', '上海', 'Schanghai']);
  await enter('liverpool', ['Liverpool', '利物浦']);
  await enter('san-francisco', ['San Francisco', '旧金山']);
  await enter('cork', ['Cork', 'Corcaigh']);
  await enter('rio--porto', ['Rio de Janeiro – Porto', '里约热内卢 – 波尔图'], 'public', 'tie');
  await enter('own', ['Harbour Works of Liverpool'], { office: office.office, visibility: 'private', sharedWith: [] }, 'organisation');
  await enter('shared', ['Harbour School'], { office: office.office, visibility: 'shared', sharedWith: [other.office] }, 'organisation');
});
afterAll(() => db.close());

const find = async (q: string, by: TestOffice | null = null): Promise<readonly string[]> =>
  valueOf(await db.as(by?.owner ?? null, async (work) => ok(await searchTerms(work, { q, limit: 20 })))).map(
    ({ slug, fit }) => `${slug} ${fit}`,
  );

test.each([
  ['Shanghai', ['shanghai whole']],
  ['上海', ['shanghai whole']],
  ['shang hai', ['shanghai whole']],
  ['SHANG-HAI', ['shanghai whole']],
  ['shanhai', ['shanghai near']],
  ['Liverpol', ['liverpool near']],
  ['舊金山', ['san-francisco whole']],
  ['francisco', ['san-francisco part']],
  ['co', ['cork part']],
  ['%', []],
  ['_', []],
  ['Rio de Janeiro, Porto', ['rio--porto whole']],
  ['porto rio de janeiro', ['rio--porto whole']],
  ['波尔图 里约热内卢', ['rio--porto whole']],
  ['波爾圖—里約熱內盧', ['rio--porto whole']],
  ['Francisco San', ['san-francisco near']],
  ['nothing like it', []],
])('“%s” finds %o', async (q, wanted) => {
  expect(await find(q)).toEqual(wanted);
});

test('what an office keeps to itself is found by it, by those it shares with, and by nobody else', async () => {
  expect(await find('harbour', office)).toEqual(['shared part', 'own part']);
  expect(await find('harbour', other)).toEqual(['shared part']);
  expect(await find('harbour')).toEqual([]);
  expect(await find('liverpool', office)).toEqual(['liverpool whole', 'own part']);
});

test('an office writes and removes its own terms only, and nobody signed in writes none', async () => {
  const id = ids.get('own') ?? '';
  await db.as(other.owner, async (work) => ok(await removeSearchTerms(work, { kind: 'organisation', id }, office.office)));
  expect(await find('harbour works', office)).toEqual(['own part']);
  const subject = { kind: 'city' as const, id: newId(), slug: 'x', label: { en: { text: 'X', origin: 'human' as const } }, terms: ['X'] };
  await expect(db.as(null, async (work) => ok(await writeSearchTerms(work, subject, 'public')))).rejects.toThrow(/row-level security/);
});

test('terms written anew take the place of the earlier ones', async () => {
  await enter('renamed', ['Byzantium']);
  await enter('renamed', ['Constantinople']);
  expect([await find('Byzantium'), await find('Constantinople')]).toEqual([[], ['renamed whole']]);
});

test('many texts are matched at once, each at its place', async () => {
  const matched = valueOf(
    await db.as(null, async (work) => ok(await matchTerms(work, { kind: 'city', texts: ['上海', 'Liverpol', '', '?'] }))),
  );
  expect(matched).toEqual([
    { exact: [ids.get('shanghai')], near: [] },
    { exact: [], near: [ids.get('liverpool')] },
    { exact: [], near: [] },
    { exact: [], near: [] },
  ]);
});

test('whatever is typed is answered, and a stranger never finds what is kept private', async () => {
  const typed = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom("'", '\\', '%%', '上', 'harbour %', 'own'));
  await fc.assert(
    fc.asyncProperty(typed, async (q) => {
      expect((await find(q.replaceAll('\0', ''))).filter((found) => /^(own|shared) /.test(found))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a name with one letter left out, doubled or swapped still finds its city', async () => {
  const names = ['Shanghai', 'Liverpool', 'San Francisco'] as const;
  const slips = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom('drop', 'double', 'swap'));
  const slipped = ([name, at, slip]: readonly [string, number, string]): string => {
    const i = 1 + (at % (name.length - 2));
    if (slip === 'drop') return name.slice(0, i) + name.slice(i + 1);
    if (slip === 'double') return name.slice(0, i) + name.slice(i - 1);
    return name.slice(0, i) + (name[i + 1] ?? '') + (name[i] ?? '') + name.slice(i + 2);
  };
  await fc.assert(
    fc.asyncProperty(slips, async (slip) => {
      const found = (await find(slipped(slip))).map((entry) => entry.split(' ')[0]);
      expect(found).toContain(slip[0].toLowerCase().replace(' ', '-'));
    }),
    { numRuns: 40 },
  );
});
