// The register as a spreadsheet: one tab stop, arrows between cells, Shift or the mouse over several; typing or Enter edits.
import { useNavigate } from '@tanstack/react-router';
import { Fragment, memo, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useText } from '#client/language.ts';
import type { GridSpot } from '#design/grid-focus.ts';
import { LeftOut, useBoxRows } from '#design/in-sight.tsx';
import type { Desk, GridRow } from '../../contract/register.ts';
import { useToast } from '#design/notices/toast.tsx';
import { CellEditor } from './cell-editor.tsx';
import { GridCell } from './grid-cell.tsx';
import type { CellText } from './grid-model.ts';
import { edited, gridColumns, isEdited, type EditedColumn, type GridColumn, type GridOrder } from './grid-view.ts';
import { clipOf, sizeOf, type GridRange } from './grid-range.ts';
import { clearStep, fillStep, pasteStep, type GridStep } from './grid-steps.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { Cells } from './use-cells.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useScrollEdges } from './use-scroll-edges.ts';
import { useSelection } from './use-selection.ts';
import './grid.css';
import './grid-print.css';

/** Height of a row in pixels, about. */
const ROW = 30;

interface Editing {
  readonly tieId: string;
  readonly column: EditedColumn;
  readonly typed: string;
}

export interface TieGridProps {
  readonly desk: Desk;
  readonly rows: readonly GridRow[];
  readonly fresh: ReadonlySet<string>;
  readonly order: GridOrder;
  readonly onSort: (key: GridColumn) => void;
  readonly cells: Cells;
  /** How cells are written when they are copied. */
  readonly text: CellText;
  readonly onStep: (step: GridStep) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** The ties of several rows are to be changed together. */
  readonly onTogether: (rows: readonly GridRow[]) => void;
  /** Rows of a paste that ask something, below the others. */
  readonly children?: ReactNode;
}

/** What is done with the selection; nothing changes for those who only read. */
function useGridActions({ desk, rows, text, onStep }: TieGridProps, selection: ReturnType<typeof useSelection>) {
  const { range } = selection;
  const classes = desk.classes.map(({ code, name }) => ({ code, names: Object.values(name).map((word) => word.text) }));
  const take = (step: GridStep): void => {
    selection.select(step.range);
    onStep(step);
  };
  return {
    copy: () => clipOf(rows, range, text),
    fill: () => take(fillStep(rows, range)),
    clear: () => take(clearStep(rows, range)),
    // Below the names of the cities a sheet of ties is meant, not cells.
    paste: (pasted: string): boolean => {
      if (!desk.mayEdit || rows.length === 0 || range.left === 0) return false;
      take(pasteStep(rows, range, pasted, { classes, text }));
      return true;
    },
  };
}

export function TieGrid(props: TieGridProps) {
  const { desk, rows, fresh, order, cells, onSort, onStep, onUndo, onRedo, onTogether, children } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const edges = useScrollEdges();
  const inSight = useBoxRows(edges.box, rows.length, ROW);
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = ({ row, column }: GridSpot, typed = ''): boolean => {
    const [at, name] = [rows[row], gridColumns[column]];
    if (at === undefined || name === undefined || !desk.mayEdit || !isEdited(name)) return false;
    // What could not be read before stands in the cell again.
    const asked = cells.refused.find((one) => one.row?.tieId === at.tieId && one.column === name)?.text ?? '';
    setEditing({ tieId: at.tieId, column: name, typed: typed === '' ? asked : typed });
    return true;
  };
  // A cell that cannot be changed here says why, where its key was pressed.
  const tellWhy = ({ column }: GridSpot): boolean => {
    const name = gridColumns[column];
    if (name === undefined || rows.length === 0) return false;
    toast({ text: t(isEdited(name) ? 'desk.fixed_reader' : `desk.fixed_${name}`) });
    return true;
  };
  const selection = useSelection({
    rows: rows.length,
    columns: gridColumns.length,
    show: inSight.show,
    onOpen: (spot) => {
      const slug = rows[spot.row]?.slug;
      if (edit(spot)) return;
      if (spot.column === 0 && slug !== undefined) void navigate({ to: '/ties/$slug', params: { slug } });
      else tellWhy(spot);
    },
    onKey: (key, spot) => {
      if (key !== 'F2' && key.length !== 1) return false;
      return edit(spot, key === 'F2' ? '' : key) || tellWhy(spot);
    },
  });
  const actions = useGridActions(props, selection);
  useGridClipboard(selection.table.ref, { onCopy: actions.copy, onPaste: actions.paste });
  const next = useRef<GridSpot | null>(null);
  const stop = (row: number, column: GridColumn): void => {
    next.current = { row: Math.min(row, rows.length - 1), column: gridColumns.indexOf(column) };
    setEditing(null);
  };
  // As soon as the field is gone, so that no key goes to the page; where something else was pressed, the focus is there.
  useLayoutEffect(() => {
    const spot = next.current;
    if (editing !== null || spot === null) return;
    next.current = null;
    queueMicrotask(() => {
      if (document.activeElement === null || document.activeElement === document.body) selection.go(spot);
    });
  });
  const acts = useLatest({ edit, stop, step: onStep });
  const keys = (event: KeyboardEvent): void => {
    if (
      editing === null &&
      keyAct(event, { ...actions, undo: onUndo, redo: onRedo, all: selection.all, release: selection.release, mayEdit: desk.mayEdit })
    )
      event.preventDefault();
    else selection.table.onKeyDown(event);
  };
  return (
    <>
      <div className="gridframe" ref={edges.frame}>
        <div className="scroll gridbox" ref={edges.box} data-scroll-restoration-id="ties">
          <table
            {...selection.table}
            role="grid"
            aria-multiselectable
            aria-readonly={!desk.mayEdit}
            className="grid"
            onKeyDown={keys}
            aria-label={t('desk.grid_said', { count: rows.length })}
            aria-rowcount={inSight.rows.length < rows.length ? rows.length + 1 : undefined}
          >
            <Heads order={order} onSort={onSort} />
            <tbody>
              {inSight.rows.map(({ at, before }) => {
                const row = rows[at];
                if (row === undefined) return null;
                return (
                  <Fragment key={row.tieId}>
                    <LeftOut height={before} />
                    <GridLine
                      {...{ desk, row, at, acts, ...marksOf(cells, row.tieId), ...placesIn(selection, at) }}
                      measure={inSight.measure}
                      keep={inSight.keep}
                      isFresh={fresh.has(row.tieId)}
                      editing={editing?.tieId === row.tieId ? editing : null}
                    />
                  </Fragment>
                );
              })}
              <LeftOut height={inSight.after} />
              {children}
            </tbody>
          </table>
        </div>
      </div>
      <SelectionBar
        range={selection.range}
        onCopy={() => void copyAll(actions.copy())}
        onFill={desk.mayEdit ? actions.fill : null}
        onClear={desk.mayEdit ? actions.clear : null}
        onTogether={desk.mayEdit ? () => onTogether(rows.slice(selection.range.top, selection.range.bottom + 1)) : null}
      />
    </>
  );
}

/** Copies without a key press; where the browser takes no tables, the text alone. */
async function copyAll({ plain, html }: { readonly plain: string; readonly html: string }): Promise<void> {
  const item = { 'text/plain': new Blob([plain], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) };
  await navigator.clipboard.write([new ClipboardItem(item)]).catch(() => navigator.clipboard.writeText(plain));
}

interface KeyActs {
  readonly mayEdit: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly all: () => void;
  readonly release: () => void;
  readonly fill: () => void;
  readonly clear: () => void;
}

/** The keys of a spreadsheet; answers whether this was one. */
function keyAct(event: KeyboardEvent, acts: KeyActs): boolean {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  const act = ((): (() => void) | null => {
    if (control && key === 'z') return event.shiftKey ? acts.redo : acts.undo;
    if (control && key === 'y') return acts.redo;
    if (!(event.target instanceof HTMLElement) || event.target.dataset['spot'] === undefined) return null;
    if (control && key === 'a') return acts.all;
    if (control && key === 'd') return acts.mayEdit ? acts.fill : null;
    if (key === 'escape') return acts.release;
    return (key === 'delete' || key === 'backspace') && acts.mayEdit ? acts.clear : null;
  })();
  act?.();
  return act !== null;
}

/** What handlers do now, for rows that are not drawn anew when only that changes. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Columns of a row that are being saved or were refused, as one text each: equal while nothing changes. */
const marksOf = ({ isSaving, refused }: Cells, tieId: string) => ({
  saving: gridColumns.filter((column) => isEdited(column) && isSaving(tieId, edited[column])).join(' '),
  refused: gridColumns.filter((column) => refused.some((one) => one.row?.tieId === tieId && one.column === column)).join(' '),
});

/** Where the focus and the selection stand in a row; null where they do not. */
function placesIn({ spot, range }: { readonly spot: GridSpot; readonly range: GridRange }, at: number) {
  const isIn = range.top <= at && at <= range.bottom;
  const { rows, columns } = sizeOf(range);
  return {
    focused: spot.row === at ? spot.column : null,
    from: isIn ? range.left : null,
    to: isIn ? range.right : null,
    isSeveral: isIn && rows * columns > 1,
  };
}

interface GridLineProps extends ReturnType<typeof marksOf>, ReturnType<typeof placesIn> {
  readonly desk: Desk;
  readonly row: GridRow;
  readonly at: number;
  readonly isFresh: boolean;
  readonly editing: Editing | null;
  readonly measure: (row: Element | null) => void;
  readonly keep: (row: number) => void;
  readonly acts: RefObject<{
    readonly edit: (spot: GridSpot) => boolean;
    readonly stop: (row: number, column: GridColumn) => void;
    readonly step: (step: GridStep) => void;
  }>;
}

const GridLine = memo(function GridLine(props: GridLineProps) {
  const { desk, row, at, isFresh, editing, saving, refused, focused, from, to, isSeveral, measure, keep, acts } = props;
  const isAmong = (columns: string, column: GridColumn): boolean => columns.split(' ').includes(column);
  return (
    <tr className={isFresh ? 'fresh' : undefined} ref={measure} data-index={at} aria-rowindex={at + 2} onFocus={() => keep(at)}>
      <td className="gut">{at + 1}</td>
      {gridColumns.map((column, place) => {
        const marks = { 'data-spot': `${at},${place}`, tabIndex: focused === place ? 0 : -1 };
        if (editing !== null && editing.column === column)
          return (
            <td key={column} className="editing" data-spot={marks['data-spot']} aria-selected>
              <CellEditor
                row={row}
                column={editing.column}
                classes={desk.classes}
                typed={editing.typed}
                onCancel={() => acts.current.stop(at, column)}
                onAsk={(text, asked) => {
                  acts.current.stop(at, column);
                  acts.current.step({
                    changes: [],
                    refused: [{ row, column, text, ...asked }],
                    range: { top: at, left: place, bottom: at, right: place },
                  });
                }}
                onSave={(cell) => {
                  acts.current.stop(at + 1, column);
                  acts.current.step({ changes: [{ row, cell }], refused: [], range: { top: at, left: place, bottom: at, right: place } });
                }}
              />
            </td>
          );
        const isSelected = from !== null && to !== null && from <= place && place <= to;
        return (
          <GridCell
            key={column}
            {...{ desk, row, column, isSelected }}
            spot={marks}
            isPicked={isSelected && isSeveral}
            isSaving={isAmong(saving, column)}
            isRefused={isAmong(refused, column)}
            onEdit={() => acts.current.edit({ row: at, column: place })}
          />
        );
      })}
    </tr>
  );
});

function Heads({ order, onSort }: Pick<TieGridProps, 'order' | 'onSort'>) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        <th className="gut" scope="col">
          <span className="hidden">{t('desk.row')}</span>
        </th>
        {gridColumns.map((column) => (
          <th
            key={column}
            scope="col"
            className={column === 'since' ? 'num' : undefined}
            aria-sort={order.key === column ? (order.descending ? 'descending' : 'ascending') : undefined}
          >
            {column === 'domains' ? (
              <span className="plain">{t('desk.column_domains')}</span>
            ) : (
              <button
                type="button"
                className="sort"
                onClick={() => onSort(column)}
                title={t('design.sort_by', { column: t(`desk.column_${column}`) })}
              >
                {t(`desk.column_${column}`)}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
