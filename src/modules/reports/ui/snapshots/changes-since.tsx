// What the ledger says today beside what a snapshot said: every row, what has changed first.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { troubleOf } from '#client/error.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Section } from '#design/page.tsx';
import type { SnapshotChanges } from '../../contract/snapshots.ts';
import { changes } from '../../domain/snapshots/compared.ts';
import { reportsQueries } from '../client.ts';
import { SealSaid } from './seal.tsx';

type Row = SnapshotChanges['rows'][number];

export function ChangesSince({ slug, number }: { readonly slug: string; readonly number: number }) {
  const { t } = useText();
  const { data, error } = useQuery(reportsQueries.compareTieSnapshot.queryOptions({ input: { tie: slug, number } }));
  if (error !== null && data === undefined) return <p className="note">{troubleOf(error).message}</p>;
  if (data === undefined) return null;
  return <Compared compared={data} title={t('reports.snapshot_since')} />;
}

function Compared({ compared: { rows, seal, sealToday }, title }: { readonly compared: SnapshotChanges; readonly title: string }) {
  const { t } = useText();
  const formats = useFormats();
  const counted = changes.flatMap((change) => {
    const count = rows.filter((row) => row.change === change).length;
    return count === 0 ? [] : [t(`reports.rows_${change}`, { count })];
  });
  const changed = rows.filter(({ change }) => change !== 'same');
  const same = rows.filter(({ change }) => change === 'same');
  return (
    <Section title={title} aside={t('reports.snapshot_since_note')}>
      <p>
        {formats.list(counted)}
        {t('reports.full_stop')} {seal === sealToday ? t('reports.seal_same') : <SealSaid words="seal_differs" seal={sealToday} />}
      </p>
      {changed.length > 0 && <Rows rows={changed} caption={t('reports.rows_that_changed')} />}
      {same.length > 0 && (
        <details>
          <summary>{t('reports.rows_same', { count: same.length })}</summary>
          <Rows rows={same} caption={t('reports.rows_as_they_were')} />
        </details>
      )}
    </Section>
  );
}

function Rows({ rows, caption }: { readonly rows: readonly Row[]; readonly caption: string }) {
  const { t } = useText();
  const formats = useFormats();
  const lines = (said: readonly string[] | null) =>
    said === null ? <span className="muted">–</span> : said.map((line, at) => <div key={String(at)}>{line}</div>);
  const columns: readonly Column<Row>[] = [
    { key: 'row', head: t('reports.row_of'), naming: true, cell: ({ label }) => label },
    {
      key: 'change',
      head: t('reports.row_change'),
      cell: ({ change, at }) => (
        <>
          {t(`reports.row_${change}`)}
          {at !== null && change !== 'same' && <small>{t('reports.row_entered', { date: formats.day(at.slice(0, 10), 'table') })}</small>}
        </>
      ),
    },
    { key: 'was', head: t('reports.row_was'), cell: ({ was }) => lines(was) },
    { key: 'is', head: t('reports.row_is'), cell: ({ is }) => lines(is) },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
