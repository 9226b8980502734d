import { expect, test } from 'vitest';
import type { GridRow } from '../../contract/register.ts';
import { seenByUsAlone, shownRows, sourcesOf, type CellText } from './grid-model.ts';
import { noFilter } from './grid-view.ts';

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
  doubts: { sources: 1, dates: 1, differing: false, unsourced: false, oneSide: false },
  domains: [],
  lastExchange: null,
  next: null,
  ...more,
});
const text: CellText = (known, column) => (column === 'city' ? known.slug : '');
const rows = [
  row('Cork', '2005', { doubts: { sources: 0, dates: 0, differing: false, unsourced: true, oneSide: false } }),
  row('Aarhus', null),
  row('Basel', '1999-10-18', { doubts: { sources: 3, dates: 2, differing: true, unsourced: false, oneSide: true } }),
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
  const port = { classCode: { value: 'own_port', own: null, differing: 0, source: null } };
  const asked = { filter: { ...noFilter, classCode: 'sister_city' }, order: { key: 'city', descending: false }, text } as const;
  const counted = shownRows([row('Genoa', null, port)], { ...asked, common: new Map([['own_port', 'sister_city']]) });
  expect([counted.length, shownRows([row('Genoa', null, port)], asked).length]).toEqual([1, 0]);
  expect(names({ only: 'differing' })).toEqual(['Basel']);
  expect(names({ only: 'unsourced' })).toEqual(['Cork']);
  expect(names({ only: 'one_side' })).toEqual(['Basel']);
  expect(names({ only: 'no_date' })).toEqual(['Aarhus']);
});

test('the sources of a row are those of all that it shows, each once, the date’s first', () => {
  const said = (source: string | null) => ({ value: null, own: null, differing: 0, source });
  const cells = { since: said('Charter'), classCode: said('Wikipedia'), status: said('Charter'), note: said('Letter') };
  expect(sourcesOf(row('Basel', '1999', cells))).toEqual(['Charter', 'Wikipedia', 'Letter']);
  expect(sourcesOf(row('Cork', null, { classCode: said('Wikipedia') }))).toEqual(['Wikipedia']);
  expect(sourcesOf(row('Aarhus', null))).toEqual([]);
});

test('a public row whose note or date is for our office alone is seen in part; a private one says so as a whole', () => {
  const note = { value: 'älteste', own: { id: 'n', value: 'älteste', visibility: 'private' as const }, differing: 0, source: null };
  expect(seenByUsAlone(row('Cologne', null, { visibility: 'public', note }))).toEqual(['note']);
  expect(seenByUsAlone(row('Cologne', null, { note }))).toEqual([]);
  expect(
    seenByUsAlone(row('Cologne', null, { visibility: 'public', note: { ...note, own: { ...note.own, visibility: 'public' } } })),
  ).toEqual([]);
});
