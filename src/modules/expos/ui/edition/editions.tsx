// Editions: for an organiser theirs first, then all that are open to the reader.
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Paged } from '#design/notices/paged.tsx';
import { ButtonLink } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { Filters } from '#design/fields/filters.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Edition } from '../../contract/edition.ts';
import { editionsSearch } from '../address.ts';
import { exposQueries } from '../client.ts';
import { organisingOffices } from './organising.ts';
import { useEditionDays } from './words.tsx';

export function EditionsPage() {
  const { t } = useText();
  const session = useSession();
  const { q } = useAddress(editionsSearch);
  const organisers = organisingOffices(session);
  const mayOpen = organisers.some(({ role }) => role !== 'viewer');
  return (
    <>
      <Title title={t('expos.editions')} note={t('expos.editions_note')} />
      {session === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          {organisers.map(({ id, name }, at) => (
            <OwnEditions key={id} office={id} {...(organisers.length > 1 ? { name } : {})} isFurther={at > 0} q={q} mayOpen={mayOpen} />
          ))}
          <OtherEditions q={q} own={organisers.map(({ id }) => id)} />
        </>
      )}
    </>
  );
}

const found = (q: string | undefined, rest: object) => paged({ limit: 50, ...rest, ...(q === undefined ? {} : { q }) });

interface OwnEditionsProps {
  readonly office: string;
  /** To be told apart by, where there are several. */
  readonly name?: MultilingualText;
  /** One that nothing is held in so far is not worth a section beside another. */
  readonly isFurther: boolean;
  readonly q: string | undefined;
  readonly mayOpen: boolean;
}

function OwnEditions({ office, name, isFurther, q, mayOpen }: OwnEditionsProps) {
  const { t } = useText();
  const naming = useNaming();
  const pages = usePages(exposQueries.listEditions.infiniteOptions(found(q, { organiser: office })));
  const open = (
    <ButtonLink kind="go" to="/editions/new">
      {t('expos.open_edition')}
    </ButtonLink>
  );
  const nothing =
    q === undefined ? (
      <Empty heading={t('expos.no_own_editions')} actions={mayOpen ? open : undefined}>
        {t('expos.no_own_editions_text')}
      </Empty>
    ) : (
      <p className="muted">{t('expos.no_edition_fits')}</p>
    );
  if (isFurther && pages.entries.length === 0) return <ArchivedEditions office={office} q={q} />;
  return (
    <Section
      title={name === undefined ? t('expos.own_editions') : naming(name)}
      aside={mayOpen && pages.entries.length > 0 ? open : undefined}
    >
      <Paged pages={pages} empty={nothing}>
        {(entries) => <EditionTable entries={entries} working />}
      </Paged>
      <ArchivedEditions office={office} q={q} />
    </Section>
  );
}

function ArchivedEditions({ office, q }: Pick<OwnEditionsProps, 'office' | 'q'>) {
  const { t } = useText();
  const pages = usePages(exposQueries.listEditions.infiniteOptions(found(q, { organiser: office, among: 'archived' })));
  if (pages.entries.length === 0) return null;
  return (
    <details className="after">
      <summary>{t('expos.archived_editions')}</summary>
      <Paged pages={pages} empty={null}>
        {(entries) => <EditionTable entries={entries} working />}
      </Paged>
    </details>
  );
}

function OtherEditions({ q, own }: { readonly q: string | undefined; readonly own: readonly string[] }) {
  const { t } = useText();
  const navigate = useNavigate({ from: '/editions' });
  const pages = usePages(exposQueries.listEditions.infiniteOptions(found(q, {})));
  const entries = pages.entries.filter(({ organiser }) => !own.includes(organiser));
  return (
    <Section title={t(own.length > 0 ? 'expos.other_editions' : 'expos.open_editions')}>
      {(q !== undefined || entries.length > 0) && (
        <Filters label={t('expos.search_editions')}>
          <SearchField
            name="q"
            label={t('expos.search_editions')}
            value={q ?? ''}
            onSearch={(text) => void navigate({ search: editionsSearch({ q: text }), replace: true })}
          />
        </Filters>
      )}
      <Paged
        pages={{ ...pages, entries }}
        empty={
          <Empty heading={t(q === undefined ? 'expos.none_published' : 'expos.no_edition_fits')}>
            {t(q === undefined ? 'expos.none_published_text' : 'expos.no_edition_fits_text')}
          </Empty>
        }
      >
        {(shown) => <EditionTable entries={shown} />}
      </Paged>
    </Section>
  );
}

interface EditionTableProps {
  readonly entries: readonly Edition[];
  /** Names lead to the work, not to the public page. */
  readonly working?: boolean;
}

function EditionTable({ entries, working = false }: EditionTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const days = useEditionDays();
  return (
    <DataTable
      caption={t('expos.editions')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('expos.edition'),
          naming: true,
          cell: ({ slug, name }) => (
            <Link to={working ? '/editions/$slug/work' : '/editions/$slug'} params={{ slug }}>
              <Named text={name} quiet />
            </Link>
          ),
        },
        { key: 'days', head: t('expos.days'), nowrap: true, cell: (edition) => days(edition, 'table') },
        { key: 'venue', head: t('expos.venue'), cell: ({ venue }) => <Named text={venue} quiet /> },
        ...(working
          ? []
          : [
              {
                key: 'organiser',
                head: t('expos.organiser'),
                cell: ({ organiserName, isUnclaimed }: Edition) => (isUnclaimed ? null : <Named text={organiserName} quiet />),
              },
            ]),
        {
          key: 'exhibitors',
          head: t('expos.exhibitors_listed'),
          end: true,
          cell: ({ counts }) => (counts.exhibitors === 0 ? null : formats.number(counts.exhibitors)),
        },
        ...(working
          ? [{ key: 'buyers', head: t('expos.buyers'), end: true, cell: ({ counts }: Edition) => formats.number(counts.buyers ?? 0) }]
          : []),
        ...(working || entries.some(({ publishedAt }) => publishedAt === null)
          ? [
              {
                key: 'audience',
                head: t('expos.audience'),
                end: true,
                cell: ({ visibility, publishedAt }: Edition) => (
                  <span>
                    <VisibilityMark visibility={publishedAt === null ? visibility : 'public'} />
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
