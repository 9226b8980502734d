import { expect, test } from 'vitest';
import { travelByYear, type Sent } from './travel-by-year.ts';

const sent = (starts: string, people: number | null, cost: Sent['cost'] = null): Sent => ({
  ...{ starts: { text: starts, qualifier: 'exact' as const }, people, cost },
});

test('people are summed by the year in which their visit began, unknown numbers stay unknown, and currencies are never added', () => {
  const gbp = (value: string) => ({ value, currency: 'GBP' });
  const all = [
    sent('2025-12-30', 6, gbp('1200.50')),
    sent('2025', 4, gbp('800')),
    sent('2025-03', null, { value: '90', currency: 'CNY' }),
    sent('2024-05-01', 2),
    { ...sent('2024', 3), starts: { text: '2024', qualifier: 'before' as const } },
  ];
  expect(travelByYear(all)).toEqual([
    {
      ...{ year: '2025', visits: 3, people: 10, unknown: 1 },
      costs: [
        { value: '90', currency: 'CNY' },
        { value: '2000.5', currency: 'GBP' },
      ],
    },
    { year: '2024', visits: 1, people: 2, unknown: 0, costs: [] },
    { year: null, visits: 1, people: 3, unknown: 0, costs: [] },
  ]);
  expect(travelByYear([])).toEqual([]);
});
