import { expect, test } from 'vitest';
import { changesOf, clashesOf } from '#client/merge-changes.ts';
import { rowFields, rowsOf, rowWords, type RowFields } from './row-fields.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}
const rows = (...names: readonly string[]): readonly Row[] => names.map((name) => ({ id: name.slice(0, 1), name }));
const fields = (...names: readonly string[]): RowFields<Row> => rowFields(rows(...names), ({ id }) => id);
const words = (...lists: readonly RowFields<Row>[]) =>
  rowWords(lists, { label: ({ name }) => name, show: ({ name }) => name, gone: 'removed' });

test('changes of two people in different rows are both kept, in the order of who was first', () => {
  const [base, mine, theirs] = [fields('a', 'b', 'c'), fields('a', 'b2', 'd'), fields('x', 'a2', 'b', 'c')];
  const keys = words(base, mine).map(({ key }) => key);
  expect(clashesOf(keys, { base, mine, theirs })).toEqual([]);
  expect(rowsOf({ ...theirs, ...changesOf(keys, base, mine) }).map(({ name }) => name)).toEqual(['x', 'a2', 'b2', 'd']);
});

test('only a row that both changed asks, and says what stands on either side', () => {
  const [base, mine, theirs] = [fields('a', 'b', 'c'), fields('a1', 'b1', 'c'), fields('a2', 'c')];
  const known = words(base, mine);
  const open = clashesOf(
    known.map(({ key }) => key),
    { base, mine, theirs },
  );
  expect(known.filter(({ key }) => open.includes(key)).map(({ label, show }) => [label, show(mine), show(theirs)])).toEqual([
    ['a', 'a1', 'a2'],
    ['b', 'b1', 'removed'],
  ]);
});

test('rows with one key are both there', () => {
  expect(rowsOf(fields('a', 'a2'))).toEqual(rows('a', 'a2'));
});
