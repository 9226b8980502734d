import { expect, test } from 'vitest';
import { dayToOpen, openedAt } from './board-day.ts';

test('a board opens on today, else on the next day with meetings, else on the last', () => {
  const days = ['2026-11-28', '2026-11-30'];
  expect(dayToOpen(days, '2026-11-01')).toBe('2026-11-28');
  expect(dayToOpen(days, '2026-11-29')).toBe('2026-11-30');
  expect(dayToOpen(days, '2026-11-30')).toBe('2026-11-30');
  expect(dayToOpen(days, '2026-12-24')).toBe('2026-11-30');
  expect(dayToOpen([], '2026-12-24')).toBeUndefined();
});

test('a board does not open on a day without meetings while another holds some', () => {
  const days = ['2027-03-08', '2027-03-09', '2027-03-10'];
  const opened = (meetingsOnDays: number[], asked: string, today = '2026-12-01') => openedAt({ days, meetingsOnDays }, asked, today);
  expect(opened([0, 3, 0], '2027-03-08')).toBe('2027-03-09');
  expect(opened([2, 3, 0], '2027-03-08')).toBe('2027-03-08');
  expect(opened([2, 0, 4], '2027-03-09', '2027-03-09')).toBe('2027-03-10');
  expect(opened([2, 3, 0], '2027-03-10', '2027-03-10')).toBe('2027-03-09');
  expect(opened([0, 0, 0], '2027-03-08')).toBe('2027-03-08');
});
