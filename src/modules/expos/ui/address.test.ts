import { expect, test } from 'vitest';
import { editionSearch } from './address.ts';

test('the address of an exhibitor list keeps what it is narrowed down by, and nothing that is no filter', () => {
  const topic = '01890a5d-ac96-774b-bcce-b302099a8057';
  const chosen = { q: 'glass', by: 'name', country: 'GB', market: 'CN', offers: topic, seeks: topic, size: 'to_49' };
  expect(editionSearch(chosen)).toEqual(chosen);
  expect(editionSearch({ by: 'stand', country: 'Britain', market: 7, offers: "x' or true", size: 'huge', other: '1' })).toEqual({});
});
