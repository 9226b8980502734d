import { expect, test } from 'vitest';
import { dayAfter, daysFrom, movedBy } from './moved-days.ts';

test('days are counted forwards and backwards, across months and leap days', () => {
  expect([daysFrom('2026-11-06', '2026-11-27'), daysFrom('2026-11-27', '2026-11-06'), daysFrom('2026-11-06', '2026-11-06')]).toEqual([
    21, -21, 0,
  ]);
  expect([dayAfter('2028-02-28', 1), dayAfter('2026-12-31', 1), dayAfter('2026-03-01', -1)]).toEqual([
    '2028-02-29',
    '2027-01-01',
    '2026-02-28',
  ]);
});

test('a slot that moves across a change of the clock keeps its time at the venue', () => {
  const slot = { start: Date.UTC(2026, 2, 27, 9), end: Date.UTC(2026, 2, 27, 10), session: 2 };
  expect(movedBy('Europe/London', slot, 3)).toEqual({ start: Date.UTC(2026, 2, 30, 8), end: Date.UTC(2026, 2, 30, 9), session: 2 });
});
