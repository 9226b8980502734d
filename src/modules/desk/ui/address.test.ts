import { expect, test } from 'vitest';
import { deskSearch, gridViewIn, searchOfView } from './address.ts';

test('the filter and the order of the grid are read from the address and written into it again', () => {
  const search = { on: '2026-11-25', q: '上海', class: 'sister_city', domain: 'sport', only: 'no_date', sort: '-since' };
  expect(deskSearch(search)).toEqual(search);
  expect(searchOfView(gridViewIn(search))).toEqual({ q: '上海', class: 'sister_city', domain: 'sport', only: 'no_date', sort: '-since' });
  expect(gridViewIn({ q: 1999 }).filter.q).toBe('1999');
});

test('what an address should not say is left out', () => {
  expect(deskSearch({ on: 'yesterday', q: { a: 1 }, domain: 'chess', only: 'x', sort: 'size' })).toEqual({});
});
