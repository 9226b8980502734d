import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('of the same things nothing is worked out twice, of others it is', () => {
  let worked = 0;
  const joined = remembered((one: readonly string[], other: readonly string[]) => {
    worked += 1;
    return one.concat(other).join();
  });
  const [a, b] = [['a'], ['b']];
  expect([joined(a, b), joined(a, b), joined(b, a), joined(['a'], b)]).toEqual(['a,b', 'a,b', 'b,a', 'a,b']);
  expect(worked).toBe(3);
});

test('that there is nothing is an answer, too', () => {
  let worked = 0;
  const none = remembered((_: object): null => {
    worked += 1;
    return null;
  });
  const thing = {};
  expect([none(thing), none(thing), worked]).toEqual([null, null, 1]);
});
