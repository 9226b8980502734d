// Which cells of the grid are selected: by Shift and arrows, by the mouse, all of them by Control+A. The focus is where the selection ends.
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { spotOf, useGridFocus, type GridFocusOptions, type GridSpot } from '#design/grid-focus.ts';
import { rangeBetween, type GridRange } from './grid-range.ts';

type SelectionOptions = Pick<GridFocusOptions, 'rows' | 'columns' | 'show' | 'onOpen' | 'onKey'>;

const within = ({ row, column }: GridSpot, rows: number, columns: number): GridSpot => ({
  row: Math.min(row, Math.max(rows - 1, 0)),
  column: Math.min(column, Math.max(columns - 1, 0)),
});

/** State and handlers for the table; what else keys and the pointer do is the grid's own. */
export function useSelection({ rows, columns, show, onOpen, onKey }: SelectionOptions) {
  const [anchor, setAnchor] = useState<GridSpot>({ row: 0, column: 0 });
  const [head, setHead] = useState<GridSpot>({ row: 0, column: 0 });
  // While the focus moves with Shift held or the mouse pressed, the first cell stays where it is.
  const extending = useRef(false);
  const dragging = useRef(false);
  const focus = useGridFocus({
    rows,
    columns,
    ...(show === undefined ? {} : { show }),
    ...(onOpen === undefined ? {} : { onOpen }),
    ...(onKey === undefined ? {} : { onKey }),
    onFocus: (spot) => {
      setHead(spot);
      if (!extending.current) setAnchor(spot);
    },
  });
  const move = (isExtending: boolean, act: () => void): void => {
    extending.current = isExtending;
    act();
    extending.current = false;
  };
  const select = ({ top, left, bottom, right }: GridRange): void => {
    setAnchor({ row: top, column: left });
    setHead({ row: bottom, column: right });
  };
  const press = (event: MouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot === null || event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest('a, button, input, select, textarea') !== null) return;
    // Else the words between the two cells would be marked.
    event.preventDefault();
    dragging.current = true;
    move(event.shiftKey, () => focus.go(spot));
  };
  const drag = (event: MouseEvent): void => {
    if (event.buttons !== 1) dragging.current = false;
    const spot = dragging.current ? spotOf(event.target) : null;
    if (spot !== null) move(true, () => focus.go(spot));
  };
  return {
    spot: focus.spot,
    go: focus.go,
    range: rangeBetween(within(anchor, rows, columns), within(head, rows, columns)),
    select,
    all: () => select({ top: 0, left: 0, bottom: Math.max(rows - 1, 0), right: columns - 1 }),
    /** Only the cell with the focus again. */
    release: () => select(rangeBetween(focus.spot, focus.spot)),
    table: {
      ref: focus.table.ref,
      onFocus: focus.table.onFocus,
      onMouseDown: press,
      onMouseOver: drag,
      onKeyDown: (event: KeyboardEvent) => move(event.shiftKey, () => focus.table.onKeyDown(event)),
    },
  };
}
