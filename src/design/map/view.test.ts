import { expect, test } from 'vitest';
import {
  around,
  edgeOfWorld,
  heldSpot,
  isIn,
  kept,
  middleOf,
  moved,
  nearest,
  nearestWay,
  nextSpot,
  outlineOf,
  outlineOfWay,
} from './view.ts';
import { spotOf, wayBetween, wholeWorld, world, zoomed } from './view.ts';

const liverpool = { latitude: 53.41, longitude: -2.98 };
const shanghai = { latitude: 31.22, longitude: 121.46 };
const sanFrancisco = { latitude: 37.77, longitude: -122.42 };

test('places lie on their side of the world', () => {
  const [uk, china, us] = [liverpool, shanghai, sanFrancisco].map(spotOf);
  expect(us?.x).toBeLessThan(uk?.x ?? 0);
  expect(uk?.x).toBeLessThan(china?.x ?? 0);
  expect(uk?.y).toBeLessThan(china?.y ?? 0);
  expect(spotOf({ latitude: 0, longitude: 0 })).toEqual({ x: world.width / 2, y: world.height / 2 });
});

test('a place lies where the drawn land has it', () => {
  for (const { latitude, longitude } of [liverpool, shanghai, sanFrancisco, { latitude: -54.8, longitude: -68.3 }]) {
    const [x = 0, y = 0] = (/^M([\d.]+),([\d.]+)/.exec(outlineOf({ type: 'Point', coordinates: [longitude, latitude] })) ?? [])
      .slice(1)
      .map(Number);
    const spot = spotOf({ latitude, longitude });
    expect([spot.x, spot.y]).toEqual([expect.closeTo(x, 0), expect.closeTo(y, 0)]);
  }
});

test('a way over the date line is drawn in two pieces, from edge to edge at one height, instead of across the whole map', () => {
  expect(wayBetween(liverpool, shanghai)).toHaveLength(1);
  for (const [from, to] of [
    [sanFrancisco, shanghai],
    [shanghai, sanFrancisco],
  ] as const) {
    const [first = [], second = [], ...more] = wayBetween(from, to);
    expect(more).toEqual([]);
    expect(first[0]?.x).toBeCloseTo(spotOf(from).x);
    expect(second.at(-1)?.x).toBeCloseTo(spotOf(to).x);
    const [left, right] = [first.at(-1), second[0]].toSorted((a, b) => (a?.x ?? 0) - (b?.x ?? 0));
    expect(left?.y).toBeCloseTo(right?.y ?? 0);
    // Both ends lie on the drawn edge of the world.
    expect((left?.x ?? 0) + (right?.x ?? 0)).toBeCloseTo(world.width);
    expect(left?.x).toBeLessThan(spotOf({ latitude: 50, longitude: -179.9 }).x + 40);
    expect(outlineOfWay(wayBetween(from, to)).match(/M/g)).toHaveLength(2);
  }
  expect(edgeOfWorld()).toMatch(/^M/);
  expect(outlineOf({ type: 'FeatureCollection', features: [] })).toBe('');
});

test('a way never turns about the pole, and leans towards the nearer one', () => {
  const [row = []] = wayBetween(liverpool, { latitude: 53.4, longitude: 170 });
  expect(Math.min(...row.map(({ y }) => y))).toBeGreaterThan(spotOf({ latitude: 75, longitude: 0 }).y);
  const [south = []] = wayBetween({ latitude: -33, longitude: 18 }, { latitude: -33, longitude: 151 });
  expect(Math.max(...south.map(({ y }) => y))).toBeGreaterThan(spotOf({ latitude: -33, longitude: 18 }).y);
});

test('a way is found by touch within reach, the nearest one first', () => {
  const ways = [wayBetween(liverpool, shanghai), wayBetween(sanFrancisco, shanghai)];
  const on = ways[1]?.[0]?.[10] ?? { x: 0, y: 0 };
  expect(nearestWay(ways, { x: on.x, y: on.y + 2 }, 5)).toBe(1);
  expect(nearestWay(ways, { x: 480, y: 470 }, 5)).toBeNull();
  expect(nearestWay([], on, 5)).toBeNull();
});

test('the spot under the pointer stays there while the map is enlarged, and the world fills the window', () => {
  const at = spotOf(shanghai);
  const near = zoomed(wholeWorld, 4, at);
  const seenAt = (window: typeof near) => ({ x: (at.x - window.x) * window.zoom, y: (at.y - window.y) * window.zoom });
  expect(seenAt(near).x).toBeCloseTo(at.x);
  expect(seenAt(near).y).toBeCloseTo(at.y);
  expect(zoomed(near, 0.01, at)).toEqual(wholeWorld);
  expect(moved(wholeWorld, 1, 1)).toEqual(wholeWorld);
  expect(moved(near, 100, 0).x).toBe(world.width - world.width / 4);
  expect(kept({ zoom: 1000, x: 0, y: 0 }).zoom).toBe(24);
});

test('the chosen place stays in sight while the map is enlarged; the middle where it is out of sight or nothing is chosen', () => {
  const at = spotOf(shanghai);
  let near = wholeWorld;
  for (let press = 0; press < 6; press += 1) near = zoomed(near, 1.5, heldSpot(near, at));
  expect([near.zoom > 10, isIn(near, at)]).toEqual([true, true]);
  expect([heldSpot(near, null), heldSpot(near, spotOf(liverpool))]).toEqual([middleOf(near), middleOf(near)]);
});

test('a few places fill the window; none show the world', () => {
  expect(around([])).toEqual(wholeWorld);
  expect(around([sanFrancisco, shanghai].map(spotOf))).toEqual(wholeWorld);
  const spots = [liverpool, { latitude: 51.9, longitude: -8.47 }].map(spotOf);
  const window = around(spots);
  expect(window.zoom).toBeGreaterThan(4);
  for (const spot of spots) {
    expect(spot.x).toBeGreaterThan(window.x);
    expect(spot.x).toBeLessThan(window.x + world.width / window.zoom);
  }
  expect(middleOf(wholeWorld)).toEqual({ x: 480, y: 240 });
});

test('a spot is found by touch within reach, and by the arrow keys in their direction', () => {
  const spots = [sanFrancisco, liverpool, shanghai].map(spotOf);
  expect(nearest(spots, { x: (spots[1]?.x ?? 0) + 3, y: spots[1]?.y ?? 0 }, 5)).toBe(1);
  expect(nearest(spots, { x: 0, y: 0 }, 5)).toBeNull();
  expect(nextSpot(spots, 0, 'right')).toBe(1);
  expect(nextSpot(spots, 1, 'right')).toBe(2);
  expect(nextSpot(spots, 2, 'right')).toBeNull();
  expect(nextSpot(spots, 2, 'left')).toBe(1);
  expect(nextSpot(spots, 1, 'down')).not.toBeNull();
  expect(nextSpot(spots, -1, 'up')).toBe(0);
  expect(nextSpot([], -1, 'up')).toBeNull();
});
