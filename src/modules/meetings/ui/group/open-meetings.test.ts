// What a company meets or has asked counts once, and what it wants is its own number, else that of the page.
import { expect, test } from 'vitest';
import { gapsOf, openIn, type Row } from './open-meetings.ts';

const ref = (id: string) => ({ id, code: id, name: {}, country: null, role: 'exhibitor' as const });
const row = (id: string, least: number | null, withIds: readonly string[]): Row => ({
  ...{ participant: ref(id), booked: withIds.length, least, holes: [], away: [] },
  meetings: withIds.map((other, slot) => ({
    ...{ slot, meetingId: other, startsAt: '', endsAt: '', with: ref(other), placeCode: 'T1', interpreter: null },
    ...{ lacksInterpreter: false, metAt: null },
  })),
});
const made = (from: string, to: string, wish: 'must' | 'want' | 'no' = 'want', state: 'open' | 'excluded' = 'open') => ({
  ...{ id: `${from}-${to}`, from: { id: from }, to: { id: to }, wish, state },
});

test('those with the most open meetings come first; asked and met is one, a "no" of either side is none', () => {
  const figures = { meetings: 0, holes: 0, atLeast: 3, fewer: 0, withoutInterpreter: 0 };
  const rows = [row('a', null, ['x', 'y']), row('b', 5, ['x']), row('c', 1, ['x', 'y'])];
  const requests = [
    made('a', 'x'),
    made('a', 'z'),
    made('b', 'y', 'no'),
    made('b', 'z', 'must'),
    made('x', 'b'),
    made('b', 'v', 'want', 'excluded'),
    made('b', 'w'),
  ];
  expect(
    gapsOf({ rows, figures }, requests, new Set(['b-w'])).map((gap) => [
      gap.row.participant.id,
      gap.meets,
      gap.asked,
      gap.wanted,
      openIn(gap),
    ]),
  ).toEqual([
    ['b', 1, 1, 5, 3],
    ['a', 2, 1, 3, 0],
    ['c', 2, 0, 1, 0],
  ]);
});
