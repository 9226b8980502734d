import { expect, test } from 'vitest';
import { hallFrom, hallNamed, wayOn } from './shown-hall.ts';
import { labelsOf, linesOf, nextTo, outlinesOf, pieceAt, turnedBox, type Piece } from './drawing.ts';

const piece = (key: string, x: number, y: number, more: Partial<Piece> = {}): Piece => ({
  ...{ key, kind: 'stand', label: key, name: null, look: 'plain' },
  ...{ x, y, width: 300, depth: 300, ...more },
});

test('arrow keys go to what lies straight ahead before what lies aside', () => {
  const [a, b, c, d] = [piece('a', 0, 0), piece('b', 300, 200), piece('c', 900, 0), piece('d', 0, 600)];
  const all = [a, b, c, d];
  const next = (from: Piece, direction: 'left' | 'right' | 'up' | 'down') => nextTo(all, from, direction)?.key;
  expect([next(a, 'right'), next(c, 'left'), next(a, 'down'), next(d, 'up'), next(a, 'up')]).toEqual(['b', 'a', 'd', 'a', undefined]);
});

test('a press takes a table before the zone it lies on', () => {
  const zone = piece('zone', 0, 0, { kind: 'zone', width: 5_000, depth: 5_000 });
  const table = piece('1', 100, 100, { kind: 'table' });
  expect(pieceAt([table, zone], 150, 150)?.key).toBe('1');
  expect(pieceAt([table, zone], 1_000, 1_000)?.key).toBe('zone');
  expect(pieceAt([table], 1_000, 1_000)).toBeUndefined();
});

test('a quarter turn puts the left to the top, and four of them change nothing', () => {
  const hall = { width: 9_600, depth: 5_400 };
  const upright = { width: 5_400, depth: 9_600 };
  const box = { x: 100, y: 200, width: 300, depth: 400 };
  expect(turnedBox(box, hall)).toEqual({ x: 4_800, y: 100, width: 400, depth: 300 });
  expect(turnedBox(turnedBox(turnedBox(turnedBox(box, hall), upright), hall), upright)).toEqual(box);
});

test('names break where their language does, and are left out where they do not fit', () => {
  expect(linesOf('Windlass Bay Turbines', 90, 2)).toEqual(['Windlass Bay', 'Turbines']);
  expect(linesOf('湾区贸易商会', 40, 2)).toEqual(['湾区贸', '易商会']);
  expect(linesOf('Turbines', 20, 3)).toBeNull();
});

test('four thousand stands are a path and only the labels that can be read, in a moment', () => {
  const many = Array.from({ length: 4_000 }, (_, at) =>
    piece(`A-${at}`, (at % 80) * 300, Math.floor(at / 80) * 500, { name: 'A company with a name' }),
  );
  const began = process.cpuUsage();
  expect(outlinesOf(many).match(/M/g)?.length).toBe(4_000);
  const whole = { x: 0, y: 0, width: 24_000, depth: 25_000 };
  expect(labelsOf(many, { scale: 0.05, seen: whole })).toEqual([]);
  const near = labelsOf(many, { scale: 0.2, seen: { x: 0, y: 0, width: 5_000, depth: 3_000 } });
  expect(near.length).toBeGreaterThan(80);
  expect(near.length).toBeLessThan(150);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(1_000);
});

test('whoever comes from another hall begins at the nearest entrance', () => {
  const box = (kind: 'entrance' | 'stand', code: string | null, x: number) => ({
    ...{ kind, hall: 'A', code, name: null, standId: null },
    ...{ x, y: 900, width: 100, depth: 100 },
  });
  const hall = { code: 'A', width: 4_000, depth: 1_000 };
  const shown = { hall, rectangles: [box('entrance', null, 0), box('stand', 'A-1', 2_500), box('entrance', null, 3_900)], stands: [] };
  const search = { from: hallNamed('B'), to: 'stand-A-1' };
  expect([hallFrom(search), wayOn(shown, search)?.start]).toEqual(['B', '2']);
  expect(wayOn({ ...shown, rectangles: shown.rectangles.slice(1, 2) }, search)).toBeUndefined();
});
