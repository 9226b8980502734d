// A table of as many rows as there may be: only those in sight are drawn. For pages of work; what readers load stays without it.
import { Fragment } from 'react';
import { LeftOut, usePageRows } from './in-sight.tsx';
import { DataTableRow, DataTableFrame, type DataTableProps } from './data-table.tsx';

/** Height of a row in pixels, about. */
const ROW = 41;

export function LongDataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowKey } = props;
  const inSight = usePageRows(rows.length, ROW);
  const isWhole = inSight.rows.length === rows.length;
  return (
    <DataTableFrame {...props} {...(isWhole ? {} : { rowCount: rows.length + 1 })}>
      <tbody ref={inSight.list}>
        {inSight.rows.map(({ at, before }) => {
          const row = rows[at];
          if (row === undefined) return null;
          const mark = {
            ref: inSight.measure,
            'data-index': at,
            onFocus: () => inSight.keep(at),
            ...(isWhole ? {} : { 'aria-rowindex': at + 2 }),
          };
          return (
            <Fragment key={rowKey(row, at)}>
              <LeftOut height={before} />
              <DataTableRow {...{ props, row, at, mark }} />
            </Fragment>
          );
        })}
        <LeftOut height={inSight.after} />
      </tbody>
    </DataTableFrame>
  );
}
