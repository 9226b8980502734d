// The register as a spreadsheet: one tab stop, arrows between cells, Shift or the mouse over several; typing or Enter edits.
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import type { GridSpot } from '#design/grid-focus.ts';
import type { Desk, GridRow } from '../../contract/register.ts';
import { useToast } from '#design/notices/toast.tsx';
import { CellEditor } from './cell-editor.tsx';
import { GridCell } from './grid-cell.tsx';
import { edited, gridColumns, isEdited, type CellText, type EditedColumn, type GridColumn, type GridOrder } from './grid-model.ts';
import { clipOf, isWithin, sizeOf, type GridRange } from './grid-range.ts';
import { clearStep, fillStep, pasteStep, type GridStep } from './grid-steps.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { Cells } from './use-cells.ts';
import { useGridClipboard } from './use-grid-clipboard.ts';
import { useScrollEdges } from './use-scroll-edges.ts';
import { useSelection } from './use-selection.ts';
import './grid.css';
import './grid-print.css';

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
  const { desk, rows, order, onSort, onUndo, onRedo, onTogether, children } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const edges = useScrollEdges();
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = ({ row, column }: GridSpot, typed = ''): boolean => {
    const [at, name] = [rows[row], gridColumns[column]];
    if (at === undefined || name === undefined || !desk.mayEdit || !isEdited(name)) return false;
    setEditing({ tieId: at.tieId, column: name, typed });
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
  const stop = (row: number, column: GridColumn): void => {
    setEditing(null);
    requestAnimationFrame(() => selection.go({ row, column: gridColumns.indexOf(column) }));
  };
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
          >
            <Heads order={order} onSort={onSort} />
            <tbody>
              {rows.map((row, at) => (
                <GridLine
                  key={row.tieId}
                  {...{ ...props, row, at, editing, selection, onEdit: edit }}
                  onStop={(column, isSaved) => stop(isSaved ? Math.min(at + 1, rows.length - 1) : at, column)}
                />
              ))}
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

interface GridLineProps extends Pick<TieGridProps, 'desk' | 'fresh' | 'cells' | 'onStep'> {
  readonly row: GridRow;
  readonly at: number;
  readonly editing: Editing | null;
  readonly selection: { readonly spot: GridSpot; readonly range: GridRange };
  readonly onEdit: (spot: GridSpot) => boolean;
  readonly onStop: (column: GridColumn, isSaved: boolean) => void;
}

function GridLine({ desk, fresh, cells, onStep, row, at, editing, selection, onEdit, onStop }: GridLineProps) {
  const { spot, range } = selection;
  const { rows, columns } = sizeOf(range);
  return (
    <tr className={fresh.has(row.tieId) ? 'fresh' : undefined}>
      <td className="gut">{at + 1}</td>
      {gridColumns.map((column, place) => {
        const isOpen = editing?.tieId === row.tieId && editing.column === column;
        const marks = { 'data-spot': `${at},${place}`, tabIndex: spot.row === at && spot.column === place ? 0 : -1 };
        if (isOpen)
          return (
            <td key={column} className="editing" data-spot={marks['data-spot']} aria-selected>
              <CellEditor
                row={row}
                column={editing.column}
                classes={desk.classes}
                typed={editing.typed}
                onCancel={() => onStop(column, false)}
                onSave={(cell) => {
                  onStop(column, true);
                  onStep({ changes: [{ row, cell }], refused: [], range: { top: at, left: place, bottom: at, right: place } });
                }}
              />
            </td>
          );
        const isSelected = isWithin(range, at, place);
        return (
          <GridCell
            key={column}
            {...{ desk, row, column, isSelected }}
            spot={marks}
            isPicked={isSelected && rows * columns > 1}
            isSaving={isEdited(column) && cells.isSaving(row.tieId, edited[column])}
            isRefused={cells.refused.some((refused) => refused.row?.tieId === row.tieId && refused.column === column)}
            onEdit={() => onEdit({ row: at, column: place })}
          />
        );
      })}
    </tr>
  );
}

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
