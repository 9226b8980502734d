// Where things stand on the map: one projection of the world into a box, and a window that is moved and enlarged over it.
import { geoNaturalEarth1, geoPath, type GeoPermissibleObjects } from 'd3-geo';

/** The box of the whole world in its own units; the window is told in the same. */
export const world = { width: 960, height: 480 } as const;

/** Part of the world that is seen: `zoom` 1 is all of it; `x`, `y` its upper left corner in units of the world. */
export interface MapWindow {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const wholeWorld: MapWindow = { zoom: 1, x: 0, y: 0 };
const mostZoom = 24;

const projection = geoNaturalEarth1().fitExtent(
  [
    [4, 4],
    [world.width - 4, world.height - 4],
  ],
  { type: 'Sphere' },
);
const path = geoPath(projection).digits(1);

/** The outline of land or of a line as the text of an SVG path, in units of the world; empty where there is nothing to draw. */
export const outlineOf = (shape: GeoPermissibleObjects): string => path(shape) ?? '';

/** The shortest way between two places, as an outline. Degrees. */
export const wayBetween = (from: { readonly latitude: number; readonly longitude: number }, to: typeof from): string =>
  outlineOf({
    type: 'LineString',
    coordinates: [
      [from.longitude, from.latitude],
      [to.longitude, to.latitude],
    ],
  });

/** A place in units of the world. Degrees. */
export function spotOf({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Spot {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x, y };
}

/** The window kept inside the world and its bounds of zoom. */
export function kept({ zoom, x, y }: MapWindow): MapWindow {
  const z = Math.min(mostZoom, Math.max(1, zoom));
  const within = (at: number, size: number): number => Math.min(size - size / z, Math.max(0, at));
  return { zoom: z, x: within(x, world.width), y: within(y, world.height) };
}

/** Enlarges by a factor so that the spot stays where it is seen. */
export function zoomed(window: MapWindow, factor: number, at: Spot): MapWindow {
  const zoom = Math.min(mostZoom, Math.max(1, window.zoom * factor));
  const ratio = window.zoom / zoom;
  return kept({ zoom, x: at.x - (at.x - window.x) * ratio, y: at.y - (at.y - window.y) * ratio });
}

/** Moves by parts of what is seen: `0.25` is a quarter of the width or height. */
export const moved = (window: MapWindow, across: number, down: number): MapWindow =>
  kept({
    ...window,
    x: window.x + (across * world.width) / window.zoom,
    y: window.y + (down * world.height) / window.zoom,
  });

/** The middle of what is seen. */
export const middleOf = ({ zoom, x, y }: MapWindow): Spot => ({ x: x + world.width / zoom / 2, y: y + world.height / zoom / 2 });

/** The window that holds all spots with a margin; the whole world where there are none or they are far apart. */
export function around(spots: readonly Spot[]): MapWindow {
  if (spots.length === 0) return wholeWorld;
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const zoom = Math.min(8, 0.8 / Math.max((right - left) / world.width, (bottom - top) / world.height, 0.1));
  return kept({
    zoom,
    x: (left + right) / 2 - world.width / Math.max(1, zoom) / 2,
    y: (top + bottom) / 2 - world.height / Math.max(1, zoom) / 2,
  });
}

/** The nearest spot within the reach, by its place in the list; null when there is none. */
export function nearest(spots: readonly Spot[], to: Spot, reach: number): number | null {
  let best: number | null = null;
  let least = reach * reach;
  spots.forEach((spot, at) => {
    const distance = (spot.x - to.x) ** 2 + (spot.y - to.y) ** 2;
    if (distance <= least) [best, least] = [at, distance];
  });
  return best;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The next spot in a direction from one, nearer ones first and straight ahead before aside; null at the edge. */
export function nextSpot(spots: readonly Spot[], from: number, direction: Direction): number | null {
  const start = spots[from];
  if (start === undefined) return spots.length > 0 ? 0 : null;
  let best: number | null = null;
  let least = Infinity;
  spots.forEach((spot, at) => {
    const [dx, dy] = [spot.x - start.x, spot.y - start.y];
    const [ahead, aside] = direction === 'left' || direction === 'right' ? [dx, dy] : [dy, dx];
    const forward = direction === 'left' || direction === 'up' ? -ahead : ahead;
    const cost = forward + 2 * Math.abs(aside);
    if (at !== from && forward > 0 && cost < least) [best, least] = [at, cost];
  });
  return best;
}
