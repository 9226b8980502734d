import { afterAll, beforeAll, expect, test } from 'vitest';
import { regionName } from '#kernel/region-names.ts';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { CityId } from '../domain/city.ts';
import { addCity } from './add-city.ts';
import { createLabelRule, listLabelRules, removeLabelRule, updateLabelRule } from './change-naming.ts';
import { findCities } from './find-city.ts';
import { listRegionLabels } from './naming.ts';
import { listCities } from './list-cities.ts';
import { citiesByIds, getCity } from './open-city.ts';
import { search } from './search.ts';

let db: TestDatabase;
let register: TestOffice;
let other: TestOffice;
let id: CityId;
const gazetteer = { geonamesId: 99, name: 'Somewhere', country: 'IE', alsoCalled: [], latitude: 1, longitude: 2, population: 3 };
beforeAll(async () => {
  db = await openTestDatabase();
  [register, other] = [await db.foundOffice({ kind: 'register' }), await db.foundOffice({ kind: 'city' })];
  id = valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office }, gazetteer))).id;
});
afterAll(() => db.close());

const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });
const decision = { context: 'any' as const, country: null, reason: 'Agreed in council', decidedOn: '2026-01-05' };

const seen = async (q: string) => {
  const ask = <T>(use: Parameters<typeof db.as<T>>[1]) => db.as<T>(null, use);
  const page = await ask((work) => getCity(work, { city: 'somewhere-ie' }));
  return {
    page: page.ok ? page.value.name['en']?.text : page.refusal.code,
    list: valueOf(await ask((work) => listCities(work, { limit: 10 }))).entries.length,
    search: valueOf(await ask((work) => search(work, { q, limit: 5 }))).entries.map(({ label }) => label['en']?.text),
    found: valueOf(await ask(async (work) => ok((await findCities(work, [q]))[0]?.found))),
    named: valueOf(await ask(async (work) => ok((await citiesByIds(work, [id])).size))),
  };
};

test('a rule labels the place, then hides it, everywhere at once; removed, the place is as before', async () => {
  const before = { page: 'Somewhere', list: 1, search: ['Somewhere'], found: 'one', named: 1 };
  expect(await seen('Somewhere')).toEqual(before);
  const input = { ...decision, geonamesId: 99, state: 'shown' as const, labels: text('Elsewhere') };
  expect(await db.as(other.owner, (work) => createLabelRule(work, input))).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  const made = valueOf(await db.as(register.owner, (work) => createLabelRule(work, input)));
  expect(await seen('Elsewhere')).toEqual({ page: 'Elsewhere', list: 1, search: ['Elsewhere'], found: 'one', named: 1 });
  expect(await db.as(register.owner, (work) => createLabelRule(work, input))).toMatchObject({ refusal: { code: 'cities.policy_exists' } });

  const { context: _context, country: _country, ...again } = decision;
  const hide = { ...again, ruleId: made.id, state: 'hidden' as const, labels: null };
  expect(await db.as(register.owner, (work) => updateLabelRule(work, hide), 9)).toMatchObject({ refusal: { code: 'kernel.stale' } });
  valueOf(await db.as(register.owner, (work) => updateLabelRule(work, hide), 1));
  expect(await seen('Somewhere')).toEqual({ page: 'cities.not_found', list: 0, search: [], found: 'none', named: 0 });
  const steward = valueOf(await db.as(register.owner, (work) => getCity(work, { city: 'somewhere-ie' })));
  expect(steward.id).toBe(id);

  const listed = valueOf(await listLabelRules((use) => db.as(other.owner, use)));
  expect(listed.mayEdit).toBe(false);
  expect(listed.entries.map(({ id: rule }) => rule)).toContain(made.id);
  valueOf(await db.as(register.owner, (work) => removeLabelRule(work, { ruleId: made.id }), 2));
  expect(await seen('Somewhere')).toEqual(before);
});

test('what the product calls some places from its first day are rules, which the register office alone decides anew or removes', async () => {
  const labels = async () => valueOf(await db.as(null, listRegionLabels)).labels;
  const rules = async () => valueOf(await listLabelRules((use) => db.as(register.owner, use))).entries;
  const presets = await labels();
  expect(Object.keys(await labels())).toEqual(['CD', 'CG', 'FK', 'HK', 'MM', 'MO', 'PS', 'TW']);
  // Neither language has a bracket or dash of a map in it, whatever the browser calls the place.
  expect(['CD', 'CG', 'FK', 'MM'].map((code) => regionName(code, 'en', presets))).toEqual([
    'Democratic Republic of the Congo',
    'Republic of the Congo',
    'Falkland Islands',
    'Myanmar',
  ]);
  expect([regionName('TT', 'en', presets), regionName('PS', 'zh-Hans', presets)]).toEqual(['Trinidad and Tobago', '巴勒斯坦']);
  expect((await labels())['TW']).toMatchObject({ en: { text: 'Taiwan, China' }, 'zh-Hans': { text: '中国台湾' } });
  const preset = (await rules()).find(({ country }) => country === 'MO');
  if (preset === undefined) throw new Error('no rule for Macao');
  const anew = { state: 'shown' as const, labels: text('Macau, China'), reason: 'As its government writes', decidedOn: '2026-01-05' };
  const decide = (account: typeof register.owner) => db.as(account, (work) => updateLabelRule(work, { ...anew, ruleId: preset.id }), 1);
  expect(await decide(other.owner)).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
  expect(await decide(register.owner)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await labels())['MO']).toEqual(text('Macau, China'));
  const falklands = (await rules()).find(({ country }) => country === 'FK');
  valueOf(await db.as(register.owner, (work) => removeLabelRule(work, { ruleId: falklands?.id ?? preset.id }), 1));
  expect(Object.keys(await labels())).toEqual(['CD', 'CG', 'HK', 'MM', 'MO', 'PS', 'TW']);
  // Nobody writes such a row past the use case either.
  const taken = await db.as(other.owner, async (work) =>
    ok(await work.tx.updateTable('cities.label_policy').set({ reason: 'mine' }).where('country', '=', 'TW').returning('id').execute()),
  );
  expect(taken).toEqual({ ok: true, value: [] });
});

test('the list of rules names places as the gazetteer does, not by their numbers alone', async () => {
  const rule = { ...decision, geonamesId: 2644210, state: 'shown' as const, labels: text('Liverpool (Merseyside)') };
  valueOf(await db.as(register.owner, (work) => createLabelRule(work, rule)));
  const { entries } = valueOf(await listLabelRules((use) => db.as(register.owner, use)));
  expect(entries.find(({ geonamesId }) => geonamesId === 2644210)?.place).toMatchObject({
    name: { en: { text: 'Liverpool' }, 'zh-Hans': { text: '利物浦' } },
    country: 'GB',
  });
});

test('a rule names one place and says something; a place that may not be shown is not recorded', async () => {
  const nothing = { ...decision, geonamesId: null, state: 'shown' as const, labels: null, reason: '', decidedOn: '' };
  const refused = await db.as(register.owner, (work) => createLabelRule(work, nothing));
  expect(refused.ok ? [] : refused.refusal.problems?.map(({ code }) => code)).toEqual([
    'cities.policy_one_place',
    'cities.policy_says_nothing',
    'kernel.required',
    'kernel.date_missing',
  ]);
  const quarantine = {
    ...decision,
    geonamesId: null,
    country: 'AQ',
    context: 'import' as const,
    state: 'quarantined' as const,
    labels: null,
  };
  valueOf(await db.as(register.owner, (work) => createLabelRule(work, quarantine)));
  const added = await db.as(other.owner, (work) =>
    addCity(work, { office: other.office }, { ...gazetteer, geonamesId: 98, country: 'AQ' }),
  );
  expect(added).toMatchObject({ ok: false, refusal: { code: 'cities.may_not_be_shown' } });
});

test('a city of the register that the gazetteer does not have is labelled and hidden by a rule of its own', async () => {
  const names = [{ language: 'en', text: 'Minamitane', kind: 'official' as const, origin: 'human' as const }];
  const { id: cityId } = valueOf(
    await db.as(register.owner, (work) => addCity(work, { office: register.office, names, country: 'JP' }, null)),
  );
  const called = async () =>
    valueOf(await db.as(null, async (work) => ok((await citiesByIds(work, [cityId])).get(cityId)?.name['en']?.text ?? null)));
  const ruled = { ...decision, geonamesId: null, cityId, state: 'shown' as const, labels: text('Minamitane Town') };
  const made = valueOf(await db.as(register.owner, (work) => createLabelRule(work, ruled)));
  expect(await called()).toBe('Minamitane Town');
  expect(valueOf(await db.as(null, (work) => search(work, { q: 'minamitane town', limit: 5 }))).entries).toHaveLength(1);
  const { entries } = valueOf(await listLabelRules((use) => db.as(register.owner, use)));
  expect(entries.find((rule) => rule.id === made.id)?.place).toEqual({ name: text('Minamitane'), country: 'JP' });
  const { context: _context, country: _country, ...again } = decision;
  valueOf(await db.as(register.owner, (work) => updateLabelRule(work, { ...again, ruleId: made.id, state: 'hidden', labels: null }), 1));
  expect(await called()).toBe(null);
  expect(valueOf(await db.as(null, (work) => search(work, { q: 'minamitane', limit: 5 }))).entries).toEqual([]);
});

test('a rule about a city that stands for a place of the gazetteer is about that place', async () => {
  const made = await db.as(register.owner, (work) =>
    createLabelRule(work, { ...decision, geonamesId: null, cityId: id, state: 'shown', labels: text('Sometown') }),
  );
  expect(valueOf(made)).toMatchObject({ geonamesId: 99, cityId: null });
});
