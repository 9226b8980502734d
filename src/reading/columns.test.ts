import { expect, test } from 'vitest';
import { headsAt, isDate, isFigure, kindOfColumn, type ColumnKind } from './columns.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => ({ cells: line.split('|') }));
const known: readonly string[] = ['City', 'Since'];
const headsIn = (cells: readonly string[]): number | null => cells.filter((cell) => known.includes(cell)).length || null;

test.each([
  ['City|Note\nCork|', 0],
  ['Our sisters\nApril 2026\nCity|Since|Note\nCork|2005|', 2],
  ['Our sisters|of today\nCity|Since\nCork|2005', null],
  ['Our sisters\nCity\nCork', null],
  ['Cork|2005', null],
])('the heads are in the first row, or below a title where they name two columns: %j', (text, at) => {
  expect(headsAt(rowsOf(text), headsIn)).toBe(at);
  expect(headsAt([], headsIn)).toBeNull();
});

test('a column is of the first kind of which more of its cells are than a half, or than is said', () => {
  const kinds: readonly ColumnKind<string>[] = [
    ['figure', isFigure, 0.8],
    ['date', isDate],
  ];
  expect(kindOfColumn(['1', '2', '3', '4', '5,5'], kinds)).toBe('figure');
  expect(kindOfColumn(['1999', 'Oct 2005', '3/4/1980', 'long ago'], kinds)).toBe('date');
  expect([kindOfColumn(['1999', 'long ago'], kinds), kindOfColumn([], kinds)]).toEqual([null, null]);
});
