import { expect, test } from 'vitest';
import { changesOf, clashesOf, sameValue } from './merge-changes.ts';

const keys = ['name', 'seats'] as const;
const base = { name: 'Cypress Water', seats: 1 };

test('values are the same whatever the order of their keys', () => {
  expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue([], {})).toBe(false);
});

test('only what was changed is sent', () => {
  expect(changesOf(keys, base, { name: 'Cypress Water', seats: 2 })).toEqual({ seats: 2 });
});

test('a field that only the other changed is no clash', () => {
  expect(clashesOf(keys, { base, mine: { ...base, seats: 2 }, theirs: { ...base, name: 'Cypress' } })).toEqual([]);
});

test('a field that both changed is a clash unless both say the same', () => {
  expect(clashesOf(keys, { base, mine: { ...base, seats: 2 }, theirs: { ...base, seats: 3 } })).toEqual(['seats']);
  expect(clashesOf(keys, { base, mine: { ...base, seats: 2 }, theirs: { ...base, seats: 2 } })).toEqual([]);
});
