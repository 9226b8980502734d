// One tab stop for a whole grid: arrows move the focus among its cells, Home and End along a row, with Control to the corners.
import { useCallback, useRef, useState, type KeyboardEvent } from 'react';

export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a spot in a grid of so many rows and columns; null when the key does not move. */
export function spotAfter(
  key: string,
  control: boolean,
  from: GridSpot,
  size: { readonly rows: number; readonly columns: number },
): GridSpot | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const within = (row: number, column: number): GridSpot => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  switch (key) {
    case 'ArrowUp':
      return within(from.row - 1, from.column);
    case 'ArrowDown':
      return within(from.row + 1, from.column);
    case 'ArrowLeft':
      return within(from.row, from.column - 1);
    case 'ArrowRight':
      return within(from.row, from.column + 1);
    case 'PageUp':
      return within(from.row - 5, from.column);
    case 'PageDown':
      return within(from.row + 5, from.column);
    case 'Home':
      return within(control ? 0 : from.row, 0);
    case 'End':
      return within(control ? last.row : from.row, last.column);
    default:
      return null;
  }
}

export interface GridFocusOptions {
  readonly rows: number;
  readonly columns: number;
  readonly onFocus?: (spot: GridSpot) => void;
  /** Enter and Space. */
  readonly onOpen?: (spot: GridSpot) => void;
  /** Draws a row that may be out of sight, see in-sight.tsx. */
  readonly show?: (row: number) => void;
  /** Any other key without modifiers, e.g. 'm' or 'p'; answer true when it was used. */
  readonly onKey?: (key: string, spot: GridSpot) => boolean;
}

/** State and handlers of the grid; cells carry `data-spot="row,column"` and tabIndex 0 at `spot`, -1 elsewhere. */
export function useGridFocus({ rows, columns, show, onFocus, onOpen, onKey }: GridFocusOptions) {
  const [kept, setSpot] = useState<GridSpot>({ row: 0, column: 0 });
  const spot = { row: Math.min(kept.row, Math.max(rows - 1, 0)), column: Math.min(kept.column, Math.max(columns - 1, 0)) };
  const table = useRef<HTMLTableElement>(null);

  const go = useCallback(
    ({ row, column }: GridSpot) => {
      show?.(row);
      const cell = table.current?.querySelector<HTMLElement>(`[data-spot="${row},${column}"]`);
      // The first column stays at the edge: it is in sight once its row is shown.
      cell?.focus({ preventScroll: show !== undefined && column === 0 });
    },
    [show],
  );

  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || !isSpot(event.target)) return;
    const next = spotAfter(event.key, event.ctrlKey, spot, { rows, columns });
    if (next !== null) go(next);
    else if (event.ctrlKey) return;
    else if ((event.key === 'Enter' || event.key === ' ') && onOpen !== undefined) onOpen(spot);
    else if (onKey?.(event.key, spot) !== true) return;
    event.preventDefault();
  };
  const focused = (event: { readonly target: EventTarget }) => {
    const next = spotOf(event.target);
    if (next === null) return;
    setSpot(next);
    onFocus?.(next);
  };
  return { spot, go, table: { ref: table, onKeyDown: keyDown, onFocus: focused } };
}

const isSpot = (target: EventTarget): boolean => target instanceof HTMLElement && target.dataset['spot'] !== undefined;

/** The spot of a cell or of something in it. */
export function spotOf(target: EventTarget | null): GridSpot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-spot]') : null;
  const [row, column] = (cell?.dataset['spot'] ?? '').split(',').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}
