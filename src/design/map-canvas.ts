// The map on its canvas: land, the edge of the world, ways, places and the names of what is chosen, in the colours of the theme.
import { useEffect, useMemo, useRef } from 'react';
import type { GeoPermissibleObjects } from 'd3-geo';
import { edgeOfWorld, outlineOf, outlineOfWay, spotOf, wayBetween, world, type MapWindow, type Spot } from './map-view.ts';

export interface MapPlace {
  readonly id: string;
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapLine {
  readonly id: string;
  /** Ids of places. */
  readonly from: string;
  readonly to: string;
}

/** What the reader has chosen: a place with all its lines, or one line. */
export type MapChoice = { readonly kind: 'place'; readonly id: string } | { readonly kind: 'line'; readonly id: string };

export interface DrawnWay {
  readonly id: string;
  readonly ends: readonly [string, string];
  readonly rows: readonly (readonly Spot[])[];
  readonly path: Path2D;
}

export interface Drawing {
  readonly land: Path2D;
  readonly edge: Path2D;
  readonly ways: readonly DrawnWay[];
  readonly spots: readonly Spot[];
}

/** The shapes of a map, made once for its places and lines; null where no land is drawn. */
export function useDrawing(shape: GeoPermissibleObjects | null, places: readonly MapPlace[], lines: readonly MapLine[]): Drawing | null {
  const ground = useMemo(() => (shape === null ? null : { land: new Path2D(outlineOf(shape)), edge: new Path2D(edgeOfWorld()) }), [shape]);
  return useMemo(() => {
    if (ground === null) return null;
    const known = new Map(places.map((place) => [place.id, place]));
    const ways = lines.flatMap(({ id, from, to }): readonly DrawnWay[] => {
      const [a, b] = [known.get(from), known.get(to)];
      if (a === undefined || b === undefined) return [];
      const rows = wayBetween(a, b);
      return [{ id, ends: [from, to], rows, path: new Path2D(outlineOfWay(rows)) }];
    });
    return { ...ground, ways, spots: places.map(spotOf) };
  }, [ground, places, lines]);
}

export interface Shown {
  readonly window: MapWindow;
  readonly places: readonly MapPlace[];
  readonly chosen: MapChoice | null;
}

const isChosen = ({ id, ends }: DrawnWay, chosen: MapChoice | null): boolean =>
  chosen !== null && (chosen.kind === 'line' ? chosen.id === id : ends.includes(chosen.id));

/** As many names as can be read beside one another. */
const fewNames = 14;

/** Places whose names are written: what is chosen, the other ends of its lines where they are few, and all once few are seen. */
function named({ ways, spots }: Drawing, { window, places, chosen }: Shown): readonly boolean[] {
  const seen = spots.map(
    ({ x, y }) => x >= window.x && y >= window.y && x <= window.x + world.width / window.zoom && y <= window.y + world.height / window.zoom,
  );
  const all = seen.filter(Boolean).length <= fewNames;
  const ends = new Set(ways.filter((way) => isChosen(way, chosen)).flatMap((way) => way.ends));
  return places.map(({ id }, at) => seen[at] === true && (all || id === chosen?.id || (ends.size <= fewNames && ends.has(id))));
}

function drawNames(context: CanvasRenderingContext2D, drawing: Drawing, shown: Shown, unit: number): void {
  const { window, places } = shown;
  const isNamed = named(drawing, shown);
  drawing.spots.forEach((spot, at) => {
    if (isNamed[at] !== true) return;
    const name = places[at]?.label ?? '';
    const right = spot.x + 120 * unit > window.x + world.width / window.zoom;
    context.textAlign = right ? 'right' : 'left';
    context.strokeText(name, spot.x + (right ? -8 : 8) * unit, spot.y + 4 * unit);
    context.fillText(name, spot.x + (right ? -8 : 8) * unit, spot.y + 4 * unit);
  });
}

/** Lines that are not chosen step back while something is. */
const steppedBack = 0.25;

function drawWays(context: CanvasRenderingContext2D, ways: readonly DrawnWay[], chosen: MapChoice | null, pen: Pen): void {
  const { unit, role } = pen;
  for (const way of ways.toSorted((a, b) => Number(isChosen(a, chosen)) - Number(isChosen(b, chosen)))) {
    const strong = isChosen(way, chosen);
    context.globalAlpha = strong || chosen === null ? 1 : steppedBack;
    context.lineWidth = (strong ? 2 : 1) * unit;
    context.strokeStyle = role(strong ? 'chosen' : 'line');
    context.stroke(way.path);
  }
  context.globalAlpha = 1;
}

interface Pen {
  /** One point of the screen in units of the drawing. */
  readonly unit: number;
  readonly role: (name: string) => string;
}

function draw(canvas: HTMLCanvasElement, drawing: Drawing, shown: Shown): void {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const role = (name: string): string => style.getPropertyValue(`--map-${name}`);
  const { window, places, chosen } = shown;
  const full = canvas.width / world.width;
  const scale = full * window.zoom;
  // Strokes and letters keep their size on the screen however near the map is.
  const unit = (full * (world.width / canvas.clientWidth)) / scale;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -window.x * scale, -window.y * scale);
  context.fillStyle = role('land');
  context.fill(drawing.land);
  context.lineWidth = unit;
  context.strokeStyle = role('land');
  context.stroke(drawing.edge);
  drawWays(context, drawing.ways, chosen, { unit, role });
  const ends = chosen?.kind === 'line' ? (drawing.ways.find(({ id }) => id === chosen.id)?.ends ?? []) : [chosen?.id];
  drawing.spots.forEach(({ x, y }, at) => {
    const strong = ends.includes(places[at]?.id ?? '');
    context.beginPath();
    context.arc(x, y, (strong ? 6 : 3.5) * unit, 0, 2 * Math.PI);
    context.fillStyle = role(strong ? 'chosen' : 'place');
    context.fill();
  });
  context.font = `${13 * unit}px ${style.fontFamily}`;
  context.lineWidth = 3 * unit;
  context.lineJoin = 'round';
  context.strokeStyle = role('paper');
  context.fillStyle = role('ink');
  drawNames(context, drawing, shown, unit);
}

/** Draws again when anything changed: the size of the box, the theme, what is seen. */
export function useCanvas(drawing: Drawing | null, shown: Shown) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    again.current = () => {
      const at = canvas.current;
      if (at === null || drawing === null || at.clientWidth === 0) return;
      at.width = Math.round(at.clientWidth * devicePixelRatio);
      at.height = Math.round((at.width * world.height) / world.width);
      draw(at, drawing, shown);
    };
    const frame = requestAnimationFrame(again.current);
    return () => cancelAnimationFrame(frame);
  }, [drawing, shown]);
  useEffect(() => {
    const box = canvas.current;
    if (box === null) return undefined;
    const redraw = (): void => again.current();
    const sizes = new ResizeObserver(redraw);
    sizes.observe(box);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    return () => {
      sizes.disconnect();
      theme.disconnect();
      scheme.removeEventListener('change', redraw);
    };
  }, [drawing]);
  return canvas;
}
