import { expect, test } from 'vitest';
import { endPoint, pointAfter, type SearchPoint } from './search-points.ts';

const point = (elapsedMs: number, bound: number | null): SearchPoint => ({ elapsedMs, placed: 8, bound, breaks: 0, breaksBound: null });

test('a bound never rises and is never lost: what is proven stays proven', () => {
  const after = (last: number | null, told: number | null) => pointAfter(point(0, last), point(1, told)).bound;
  expect([after(92, 95), after(95, 92), after(92, null), after(null, 92), after(null, null)]).toEqual([92, 92, 92, 92, null]);
  expect(pointAfter(null, point(1, 95)).bound).toBe(95);
});

test('the picture of a search ends when the search did', () => {
  expect(endPoint(point(1_000, 92), 60_000)).toEqual(point(60_000, 92));
  expect(endPoint(null, 60_000)).toBeNull();
});
