// What keys and the pointer do to a map: they move and enlarge it, choose places and lines, and open what is chosen.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Drawing, MapChoice, MapPlace } from './map-canvas.ts';
import { around, kept, middleOf, moved, nearest, nearestWay, nextSpot, world, zoomed } from './map-view.ts';
import type { Direction, MapWindow, Spot } from './map-view.ts';

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

/** The next of the lines that end at a place, after one of them; the first after the last. */
function lineAfter({ ways }: Drawing, place: string, line: string | null): MapChoice | null {
  const own = ways.filter(({ ends }) => ends.includes(place));
  const next = own[(own.findIndex(({ id }) => id === line) + 1) % Math.max(1, own.length)];
  return next === undefined ? null : { kind: 'line', id: next.id };
}

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

interface Moving extends Choosing {
  readonly drawing: Drawing | null;
  readonly spots: readonly Spot[];
  readonly places: readonly MapPlace[];
}

/** What is meant by a press: the place there, else the line there; the lines of a chosen place before those that have stepped back. */
function meant(event: Point, window: MapWindow, { drawing, spots, places, chosen }: Moving): MapChoice | null {
  const [spot, unit] = [spotUnder(event, window), unitOf(event.currentTarget, window)];
  const place = places[nearest(spots, spot, reach.place * unit) ?? -1];
  if (place !== undefined) return { kind: 'place', id: place.id };
  const ways = drawing?.ways ?? [];
  const own = ways.filter(({ ends }) => chosen?.kind === 'place' && ends.includes(chosen.id));
  const near = (among: typeof ways) =>
    among[
      nearestWay(
        among.map(({ rows }) => rows),
        spot,
        reach.line * unit,
      ) ?? -1
    ];
  const way = near(own) ?? near(ways);
  return way === undefined ? null : { kind: 'line', id: way.id };
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

/** The window over the world, and the handlers of its canvas. */
export function useMoves(moving: Moving) {
  const { drawing, spots, places, chosen, onChoose, onOpen } = moving;
  const [window, setWindow] = useState<MapWindow>(() => around(spots));
  // The place from which the arrow keys go on, and whose lines are stepped through.
  const [from, setFrom] = useState<string | null>(null);
  const place = chosen?.kind === 'place' ? chosen.id : from;
  const at = places.findIndex(({ id }) => id === place);
  const zoom = (factor: number): void => setWindow((seen) => zoomed(seen, factor, middleOf(seen)));
  const choose = (choice: MapChoice | null): void => {
    if (choice?.kind === 'place') setFrom(choice.id);
    onChoose(choice);
  };
  const walkTo = (next: number): void => {
    const [known, spot] = [places[next], spots[next]];
    if (known === undefined || spot === undefined) return;
    choose({ kind: 'place', id: known.id });
    setWindow((seen) => {
      const [width, height] = [world.width / seen.zoom, world.height / seen.zoom];
      const inside = spot.x > seen.x && spot.x < seen.x + width && spot.y > seen.y && spot.y < seen.y + height;
      return inside ? seen : kept({ zoom: seen.zoom, x: spot.x - width / 2, y: spot.y - height / 2 });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined && event.shiftKey) setWindow((seen) => moved(seen, ...steps[direction]));
    else if (direction !== undefined) walkTo(nextSpot(spots, at, direction) ?? at);
    else if (event.key === ' ' && drawing !== null && place !== null)
      choose(lineAfter(drawing, place, chosen?.kind === 'line' ? chosen.id : null));
    else if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (event.key === '0') setWindow(around(spots));
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
    else return;
    event.preventDefault();
  };
  const pointer = usePointer(window, setWindow, (event) => {
    const found = meant(event, window, moving);
    if (found !== null && found.kind === chosen?.kind && found.id === chosen.id) onOpen(found);
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
  return { window, zoom, whole: () => setWindow(around(spots)), onKeyDown, onWheel, pointer };
}
