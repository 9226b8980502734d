import { expect, test } from 'vitest';
import { partName, partsOf, tablesAtOnce } from './table-part.ts';

const tables = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `t${at + 1}`, label: String(at + 1) }));
const stands = { key: 'own', label: 'At stands', own: true };

test('a hall of a few dozen tables is shown whole', () => {
  const all = [...tables(tablesAtOnce * 1.5), stands];
  expect(partsOf(all, 16)).toEqual([all]);
});

test('of many every table is in one part, in order, and the stands in each', () => {
  const parts = partsOf([...tables(1_568), stands], 16);
  expect(parts.flatMap((part) => part.filter((line) => line !== stands))).toEqual(tables(1_568));
  expect(parts.map((part) => part.at(-1))).toEqual(parts.map(() => stands));
  expect(parts.map((part) => part.length).every((length) => length <= tablesAtOnce + 1)).toBe(true);
  expect([parts[0], parts.at(-1)].map((part) => partName(part ?? []))).toEqual(['1–40', '1561–1568']);
});

test('of many times a part has fewer tables, so that a page holds no more', () => {
  for (const times of [1, 48, 240]) {
    const cells = partsOf(tables(3_000), times).map((part) => part.length * times);
    expect(Math.max(...cells)).toBeLessThanOrEqual(2_000);
  }
});
