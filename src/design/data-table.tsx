// A table to read: rule, head, hairlines, rule. On a phone each row becomes a record with labelled lines.
import type { ComponentProps, ReactNode } from 'react';
import { useText } from '#client/language.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row, at: number) => ReactNode;
  /** The column that names the row; exactly one. */
  readonly naming?: boolean;
  /** Figures, and actions: to the right. */
  readonly end?: boolean;
  readonly nowrap?: boolean;
  /** The head is only for ears, e.g. of a column of buttons; on a phone it has no label either. */
  readonly silent?: boolean;
  readonly sortable?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds, for ears; seen only with `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, at: number) => string;
  readonly rowState?: (row: Row) => 'chosen' | 'flag' | 'quiet' | undefined;
  readonly sortedBy?: { readonly key: string; readonly descending: boolean };
  readonly onSort?: (key: string) => void;
  /** Keep columns on a phone (few, short ones), scrolling if need be. */
  readonly keepColumns?: boolean;
  /** On a phone two lines to a row instead of a labelled record: for long lists whose values speak for themselves. */
  readonly brief?: boolean;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowKey } = props;
  return (
    <DataTableFrame {...props}>
      <tbody>
        {rows.map((row, at) => (
          <DataTableRow key={rowKey(row, at)} {...{ props, row, at }} />
        ))}
      </tbody>
    </DataTableFrame>
  );
}

/** The table without its rows, which stand in `children`; `rowCount` where not all of them do. */
export function DataTableFrame<Row>(props: DataTableProps<Row> & { readonly rowCount?: number; readonly children: ReactNode }) {
  const { caption, showCaption = false, columns, keepColumns = false, brief = false, rowCount, children } = props;
  const table = (
    <table className={keepColumns ? 'datatable' : brief ? 'datatable stack brief' : 'datatable stack'} aria-rowcount={rowCount}>
      <caption className={showCaption ? undefined : 'hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} sortedBy={props.sortedBy} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
  if (!keepColumns) return table;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      {table}
    </div>
  );
}

interface DataTableRowProps<Row> {
  readonly props: DataTableProps<Row>;
  readonly row: Row;
  readonly at: number;
  readonly mark?: ComponentProps<'tr'>;
}

export function DataTableRow<Row>({ props: { columns, rowState, keepColumns, brief }, row, at, mark }: DataTableRowProps<Row>) {
  return (
    <tr className={rowState?.(row)} {...mark}>
      {columns.map((column) => (
        <Cell
          key={column.key}
          column={column}
          label={keepColumns !== true && brief !== true && column.silent !== true ? column.head : undefined}
        >
          {column.cell(row, at)}
        </Cell>
      ))}
    </tr>
  );
}

interface HeadProps<Row> {
  readonly sortedBy: DataTableProps<Row>['sortedBy'] | undefined;
  readonly onSort: DataTableProps<Row>['onSort'] | undefined;
  readonly column: Column<Row>;
}

function Head<Row>({ column, sortedBy, onSort }: HeadProps<Row>) {
  const { key: name, head, end, silent, sortable } = column;
  const { t } = useText();
  const sorted = sortedBy?.key === name ? (sortedBy.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={end === true ? 'num' : undefined} aria-sort={sorted}>
      {silent === true ? <span className="hidden">{head}</span> : null}
      {silent !== true && sortable === true && onSort !== undefined ? (
        <button type="button" className="sort" title={t('design.sort_by', { column: head })} onClick={() => onSort(name)}>
          {head}
        </button>
      ) : null}
      {silent !== true && (sortable !== true || onSort === undefined) ? head : null}
    </th>
  );
}

interface CellProps {
  readonly column: Pick<Column<never>, 'naming' | 'end' | 'nowrap'>;
  readonly label: string | undefined;
  readonly children: ReactNode;
}

function Cell({ column, label, children }: CellProps) {
  const className = [column.end === true ? 'num' : '', column.nowrap === true ? 'nowrap' : ''].filter(Boolean).join(' ') || undefined;
  if (column.naming === true)
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  return (
    <td className={className} data-label={label}>
      {label === undefined || isNothing(children) ? children : <div>{children}</div>}
    </td>
  );
}

/** An empty cell stays empty, so that the record on a phone leaves it out; any other is one thing beside its label. */
const isNothing = (children: ReactNode): boolean => children === null || children === undefined || children === false || children === '';

/** Below a list that comes in pages: asks for the next one. `rest` counts what is not shown, where known. */
export function More({
  rest,
  busy = false,
  onMore,
}: {
  readonly rest?: number | undefined;
  readonly busy?: boolean;
  readonly onMore: () => void;
}) {
  const { t } = useText();
  return (
    <p className="after noprint">
      <button type="button" className="linkish" aria-busy={busy || undefined} onClick={() => (busy ? undefined : onMore())}>
        {rest === undefined ? t('design.more') : t('design.more_count', { count: rest })}
      </button>
    </p>
  );
}
