import { expect, test } from 'vitest';
import { importSearch, setSearch } from './address.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

test('an address names the import that is looked at, and nothing that is no id', () => {
  expect(importSearch({ import: id })).toEqual({ import: id });
  expect(importSearch({ import: 'x' })).toEqual({});
  expect(importSearch({ import: [id] })).toEqual({});
});

test('an address holds the filter of a set’s ties; what is not known is left out', () => {
  expect(setSearch({ only: 'one_way', city: id })).toEqual({ only: 'one_way', city: id });
  expect(setSearch({ only: 'all', city: 'liverpool-gb' })).toEqual({});
});
