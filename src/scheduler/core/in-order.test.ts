import { expect, test } from 'vitest';
import { inOrderOf } from './in-order.ts';
import { randomFrom } from './random.ts';

test('the order is that of a stable sort by the number', () => {
  const random = randomFrom(1);
  const things = Array.from({ length: 500 }, (_, at) => ({ at, number: random.below(60) }));
  expect(inOrderOf(things, ({ number }) => number)).toEqual(things.toSorted((one, other) => one.number - other.number));
  expect(inOrderOf([], () => 0)).toEqual([]);
});
