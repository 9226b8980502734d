import { expect, test } from 'vitest';
import { compareRows, type WordedRow } from './compared.ts';

const row = (key: string, ...words: readonly string[]): WordedRow => ({ key, part: 'said', label: key, words, at: null });

test('a row out of which a name was taken has not changed by that, and the name is not told beside it', () => {
  const frozen = [
    row('one', 'said by […], deputy mayor'),
    row('two', '[…] and […] signed'),
    row('three', 'said by […], deputy mayor'),
    row('whole', '[…]'),
    row('plain', 'said by Ann Lee'),
  ];
  const now = [
    row('one', 'said by Ann Lee, deputy mayor'),
    row('two', 'Ann Lee and Bo Li signed'),
    row('three', 'said by Ann Lee, mayor'),
    row('whole', 'Ann Lee'),
    row('plain', 'said by Bo Li'),
  ];
  const compared = compareRows(frozen, now, '2026-01-01T00:00:00Z');
  expect(compared.map(({ key, change }) => `${key} ${change}`)).toEqual([
    'one same',
    'two same',
    'three changed',
    'whole same',
    'plain changed',
  ]);
  const told = JSON.stringify(compared.flatMap(({ change, is }) => (change === 'same' ? is : [])));
  expect(told).not.toContain('Ann');
});
