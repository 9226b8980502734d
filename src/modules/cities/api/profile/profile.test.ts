import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { getSource } from '#modules/evidence/api/enter-source.ts';
import type { Work } from '#platform/work.ts';
import { entryExtent } from '../../contract/extent.ts';
import { addCity } from '../add-city.ts';
import {
  createProfileEntry,
  discardProfileEntry,
  previewProfileEntry,
  publishProfileEntry,
  restoreProfileEntry,
  unpublishProfileEntry,
  updateProfileEntry,
} from './change-profile.ts';
import { getProfile, listEntryHistory, listProfileEntries } from './read-profile.ts';

let db: TestDatabase;
let register: TestOffice;
let city: TestOffice;
let cityId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  [register, city] = [await db.foundOffice({ kind: 'register' }), await db.foundOffice({ kind: 'city' })];
  const names = [{ language: 'en', text: 'Cork', kind: 'official' as const, origin: 'human' as const }];
  const input = { office: register.office, names, country: 'IE' };
  cityId = valueOf(await db.as(register.owner, (work) => addCity(work, input, null))).id;
});
afterAll(() => db.close());

const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });
const note = 'Nobody else is here.';
const read = async (by: TestOffice | null) => valueOf(await db.as(by?.owner ?? null, (work) => getProfile(work, { cityId }))).entries;
const titles = async (by: TestOffice | null): Promise<readonly (string | undefined)[]> =>
  (await read(by)).map(({ title }) => title['en']?.text);

test('a draft is read by nobody but its office; published it is read by all; changed, the public keeps the earlier text', async () => {
  const input = {
    cityId,
    kind: 'story' as const,
    domain: 'trade' as const,
    goals: [],
    title: text('Butter'),
    body: text('The exchange.'),
    sought: null,
  };
  expect(await db.as(city.owner, (work) => createProfileEntry(work, input))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  const draft = valueOf(await db.as(register.owner, (work) => createProfileEntry(work, input)));
  const entryId = draft.id;
  expect([draft.state, await titles(null), await titles(register)]).toEqual(['draft', [], []]);

  const preview = valueOf(await db.as(register.owner, (work) => previewProfileEntry(work, { entryId })));
  expect(preview).toMatchObject({ version: 1, becomes: { title: text('Butter') }, now: null });
  expect(await db.as(city.owner, (work) => previewProfileEntry(work, { entryId }))).toMatchObject({
    ok: false,
    refusal: { code: 'cities.entry_not_found' },
  });

  const published = valueOf(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note }), 1));
  expect([published.state, published.version, await titles(null)]).toEqual(['published', 2, ['Butter']]);
  const changed = valueOf(await db.as(register.owner, (work) => updateProfileEntry(work, { entryId, title: text('Butter and beef') }), 2));
  expect([changed.state, await titles(null)]).toEqual(['changed', ['Butter']]);
  expect(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note }), 2)).toMatchObject({
    refusal: { code: 'kernel.stale' },
  });
  const again = valueOf(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note }), 3));
  expect([again.state, await titles(null)]).toEqual(['published', ['Butter and beef']]);
  const back = valueOf(await db.as(register.owner, (work) => unpublishProfileEntry(work, { entryId }), 4));
  expect([back.state, await titles(null)]).toEqual(['draft', []]);
});

test('the working list is for members of the steward alone', async () => {
  const list = (by: TestOffice) => db.as(by.owner, (work) => listProfileEntries(work, { cityId }));
  expect(valueOf(await list(register)).entries).toHaveLength(1);
  expect(await list(city)).toMatchObject({ ok: false, refusal: { code: 'kernel.forbidden' } });
});

test('a draft that nobody has read is discarded, once; what was published before is not', async () => {
  const as = <T>(use: (work: Work) => Promise<Result<T>>, version?: number) => db.as(register.owner, use, version);
  const input = { cityId, kind: 'story' as const, domain: null, goals: [], sought: null, title: text('Fish'), body: text('Fish.') };
  const listed = async () => valueOf(await as((work) => listProfileEntries(work, { cityId }))).entries.map(({ id }) => id);
  const { id: entryId, version } = valueOf(await as((work) => createProfileEntry(work, input)));
  expect(await listed()).toContain(entryId);
  expect(await as((work) => discardProfileEntry(work, { entryId }), version + 1)).toMatchObject({ refusal: { kind: 'stale' } });
  valueOf(await as((work) => discardProfileEntry(work, { entryId }), version));
  expect(await listed()).not.toContain(entryId);
  expect(await as((work) => discardProfileEntry(work, { entryId }))).toMatchObject({ refusal: { kind: 'not_found' } });
  const { id: read } = valueOf(await as((work) => createProfileEntry(work, input)));
  valueOf(await as((work) => publishProfileEntry(work, { entryId: read, note })));
  valueOf(await as((work) => unpublishProfileEntry(work, { entryId: read })));
  expect(await as((work) => discardProfileEntry(work, { entryId: read }))).toMatchObject({
    refusal: { code: 'cities.entry_was_published' },
  });
});

test('what is half in a language is not published, and what is missing is named', async () => {
  const half = { title: { 'zh-Hans': { text: '盐', origin: 'human' as const } }, body: text('Salt.') };
  const input = { cityId, kind: 'story' as const, domain: null, goals: [], sought: null, ...half };
  const { id: entryId } = valueOf(await db.as(register.owner, (work) => createProfileEntry(work, input)));
  expect(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note }))).toMatchObject({
    refusal: {
      problems: [
        { path: ['title', 'en'], code: 'cities.title_missing_en' },
        { path: ['body', 'zh-Hans'], code: 'cities.body_missing_zh' },
      ],
    },
  });
});

test('where a text is said belongs to the text: it is public as long as the text is, and comes back with an earlier one', async () => {
  const said = (title: string) => ({
    source: {
      class: 'press_or_study' as const,
      title,
      publisher: null,
      address: null,
      date: null,
      documentId: null,
      passage: 'Of salt.',
      place: 'p. 3',
    },
  });
  const begun = { cityId, kind: 'practice' as const, domain: null, goals: [], sought: null, title: text('Salt'), body: text('We dry it.') };
  const as = <T>(use: Parameters<typeof db.as<T>>[1]) => db.as(register.owner, use);
  const { id: entryId } = valueOf(await as((work) => createProfileEntry(work, { ...begun, ...said('A paper'), saidBy: 'Ann Lee, mayor' })));
  const told = async () => {
    const entry = (await read(null)).find(({ id }) => id === entryId);
    return entry === undefined ? null : [entry.source?.title, entry.source?.passage, entry.source?.place, entry.saidBy];
  };
  const drafted = valueOf(await as((work) => listProfileEntries(work, { cityId }))).entries.find(({ id }) => id === entryId);
  const first = drafted?.source?.id;
  if (first === undefined) throw new Error('no source');
  const mayRead = async (sourceId: typeof first) => (await db.as(null, (work) => getSource(work, { sourceId }))).ok;
  expect([await told(), await mayRead(first)]).toEqual([null, false]);
  valueOf(await as((work) => publishProfileEntry(work, { entryId, note })));
  expect([await told(), await mayRead(first)]).toEqual([['A paper', 'Of salt.', 'p. 3', 'Ann Lee, mayor'], true]);
  const changed = valueOf(await as((work) => updateProfileEntry(work, { entryId, ...said('A study'), saidBy: null })));
  const second = changed.source?.id ?? first;
  expect([await told(), await mayRead(first), await mayRead(second)]).toEqual([
    ['A paper', 'Of salt.', 'p. 3', 'Ann Lee, mayor'],
    true,
    false,
  ]);
  valueOf(await as((work) => publishProfileEntry(work, { entryId, note })));
  expect([await told(), await mayRead(first), await mayRead(second)]).toEqual([['A study', 'Of salt.', 'p. 3', null], false, true]);
  valueOf(await as((work) => updateProfileEntry(work, { entryId, source: null })));
  valueOf(await as((work) => restoreProfileEntry(work, { entryId, textVersion: 1 })));
  valueOf(await as((work) => publishProfileEntry(work, { entryId, note })));
  expect([await told(), await mayRead(second)]).toEqual([['A paper', 'Of salt.', 'p. 3', 'Ann Lee, mayor'], false]);
  const texts = valueOf(await as((work) => listEntryHistory(work, { entryId }))).entries.flatMap(({ content }) => content ?? []);
  expect(texts.map(({ source }) => source?.title ?? null)).toEqual(['A paper', null, 'A study', 'A paper']);
  valueOf(await as((work) => unpublishProfileEntry(work, { entryId })));
  expect([await told(), await mayRead(first)]).toEqual([null, false]);
  const wrong = { ...said('').source, passage: null };
  expect(await as((work) => updateProfileEntry(work, { entryId, kind: 'partner_call', source: wrong }))).toMatchObject({
    refusal: { problems: [{ path: ['sought'] }, { path: ['source', 'title'] }] },
  });
});

test('places and days belong to the text of what is sought or brought, and to nothing else', async () => {
  const as = <T>(use: (work: Work) => Promise<Result<T>>) => db.as(register.owner, use);
  const extent = { places: ['Cork', 'Cobh'], from: '2026-01-01', until: '2027-12-31' };
  const begun = { cityId, kind: 'need' as const, domain: null, goals: [], sought: null, title: text('Quays'), body: text('New quays.') };
  const { id: entryId } = valueOf(await as((work) => createProfileEntry(work, { ...begun, extent })));
  valueOf(await as((work) => publishProfileEntry(work, { entryId, note })));
  const told = async () => (await read(null)).find(({ id }) => id === entryId)?.extent;
  expect(await told()).toEqual(extent);
  // What is changed since is not public yet, and an earlier text comes back with its own.
  const later = valueOf(await as((work) => updateProfileEntry(work, { entryId, extent: { ...extent, until: null } })));
  expect([later.extent?.until, await told()]).toEqual([null, extent]);
  expect(valueOf(await as((work) => restoreProfileEntry(work, { entryId, textVersion: 1 }))).extent).toEqual(extent);
  // Nothing said is one nothing.
  const nothing = { places: [], from: null, until: null };
  expect(valueOf(await as((work) => updateProfileEntry(work, { entryId, extent: nothing }))).extent).toBeNull();
  expect(await as((work) => createProfileEntry(work, { ...begun, kind: 'story', extent }))).toMatchObject({
    refusal: { problems: [{ path: ['extent'], code: 'cities.extent_elsewhere' }] },
  });
  valueOf(await as((work) => updateProfileEntry(work, { entryId, extent })));
  expect(valueOf(await as((work) => updateProfileEntry(work, { entryId, kind: 'story' }))).extent).toBeNull();
  for (const [wrong, code] of [
    [{ ...extent, until: '2025-12-31' }, 'cities.ends_before_start'],
    [{ ...extent, places: ['Cork; Cobh'] }, 'cities.place_by_place'],
    [{ ...extent, places: ['<b>Cork</b>'] }, 'cities.plain_words'],
  ] as const)
    expect(JSON.stringify(entryExtent.safeParse(wrong).error?.issues)).toContain(code);
});
