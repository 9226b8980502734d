// Where a source is used: each page with what rests on the source there.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import type { SourceRecordShape, SourceUseShape } from '../contract/shapes.ts';
import { evidenceQueries } from './client.ts';
import { SourceName } from './said.tsx';

/** So many of a kind, in words. */
export function useUse(): (use: Pick<SourceUseShape, 'kind' | 'count'>) => string {
  const { t } = useText();
  return ({ kind, count }) => t(`evidence.use_${kind}`, { count });
}

const pages = {
  city: '/cities/$slug',
  tie: '/ties/$slug',
  organisation: '/organisations/$id',
  edition: '/editions/$slug',
  outcome: '/outcomes/$id',
} as const;
const hasPage = (kind: SourceUseShape['placeKind']): kind is keyof typeof pages => kind in pages;

export function UsesDialog({ source, onClose }: { readonly source: SourceRecordShape; readonly onClose: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const words = useUse();
  const { data, error } = useQuery(evidenceQueries.listSourceUses.queryOptions({ input: { sourceId: source.id } }));
  const ofPage = Map.groupBy(data?.entries ?? [], ({ placeKind, slug }) => `${placeKind} ${slug ?? ''}`);
  const entries = [...ofPage].flatMap(([key, [first, ...more]]): readonly RowEntry[] =>
    first === undefined
      ? []
      : [
          {
            key,
            when: t(`evidence.used_in_${first.placeKind}`),
            what: <Page use={first} />,
            detail: formats.list([first, ...more].map(words)),
          },
        ],
  );
  return (
    <Dialog open wide onClose={onClose} title={t('evidence.rests_on_it')}>
      <p>
        <SourceName source={source} />
      </p>
      {error !== null && <Notice kind="refused">{troubleOf(error).message}</Notice>}
      {error === null && data === undefined && <Skeleton lines={4} />}
      <Rows wide entries={entries} label={t('evidence.rests_on_it')} />
    </Dialog>
  );
}

function Page({ use: { placeKind, slug, label } }: { readonly use: SourceUseShape }) {
  const { t } = useText();
  if (placeKind === 'rates') return <Link to="/rates">{t('evidence.used_in_rates')}</Link>;
  if (slug === null || label === null || !hasPage(placeKind)) return <Unknown>{t('evidence.used_unnamed')}</Unknown>;
  return (
    <Link to={pages[placeKind]} params={{ slug, id: slug }}>
      <Named text={label} quiet />
    </Link>
  );
}
