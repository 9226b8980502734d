// What everybody finds among the challenges and practices of all cities: by theme, by words of either language, and nothing that is not published.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProfileEntry, publishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked } from '../../contract.ts';
import { listTold } from './list-told.ts';

let db: TestDatabase;
let w: TieWorld;
const tell = async (kind: 'challenge' | 'practice' | 'story', domain: Domain, words: Readonly<Record<string, string>>, isDraft = false) => {
  const text = Object.fromEntries(Object.entries(words).map(([tag, said]) => [tag, { text: said, origin: 'human' as const }]));
  const written = {
    cityId: w.city('Shanghai'),
    kind,
    domain,
    goals: [],
    title: text,
    body: text,
    sought: null,
    saidBy: null,
    source: null,
  };
  const { owner } = w.shanghai;
  const { id: entryId } = valueOf(await db.as(owner, (work) => createProfileEntry(work, written)));
  if (!isDraft) valueOf(await db.as(owner, (work) => publishProfileEntry(work, { entryId, note: 'One person.' })));
};
beforeAll(async () => {
  db = await openTestDatabase();
  w = await openTieWorld(db);
  await tell('practice', 'environment_energy', { 'zh-Hans': '码头岸电' });
  await tell('challenge', 'environment_energy', { en: 'Flooding of old streets' });
  await tell('practice', 'culture', { en: 'Museum nights' });
  await tell('story', 'environment_energy', { en: 'Shore power, a story' });
  await tell('challenge', 'environment_energy', { en: 'Shore power draft' }, true);
});
afterAll(() => db.close());

const find = async (asked: Partial<Asked<'listTold'>>, limit = 20) =>
  valueOf(await listTold((use) => db.as(null, use), { limit, ...asked }));
const titles = async (asked: Partial<Asked<'listTold'>>) =>
  (await find(asked)).entries.map(({ entry: { title } }) => Object.values(title).map(({ text }) => text)[0]);

test('the newest first, narrowed by kind and domain; stories and drafts are none of it', async () => {
  expect(await titles({})).toEqual(['Museum nights', 'Flooding of old streets', '码头岸电']);
  expect(await titles({ kind: 'challenge' })).toEqual(['Flooding of old streets']);
  expect(await titles({ domain: 'culture' })).toEqual(['Museum nights']);
  expect(await titles({ country: 'GB' })).toEqual([]);
  const { nextCursor, total, countries } = await find({}, 2);
  expect([total, countries, nextCursor === null]).toEqual([3, ['CN'], false]);
  expect((await find({ cursor: nextCursor ?? '' }, 2)).entries.map(({ entry }) => entry.title)).toEqual([
    { 'zh-Hans': { text: '码头岸电', origin: 'human' } },
  ]);
});

test('words of either language find what is written in the other; what shares a field alone is not found', async () => {
  expect(await titles({ q: 'shore power' })).toEqual(['码头岸电']);
  expect(await titles({ q: '内涝 flooding' })).toEqual(['Flooding of old streets']);
  expect(await titles({ q: '博物馆' })).toEqual(['Museum nights']);
  expect(await titles({ q: 'blorptangle' })).toEqual([]);
  expect(await titles({ q: 'shore power', domain: 'culture' })).toEqual([]);
});

test.each(['energy', '能源', 'climate', 'Environment'])('the name of a domain finds what lies in it: %s', async (q) => {
  expect((await titles({ q })).toSorted()).toEqual(['Flooding of old streets', '码头岸电']);
  expect(await titles({ q, domain: 'culture' })).toEqual([]);
});
