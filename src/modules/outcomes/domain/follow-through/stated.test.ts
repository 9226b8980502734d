import { expect, test } from 'vitest';
import { restated, toldOf, unlistedOf } from './stated.ts';

test('of fewer than five nothing is told', () => {
  expect(unlistedOf({ kept: 4, partly: 0, not: 0, unknown: 0 })).toBeNull();
  expect([null, 0, 1, 4, 5].map(toldOf)).toEqual([null, 0, null, null, 5]);
});

test('what became of them is told where five share each fate that occurs, and not one fate alone', () => {
  const tally = { kept: 10, partly: 5, not: 0, unknown: 22 };
  expect(unlistedOf(tally)).toEqual({ total: 37, fates: tally });
  expect(unlistedOf({ ...tally, partly: 4 })).toEqual({ total: 36, fates: null });
  expect(unlistedOf({ kept: 0, partly: 0, not: 9, unknown: 0 })).toEqual({ total: 9, fates: null });
});

test('a statement that differs by fewer than five leaves the one before', () => {
  const of = (kept: number) => unlistedOf({ kept, partly: 5, not: 0, unknown: 22 });
  expect(restated(of(10), of(11))).toEqual(of(10));
  expect(restated(of(10), of(15))).toEqual(of(15));
  expect(restated(null, of(10))).toEqual(of(10));
  expect(restated(of(10), null)).toBeNull();
});
