import { expect, test } from 'vitest';
import { partName, partsOf, tablesAtOnce } from './table-part.ts';

const tables = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `t${at + 1}`, label: String(at + 1) }));
const stands = { key: 'own', label: 'At stands', own: true };

test('a hall of a few dozen tables is shown whole', () => {
  const all = [...tables(tablesAtOnce * 1.5), stands];
  expect(partsOf(all)).toEqual([all]);
});

test('of many every table is in one part, in order, and the stands in each', () => {
  const parts = partsOf([...tables(1_568), stands]);
  expect(parts.flatMap((part) => part.filter((line) => line !== stands))).toEqual(tables(1_568));
  expect(parts.map((part) => part.at(-1))).toEqual(parts.map(() => stands));
  expect(parts.map((part) => part.length).every((length) => length <= tablesAtOnce + 1)).toBe(true);
  expect([parts[0], parts.at(-1)].map((part) => partName(part ?? []))).toEqual(['1–40', '1561–1568']);
});
