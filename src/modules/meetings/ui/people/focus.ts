// The focus in a table of which only the rows in sight are drawn: arrows lead to rows that are drawn as they come into sight.
import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { spotAfter, spotOf, type GridSpot } from '#design/grid-focus.ts';

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
