import { expect, test } from 'vitest';
import { collectGarbage } from './memory.ts';

test('what nobody holds any more is gone after a collection, what somebody holds is not', async () => {
  const held = { pages: new Array(1000).fill(0) };
  const [gone, there] = [new WeakRef({ pages: new Array(1000).fill(0) }), new WeakRef(held)];
  await collectGarbage();
  expect([gone.deref(), there.deref()]).toEqual([undefined, held]);
});
