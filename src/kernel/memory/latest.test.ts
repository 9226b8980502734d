import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

test('one more than it holds, and the one that was set longest ago is gone; setting an entry once more keeps it', () => {
  const latest = new Latest<string, number>(2).set('a', 1).set('b', 2).set('a', 3);
  expect([...latest]).toEqual([
    ['b', 2],
    ['a', 3],
  ]);
  expect([...latest.set('c', 4)]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});
