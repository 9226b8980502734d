import { expect, test } from 'vitest';
import { endingCalls } from './ending-calls.ts';

test('a call is told until a year after its last day, and is late once the day is over', () => {
  const calls = ['2025-11-25', '2026-11-25', '2026-11-26', '2027-03-01'].map((until) => ({ until }));
  expect(endingCalls(calls, '2026-11-26')).toEqual([
    { until: '2026-11-25', late: true },
    { until: '2026-11-26', late: false },
    { until: '2027-03-01', late: false },
  ]);
});
