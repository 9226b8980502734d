import { expect, test } from 'vitest';
import { slotsOnDays } from './take-over.ts';

const slot = (from: string, to: string, session = 1) => ({ start: Date.parse(from), end: Date.parse(to), session });
const shanghai = { timeZone: 'Asia/Shanghai', firstDay: '2026-11-05', lastDay: '2026-11-06' };
const slots = [slot('2026-11-05T09:00+08:00', '2026-11-05T09:30+08:00'), slot('2026-11-06T14:00+08:00', '2026-11-06T14:30+08:00', 2)];

test('slots keep their clock times on the same days of the edition, whatever the clock of the venue does', () => {
  const next = { timeZone: 'Asia/Shanghai', firstDay: '2027-10-20', lastDay: '2027-10-22' };
  expect(slotsOnDays(slots, shanghai, next)).toEqual([
    slot('2027-10-20T09:00+08:00', '2027-10-20T09:30+08:00'),
    slot('2027-10-21T14:00+08:00', '2027-10-21T14:30+08:00', 2),
  ]);
  const abroad = { timeZone: 'Europe/London', firstDay: '2027-06-01', lastDay: '2027-06-02' };
  expect(slotsOnDays(slots, shanghai, abroad)[0]).toEqual(slot('2027-06-01T09:00+01:00', '2027-06-01T09:30+01:00'));
});

test('slots of days that a shorter edition does not have are left out', () => {
  expect(slotsOnDays(slots, shanghai, { timeZone: 'Asia/Shanghai', firstDay: '2025-05-01', lastDay: '2025-05-01' })).toHaveLength(1);
});
