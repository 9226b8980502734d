// /cities/$slug/scorecard/outcomes: what a figure of a scorecard counts, one by one; each leads to its own page, where who said it stands.
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Title } from '#design/page.tsx';
import type { ScoredRow } from '../../contract/scorecard.ts';
import { reportsQueries } from '../client.ts';
import { scorecardSearch, scoredSearch, type ScoredSearch } from './address.ts';
import { Sure } from './sure.tsx';

export function ScoredPage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug } = useParams({ from: '/cities/$slug/scorecard/outcomes' });
  const search = useAddress(scoredSearch);
  const view = scorecardSearch({ ...search });
  const card = useRead(reportsQueries.getScorecard.queryOptions({ input: { city: slug, ...view } }));
  const pages = usePages(reportsQueries.listScored.infiniteOptions(paged({ city: slug, ...search, limit: 50 })));
  const narrowed = useNarrowed(search);
  return (
    <>
      <Title
        title={t('reports.sc_list_title', { city: card === undefined ? '' : naming(card.city.name) })}
        crumb={
          <Link to="/cities/$slug/scorecard" params={{ slug }} search={view}>
            {t('reports.sc')}
          </Link>
        }
        note={narrowed}
      />
      <Paged pages={pages} empty={<p className="muted">{t('reports.sc_list_none')}</p>}>
        {(entries) => <Rows rows={entries} />}
      </Paged>
    </>
  );
}

/** What the list is narrowed down to, in words. */
function useNarrowed({ stage, sureness, fate, answer, paper }: ScoredSearch): string {
  const { t } = useText();
  const formats = useFormats();
  return formats.list([
    ...(stage === undefined ? [] : [t(`design.stage_${stage}`)]),
    ...(sureness === undefined ? [] : [t(`design.assurance_${sureness}`)]),
    ...(fate === undefined ? [] : [t(`reports.sc_${fate}`)]),
    ...(answer === undefined ? [] : [t(`reports.sc_${answer}`)]),
    ...(paper === undefined ? [] : [t(`reports.sc_${paper}`)]),
  ]);
}

function Rows({ rows }: { readonly rows: readonly ScoredRow[] }) {
  const { t } = useText();
  const formats = useFormats();
  const columns: readonly Column<ScoredRow>[] = [
    {
      key: 'title',
      head: t('reports.sc_outcomes'),
      naming: true,
      cell: ({ id, title, isPart, isPublic }) => (
        <>
          <Link to="/outcomes/$id" params={{ id }}>
            <Named text={title} quiet />
          </Link>
          {isPart && <small>{t('reports.sc_is_part')}</small>}
          {!isPublic && <small>{t('reports.sc_is_private')}</small>}
        </>
      ),
    },
    { key: 'stage', head: t('reports.sc_by_stage'), cell: ({ stage }) => t(`design.stage_${stage}`) },
    { key: 'sureness', head: t('reports.sc_papers'), cell: (row) => <Sure row={row} /> },
    { key: 'things', head: t('reports.sc_things'), end: true, cell: ({ things }) => formats.number(things) },
  ];
  return <DataTable caption={t('reports.sc_list')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
