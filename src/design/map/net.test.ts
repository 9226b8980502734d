import { expect, test } from 'vitest';
import { fewLines, mapNetOf, pictureOf, wayOf, type MapNet } from './net.ts';
import { spotOf, wholeWorld, zoomed } from './view.ts';

const liverpool = { label: 'Liverpool', latitude: 53.41, longitude: -2.98 };
const shanghai = { label: 'Shanghai', latitude: 31.22, longitude: 121.46 };
const sanFrancisco = { label: 'San Francisco', latitude: 37.77, longitude: -122.42 };
const nowhere = { label: 'Nowhere', latitude: null, longitude: null };

const netOf = (
  places: readonly { readonly label: string; readonly latitude: number | null; readonly longitude: number | null }[],
  lines: readonly (readonly [number, number])[],
): MapNet =>
  mapNetOf({
    labels: places.map(({ label }) => label),
    latitude: places.map(({ latitude }) => latitude),
    longitude: places.map(({ longitude }) => longitude),
    from: lines.map(([from]) => from),
    to: lines.map(([, to]) => to),
  });

const seen = { window: wholeWorld, width: 1200, filter: null };

test('few lines are drawn one by one, and a place without a position is left to the list', () => {
  const net = netOf(
    [liverpool, shanghai, sanFrancisco, nowhere],
    [
      [0, 1],
      [1, 2],
      [0, 3],
    ],
  );
  const picture = pictureOf(net, seen);
  expect(picture.ways).toEqual([
    { from: 0, to: 1, lines: [0] },
    { from: 1, to: 2, lines: [1] },
  ]);
  expect(picture.spots.map(({ place, lines }) => [net.labels[place], lines])).toEqual([
    ['Shanghai', 2],
    ['Liverpool', 1],
    ['San Francisco', 1],
  ]);
  expect(picture).toMatchObject({ count: 2, within: 0 });
  expect(pictureOf(net, { ...seen, filter: Uint8Array.of(0, 1, 1) }).ways).toEqual([{ from: 1, to: 2, lines: [1] }]);
});

/** Two swarms of towns, each around a hub, and a line from every town of the one to a town of the other. */
function swarms(size: number): MapNet {
  const around = (centre: typeof liverpool, at: number) => ({
    label: `${centre.label} ${at}`,
    latitude: centre.latitude + 0.02 * (at % 25),
    longitude: centre.longitude + 0.02 * Math.floor(at / 25),
  });
  const places = [
    ...Array.from({ length: size }, (_, at) => around(liverpool, at)),
    ...Array.from({ length: size }, (_, at) => around(shanghai, at)),
  ];
  const lines = Array.from({ length: size }, (_, at): readonly [number, number] => [at, size + ((at * 7) % size)]);
  return netOf(places, [...lines, [0, size + 5], [0, 1]]);
}

test('of many lines the greatest place of a neighbourhood stands for the others, and each line is in one way or within one place', () => {
  const net = swarms(fewLines);
  const picture = pictureOf(net, seen);
  expect(picture.count).toBe(fewLines + 2);
  expect(picture.ways.reduce((sum, { lines }) => sum + lines.length, 0) + picture.within).toBe(picture.count);
  expect(picture.spots.length).toBeLessThan(20);
  expect(picture.spots.reduce((sum, { stands }) => sum + stands, 0)).toBe(2 * fewLines);
  // The first town has three lines, the others fewer: it is the one that is named.
  expect(picture.spots[0]).toMatchObject({ place: 0, lines: 3 });
  for (const { from, to } of picture.ways) expect([from, to].every((end) => picture.spots.some(({ place }) => place === end))).toBe(true);
});

test('nearer, more places stand for themselves, and lines with neither end in the window are left out', () => {
  const net = swarms(fewLines);
  const near = pictureOf(net, { ...seen, window: zoomed(wholeWorld, 24, spotOf(liverpool)) });
  expect(near.spots.length).toBeGreaterThan(pictureOf(net, seen).spots.length);
  const elsewhere = pictureOf(net, { ...seen, window: zoomed(wholeWorld, 24, spotOf(sanFrancisco)) });
  expect(elsewhere.ways).toEqual([]);
  expect(elsewhere.count).toBe(fewLines + 2);
});

test('a long way is made of more pieces than a short one, and both end at their places', () => {
  const net = netOf([liverpool, shanghai, { label: 'Manchester', latitude: 53.48, longitude: -2.24 }], []);
  const [long = []] = wayOf(net, 0, 1);
  const [short = []] = wayOf(net, 0, 2);
  expect([long.length, short.length]).toEqual([17, 4]);
  expect(long.at(-1)?.x).toBeCloseTo(spotOf(shanghai).x);
});
