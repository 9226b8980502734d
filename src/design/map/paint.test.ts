import { expect, test } from 'vitest';
import { mapNetOf } from './net.ts';
import { labelsOf, type Scene } from './paint.ts';

/** Places on one line, the first with most ties; each letter of a name is ten units wide. */
const scene = (labels: readonly string[], longitude: readonly number[]): Scene => {
  const net = mapNetOf({ labels, latitude: labels.map(() => 0), longitude, from: [], to: [] });
  const spots = labels.map((_, place) => ({ place, x: net.x[place] ?? 0, y: net.y[place] ?? 0, lines: labels.length - place, stands: 1 }));
  const picture = { spots, ways: [], count: 3, within: 0 };
  return {
    ground: { land: null, edge: null },
    net,
    picture,
    window: { x: 0, y: 0, zoom: 1 },
    chosen: null,
    strong: [],
  } as unknown as Scene;
};
const named = (of: Scene) => labelsOf(of, { unit: 1, measure: (text) => text.length * 10 }).map(({ text, align }) => `${text} ${align}`);

test('a name stands after its dot, or before it where another name or the edge is in the way; with room on neither side it is left out', () => {
  expect(named(scene(['Cork', 'Oslo'], [0, 60]))).toEqual(['Cork left', 'Oslo left']);
  expect(named(scene(['Cork', 'Oslo'], [0, -3]))).toEqual(['Cork left', 'Oslo right']);
  expect(named(scene(['Suva'], [179]))).toEqual(['Suva right']);
  expect(named(scene(['Cork', 'Oslo', 'Bern'], [0, -3, 3]))).toEqual(['Cork left', 'Oslo right']);
});
