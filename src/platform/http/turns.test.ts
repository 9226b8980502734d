import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { turnsOf } from './turns.ts';

test('so many run at once, the others after them in their order; one that fails leaves its place to the next', async () => {
  const inTurn = turnsOf(2);
  const begun: number[] = [];
  let most = 0;
  let now = 0;
  const run = (n: number) =>
    inTurn(async () => {
      begun.push(n);
      most = Math.max(most, (now += 1));
      await wait(5);
      now -= 1;
      if (n === 1) throw new Error('the first fails');
      return n;
    });
  expect(await Promise.allSettled([1, 2, 3, 4, 5].map(run))).toMatchObject([
    { status: 'rejected' },
    ...[2, 3, 4, 5].map((value) => ({ status: 'fulfilled', value })),
  ]);
  expect({ begun, most }).toEqual({ begun: [1, 2, 3, 4, 5], most: 2 });
  expect(await run(6)).toBe(6);
});
