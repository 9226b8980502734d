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

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const turned = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** How far a way leans towards the nearer pole, so that ways between the same regions do not lie on one another. Degrees. */
const leaning = 16;
const steepest = 80;
const mostPieces = 32;

/**
 * The way between two places, over the date line where that is shorter: one row of spots, or two that end and begin on the two edges
 * of the map at the same latitude. It is drawn to be followed by the eye and is no route: a great circle would turn about the pole.
 * `pieces`: of how many straight pieces each row is made; a short way needs few.
 */
export function wayBetween(from: Place, to: Place, pieces = mostPieces): readonly (readonly Spot[])[] {
  const across = turned(to.longitude - from.longitude);
  const lean = leaning * (Math.abs(across) / 180) * (from.latitude + to.latitude < 0 ? -1 : 1);
  const at = (part: number): Place => {
    const latitude = from.latitude + (to.latitude - from.latitude) * part + lean * Math.sin(Math.PI * part);
    return { latitude: Math.max(-steepest, Math.min(steepest, latitude)), longitude: from.longitude + across * part };
  };
  const row = (first: number, last: number, shift: number): readonly Spot[] =>
    Array.from({ length: pieces + 1 }, (_, step) => {
      const { latitude, longitude } = at(first + ((last - first) * step) / pieces);
      return spotOf({ latitude, longitude: Math.max(-180, Math.min(180, longitude + shift)) });
    });
  const end = from.longitude + across;
  if (end >= -180 && end <= 180) return [row(0, 1, 0)];
  const edge = end > 180 ? 180 : -180;
  const cut = (edge - from.longitude) / across;
  return [row(0, cut, 0), row(cut, 1, -2 * edge)];
}

/** Rows of spots as the text of an SVG path. */
export const outlineOfWay = (way: readonly (readonly Spot[])[]): string =>
  way.map((row) => row.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('')).join('');

/** The edge of the world. */
export const edgeOfWorld = (): string => outlineOf({ type: 'Sphere' });

const radians = Math.PI / 180;
const scale = projection.scale();
const [middleX, middleY] = projection.translate();

/**
 * A place in units of the world. Degrees. Natural Earth's polynomial (Šavrič, Patterson, Jenny and Hurni 2011), as d3-geo has it, but
 * bare: a map of all ties asks it a hundred thousand times.
 */
export function spotOf({ latitude, longitude }: Place): Spot {
  const [across, up] = [longitude * radians, latitude * radians];
  const [up2, up4] = [up ** 2, up ** 4];
  const x = across * (0.8707 - 0.131979 * up2 + up4 * (-0.013791 + up4 * (0.003971 * up2 - 0.001529 * up4)));
  const y = up * (1.007226 + up2 * (0.015085 + up4 * (-0.044475 + 0.028874 * up2 - 0.005916 * up4)));
  return { x: middleX + x * scale, y: middleY - y * scale };
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
/** Whether a spot lies in the window. */
export const isIn = ({ zoom, x, y }: MapWindow, spot: Spot): boolean =>
  spot.x > x && spot.x < x + world.width / zoom && spot.y > y && spot.y < y + world.height / zoom;

/** What keeps its place while one zooms: what is chosen, where it is in sight, else the middle. */
export const heldSpot = (window: MapWindow, chosen: Spot | null): Spot =>
  chosen !== null && isIn(window, chosen) ? chosen : middleOf(window);

export const middleOf = ({ zoom, x, y }: MapWindow): Spot => ({ x: x + world.width / zoom / 2, y: y + world.height / zoom / 2 });

/** The window that holds all spots with a margin; the whole world where there are none or they are far apart. */
export function around(spots: readonly Spot[]): MapWindow {
  if (spots.length === 0) return wholeWorld;
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const zoom = Math.min(8, 0.8 / Math.max((right - left) / world.width, (bottom - top) / world.height, 0.1));
  // Nearly everything is everything: no way should leave over an edge that is cut off.
  if (zoom < 1.4) return wholeWorld;
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

/** How far a spot lies from a piece of a way. */
function aside(at: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
}

/** The way nearest to a spot within the reach, by its place in the list; null when there is none. */
export function nearestWay(ways: readonly (readonly (readonly Spot[])[])[], to: Spot, reach: number): number | null {
  let best: number | null = null;
  let least = reach;
  ways.forEach((way, at) => {
    for (const row of way)
      row.forEach((spot, step) => {
        const before = row[step - 1];
        if (before === undefined || Math.min(before.x, spot.x) - reach > to.x || Math.max(before.x, spot.x) + reach < to.x) return;
        const distance = aside(to, before, spot);
        if (distance <= least) [best, least] = [at, distance];
      });
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
