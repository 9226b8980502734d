// /ties/$slug/snapshots: every snapshot of a tie's report, the withdrawn with their reason; for offices of its cities the way to a new one.
import { later } from '#design/notices/later.tsx';
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { inLanguage } from '#kernel/written-language.ts';
import type { SnapshotTold } from '../../contract/snapshots.ts';
import { reportsQueries } from '../client.ts';

/** For those who may publish alone. */
const NewSnapshot = later(() => import('./new-snapshot.tsx'), 'NewSnapshot');
const SnapshotActions = later(() => import('./snapshot-actions.tsx'), 'SnapshotActions');

export function SnapshotsPage() {
  const { t } = useText();
  const { slug } = useParams({ from: '/ties/$slug/snapshots' });
  const data = useRead(reportsQueries.listTieSnapshots.queryOptions({ input: { tie: slug } }));
  if (data === undefined) return <Skeleton label={t('reports.snapshots')} lines={4} />;
  const { entries, mayPublishAs } = data;
  return (
    <>
      <Title
        title={t('reports.snapshots_title')}
        crumb={
          <Link to="/ties/$slug/report" params={{ slug }}>
            {t('reports.report')}
          </Link>
        }
      />
      <Section title={t('reports.snapshots')}>
        <Sentence>{t('reports.snapshots_text')}</Sentence>
        {entries.length === 0 ? (
          <Empty heading={t('reports.snapshots_none')}>{t('reports.snapshots_none_text')}</Empty>
        ) : (
          <List {...{ slug, entries }} />
        )}
      </Section>
      {mayPublishAs.length > 0 && <NewSnapshot slug={slug} offices={mayPublishAs} />}
    </>
  );
}

function List({ slug, entries }: { readonly slug: string; readonly entries: readonly SnapshotTold[] }) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const day = (instant: string): string => formats.day(instant.slice(0, 10), 'text');
  const columns: readonly Column<SnapshotTold>[] = [
    {
      key: 'number',
      head: t('reports.snapshot'),
      naming: true,
      cell: ({ number, frozenAt }) => (
        <Link to="/ties/$slug/snapshots/$number" params={{ slug, number: String(number) }}>
          {t('reports.snapshot_of', { number, date: day(frozenAt) })}
        </Link>
      ),
    },
    { key: 'office', head: t('reports.snapshot_by'), cell: ({ office }) => naming(office.name) },
    { key: 'seal', head: t('reports.seal'), nowrap: true, cell: ({ seal }) => <span translate="no">{seal}</span> },
    {
      key: 'state',
      head: t('reports.snapshot_state'),
      cell: ({ withdrawn }) =>
        withdrawn === null ? (
          t('reports.snapshot_stands')
        ) : (
          <>
            {t('reports.snapshot_gone_on', { date: day(withdrawn.at) })}
            <small>{inLanguage(withdrawn.reason, language)}</small>
          </>
        ),
    },
    ...(entries.some(({ mayWithdraw }) => mayWithdraw)
      ? [
          {
            key: 'actions',
            head: t('reports.snapshot_actions'),
            silent: true,
            end: true,
            cell: (snapshot: SnapshotTold) => (snapshot.mayWithdraw ? <SnapshotActions snapshot={snapshot} /> : null),
          },
        ]
      : []),
  ];
  return <DataTable caption={t('reports.snapshots')} columns={columns} rows={entries} rowKey={({ id }) => id} />;
}
