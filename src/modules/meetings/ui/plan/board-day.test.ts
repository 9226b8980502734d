import { expect, test } from 'vitest';
import { dayToOpen } from './board-day.ts';

test('a board opens on today, else on the next day with meetings, else on the last', () => {
  const days = ['2026-11-28', '2026-11-30'];
  expect(dayToOpen(days, '2026-11-01')).toBe('2026-11-28');
  expect(dayToOpen(days, '2026-11-29')).toBe('2026-11-30');
  expect(dayToOpen(days, '2026-11-30')).toBe('2026-11-30');
  expect(dayToOpen(days, '2026-12-24')).toBe('2026-11-30');
  expect(dayToOpen([], '2026-12-24')).toBeUndefined();
});
