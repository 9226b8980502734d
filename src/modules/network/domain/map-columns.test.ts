import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { isOneSided, type MapTie } from './map-columns.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';

const [a, b] = ['a', 'b'] as unknown as readonly [TieCityId, TieCityId];
const [ofA, ofB, stranger] = ['office of a', 'office of b', 'another'] as unknown as readonly [OfficeId, OfficeId, OfficeId];
const tie = (words: Partial<MapTie>): MapTie => ({ a, b, keepers: [], side: null, isListed: false, ...words });
const both = (city: TieCityId): OfficeId => (city === a ? ofA : ofB);
const onlyA = (city: TieCityId): OfficeId | null => (city === a ? ofA : null);

test('a tie is one-sided where each word of it is the same side’s, and a city without an office here is not silent', () => {
  expect(isOneSided(tie({ keepers: [ofA] }), both)).toBe(true);
  expect(isOneSided(tie({ keepers: [ofA] }), onlyA)).toBe(false);
  expect(isOneSided(tie({ keepers: [ofA, ofB] }), both)).toBe(false);
  expect(isOneSided(tie({ keepers: [stranger] }), both)).toBe(false);
  expect(isOneSided(tie({ isListed: true, side: 'b' }), onlyA)).toBe(true);
  expect(isOneSided(tie({ isListed: true, side: null }), both)).toBe(false);
  expect(isOneSided(tie({ isListed: true, side: 'b', keepers: [ofA] }), both)).toBe(false);
  expect(isOneSided(tie({}), both)).toBe(false);
});
