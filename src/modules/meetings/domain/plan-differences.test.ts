import { expect, test } from 'vitest';
import { differencesOf } from './plan-differences.ts';

const spot = (start: number, placeCode = '1', interpreter: string | null = null) => ({ start, placeCode, interpreter });

test('tells added, removed, moved, another place and another interpreter, in order of time', () => {
  const before = new Map([
    ['a', spot(1)],
    ['b', spot(2)],
    ['c', spot(3)],
    ['d', spot(4)],
    ['e', spot(9)],
  ]);
  const after = new Map([
    ['a', spot(1)],
    ['b', spot(8)],
    ['c', spot(3, '2')],
    ['d', spot(4, '1', 'Ms Gu')],
    ['f', spot(5)],
  ]);
  expect(differencesOf(before, after).map((d) => [d.meetingId, d.kind])).toEqual([
    ['c', 'place'],
    ['d', 'interpreter'],
    ['f', 'added'],
    ['b', 'moved'],
    ['e', 'removed'],
  ]);
});

test('two alike differ in nothing', () => {
  expect(differencesOf(new Map([['a', spot(1)]]), new Map([['a', spot(1)]]))).toEqual([]);
});
