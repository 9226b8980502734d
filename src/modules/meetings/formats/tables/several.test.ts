import { expect, test } from 'vitest';
import { severalIn } from './several.ts';

const known = new Set(['A01', 'A02', 'A03', 'Acme, Inc.', 'Salt and Sons', '北岸仓储']);
const read = (text: string) => severalIn(text, (part) => known.has(part));

test('one cell names several, with whatever sign between them', () => {
  for (const cell of [
    'A01, A02',
    'A01，A02',
    'A01、A02',
    'A01；A02',
    'A01;A02',
    'A01/A02',
    'A01 A02',
    'A01\nA02',
    'A01 and A02',
    'A01和A02',
    'A01 & A02；',
  ])
    expect(read(cell), cell).toEqual(['A01', 'A02']);
  expect(read('A01、A02；A03、A01')).toEqual(['A01', 'A02', 'A03']);
});

test('a name that holds a sign itself stays whole, alone and among others', () => {
  expect(read('Acme, Inc.')).toEqual(['Acme, Inc.']);
  expect(read('Acme, Inc.; A01；Salt and Sons')).toEqual(['Acme, Inc.', 'A01', 'Salt and Sons']);
  expect(read('北岸仓储、A02')).toEqual(['北岸仓储', 'A02']);
});

test('whoever is not known is told by itself beside those who are; nobody known, and the cell is told whole', () => {
  expect(read('A01, Z99')).toEqual(['A01', 'Z99']);
  expect(read('Nobody, Inc. of York')).toEqual(['Nobody, Inc. of York']);
});
