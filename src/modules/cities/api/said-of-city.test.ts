import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinStatement } from '#modules/evidence/api/pin-statement.ts';
import { withdrawStatement } from '#modules/evidence/api/change-statement.ts';
import type { SourceClass } from '#modules/evidence/domain/source.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { addCity } from './add-city.ts';
import { enterCityStatements, getCitySaid } from './said-of-city.ts';

let db: TestDatabase;
let register: TestOffice;
let town: TestOffice;
let cityId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  [register, town] = [await db.foundOffice({ kind: 'register' }), await db.foundOffice({ kind: 'city' })];
  const names = [{ language: 'en', text: 'Cork', kind: 'official' as const, origin: 'human' as const }];
  cityId = valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office, names, country: 'IE' }, null))).id;
});
afterAll(() => db.close());

const source = (sourceClass: SourceClass, title: string) => ({
  ...{ class: sourceClass, title, publisher: null, address: null, date: null, passage: null, documentId: null },
});
const population = (count: string, from: ReturnType<typeof source>, visibility: 'private' | 'public' = 'public') => ({
  attribute: 'population' as const,
  value: { type: 'count' as const, count, qualifier: 'exact' as const },
  ...{ kind: 'count' as const, source: from, saidBy: null, visibility, sharedWith: [], supersedes: null },
});
const enter = (by: TestOffice, entries: Parameters<typeof enterCityStatements>[1]['entries']) =>
  db.as(by.owner, (work) => enterCityStatements(work, { cityId, office: by.office, entries }));
const said = async (by: TestOffice | null) => {
  const { entries } = valueOf(await db.as(by?.owner ?? null, (work) => getCitySaid(work, { cityId })));
  return entries.map(({ attribute, shown, sources, values }) => {
    const value = shown.first?.value;
    return [attribute, value?.type === 'count' ? value.count : null, sources, values, shown.reason];
  });
};

test('several sources of a figure stand side by side, the higher in rank first; what an office keeps to itself only it sees', async () => {
  const [census] = valueOf(
    await enter(register, [
      population('222333', source('official_publication', 'Census')),
      population('210000', source('encyclopaedia', 'An encyclopaedia')),
      population('210000', source('copy', 'Its mirror')),
    ]),
  ).entries;
  const [own] = valueOf(await enter(town, [population('224000', source('signed_paper', 'Our own count'), 'private')])).entries;
  expect(await said(null)).toEqual([['population', '222333', 3, 2, 'class']]);
  expect(await said(town)).toEqual([['population', '224000', 4, 3, 'class']]);

  const statementId = valueOf(await db.as(null, (work) => getCitySaid(work, { cityId }))).entries[0]?.shown.differing[0]?.id ?? '';
  const pin = { statementId, office: register.office, reason: 'Newer', visibility: 'public' as const };
  valueOf(await db.as(register.owner, (work) => pinStatement(work, pin)));
  expect(await said(null)).toEqual([['population', '210000', 3, 2, 'pinned']]);
  const withdraw = (by: TestOffice, id: string | undefined) =>
    db.as(by.owner, (work) => withdrawStatement(work, { statementId: id ?? '', reason: 'Wrong' }));
  valueOf(await withdraw(register, census?.id));
  valueOf(await withdraw(town, own?.id));
  expect(await said(town)).toEqual([['population', '210000', 2, 1, 'pinned']]);
});

test('all misfits are told at once, and only offices that record cities enter anything', async () => {
  const text = { type: 'text' as const, text: { en: { text: 'Nowhere/Zone', origin: 'human' as const } } };
  const base = population('1.5', source('copy', 'x'));
  const refused = await enter(register, [base, { ...base, attribute: 'time_zone', value: text }, { ...base, attribute: 'port' }]);
  expect(refused).toMatchObject({
    refusal: {
      problems: [
        { path: ['entries', 0, 'value', 'count'], code: 'cities.people_are_whole' },
        { path: ['entries', 1, 'value', 'text'], code: 'cities.zone_unknown' },
        { path: ['entries', 2, 'value', 'type'], code: 'cities.value_misfits' },
      ],
    },
  });
  const company = await db.foundOffice({ kind: 'company' });
  expect(await enter(company, [population('5', source('copy', 'x'))])).toMatchObject({ refusal: { code: 'kernel.forbidden' } });
});
