import { expect, test } from 'vitest';
import { differencesOf } from './plan-differences.ts';

const spot = (start: number, placeCode = '1', interpreter: string | null = null) => ({
  start,
  placeId: `place ${placeCode}`,
  placeCode,
  interpreterId: interpreter === null ? null : `id of ${interpreter}`,
  interpreter,
});

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

test('two interpreters of one name are two, as are a table and a stand of one number; what is told are names', () => {
  const was = { ...spot(1, '1', 'Ms Gu'), interpreterId: 'i1' };
  const told = { start: 1, placeCode: '1', interpreter: 'Ms Gu' };
  const differences = (after: Partial<typeof was>) => differencesOf(new Map([['a', was]]), new Map([['a', { ...was, ...after }]]));
  expect(differences({ interpreterId: 'i2' })).toEqual([{ meetingId: 'a', kind: 'interpreter', before: told, after: told }]);
  expect(differences({ placeId: 'stand 1' })).toEqual([{ meetingId: 'a', kind: 'place', before: told, after: told }]);
});
