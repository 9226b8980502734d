// Paints the picture of a net: land, the edge of the world, ways by how many lines they stand for, places, and as many names as can be read.
import { fewLines, wayOf, type MapNet, type MapPicture } from './net.ts';
import { world, type MapWindow, type Spot } from './view.ts';

/** What the reader has chosen by its numbers in the net: a place with all its lines, or one or several lines. */
export type MapChoice = { readonly kind: 'place'; readonly place: number } | { readonly kind: 'lines'; readonly lines: readonly number[] };

export interface Ground {
  readonly land: Path2D;
  readonly edge: Path2D;
}

export interface Scene {
  readonly ground: Ground;
  readonly net: MapNet;
  readonly picture: MapPicture;
  readonly window: MapWindow;
  readonly chosen: MapChoice | null;
  /** Lines of what is chosen that pass the filter. */
  readonly strong: readonly number[];
}

export interface Pen {
  /** One point of the screen in units of the drawing. */
  readonly unit: number;
  /** A colour of the theme. */
  readonly role: (name: string) => string;
  readonly fontFamily: string;
}

/** Ways once computed are kept: moving the window asks for the same ones again. */
const kept = new WeakMap<MapNet, Map<number, readonly (readonly Spot[])[]>>();
const mostKept = 20_000;

export function knownWay(net: MapNet, from: number, to: number): readonly (readonly Spot[])[] {
  let ways = kept.get(net);
  if (ways === undefined || ways.size > mostKept) {
    ways = new Map();
    kept.set(net, ways);
  }
  const key = from * net.x.length + to;
  const known = ways.get(key);
  if (known !== undefined) return known;
  const made = wayOf(net, from, to);
  ways.set(key, made);
  return made;
}

/** The more lines a way stands for, the broader it is: up to which number, and how broad and strong it then is. */
const wayClasses = [
  { upTo: 1, width: 0.6, alpha: 0.45 },
  { upTo: 3, width: 1, alpha: 0.55 },
  { upTo: 8, width: 1.6, alpha: 0.65 },
  { upTo: 20, width: 2.4, alpha: 0.75 },
  { upTo: Infinity, width: 3.6, alpha: 0.85 },
] as const;
/** Where each line is drawn by itself there is room for it. */
const single = { upTo: Infinity, width: 1, alpha: 1 } as const;
/** Lines that are not chosen step back while something is. */
const steppedBack = 0.3;

function trace(context: CanvasRenderingContext2D, way: readonly (readonly Spot[])[]): void {
  for (const row of way)
    row.forEach(({ x, y }, at) => {
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
}

export const classesFor = (picture: MapPicture) => (picture.count <= fewLines ? [single] : wayClasses);

function paintWays(context: CanvasRenderingContext2D, { net, picture, chosen, strong }: Scene, { unit, role }: Pen): void {
  context.strokeStyle = role('line');
  let begun = 0;
  // Ways come in the order of their numbers, so each class is one piece of the list, and one stroke.
  for (const { upTo, width, alpha } of classesFor(picture)) {
    context.beginPath();
    for (; begun < picture.ways.length; begun += 1) {
      const way = picture.ways[begun];
      if (way === undefined || way.lines.length > upTo) break;
      trace(context, knownWay(net, way.from, way.to));
    }
    context.globalAlpha = chosen === null ? alpha : alpha * steppedBack;
    context.lineWidth = width * unit;
    context.stroke();
  }
  context.globalAlpha = 1;
  if (strong.length === 0) return;
  context.strokeStyle = role('chosen');
  context.lineWidth = (strong.length > 40 ? 1 : 2) * unit;
  context.beginPath();
  for (const line of strong) trace(context, knownWay(net, net.from[line] ?? 0, net.to[line] ?? 0));
  context.stroke();
}

/** Places whose dots are strong: what is chosen and the other ends of its lines. */
export function strongPlaces({ net, chosen, strong }: Pick<Scene, 'net' | 'chosen' | 'strong'>): ReadonlySet<number> {
  const places = new Set(strong.flatMap((line) => [net.from[line] ?? 0, net.to[line] ?? 0]));
  if (chosen?.kind === 'place') places.add(chosen.place);
  return places;
}

/** Radius of a dot in points of the screen, by the number of places it stands for. */
export const radiusOf = (stands: number, isFew: boolean): number => (isFew ? 3.5 : Math.min(5, 1.2 + 0.45 * Math.sqrt(stands)));

function paintSpots(context: CanvasRenderingContext2D, scene: Scene, { unit, role }: Pen): void {
  const { net, picture, chosen } = scene;
  const isFew = picture.count <= fewLines;
  context.fillStyle = role('place');
  context.beginPath();
  for (const { x, y, stands } of picture.spots) {
    const radius = radiusOf(stands, isFew) * unit;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.globalAlpha = chosen === null ? 1 : 2 * steppedBack;
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = role('chosen');
  context.beginPath();
  for (const place of strongPlaces(scene)) {
    const [x = NaN, y = NaN] = [net.x[place], net.y[place]];
    if (Number.isNaN(x)) continue;
    const radius = (chosen?.kind === 'place' && chosen.place === place ? 6 : 3.5) * unit;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** As many names as can be read beside one another, and as many as are tried. */
const mostNames = 26;
const mostTried = 120;
const fewEnds = 14;
export const letterSize = 13;

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
}

/** Names that do not lie on one another: of what is chosen first, then of the places with most lines. `measure` answers units. */
export function labelsOf(
  scene: Scene,
  { unit, measure }: { readonly unit: number; readonly measure: (text: string) => number },
): readonly Label[] {
  const { net, picture, window, chosen } = scene;
  const [right, bottom] = [window.x + world.width / window.zoom, window.y + world.height / window.zoom];
  const strong = strongPlaces(scene);
  const ends = strong.size <= fewEnds ? [...strong] : chosen?.kind === 'place' ? [chosen.place] : [];
  const others = chosen !== null && picture.count > fewLines ? [] : picture.spots.slice(0, mostTried).map(({ place }) => place);
  const taken: (readonly [number, number, number, number])[] = [];
  const labels: Label[] = [];
  for (const place of new Set([...ends, ...others])) {
    const [x = NaN, y = NaN] = [net.x[place], net.y[place]];
    const text = net.labels[place] ?? '';
    if (labels.length >= mostNames || !(x >= window.x && x <= right && y >= window.y && y <= bottom) || text === '') continue;
    const wide = measure(text);
    // After the dot, else before it: the one that lies on nothing.
    const sides = [
      { align: 'left', left: x + 8 * unit },
      { align: 'right', left: x - 8 * unit - wide },
    ] as const;
    const room = sides.find(({ left }) => {
      const isInside = left >= window.x && left + wide + 2 * unit <= right;
      return (
        isInside && !taken.some((other) => left < other[2] && left + wide > other[0] && y - 9 * unit < other[3] && y + 8 * unit > other[1])
      );
    });
    if (room === undefined) continue;
    taken.push([room.left, y - 9 * unit, room.left + wide, y + 8 * unit]);
    labels.push({ text, x: room.align === 'left' ? room.left : room.left + wide, y: y + 4 * unit, align: room.align });
  }
  return labels;
}

/** Paints the scene into a context whose box is `width` device points wide. */
export function paint(context: CanvasRenderingContext2D, width: number, scene: Scene, pen: Pen): void {
  const { ground, window } = scene;
  const { unit, role } = pen;
  const scale = (width / world.width) * window.zoom;
  context.setTransform(scale, 0, 0, scale, -window.x * scale, -window.y * scale);
  context.fillStyle = role('land');
  context.fill(ground.land);
  context.lineWidth = unit;
  context.strokeStyle = role('land');
  context.stroke(ground.edge);
  paintWays(context, scene, pen);
  paintSpots(context, scene, pen);
  context.font = `${letterSize * unit}px ${pen.fontFamily}`;
  context.lineWidth = 3 * unit;
  context.lineJoin = 'round';
  context.strokeStyle = role('paper');
  context.fillStyle = role('ink');
  for (const { text, x, y, align } of labelsOf(scene, { unit, measure: (words) => context.measureText(words).width })) {
    context.textAlign = align;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
