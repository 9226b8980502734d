import { expect, test } from 'vitest';
import { withAdded } from './adding.ts';
import type { EditionFile, FileRequest } from './edition-file.ts';
import { emptyFile } from './file-fixture.ts';

const request = (from: string, to: string, meeting: number | null): FileRequest => ({
  from,
  to,
  wish: meeting === null ? 'no' : 'want',
  session: null,
  note: '',
  meeting,
});
const own: EditionFile = {
  ...emptyFile,
  tables: [{ number: 1, hall: 'A', seats: 1, closedSlots: [] }],
  unavailable: [
    { who: { kind: 'participant', code: 'E1' }, away: { kind: 'slot', slot: 1 }, reason: 'old' },
    { who: { kind: 'participant', code: 'E2' }, away: { kind: 'slot', slot: 1 }, reason: '' },
  ],
  requests: [request('E1', 'B1', 7), request('E1', 'B2', 8), request('B2', 'E1', 8)],
  orders: [{ earlier: 7, later: 8 }],
  fixed: [{ meeting: 7, slot: 1 }],
};

test('meetings of a file that is added get the numbers they have on record, new ones the next free', () => {
  const { requests, fixed, orders } = withAdded(own, {
    requests: [request('B3', 'E1', 1), request('B1', 'E1', 2)],
    fixed: [{ meeting: 1, slot: 2 }],
  });
  expect(requests.map(({ from, to, meeting }) => `${from} ${to} ${meeting}`)).toEqual([
    'B3 E1 9',
    'B1 E1 7',
    'E1 B1 7',
    'E1 B2 8',
    'B2 E1 8',
  ]);
  expect(fixed).toEqual([
    { meeting: 9, slot: 2 },
    { meeting: 7, slot: 1 },
  ]);
  expect(orders).toEqual(own.orders);
});

test('what a file says of one to another stands for all that was said of it, and takes along what hung on a meeting that is no more', () => {
  const { requests, fixed, orders } = withAdded(own, { requests: [request('E1', 'B1', null)] });
  expect(requests.map(({ from, to, wish }) => `${from} ${to} ${wish}`)).toEqual(['E1 B1 no', 'E1 B2 want', 'B2 E1 want']);
  expect([fixed, orders]).toEqual([[], []]);
});

test('absences are those of the file for whom it names; tables that it does not name stay', () => {
  const { unavailable, tables } = withAdded(own, {
    tables: [{ number: 2, hall: 'B', seats: 1, closedSlots: [] }],
    unavailable: [{ who: { kind: 'participant', code: 'E1' }, away: { kind: 'slot', slot: 2 }, reason: 'new' }],
  });
  expect(unavailable.map(({ who, reason }) => [who, reason])).toEqual([
    [{ kind: 'participant', code: 'E1' }, 'new'],
    [{ kind: 'participant', code: 'E2' }, ''],
  ]);
  expect(tables.map(({ number }) => number)).toEqual([2, 1]);
});
