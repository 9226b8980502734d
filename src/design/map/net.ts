// A net of places and lines as columns, and what of it is drawn in a window: all of it where it is small; of tens of thousands of lines the
// greatest place of each neighbourhood stands for those around it, and one way for all lines between two neighbourhoods.
import { spotOf, wayBetween, world, type MapWindow, type Spot } from './view.ts';

/** Columns of one entry a place, and of one entry a line. A place without a position has NaN in all four of its figures. */
export interface MapNet {
  readonly labels: readonly string[];
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** In units of the world. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The two places of each line by their numbers. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface MapColumns {
  readonly labels: readonly string[];
  /** Degrees; null where not known. */
  readonly latitude: readonly (number | null)[];
  readonly longitude: readonly (number | null)[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export function mapNetOf({ labels, latitude, longitude, from, to }: MapColumns): MapNet {
  const degrees = (column: readonly (number | null)[]): Float64Array => Float64Array.from(column, (value) => value ?? NaN);
  const [lat, lon] = [degrees(latitude), degrees(longitude)];
  const x = new Float64Array(labels.length).fill(NaN);
  const y = new Float64Array(labels.length).fill(NaN);
  for (let at = 0; at < labels.length; at += 1) {
    if (Number.isNaN(lat[at])) continue;
    const spot = spotOf({ latitude: lat[at] ?? 0, longitude: lon[at] ?? 0 });
    [x[at], y[at]] = [spot.x, spot.y];
  }
  return { labels, latitude: lat, longitude: lon, x, y, from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** A place that is drawn: for how many places it stands, and how many lines end there. */
export interface DrawnSpot extends Spot {
  readonly place: number;
  readonly stands: number;
  readonly lines: number;
}

/** A way that is drawn, for one line or for all between two neighbourhoods. */
export interface DrawnWay {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly number[];
}

export interface MapPicture {
  /** Those with more lines first. */
  readonly spots: readonly DrawnSpot[];
  /** Those of fewer lines first, so that the others are drawn over them. */
  readonly ways: readonly DrawnWay[];
  /** Lines that pass the filter and have both positions, and how many of them lie within one neighbourhood. */
  readonly count: number;
  readonly within: number;
}

export interface Seen {
  readonly window: MapWindow;
  /** Width of the drawing in points of the screen. */
  readonly width: number;
  /** 1 for each line that passes the filter; null where all do. */
  readonly filter: Uint8Array | null;
}

/** Up to so many lines each is drawn by itself. */
export const fewLines = 600;
/** More ways than this can be neither told apart nor drawn at once. */
const mostWays = 1500;
/** Width of a neighbourhood in points of the screen; wider where it takes fewer ways. */
const cellPoints = 12;
/** Of what lies outside the window it only matters in which direction. */
const outerCell = 24;

interface Counted {
  readonly degree: Uint32Array;
  readonly lines: readonly number[];
}

/** Lines that pass, and how many of them end at each place. */
function countLines(net: MapNet, filter: Uint8Array | null): Counted {
  const degree = new Uint32Array(net.x.length);
  const lines: number[] = [];
  for (let line = 0; line < net.from.length; line += 1) {
    const [from = 0, to = 0] = [net.from[line], net.to[line]];
    if ((filter !== null && filter[line] !== 1) || Number.isNaN(net.x[from]) || Number.isNaN(net.x[to])) continue;
    degree[from] = (degree[from] ?? 0) + 1;
    degree[to] = (degree[to] ?? 0) + 1;
    lines.push(line);
  }
  return { degree, lines };
}

interface Neighbourhoods {
  /** Which place stands for each place; -1 for those where no line ends. */
  readonly standing: Int32Array;
  /** For how many places a place stands. */
  readonly stands: Uint32Array;
}

/** The greatest place of each cell stands for all in it; a fine grid over the window, a coarse one over the rest. `cell` in units. */
function gather(net: MapNet, degree: Uint32Array, { window, cell }: { readonly window: MapWindow; readonly cell: number }): Neighbourhoods {
  const [width, height] = [world.width / window.zoom, world.height / window.zoom];
  const columns = Math.ceil(width / cell) + 1;
  const outerColumns = Math.ceil(world.width / outerCell);
  const inner = new Int32Array(columns * (Math.ceil(height / cell) + 1)).fill(-1);
  const outer = new Int32Array(outerColumns * Math.ceil(world.height / outerCell)).fill(-1);
  const cellOf = new Int32Array(net.x.length).fill(-1);
  for (let place = 0; place < net.x.length; place += 1) {
    if (degree[place] === 0) continue;
    const [dx, dy] = [(net.x[place] ?? 0) - window.x, (net.y[place] ?? 0) - window.y];
    const isInner = dx >= 0 && dy >= 0 && dx < width && dy < height;
    const at = isInner
      ? Math.floor(dy / cell) * columns + Math.floor(dx / cell)
      : Math.floor((net.y[place] ?? 0) / outerCell) * outerColumns + Math.floor((net.x[place] ?? 0) / outerCell);
    const grid = isInner ? inner : outer;
    cellOf[place] = isInner ? at : -2 - at;
    const leader = grid[at] ?? -1;
    if (leader < 0 || (degree[place] ?? 0) > (degree[leader] ?? 0)) grid[at] = place;
  }
  const standing = new Int32Array(net.x.length).fill(-1);
  const stands = new Uint32Array(net.x.length);
  for (let place = 0; place < net.x.length; place += 1) {
    const at = cellOf[place] ?? -1;
    if (at === -1) continue;
    const leader = (at >= 0 ? inner[at] : outer[-2 - at]) ?? -1;
    standing[place] = leader;
    stands[leader] = (stands[leader] ?? 0) + 1;
  }
  return { standing, stands };
}

function bundle(
  net: MapNet,
  lines: readonly number[],
  { standing, isSeen }: { readonly standing: Int32Array; readonly isSeen: (place: number) => boolean },
) {
  const ways = new Map<number, number[]>();
  let within = 0;
  for (const line of lines) {
    const [from = 0, to = 0] = [net.from[line], net.to[line]];
    if (!isSeen(from) && !isSeen(to)) continue;
    const [one = from, other = to] = [standing[from], standing[to]];
    if (one === other) {
      within += 1;
      continue;
    }
    const key = Math.min(one, other) * net.x.length + Math.max(one, other);
    const known = ways.get(key);
    if (known === undefined) ways.set(key, [line]);
    else known.push(line);
  }
  return { ways, within };
}

/** Nothing but a zoomed window hides lines: those with neither end in it, which would only cross it. */
function seenIn(net: MapNet, { zoom, x, y }: MapWindow): (place: number) => boolean {
  if (zoom <= 1) return () => true;
  const [right, bottom] = [x + world.width / zoom, y + world.height / zoom];
  return (place) => {
    const [px = 0, py = 0] = [net.x[place], net.y[place]];
    return px >= x && px <= right && py >= y && py <= bottom;
  };
}

/** What is drawn of a net in a window. The same net and window give the same picture. */
export function pictureOf(net: MapNet, { window, width, filter }: Seen): MapPicture {
  const { degree, lines } = countLines(net, filter);
  const isWhole = lines.length <= fewLines;
  const isSeen = isWhole ? () => true : seenIn(net, window);
  // Many lines take a wider cell in any case: it saves trying the narrow ones.
  let cell = (Math.max(1, Math.sqrt(lines.length / (4 * mostWays))) * cellPoints * world.width) / window.zoom / width;
  let [{ standing, stands }, bundled] = [alone(degree), bundle(net, [], { standing: new Int32Array(0), isSeen })];
  if (isWhole) bundled = bundle(net, lines, { standing, isSeen });
  else
    for (;;) {
      ({ standing, stands } = gather(net, degree, { window, cell }));
      bundled = bundle(net, lines, { standing, isSeen });
      if (bundled.ways.size <= mostWays) break;
      cell *= bundled.ways.size > 3 * mostWays ? 2 : 1.4;
    }
  const drawn: DrawnSpot[] = [];
  for (let place = 0; place < stands.length; place += 1) {
    if (stands[place] === 0 || standing[place] !== place) continue;
    drawn.push({ place, stands: stands[place] ?? 1, lines: degree[place] ?? 0, x: net.x[place] ?? 0, y: net.y[place] ?? 0 });
  }
  return {
    spots: drawn.sort((one, other) => other.lines - one.lines || one.place - other.place),
    ways: [...bundled.ways]
      .map(([key, own]) => ({ from: Math.floor(key / net.x.length), to: key % net.x.length, lines: own }))
      .sort((one, other) => one.lines.length - other.lines.length),
    count: lines.length,
    within: bundled.within,
  };
}

/** Every place at which a line ends stands for itself. */
function alone(degree: Uint32Array): Neighbourhoods {
  return {
    standing: Int32Array.from(degree, (lines, place) => (lines > 0 ? place : -1)),
    stands: Uint32Array.from(degree, (lines) => Math.min(1, lines)),
  };
}

/** The spots of the way between two places; longer ones are made of more pieces. */
export function wayOf(net: MapNet, from: number, to: number): readonly (readonly Spot[])[] {
  const place = (at: number) => ({ latitude: net.latitude[at] ?? 0, longitude: net.longitude[at] ?? 0 });
  const across =
    Math.abs((net.longitude[from] ?? 0) - (net.longitude[to] ?? 0)) + Math.abs((net.latitude[from] ?? 0) - (net.latitude[to] ?? 0));
  return wayBetween(place(from), place(to), Math.max(3, Math.min(16, Math.round(across / 8))));
}
