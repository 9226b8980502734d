import { expect, test } from 'vitest';
import { nearestAgenda } from './nearest.ts';

test('the agenda whose meeting comes first opens; where all is over, the newest', () => {
  const over = { nextStartsAt: null };
  const later = { nextStartsAt: '2026-11-26T02:00:00Z' };
  const sooner = { nextStartsAt: '2026-11-25T06:00:00Z' };
  expect(nearestAgenda([over, later, sooner])).toBe(sooner);
  expect(nearestAgenda([over, { nextStartsAt: null }])).toBe(over);
  expect(nearestAgenda([])).toBeUndefined();
});
