// Opinions, comparisons and forecasts under a head of their own: of which kind each is, and who holds it.
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import type { StatementShape } from '../contract/shapes.ts';

interface ApartTableProps {
  readonly caption: string;
  readonly rows: readonly StatementShape[];
  /** Those of the facts: how precise it is is not asked of what is none. */
  readonly columns: readonly Column<StatementShape>[];
}

export function ApartTable({ caption, rows, columns }: ApartTableProps) {
  const { t } = useText();
  const kind: Column<StatementShape> = {
    key: 'kind',
    head: t('evidence.kind'),
    nowrap: true,
    cell: (said) => t(`evidence.kind_${said.kind}`),
  };
  return (
    <DataTable
      caption={`${caption} · ${t('evidence.apart')}`}
      showCaption
      columns={columns.map((column) => (column.key === 'precision' ? kind : column))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
