// The focus in a table of which only the rows in sight are drawn: arrows lead to rows that are drawn as they come into sight.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { spotAfter, spotOf, type GridSpot } from '#design/grid-focus.ts';

/** Rows beyond the edge that are drawn already, so that scrolling shows no gap. */
const BEYOND = 20;
const FIRST_SIGHT = 40;

/** Rows in sight of a box with so many rows of one height; `rowHeight` in pixels. */
export function useRowsInSight(rows: number) {
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRef(26);
  const [sight, setSight] = useState({ from: 0, to: FIRST_SIGHT });
  const look = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    rowHeight.current = element.querySelector('tr[data-row]')?.getBoundingClientRect().height ?? rowHeight.current;
    const first = Math.floor(element.scrollTop / rowHeight.current);
    const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight.current);
    // Drawn anew only where what is drawn does not reach: not at every step of an arrow.
    setSight((was) => (was.from <= first && was.to >= last ? was : { from: Math.max(0, first - BEYOND), to: last + BEYOND }));
  }, []);
  useLayoutEffect(look, [look, rows]);
  useEffect(() => {
    window.addEventListener('resize', look);
    // On paper everybody stands.
    const all = () => flushSync(() => setSight({ from: 0, to: rows }));
    window.addEventListener('beforeprint', all);
    window.addEventListener('afterprint', look);
    return () => {
      window.removeEventListener('resize', look);
      window.removeEventListener('beforeprint', all);
      window.removeEventListener('afterprint', look);
    };
  }, [look, rows]);
  /** Scrolls so far that the row is in sight, and draws it at once. */
  const show = useCallback(
    (row: number) => {
      const element = box.current;
      if (element === null) return;
      const [top, height] = [row * rowHeight.current, rowHeight.current];
      const head = element.querySelector('thead')?.getBoundingClientRect().height ?? 0;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + height + head > element.scrollTop + element.clientHeight)
        element.scrollTop = top + height + head - element.clientHeight;
      flushSync(look);
    },
    [look],
  );
  const from = Math.min(sight.from, Math.max(rows - 1, 0));
  return { box, from, to: Math.min(sight.to, rows), height: rowHeight.current, look, show };
}

interface PeopleFocusOptions {
  readonly rows: number;
  readonly columns: number;
  readonly show: (row: number) => void;
  /** Enter, Space and any other key without modifiers; answers whether it was used. */
  readonly onKey: (key: string, spot: GridSpot) => boolean;
}

/** State and handlers; cells carry `data-spot="row,column"`. */
export function usePeopleFocus({ rows, columns, show, onKey }: PeopleFocusOptions) {
  const [kept, setSpot] = useState<GridSpot>({ row: 0, column: 0 });
  const spot = { row: Math.min(kept.row, Math.max(rows - 1, 0)), column: Math.min(kept.column, columns - 1) };
  const table = useRef<HTMLTableElement>(null);
  const go = useCallback(
    ({ row, column }: GridSpot) => {
      show(row);
      table.current?.querySelector<HTMLElement>(`[data-spot="${row},${column}"]`)?.focus({ preventScroll: column === 0 });
    },
    [show],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || spotOf(event.target) === null) return;
    const next = spotAfter(event.key, event.ctrlKey, spot, { rows, columns });
    if (next !== null) go(next);
    else if (event.ctrlKey || !onKey(event.key, spot)) return;
    event.preventDefault();
  };
  const onFocus = (event: { readonly target: EventTarget }) => {
    const next = spotOf(event.target);
    if (next !== null) setSpot(next);
  };
  return { spot, go, table: { ref: table, onKeyDown, onFocus } };
}
