import { expect, test } from 'vitest';
import { spotAfter } from './grid-focus.ts';

const size = { rows: 4, columns: 3 };

test('arrows move one cell and stop at the edges', () => {
  expect(spotAfter('ArrowDown', false, { row: 0, column: 0 }, size)).toEqual({ row: 1, column: 0 });
  expect(spotAfter('ArrowUp', false, { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
  expect(spotAfter('ArrowRight', false, { row: 2, column: 2 }, size)).toEqual({ row: 2, column: 2 });
});

test('Home and End go along the row, with Control to the corners', () => {
  expect(spotAfter('End', false, { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 });
  expect(spotAfter('Home', true, { row: 3, column: 2 }, size)).toEqual({ row: 0, column: 0 });
  expect(spotAfter('End', true, { row: 0, column: 0 }, size)).toEqual({ row: 3, column: 2 });
});

test('other keys do not move', () => {
  expect(spotAfter('m', false, { row: 1, column: 1 }, size)).toBeNull();
});
