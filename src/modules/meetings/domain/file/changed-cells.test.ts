import { expect, test } from 'vitest';
import { changedCells, withKept, type ChangedCell } from './changed-cells.ts';
import type { EditionFile, FileRequest } from './edition-file.ts';
import { emptyFile } from './file-fixture.ts';

const wish = (from: string, to: string, meeting: number | null): FileRequest => ({
  from,
  to,
  wish: 'must',
  session: null,
  note: '',
  meeting,
});

const edition: EditionFile = {
  ...emptyFile,
  halls: [{ code: 'A', width: 30, depth: 20 }],
  walks: [{ from: 'A', to: 'B', minutes: 4 }],
  rectangles: [{ kind: 'table', hall: 'A', code: '1', name: {}, x: 1, y: 1, width: 2, depth: 2 }],
  requests: [wish('E01', 'B01', 1), wish('E02', 'B01', 2), wish('B01', 'E02', 2)],
  fixed: [{ meeting: 1, slot: 3 }],
  orders: [{ earlier: 1, later: 2 }],
};
const told = (cells: readonly ChangedCell[]) => cells.map(({ table, row, field, before, after }) => [table, row, field, before, after]);

test('fixed times, orders and the floor plan are compared; meetings are known by their sides, whatever their numbers', () => {
  const other: EditionFile = {
    ...edition,
    halls: [{ code: 'A', width: 30, depth: 25 }],
    walks: [{ from: 'B', to: 'A', minutes: 6 }],
    rectangles: [{ kind: 'table', hall: 'A', code: '1', name: {}, x: 9, y: 1, width: 2, depth: 2 }],
    requests: [wish('E02', 'B01', 7), wish('E01', 'B01', 8), wish('E03', 'B01', 9)],
    fixed: [
      { meeting: 7, slot: 1 },
      { meeting: 9, slot: 2 },
    ],
    orders: [{ earlier: 7, later: 8 }],
  };
  expect(told(changedCells(edition, other, false))).toEqual([
    ['halls', 'A', 'depth', '20', '25'],
    ['walks', 'A – B', 'minutes', '4', '6'],
    ['rectangles', 'table 1', 'x', '1', '9'],
    ['fixed', 'B01 ↔ E02', 'slot', '', '1'],
    ['fixed', 'B01 ↔ E01', 'slot', '3', ''],
    ['orders', 'B01 ↔ E02', 'later', '', 'B01 ↔ E01'],
    ['orders', 'B01 ↔ E01', 'later', 'B01 ↔ E02', ''],
  ]);
  const keep = changedCells(edition, other, false).filter(({ table, row }) => table !== 'fixed' || row === 'B01 ↔ E01');
  const kept = withKept(edition, other, { keep, byCode: false });
  expect([kept.halls, kept.walks[0]?.minutes, kept.rectangles[0]?.x]).toEqual([edition.halls, 4, 1]);
  expect(kept.fixed).toEqual([
    { meeting: 7, slot: 1 },
    { meeting: 8, slot: 3 },
    { meeting: 9, slot: 2 },
  ]);
  expect(kept.orders).toEqual([{ earlier: 8, later: 7 }]);
});

test('a file that numbers the same meetings otherwise says nothing else', () => {
  const renumbered: EditionFile = {
    ...edition,
    requests: [wish('E02', 'B01', 5), wish('B01', 'E02', 5), wish('E01', 'B01', 6)],
    fixed: [{ meeting: 6, slot: 3 }],
    orders: [{ earlier: 6, later: 5 }],
  };
  expect(told(changedCells(edition, renumbered, false))).toEqual([]);
  expect(withKept(edition, renumbered, { keep: [], byCode: false })).toEqual(renumbered);
});
