import { expect, test } from 'vitest';
import { matchOrganisations, type OrganisationId } from './organisation.ts';

const named = (names: Readonly<Record<string, string>>, country: string | null = 'GB') => ({
  name: Object.fromEntries(Object.entries(names).map(([tag, text]) => [tag, { text, origin: 'import' as const }])),
  country,
  city: null,
});
const known = (id: string, names: readonly string[], country: string | null = 'GB') => ({ id: id as OrganisationId, names, country });

test('finds an organisation by a name in any language', () => {
  const onRecord = [known('a', ['cypress water', '柏溪水务'])];
  expect(matchOrganisations([named({ en: 'Cypress WATER' }), named({ 'zh-Hans': '柏溪水务' })], onRecord)).toEqual([
    { known: 'a' },
    { known: 'a' },
  ]);
});

test('keeps the same name in two countries apart, and unknown equals only unknown', () => {
  const onRecord = [known('a', ['alpha'], 'GB'), known('b', ['alpha'], null)];
  expect(matchOrganisations([named({ en: 'Alpha' }, 'US'), named({ en: 'Alpha' }, null)], onRecord)).toEqual([
    { firstNamed: 0 },
    { known: 'b' },
  ]);
});

test('makes one of two named ones that share a name', () => {
  expect(matchOrganisations([named({ en: 'Alpha' }), named({ en: 'Beta' }), named({ en: 'alpha', de: 'Alfa' })], [])).toEqual([
    { firstNamed: 0 },
    { firstNamed: 1 },
    { firstNamed: 0 },
  ]);
});

test('takes the oldest record where two have the name', () => {
  expect(matchOrganisations([named({ en: 'Alpha' })], [known('old', ['alpha']), known('new', ['alpha'])])).toEqual([{ known: 'old' }]);
});
