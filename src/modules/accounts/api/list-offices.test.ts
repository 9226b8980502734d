import { expect, test } from 'vitest';
import type { MultilingualText } from '#kernel/language.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import { listOffices } from './list-offices.ts';
import { nameOffices } from './name-offices.ts';

const db = await ownTestDatabase();

const text = (words: string) => ({ text: words, origin: 'human' as const });

/** Founds an office and gives it a name in several languages. */
async function named(slug: string, name: MultilingualText, kind: 'chamber' | 'city' = 'chamber') {
  const founded = await db.foundOffice({ slug, kind });
  await db.owner.query('update accounts.office set name = $2 where id = $1', [founded.office, name]);
  return founded;
}

const slugsOf = async (asked: Omit<Parameters<typeof listOffices>[1], 'limit'>) => {
  const { owner } = await db.foundOffice();
  return valueOf(await db.as(owner, (work) => listOffices(work, { limit: 50, ...asked }))).entries.map(({ slug }) => slug);
};

test('an office is found by part of its name in any language, whatever case, accents and width', async () => {
  await named('finder-muenchen', { en: text('Chamber of München'), 'zh-Hans': text('慕尼黑商会') });
  for (const q of ['MUNCHEN', 'münchen', 'ｍｕｎｃｈｅｎ', '慕尼黑', 'finder-mue'])
    expect([q, await slugsOf({ q })]).toEqual([q, ['finder-muenchen']]);
  expect(await slugsOf({ q: 'human' })).toEqual([]);
  expect(await slugsOf({ q: '%' })).toEqual([]);
});

test('a kind narrows the list, and every page follows the one before by slug', async () => {
  for (const n of [1, 2, 3]) await named(`paged-${n}`, { en: text(`Paged chamber ${n}`) });
  await named('paged-city', { en: text('Paged city') }, 'city');
  expect(await slugsOf({ q: 'paged', kind: 'city' })).toEqual(['paged-city']);
  const { owner } = await db.foundOffice();
  const first = valueOf(await db.as(owner, (work) => listOffices(work, { q: 'paged', limit: 2 })));
  const rest = valueOf(await db.as(owner, (work) => listOffices(work, { q: 'paged', limit: 2, cursor: first.nextCursor ?? '' })));
  expect([first, rest].map(({ entries }) => entries.map(({ slug }) => slug))).toEqual([
    ['paged-1', 'paged-2'],
    ['paged-3', 'paged-city'],
  ]);
  expect(rest.nextCursor).toBeNull();
});

test('a cursor that no page gave out is refused', async () => {
  const { owner } = await db.foundOffice();
  expect(await db.as(owner, (work) => listOffices(work, { limit: 2, cursor: 'x' }))).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['cursor'], code: 'kernel.bad_format' }] },
  });
});

test('names of offices are for everybody, and what is no office has none', async () => {
  const { office } = await named('named-one', { en: text('Named one') });
  const names = valueOf(await db.as(null, async (work) => ({ ok: true, value: await nameOffices(work, [office, office, newId()]) })));
  expect([...names]).toEqual([[office, { en: text('Named one') }]]);
});
