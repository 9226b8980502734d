import { expect, test } from 'vitest';
import type { PlaceId, PlaceRecord, SlotId } from './edition.ts';
import { slotChanges, tableChanges } from './setup.ts';

const slot = (id: string, number: number, start: number, end: number, session = 1) => ({ id: id as SlotId, number, start, end, session });
const table = (id: string, number: number, seats = 1): PlaceRecord => ({
  id: id as PlaceId,
  kind: 'table',
  number,
  code: String(number),
  hall: '',
  seats,
  standId: null,
  closedSlots: [],
});

test('keeps a slot by its span, gives numbers by time, and removes what is no longer wanted', () => {
  const existing = [slot('a', 1, 0, 10), slot('b', 2, 10, 20), slot('c', 3, 20, 30)];
  const wanted = [
    { start: 20, end: 30, session: 2 },
    { start: 5, end: 10, session: 1 },
    { start: 10, end: 20, session: 1 },
  ];
  expect(slotChanges(existing, wanted)).toEqual({
    removed: ['a'],
    kept: [
      { id: 'b', number: 2, session: 1, changed: false },
      { id: 'c', number: 3, session: 2, changed: true },
    ],
    added: [{ start: 5, end: 10, session: 1, number: 1 }],
  });
});

test('treats a moved slot as another slot', () => {
  expect(slotChanges([slot('a', 1, 0, 10)], [{ start: 1, end: 11, session: 1 }])).toEqual({
    removed: ['a'],
    kept: [],
    added: [{ start: 1, end: 11, session: 1, number: 1 }],
  });
});

test('keeps a table by its number and leaves stands alone', () => {
  const stand: PlaceRecord = { ...table('s', 9), kind: 'stand', number: null, code: 'A1' };
  expect(
    tableChanges(
      [table('a', 1), table('b', 2), table('c', 3), stand],
      [
        { number: 3, hall: '', seats: 4 },
        { number: 1, hall: '', seats: 1 },
        { number: 7, hall: 'N', seats: 1 },
      ],
    ),
  ).toEqual({
    removed: ['b'],
    kept: [{ id: 'c', number: 3, hall: '', seats: 4 }],
    added: [{ number: 7, hall: 'N', seats: 1 }],
  });
});
