import { expect, test } from 'vitest';
import { countryLabelOf, labelOf, mayShow, stateOf, type LabelRule } from './naming-policy.ts';

const text = (words: string) => ({ text: words, origin: 'human' as const });
const rule = (more: Partial<LabelRule>): LabelRule => ({
  geonamesId: null,
  cityId: null,
  country: null,
  context: 'any',
  state: 'shown',
  labels: null,
  ...more,
});
const place = { geonamesId: 7, country: 'XK', name: { en: text('Somewhere'), de: text('Irgendwo') } };

test('without a rule a place is shown under its own names', () => {
  expect(mayShow([], place, 'page')).toBe(true);
  expect(labelOf([], place, 'page')).toEqual(place.name);
});

test('a label stands in place of the name in its language alone', () => {
  const rules = [rule({ geonamesId: 7, labels: { en: text('Elsewhere') } })];
  expect(labelOf(rules, place, 'page')).toEqual({ en: text('Elsewhere'), de: text('Irgendwo') });
  expect(labelOf(rules, { ...place, geonamesId: 8 }, 'page')).toEqual(place.name);
  expect(labelOf(rules, { ...place, geonamesId: null }, 'page')).toEqual(place.name);
});

test('a place’s rule goes before its country’s, a context’s before the general one', () => {
  const rules = [
    rule({ country: 'XK', state: 'hidden' }),
    rule({ geonamesId: 7, state: 'shown' }),
    rule({ geonamesId: 7, context: 'import', state: 'quarantined' }),
  ];
  expect([mayShow(rules, place, 'page'), stateOf(rules, place, 'import')]).toEqual([true, 'quarantined']);
  expect(mayShow(rules, { geonamesId: 8, country: 'XK' }, 'page')).toBe(false);
  expect(mayShow(rules, place, 'import')).toBe(false);
});

test('countries are called as the table of regions says, unless a rule says otherwise', () => {
  expect(countryLabelOf([], 'GB', 'page')).toEqual({ en: text('United Kingdom'), 'zh-Hans': text('英国') });
  expect(countryLabelOf([rule({ country: 'GB', labels: { en: text('Britain') } })], 'GB', 'page')['en']).toEqual(text('Britain'));
});
