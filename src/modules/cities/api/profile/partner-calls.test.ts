import type { Id } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { SoughtShape } from '../../contract/profile.ts';
import type { CityId } from '../../domain/city.ts';
import { addCity } from '../add-city.ts';
import { createLabelRule } from '../change-naming.ts';
import { createProfileEntry, publishProfileEntry, unpublishProfileEntry, updateProfileEntry } from './change-profile.ts';
import { listPartnerCalls, openCalls } from './partner-calls.ts';
import { getProfile } from './read-profile.ts';
import { search } from '../search.ts';

let db: TestDatabase;
let register: TestOffice;
const cityIds = new Map<string, string>();
const note = 'Nobody else is here.';
const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });
const any: SoughtShape = {
  ...{ countries: [], regions: [], sizes: [], domains: [], ties: [], languages: [], offers: {} },
  ...{ contact: text('International office'), reach: 'office@example.org', until: '2099-12-31' },
};

async function call(city: string, sought: SoughtShape): Promise<Id<'ProfileEntry'>> {
  const written = {
    cityId: cityIds.get(city) ?? '',
    kind: 'partner_call' as const,
    domain: null,
    goals: [],
    title: text(city),
    body: text(city),
  };
  const { id: entryId } = valueOf(await db.as(register.owner, (work) => createProfileEntry(work, { ...written, sought })));
  valueOf(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note })));
  return entryId;
}

beforeAll(async () => {
  db = await openTestDatabase();
  register = await db.foundOffice({ kind: 'register' });
  for (const [name, country] of [
    ['Odense', 'DK'],
    ['Kaunas', 'LT'],
    ['Recife', 'BR'],
  ] as const) {
    const names = [{ language: 'en', text: name, kind: 'official' as const, origin: 'human' as const }];
    cityIds.set(name, valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office, names, country }, null))).id);
  }
  await call('Odense', { ...any, countries: ['CN'], domains: ['health'], ties: ['sister_city'], languages: ['en', 'da'] });
  await call('Kaunas', { ...any, regions: ['east_asia'], domains: ['trade', 'health'] });
  await call('Recife', any);
});
afterAll(() => db.close());

const found = async (filter: Partial<Parameters<typeof listPartnerCalls>[1]> = {}): Promise<readonly unknown[]> =>
  valueOf(await db.as(null, (work) => listPartnerCalls(work, { limit: 50, ...filter }))).entries.map(({ title }) => title['en']?.text);

test('everybody finds open calls by theme, by whom they are open to, by form and by language', async () => {
  expect(await found()).toEqual(['Recife', 'Kaunas', 'Odense']);
  expect(await found({ domain: 'health' })).toEqual(['Recife', 'Kaunas', 'Odense']);
  expect(await found({ domain: 'trade' })).toEqual(['Recife', 'Kaunas']);
  expect(await found({ from: 'CN' })).toEqual(['Recife', 'Kaunas', 'Odense']);
  expect(await found({ from: 'JP' })).toEqual(['Recife', 'Kaunas']);
  expect(await found({ from: 'AQ' })).toEqual(['Recife']);
  expect(await found({ tie: 'project_partnership' })).toEqual(['Recife', 'Kaunas']);
  expect(await found({ language: 'da' })).toEqual(['Odense']);
  expect(await found({ country: 'LT' })).toEqual(['Kaunas']);
});

test('calls come a page at a time', async () => {
  const first = valueOf(await db.as(null, (work) => listPartnerCalls(work, { limit: 2 })));
  expect([first.entries.length, first.countries]).toEqual([2, ['BR', 'DK', 'LT']]);
  expect(await found({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['Odense']);
});

test('a call that is over is read by nobody and not published anew before it has a later day', async () => {
  const entryId = await call('Recife', { ...any, offers: text('A harbour') });
  await db.owner.query(
    `update cities.published_entry set until = '2020-01-01', sought = sought || '{"until": "2020-01-01"}' where id = $1`,
    [entryId],
  );
  expect(await found()).toEqual(['Recife', 'Kaunas', 'Odense']);
  const cityId = cityIds.get('Recife') ?? '';
  expect(valueOf(await db.as(null, (work) => getProfile(work, { cityId }))).entries).toHaveLength(1);
  const open = valueOf(await db.as(null, async (work) => ok(await openCalls(work))));
  expect(open.get(cityId as CityId)).toEqual([any]);
  valueOf(await db.as(register.owner, (work) => updateProfileEntry(work, { entryId, sought: { ...any, until: '2020-01-01' } })));
  expect(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note: null }))).toMatchObject({
    refusal: {
      problems: [
        { path: ['note'], code: 'cities.note_needed' },
        { path: ['sought', 'until'], code: 'cities.call_over' },
      ],
    },
  });
});

test('what a partner call says belongs to it alone', async () => {
  const base = { cityId: cityIds.get('Odense') ?? '', domain: null, goals: [], title: text('x'), body: text('x') };
  const begin = (kind: 'need' | 'partner_call', sought: SoughtShape | null) =>
    db.as(register.owner, (work) => createProfileEntry(work, { ...base, kind, sought }));
  expect(await begin('partner_call', null)).toMatchObject({ refusal: { problems: [{ code: 'cities.sought_missing' }] } });
  expect(await begin('need', any)).toMatchObject({ refusal: { problems: [{ code: 'cities.sought_elsewhere' }] } });
  const { id: entryId } = valueOf(await begin('partner_call', any));
  const turned = valueOf(await db.as(register.owner, (work) => updateProfileEntry(work, { entryId, kind: 'need' })));
  expect([turned.kind, turned.sought]).toEqual(['need', null]);
});

test('a call is found by its title and as what it is, as long as it is open and its city is shown', async () => {
  const finds = async (q: string) =>
    valueOf(await db.as(null, (work) => search(work, { q, limit: 50 })))
      .entries.filter(({ kind }) => kind === 'entry')
      .map(({ label, slug }) => [label['en']?.text, slug]);
  expect(await finds('结好意向')).toHaveLength(3);
  expect(await finds('odense')).toEqual([['Odense (Odense)', 'odense-dk']]);
  const { rows } = await db.owner.query<{ id: Id<'ProfileEntry'> }>(
    `select id from cities.published_entry where title->'en'->>'text' = 'Odense'`,
  );
  await db.owner.query(`update cities.published_entry set until = '2020-01-01' where id = $1`, [rows[0]?.id]);
  expect(await finds('odense')).toEqual([]);
  await db.owner.query(`update cities.published_entry set until = '2099-12-31' where id = $1`, [rows[0]?.id]);
  const entryId = rows[0]?.id ?? newId();
  valueOf(await db.as(register.owner, (work) => unpublishProfileEntry(work, { entryId })));
  expect(await finds('odense')).toEqual([]);
  valueOf(await db.as(register.owner, (work) => publishProfileEntry(work, { entryId, note })));
  expect(await finds('odense')).toHaveLength(1);
});

test('the calls of a city that the naming policy hides are found by nobody', async () => {
  const rule = { country: 'BR', geonamesId: null, context: 'any' as const, state: 'hidden' as const, labels: null };
  valueOf(await db.as(register.owner, (work) => createLabelRule(work, { ...rule, reason: 'A test', decidedOn: '2020-01-01' })));
  expect(await found()).toEqual(['Kaunas', 'Odense']);
  const calls = valueOf(await db.as(null, (work) => search(work, { q: '结好意向', limit: 50 }))).entries;
  expect(calls.map(({ slug }) => slug).sort()).toEqual(['kaunas-lt', 'odense-dk']);
});
