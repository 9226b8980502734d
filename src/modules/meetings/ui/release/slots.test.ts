import { expect, test } from 'vitest';
import type { Grid } from '../edition/answers.ts';
import { asIn, exchanged, exchangesOf, hindrancesAt } from './slots.ts';

const name = { en: { text: 'Somebody', origin: 'human' as const } };
const who = (code: string, seats = 1): Grid['participants'][number] => ({ id: code, code, name, country: null, role: 'buyer', seats });
const slot = (number: number, from: string, until: string): Grid['slots'][number] => ({
  id: `s${number}`,
  number,
  startsAt: `2026-11-27T${from}:00Z`,
  endsAt: `2026-11-27T${until}:00Z`,
  session: 1,
});
const cell = (meetingId: string, at: number, a: number, b: number, interpreter: number | null = null): Grid['cells'][number] => ({
  meetingId,
  number: 1,
  slot: at,
  place: 0,
  a,
  b,
  interpreter,
  pinned: false,
  state: 'fine',
  reasons: [],
});

// E1 and B1 meet at 09:00. The last time overlaps the one before it.
const ours = cell('ours', 0, 0, 1, 0);
const grid: Grid = {
  edition: { id: 'e', name, timeZone: 'Europe/London' },
  version: 1,
  slots: [
    slot(1, '09:00', '09:30'),
    slot(2, '09:30', '10:00'),
    slot(3, '10:00', '10:30'),
    slot(4, '10:15', '10:45'),
    slot(5, '11:00', '11:30'),
  ],
  places: [],
  participants: [who('E1'), who('B1', 2), who('B2'), who('B3')],
  interpreters: [
    { id: 'i', name: 'Ms Gu' },
    { id: 'j', name: 'Mr Lu' },
  ],
  shut: [],
  away: [{ slot: 4, participant: 1 }],
  cells: [ours, cell('a', 1, 0, 2), cell('b', 1, 2, 1), cell('c', 2, 3, 2, 0)],
  part: null,
  days: ['2026-11-27'],
  meetingsOnDays: [1],
};
const dawn = Date.parse('2026-11-27T06:00:00Z');
const at = (index: number, now = dawn) => hindrancesAt(grid, ours, index, now);

test('its own time stands against nothing, another one only where a side has no seat left', () => {
  expect(at(0)).toEqual([]);
  expect(at(1)).toEqual([{ kind: 'meets', who: 0 }]); // B1 can hold two at a time
});

test('an interpreter who is elsewhere is told, at a time that overlaps, too; another one may be free, unless all are elsewhere', () => {
  expect(at(2)).toEqual([{ kind: 'interpreter', who: 0 }]);
  expect(at(3)).toEqual([{ kind: 'interpreter', who: 0 }]);
  const alone = { ...grid, interpreters: grid.interpreters.slice(0, 1) };
  expect(hindrancesAt(alone, ours, 2, dawn)).toEqual([{ kind: 'none_free', who: 0 }]);
});

test('who is away is named', () => {
  expect(at(4)).toEqual([{ kind: 'away', who: 1 }]);
});

test('what has begun is too late; the time of a meeting that goes on is not', () => {
  const during = Date.parse('2026-11-27T09:10:00Z');
  expect(at(0, during)).toEqual([]);
  expect(at(0, Date.parse('2026-11-27T09:30:00Z'))).toEqual([{ kind: 'begun' }]);
  expect(at(1, Date.parse('2026-11-27T09:30:00Z'))).toEqual([{ kind: 'begun' }]);
});

test('a meeting can be exchanged with those for which the sides of both are free; of the others it is told what stands against it', () => {
  const exchangeable = (of: Grid, one: typeof ours, now: number) =>
    exchangesOf(of, one, now).flatMap(({ other, hindrances }) => (hindrances.length === 0 ? [other.meetingId] : []));
  expect(exchangeable(grid, ours, dawn)).toEqual(['a', 'c']);
  expect(exchangesOf(grid, ours, dawn).find(({ other }) => other.meetingId === 'b')?.hindrances).toEqual([{ kind: 'meets', who: 0 }]);
  const busy = { ...grid, cells: [...grid.cells, cell('d', 0, 2, 3)] };
  // At the same time they exchange tables alone.
  expect(exchangeable(busy, ours, dawn)).toEqual(['d']);
  const late = exchangesOf(grid, ours, Date.parse('2026-11-27T09:45:00Z'));
  expect(late.every(({ hindrances }) => hindrances.some(({ kind }) => kind === 'begun'))).toBe(true);
});

test('exchanged, each takes the other’s time and table; whoever meets at a stand stays there', () => {
  const places = (['table', 'table', 'stand'] as const).map((kind, at) => ({ id: `p${at}`, kind, code: `${at}`, hall: 'A', seats: 1 }));
  const spots = (place: number) =>
    exchanged({ ...grid, places }, ours, { ...cell('c', 2, 3, 2), place }).map((one) => [one.meetingId, one.slot, one.place]);
  expect(spots(1)).toEqual([
    ['ours', 2, 1],
    ['c', 0, 0],
  ]);
  expect(spots(2)).toEqual([
    ['ours', 2, 0],
    ['c', 0, 2],
  ]);
});

test('on another day a meeting stands nowhere yet, and its sides are whoever they are there', () => {
  const other: Grid = {
    ...grid,
    participants: [who('B2'), who('B1', 2), who('E1')],
    slots: grid.slots.map((one) => ({ ...one, id: `t${one.number}` })),
    away: [],
    cells: [cell('d', 0, 2, 0), cell('e', 1, 1, 0)],
  };
  const table = { id: 'p', kind: 'table' as const, code: '1', hall: 'A', seats: 1 };
  const known = asIn({ ...other, places: [table] }, { ...grid, places: [table] }, ours);
  expect([known.a, known.b, known.place]).toEqual([2, 1, 0]);
  expect([0, 1, 2].map((slot) => hindrancesAt(other, known, slot, dawn))).toEqual([[{ kind: 'meets', who: 2 }], [], []]);
  // Of a side that has withdrawn nothing of that day is known, and nothing stands against it.
  const alone = asIn({ ...other, participants: other.participants.filter(({ id }) => id !== 'E1') }, grid, ours);
  expect([alone.a, hindrancesAt(other, alone, 0, dawn)]).toEqual([-1, []]);
});
