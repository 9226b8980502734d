// The register as a spreadsheet: one tab stop, arrows between cells, typing or Enter edits, Control+Z takes back.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useGridFocus, type GridSpot } from '#design/grid-focus.ts';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Figure } from '#design/said.tsx';
import type { Desk, GridRow } from '../contract/register.ts';
import { CellEditor } from './cell-editor.tsx';
import { DomainMarks } from './domain-row.tsx';
import { gridColumns, isEdited, type EditedColumn, type GridColumn, type GridOrder } from './grid-model.ts';
import { useShortDate } from './month-columns.tsx';
import type { Cells } from './use-cells.ts';
import { StatusWord, useClassName } from './words.tsx';
import './grid.css';

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
  readonly onUndo: () => void;
  /** Rows of a paste that ask something, below the others. */
  readonly children?: ReactNode;
}

export function TieGrid({ desk, rows, fresh, order, onSort, cells, onUndo, children }: TieGridProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = ({ row, column }: GridSpot, typed = ''): boolean => {
    const [at, name] = [rows[row], gridColumns[column]];
    if (at === undefined || name === undefined || !desk.mayEdit || !isEdited(name)) return false;
    setEditing({ tieId: at.tieId, column: name, typed });
    return true;
  };
  const focus = useGridFocus({
    rows: rows.length,
    columns: gridColumns.length,
    onOpen: (spot) => {
      const slug = rows[spot.row]?.slug;
      if (!edit(spot) && spot.column === 0 && slug !== undefined) void navigate({ to: '/ties/$slug', params: { slug } });
    },
    onKey: (key, spot) => (key === 'F2' ? edit(spot) : key.length === 1 && edit(spot, key)),
  });
  const stop = (row: number, column: GridColumn): void => {
    setEditing(null);
    requestAnimationFrame(() => focus.go({ row, column: gridColumns.indexOf(column) }));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && editing === null) {
      event.preventDefault();
      onUndo();
    } else focus.table.onKeyDown(event);
  };
  return (
    <div className="scroll gridbox">
      <table
        className="grid"
        ref={focus.table.ref}
        onFocus={focus.table.onFocus}
        onKeyDown={keys}
        aria-label={t('ties.grid_said', { count: rows.length })}
      >
        <Heads order={order} onSort={onSort} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.tieId} className={fresh.has(row.tieId) ? 'fresh' : undefined}>
              <td className="gut">{at + 1}</td>
              {gridColumns.map((column, place) => {
                const isOpen = editing?.tieId === row.tieId && editing.column === column;
                const spot = { 'data-spot': `${at},${place}`, tabIndex: focus.spot.row === at && focus.spot.column === place ? 0 : -1 };
                if (isOpen)
                  return (
                    <td key={column} className="editing" data-spot={spot['data-spot']}>
                      <CellEditor
                        row={row}
                        column={editing.column}
                        classes={desk.classes}
                        typed={editing.typed}
                        onCancel={() => stop(at, column)}
                        onSave={(cell) => {
                          stop(Math.min(at + 1, rows.length - 1), column);
                          void cells.set(row, cell);
                        }}
                      />
                    </td>
                  );
                return (
                  <GridCell
                    key={column}
                    desk={desk}
                    row={row}
                    column={column}
                    spot={spot}
                    onEdit={() => edit({ row: at, column: place })}
                  />
                );
              })}
            </tr>
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}

function Heads({ order, onSort }: Pick<TieGridProps, 'order' | 'onSort'>) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        <th className="gut" scope="col">
          <span className="hidden">{t('ties.row')}</span>
        </th>
        {gridColumns.map((column) => (
          <th
            key={column}
            scope="col"
            className={column === 'since' ? 'num' : undefined}
            aria-sort={order.key === column ? (order.descending ? 'descending' : 'ascending') : undefined}
          >
            {column === 'domains' ? (
              <span className="plain">{t('ties.column_domains')}</span>
            ) : (
              <button
                type="button"
                className="sort"
                onClick={() => onSort(column)}
                title={t('design.sort_by', { column: t(`ties.column_${column}`) })}
              >
                {t(`ties.column_${column}`)}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface GridCellProps {
  readonly desk: Desk;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly spot: { readonly 'data-spot': string; readonly tabIndex: number };
  readonly onEdit: () => void;
}

const onPhone: readonly GridColumn[] = ['city', 'since', 'domains', 'next'];

function GridCell({ desk, row, column, spot, onEdit }: GridCellProps) {
  const className = [column === 'since' ? 'num' : '', column === 'note' ? 'long' : '', onPhone.includes(column) ? '' : 'deskcell']
    .filter(Boolean)
    .join(' ');
  const rest = { ...spot, className: className === '' ? undefined : className };
  if (column === 'city')
    return (
      <th scope="row" {...rest}>
        <Link to="/ties/$slug" params={{ slug: row.slug }} tabIndex={-1}>
          <Named text={row.city.name} quiet />
        </Link>
      </th>
    );
  return (
    <td {...rest} onDoubleClick={onEdit} onClick={(event) => event.detail === 1 && event.currentTarget.focus()}>
      <CellWords desk={desk} row={row} column={column} />
    </td>
  );
}

/** How many statements say something else, as a mark with its figure. */
function Differing({ count }: { readonly count: number }) {
  const { t } = useText();
  if (count === 0) return null;
  const words = t('evidence.differ', { count });
  return (
    <span className="differs" title={words}>
      {count}
      <span className="hidden"> {words}</span>
    </span>
  );
}

function CellWords({ desk, row, column }: Pick<GridCellProps, 'desk' | 'row' | 'column'>): ReactNode {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const short = useShortDate(desk.today);
  switch (column) {
    case 'city':
      return null;
    case 'country':
      return formats.countryName(row.city.country);
    case 'class':
      return row.classCode.value === null ? <Unknown>{t('ties.not_stated')}</Unknown> : nameOf(row.classCode.value);
    case 'since':
      return (
        <>
          {row.since.value === null ? (
            <Unknown>{t('ties.not_stated')}</Unknown>
          ) : (
            <Figure value={formats.flexDate(row.since.value, 'table')} />
          )}{' '}
          <Differing count={row.since.differing} />
        </>
      );
    case 'status':
      return <StatusWord status={row.status.value} />;
    case 'theirs':
      return <StatusWord status={row.theirs} />;
    case 'last':
      return row.lastExchange === null ? (
        <Unknown>{t('ties.none_entered')}</Unknown>
      ) : (
        <Figure value={formats.flexDate(row.lastExchange.on, 'table')} />
      );
    case 'domains':
      return <DomainMarks marks={row.domains} />;
    case 'next':
      return row.next === null ? null : (
        <span className={row.next.late ? 'late' : undefined}>
          {short(row.next.on)}{' '}
          {row.next.kind === 'anniversary' ? t('ties.years', { count: row.next.years ?? 0 }) : t(`ties.next_${row.next.kind}`)}
        </span>
      );
    case 'source':
      return row.since.source;
    case 'seen':
      return <VisibilityMark visibility={row.visibility} />;
    case 'note':
      return row.note.value;
  }
}
