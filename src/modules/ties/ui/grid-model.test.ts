import { expect, test } from 'vitest';
import type { GridRow } from '../contract/register.ts';
import { noFilter, shownRows, type CellText } from './grid-model.ts';

const row = (name: string, since: string | null, more: Partial<GridRow> = {}): GridRow => ({
  tieId: name,
  slug: name,
  version: 1,
  visibility: 'private',
  ...{ near: null, foundBy: [name] },
  city: { id: name, slug: name, name: { en: { text: name, origin: 'human' } }, country: 'GB', officeId: null },
  classCode: { value: 'sister_city', own: null, differing: 0, source: null },
  since: { value: since === null ? null : { text: since, qualifier: 'exact' }, own: null, differing: 0, source: null },
  status: { value: null, own: null, differing: 0, source: null },
  note: { value: null, own: null, differing: 0, source: null },
  theirs: null,
  ended: null,
  domains: [],
  lastExchange: null,
  next: null,
  ...more,
});
const text: CellText = (known, column) => (column === 'city' ? known.slug : '');
const rows = [
  row('Cork', '2005'),
  row('Aarhus', null),
  row('Basel', '1999-10-18', { since: { value: { text: '1999-10-18', qualifier: 'exact' }, own: null, differing: 1, source: null } }),
];
const names = (filter = {}, order: Parameters<typeof shownRows>[1]['order'] = { key: 'city', descending: false }) =>
  shownRows(rows, { filter: { ...noFilter, ...filter }, order, text }).map(({ slug }) => slug);

test('rows are sorted by the column asked for, those without a value last either way', () => {
  expect(names()).toEqual(['Aarhus', 'Basel', 'Cork']);
  expect(names({}, { key: 'city', descending: true })).toEqual(['Cork', 'Basel', 'Aarhus']);
  expect(names({}, { key: 'since', descending: false })).toEqual(['Basel', 'Cork', 'Aarhus']);
  expect(names({}, { key: 'since', descending: true })).toEqual(['Cork', 'Basel', 'Aarhus']);
});

test('rows are found by any of their words, by class, and by what is doubtful about them', () => {
  expect(names({ q: 'bas' })).toEqual(['Basel']);
  expect(names({ q: 'BÂS' })).toEqual(['Basel']);
  expect(names({ classCode: 'friendly_exchange' })).toEqual([]);
  expect(names({ only: 'differing' })).toEqual(['Basel']);
  expect(names({ only: 'no_date' })).toEqual(['Aarhus']);
});
