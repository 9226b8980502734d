// The world as a view of places and the lines between them: land only, or the deployment's approved base, drawn on a canvas.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { GeoPermissibleObjects } from 'd3-geo';
import { useText } from '#client/language.ts';
import { Button } from './button.tsx';
import { around, kept, middleOf, moved, nearest, nextSpot, outlineOf, spotOf, wayBetween, world, zoomed } from './map-view.ts';
import type { Direction, MapWindow, Spot } from './map-view.ts';

/** What a deployment allows to be drawn; `number` is the approval that must be printed with its base. */
type MapBase =
  { readonly kind: 'off' } | { readonly kind: 'land' | 'approved'; readonly number: string | null; readonly shape: GeoPermissibleObjects };

export interface MapPlace {
  readonly id: string;
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapLine {
  /** Ids of places. */
  readonly from: string;
  readonly to: string;
  /** As stated by nobody as active. */
  readonly quiet?: boolean;
}

export interface WorldMapProps {
  /** What the map shows, for whoever does not see it. */
  readonly label: string;
  readonly places: readonly MapPlace[];
  readonly lines: readonly MapLine[];
  /** Opens a place, by a second press or Enter. */
  readonly onOpen: (id: string) => void;
}

/** The deployment's map, null while it is being asked for. */
function useMapBase(): MapBase | null {
  const asked = useQuery({
    queryKey: ['map'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await (await fetch('/map.json', { signal })).json()) as MapBase,
  });
  return asked.data ?? null;
}

interface Drawing {
  readonly land: Path2D;
  readonly ways: readonly { readonly path: Path2D; readonly quiet: boolean; readonly ends: readonly string[] }[];
  readonly spots: readonly Spot[];
}

function useDrawing(base: MapBase | null, places: readonly MapPlace[], lines: readonly MapLine[]): Drawing | null {
  const land = useMemo(() => (base === null || base.kind === 'off' ? null : new Path2D(outlineOf(base.shape))), [base]);
  return useMemo(() => {
    if (land === null) return null;
    const known = new Map(places.map((place) => [place.id, place]));
    const ways = lines.flatMap(({ from, to, quiet = false }) => {
      const [a, b] = [known.get(from), known.get(to)];
      return a === undefined || b === undefined ? [] : [{ path: new Path2D(wayBetween(a, b)), quiet, ends: [from, to] }];
    });
    return { land, ways, spots: places.map(spotOf) };
  }, [land, places, lines]);
}

const drawnAt = (canvas: HTMLCanvasElement): number => canvas.width / world.width;

interface Shown {
  readonly window: MapWindow;
  readonly places: readonly MapPlace[];
  readonly selected: number | null;
}

/** Names stand beside the selected place, and beside all once few are seen. */
function drawNames(context: CanvasRenderingContext2D, { spots }: Drawing, { window, places, selected }: Shown, unit: number): void {
  const seen = spots.map(
    ({ x, y }) => x >= window.x && y >= window.y && x <= window.x + world.width / window.zoom && y <= window.y + world.height / window.zoom,
  );
  const all = seen.filter(Boolean).length <= 14;
  spots.forEach((spot, at) => {
    if (seen[at] !== true || !(all || at === selected)) return;
    const name = places[at]?.label ?? '';
    const right = spot.x + 120 * unit > window.x + world.width / window.zoom;
    context.textAlign = right ? 'right' : 'left';
    context.strokeText(name, spot.x + (right ? -8 : 8) * unit, spot.y + 4 * unit);
    context.fillText(name, spot.x + (right ? -8 : 8) * unit, spot.y + 4 * unit);
  });
}

function draw(canvas: HTMLCanvasElement, drawing: Drawing, shown: Shown): void {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const role = (name: string): string => style.getPropertyValue(`--map-${name}`);
  const { window, places, selected } = shown;
  const scale = drawnAt(canvas) * window.zoom;
  // Strokes and letters keep their size on the screen however near the map is.
  const unit = (drawnAt(canvas) * (world.width / canvas.clientWidth)) / scale;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -window.x * scale, -window.y * scale);
  context.fillStyle = role('land');
  context.fill(drawing.land);
  const chosen = selected === null ? undefined : places[selected]?.id;
  for (const { path, quiet, ends } of drawing.ways) {
    const strong = chosen !== undefined && ends.includes(chosen);
    context.setLineDash(quiet ? [4 * unit, 4 * unit] : []);
    context.lineWidth = (strong ? 2 : 1) * unit;
    context.strokeStyle = role(strong ? 'chosen' : 'line');
    context.stroke(path);
  }
  context.setLineDash([]);
  drawing.spots.forEach(({ x, y }, at) => {
    context.beginPath();
    context.arc(x, y, (at === selected ? 6 : 3.5) * unit, 0, 2 * Math.PI);
    context.fillStyle = role(at === selected ? 'chosen' : 'place');
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
function useCanvas(drawing: Drawing | null, shown: Shown) {
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

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-0.25, 0],
  right: [0.25, 0],
  up: [0, -0.25],
  down: [0, 0.25],
};

/** The window and the selection, and what keys and the pointer do to them. */
function useMoves(spots: readonly Spot[], open: (at: number) => void) {
  const [window, setWindow] = useState<MapWindow>(() => around(spots));
  const [selected, setSelected] = useState<number | null>(null);
  const held = useRef<{ readonly x: number; readonly y: number; readonly from: MapWindow; moved: boolean } | null>(null);
  const unitOf = (box: HTMLElement, seen: MapWindow): number => world.width / seen.zoom / box.clientWidth;
  const spotUnder = (event: { clientX: number; clientY: number; currentTarget: HTMLElement }, seen: MapWindow): Spot => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const unit = unitOf(event.currentTarget, seen);
    return { x: seen.x + (event.clientX - left) * unit, y: seen.y + (event.clientY - top) * unit };
  };
  const zoom = (factor: number): void => setWindow((seen) => zoomed(seen, factor, middleOf(seen)));
  const select = (at: number): void => {
    setSelected(at);
    const spot = spots[at];
    if (spot === undefined) return;
    setWindow((seen) => {
      const [width, height] = [world.width / seen.zoom, world.height / seen.zoom];
      const inside = spot.x > seen.x && spot.x < seen.x + width && spot.y > seen.y && spot.y < seen.y + height;
      return inside ? seen : kept({ zoom: seen.zoom, x: spot.x - width / 2, y: spot.y - height / 2 });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined && event.shiftKey) setWindow((seen) => moved(seen, ...steps[direction]));
    else if (direction !== undefined) {
      const next = nextSpot(spots, selected ?? -1, direction);
      if (next !== null) select(next);
    } else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (event.key === '0') setWindow(around(spots));
    else if (event.key === 'Enter' && selected !== null) open(selected);
    else return;
    event.preventDefault();
  };
  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY, from: window, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const hold = held.current;
      if (hold === null) return;
      const [dx, dy] = [event.clientX - hold.x, event.clientY - hold.y];
      if (!hold.moved && Math.hypot(dx, dy) < 5) return;
      hold.moved = true;
      const unit = unitOf(event.currentTarget, hold.from);
      setWindow(kept({ zoom: hold.from.zoom, x: hold.from.x - dx * unit, y: hold.from.y - dy * unit }));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const hold = held.current;
      held.current = null;
      if (hold === null || hold.moved) return;
      const found = nearest(spots, spotUnder(event, window), 18 * unitOf(event.currentTarget, window));
      if (found !== null && found === selected) open(found);
      else setSelected(found);
    },
    onPointerCancel: () => {
      held.current = null;
    },
  };
  return { window, selected, zoom, whole: () => setWindow(around(spots)), setWindow, spotUnder, onKeyDown, pointer };
}

/** Nothing where the deployment shows no map; the page offers the same as a table. */
export function WorldMap({ label, places, lines, onOpen }: WorldMapProps) {
  const { t } = useText();
  const base = useMapBase();
  const drawing = useDrawing(base, places, lines);
  const spots = useMemo(() => places.map(spotOf), [places]);
  const { window, selected, zoom, whole, setWindow, spotUnder, onKeyDown, pointer } = useMoves(spots, (at) => {
    const place = places[at];
    if (place !== undefined) onOpen(place.id);
  });
  const shown = useMemo(() => ({ window, places, selected }), [window, places, selected]);
  const canvas = useCanvas(drawing, shown);
  useEffect(() => {
    // React listens passively to the wheel; the page must not scroll while the map is enlarged. Only with Ctrl, as other pages do.
    const at = canvas.current;
    const onWheel = (event: WheelEvent): void => {
      if (at === null || !event.ctrlKey) return;
      event.preventDefault();
      const place = { clientX: event.clientX, clientY: event.clientY, currentTarget: at };
      setWindow((seen) => zoomed(seen, event.deltaY < 0 ? 1.2 : 1 / 1.2, spotUnder(place, seen)));
    };
    at?.addEventListener('wheel', onWheel, { passive: false });
    return () => at?.removeEventListener('wheel', onWheel);
  });
  if (base === null || base.kind === 'off' || drawing === null) return null;
  const chosen = selected === null ? undefined : places[selected];
  return (
    <figure className="worldmap">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={`${label}. ${t('design.map_keys')}`}
        onKeyDown={onKeyDown}
        {...pointer}
      />
      <figcaption>
        <span aria-live="polite">{chosen === undefined ? t('design.map_choose') : t('design.map_chosen', { name: chosen.label })}</span>
        <span className="buttons">
          <Button onPress={() => zoom(1.5)}>{t('design.map_nearer')}</Button>
          <Button onPress={() => zoom(1 / 1.5)}>{t('design.map_farther')}</Button>
          <Button onPress={whole}>{t('design.map_all')}</Button>
        </span>
        <span className="note">
          {base.kind === 'approved' ? t('design.map_approved', { number: base.number ?? '' }) : t('design.map_land')}
        </span>
      </figcaption>
    </figure>
  );
}
