// What keys and the pointer do to a map: they move and enlarge it, choose places and lines, and open what is chosen.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { MapNet } from './net.ts';
import { knownWay, type MapChoice, type Scene } from './paint.ts';
import { around, heldSpot, isIn, kept, moved, nearest, nearestWay, nextSpot, world, zoomed } from './view.ts';
import type { Direction, MapWindow, Spot } from './view.ts';

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-0.25, 0],
  right: [0.25, 0],
  up: [0, -0.25],
  down: [0, 0.25],
};

/** Within how many points of the screen a place or a line is meant. */
const reach = { place: 14, line: 8 } as const;

export interface Choosing {
  readonly chosen: MapChoice | null;
  readonly onChoose: (choice: MapChoice | null) => void;
  readonly onOpen: (choice: MapChoice) => void;
}

const isSame = (one: MapChoice | null, other: MapChoice | null): boolean => {
  if (one?.kind === 'place') return other?.kind === 'place' && one.place === other.place;
  return one?.kind === 'lines' && other?.kind === 'lines' && one.lines.join() === other.lines.join();
};

const unitOf = (box: HTMLElement, seen: MapWindow): number => world.width / seen.zoom / box.clientWidth;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: HTMLElement;
}

/** Where in the world a point of the screen is. */
function spotUnder({ clientX, clientY, currentTarget }: Point, seen: MapWindow): Spot {
  const { left, top } = currentTarget.getBoundingClientRect();
  const unit = unitOf(currentTarget, seen);
  return { x: seen.x + (clientX - left) * unit, y: seen.y + (clientY - top) * unit };
}

/** What is meant by a press: the place drawn there, else the way there; the lines of a chosen place before those that have stepped back. */
function meant(event: Point, scene: Scene): MapChoice | null {
  const { net, picture, window, chosen, strong } = scene;
  const [spot, unit] = [spotUnder(event, window), unitOf(event.currentTarget, window)];
  const drawn = picture.spots[nearest(picture.spots, spot, reach.place * unit) ?? -1];
  if (drawn !== undefined) return { kind: 'place', place: drawn.place };
  if (chosen?.kind === 'place') {
    const ways = strong.map((line) => knownWay(net, net.from[line] ?? 0, net.to[line] ?? 0));
    const line = strong[nearestWay(ways, spot, reach.line * unit) ?? -1];
    if (line !== undefined) return { kind: 'lines', lines: [line] };
  }
  const ways = picture.ways.map(({ from, to }) => knownWay(net, from, to));
  const way = picture.ways[nearestWay(ways, spot, reach.line * unit) ?? -1];
  return way === undefined ? null : { kind: 'lines', lines: way.lines };
}

/** Dragging moves the window; a press that does not move is told. */
function usePointer(window: MapWindow, setWindow: (window: MapWindow) => void, onPress: (event: PointerEvent<HTMLElement>) => void) {
  const held = useRef<{ readonly x: number; readonly y: number; readonly from: MapWindow; moved: boolean } | null>(null);
  return {
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
      if (hold !== null && !hold.moved) onPress(event);
    },
    onPointerCancel: () => {
      held.current = null;
    },
  };
}

const placedSpots = ({ x, y }: MapNet): readonly Spot[] =>
  Array.from(x, (at, place) => ({ x: at, y: y[place] ?? NaN })).filter((spot) => !Number.isNaN(spot.x));

interface Moving extends Choosing {
  readonly net: MapNet;
  /** What is painted now. */
  readonly scene: () => Scene | null;
}

/** The place from which the arrow keys go on, and whose lines are stepped through. */
function useWalk(
  { net, scene, chosen }: Moving,
  choose: (choice: MapChoice) => void,
  setWindow: (change: (seen: MapWindow) => MapWindow) => void,
) {
  const [from, setFrom] = useState<number | null>(null);
  const place = chosen?.kind === 'place' ? chosen.place : from;
  const walkTo = (next: number): void => {
    choose({ kind: 'place', place: next });
    const spot = { x: net.x[next] ?? 0, y: net.y[next] ?? 0 };
    setWindow((seen) => {
      const [width, height] = [world.width / seen.zoom, world.height / seen.zoom];
      return isIn(seen, spot) ? seen : kept({ zoom: seen.zoom, x: spot.x - width / 2, y: spot.y - height / 2 });
    });
  };
  return {
    setFrom,
    /** To the next drawn place in a direction. */
    walk: (direction: Direction): void => {
      const spots = scene()?.picture.spots ?? [];
      const at = spots.findIndex((spot) => spot.place === place);
      // A place that another one stands for now is walked on from where it lies.
      const here = at < 0 && place !== null ? [...spots, { x: net.x[place] ?? 0, y: net.y[place] ?? 0, place }] : spots;
      const next = here[nextSpot(here, at < 0 && place !== null ? here.length - 1 : at, direction) ?? -1];
      if (next !== undefined) walkTo(next.place);
      else if (place === null && here[0] !== undefined) walkTo(here[0].place);
    },
    /** To the next of the lines that end at the place; the first after the last. */
    lineAfter: (): MapChoice | null => {
      if (place === null) return null;
      const filter = scene()?.picture;
      const own: number[] = [];
      const drawn = new Set(filter?.ways.flatMap(({ lines }) => lines));
      for (let line = 0; line < net.from.length; line += 1)
        if ((net.from[line] === place || net.to[line] === place) && drawn.has(line)) own.push(line);
      const before = chosen?.kind === 'lines' ? own.indexOf(chosen.lines[0] ?? -1) : -1;
      const next = own[(before + 1) % Math.max(1, own.length)];
      return next === undefined ? null : { kind: 'lines', lines: [next] };
    },
  };
}

/** The window over the world, and the handlers of its canvas. */
export function useMoves(moving: Moving) {
  const { net, scene, chosen, onChoose, onOpen } = moving;
  const [window, setWindow] = useState<MapWindow>(() => around(placedSpots(net)));
  const place = chosen?.kind === 'place' ? { x: net.x[chosen.place] ?? NaN, y: net.y[chosen.place] ?? NaN } : null;
  const zoom = (factor: number): void => setWindow((seen) => zoomed(seen, factor, heldSpot(seen, place)));
  const choose = (choice: MapChoice | null): void => {
    if (choice?.kind === 'place') walk.setFrom(choice.place);
    onChoose(choice);
  };
  const walk = useWalk(moving, choose, setWindow);
  const whole = (): void => setWindow(around(placedSpots(net)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined && event.shiftKey) setWindow((seen) => moved(seen, ...steps[direction]));
    else if (direction !== undefined) walk.walk(direction);
    else if (event.key === ' ') choose(walk.lineAfter() ?? chosen);
    else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (event.key === '0') whole();
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else return;
    event.preventDefault();
  };
  const pointer = usePointer(window, setWindow, (event) => {
    const painted = scene();
    const found = painted === null ? null : meant(event, painted);
    if (found !== null && isSame(found, chosen)) onOpen(found);
    else choose(found);
  });
  // React listens passively to the wheel; the page must not scroll while the map is enlarged. Only with Ctrl, as other pages do.
  const onWheel = (event: WheelEvent): void => {
    const box = event.currentTarget;
    if (!event.ctrlKey || !(box instanceof HTMLElement)) return;
    event.preventDefault();
    const { clientX, clientY } = event;
    setWindow((seen) => zoomed(seen, event.deltaY < 0 ? 1.2 : 1 / 1.2, spotUnder({ clientX, clientY, currentTarget: box }, seen)));
  };
  return { window, zoom, whole, onKeyDown, onWheel, pointer };
}
