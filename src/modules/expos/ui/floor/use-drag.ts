// A piece of a plan that is dragged by mouse or pen; a finger moves the plan itself.
import { useRef, useState, type PointerEvent } from 'react';
import { pieceAt, type Piece } from './drawing.ts';

/** So many px are a shaky press and no drag. */
const SHAKE = 4;
/** It comes to lie on full decimetres. */
const STEP = 10;

interface Dragged {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

interface DragOf {
  readonly pieces: readonly Piece[];
  /** Where in the drawing something happened, in centimetres. */
  readonly placeOf: (event: PointerEvent<SVGSVGElement>) => readonly [x: number, y: number];
  /** px of a centimetre. */
  readonly scale: number;
  readonly onDrop: ((piece: Piece, x: number, y: number) => void) | undefined;
}

const stepped = (length: number): number => Math.round(length / STEP) * STEP;

/** What is dragged, and by how much; `wasDragged` says of the press that ends it that it chooses nothing. */
export function useDrag({ pieces, placeOf, scale, onDrop }: DragOf) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const begun = useRef<{ readonly piece: Piece; readonly at: readonly [number, number] } | null>(null);
  const ended = useRef(false);
  if (onDrop === undefined) return { dragged: null, wasDragged: () => false, handlers: {} };
  const down = (event: PointerEvent<SVGSVGElement>) => {
    ended.current = false;
    const at = placeOf(event);
    const piece = event.pointerType === 'touch' || event.button !== 0 ? undefined : pieceAt(pieces, ...at);
    begun.current = piece === undefined ? null : { piece, at };
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (begun.current === null) return;
    const { piece, at } = begun.current;
    const [x, y] = placeOf(event);
    const [dx, dy] = [x - at[0], y - at[1]];
    if (dragged === null && Math.hypot(dx, dy) * scale < SHAKE) return;
    // Held also beyond the frame, from the moment that it is a drag: a plain press stays one.
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ piece, x: stepped(dx), y: stepped(dy) });
  };
  const up = () => {
    begun.current = null;
    if (dragged === null) return;
    ended.current = true;
    setDragged(null);
    onDrop(dragged.piece, dragged.x, dragged.y);
  };
  const cancel = () => {
    begun.current = null;
    setDragged(null);
  };
  return {
    dragged,
    wasDragged: () => ended.current,
    handlers: { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: cancel },
  };
}
