// The results that a follow-through page counts, one by one, in the order of recording: each leads to its own page, where who said it stands.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { useRead } from '#client/use-read.ts';
import { useAddress } from '#client/use-address.ts';
import { OptionalSelect } from '#design/fields/field.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Title } from '#design/page.tsx';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import { progressStages } from '#modules/outcomes/domain/stages.ts';
import type { FollowedRow } from '../../contract/follow-through.ts';
import { reportsQueries } from '../client.ts';
import { announcementsSearch, type AnnouncementsSearch } from './address.ts';
import { FateMark } from './fates.tsx';

/** /editions/$slug/follow-through/announcements */
export function AnnouncementsPage() {
  const { t } = useText();
  const naming = useNaming();
  const { slug } = useParams({ from: '/editions/$slug/follow-through/announcements' });
  const search = useAddress(announcementsSearch);
  const view = search.view === undefined ? {} : { view: search.view };
  const page = useRead(reportsQueries.getFollowThrough.queryOptions({ input: { edition: slug, ...view } }));
  const pages = usePages(reportsQueries.listFollowThrough.infiniteOptions(paged({ edition: slug, ...search, limit: 50 })));
  const name = page === undefined ? '' : naming(page.edition.name);
  return (
    <>
      <Title
        title={t('reports.ft_list_title', { edition: name })}
        crumb={
          <Link to="/editions/$slug/follow-through" params={{ slug }} search={view}>
            {t('reports.ft_short')}
          </Link>
        }
        note={t('reports.ft_list_note')}
      />
      <Filters search={search} />
      <Paged pages={pages} empty={<p className="muted">{t('reports.ft_list_none')}</p>}>
        {(entries) => <Rows rows={entries} />}
      </Paged>
    </>
  );
}

function Filters({ search }: { readonly search: AnnouncementsSearch }) {
  const { t } = useText();
  const navigate = useNavigate({ from: '/editions/$slug/follow-through/announcements' });
  const set = (more: Readonly<Record<string, string | null>>) =>
    void navigate({ search: announcementsSearch({ ...search, reason: undefined, ...more }), replace: true });
  return (
    <div className="filters noprint">
      <OptionalSelect
        name="fate"
        label={t('reports.ft_list_fate')}
        none={t('reports.ft_filter_any')}
        value={search.fate ?? null}
        options={fates.map((value) => ({ value, text: t(`reports.ft_${value}`) }))}
        onChange={(fate) => set({ fate })}
      />
      <OptionalSelect
        name="stage"
        label={t('reports.ft_announced_as')}
        none={t('reports.ft_filter_any')}
        value={progressStages.find((stage) => stage === search.stage) ?? null}
        options={progressStages.map((value) => ({ value, text: t(`design.stage_${value}`) }))}
        onChange={(stage) => set({ stage })}
      />
      <OptionalSelect
        name="kind"
        label={t('reports.ft_kind')}
        none={t('reports.ft_filter_any')}
        value={search.kind ?? null}
        options={outcomeKinds.map((value) => ({ value, text: t(`outcomes.kind_${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly FollowedRow[] }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <DataTable
      caption={t('reports.ft_list')}
      rows={rows}
      rowKey={({ id, fate, reason }) => `${id} ${fate} ${reason ?? ''}`}
      columns={[
        {
          key: 'title',
          head: t('reports.ft_list_what'),
          naming: true,
          cell: ({ id, title, isPart, isPublic }) => (
            <>
              <Link to="/outcomes/$id" params={{ id }}>
                <Named text={title} quiet />
              </Link>
              {isPart && <small>{t('reports.ft_list_part')}</small>}
              {!isPublic && <small>{t('reports.ft_list_private')}</small>}
            </>
          ),
        },
        { key: 'stage', head: t('reports.ft_announced_as'), cell: ({ stage }) => t(`design.stage_${stage}`) },
        { key: 'kind', head: t('reports.ft_kind'), cell: ({ kind }) => t(`outcomes.kind_${kind}`) },
        { key: 'things', head: t('reports.ft_list_things'), end: true, cell: ({ things }) => formats.number(things) },
        {
          key: 'fate',
          head: t('reports.ft_list_fate'),
          cell: ({ fate, reason, by }) => (
            <>
              <FateMark fate={fate} />
              {t(`reports.ft_${fate}`)}
              <small>{reason === null ? by !== null && t(`reports.ft_list_by_${by}`) : t(`reports.ft_why_${reason}`)}</small>
            </>
          ),
        },
        { key: 'on', head: t('reports.ft_list_since'), nowrap: true, cell: ({ on }) => on !== null && formats.day(on, 'table') },
      ]}
    />
  );
}
