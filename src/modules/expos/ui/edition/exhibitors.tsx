// Who exhibits: by hall and stand with lead and co-exhibitors, or by name; searched in any language.
import type { ComponentProps } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Paged } from '#design/notices/paged.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Rich, Section } from '#design/page.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import { Named, shortWords, useInOrderOfName } from '#design/named.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { paged, usePages, type Pages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Listing, Stand } from '../../contract/roster.ts';
import { editionSearch } from '../address.ts';
import { exposQueries } from '../client.ts';
import { ShownFiles } from '../files/shown-files.tsx';
import { ListingFilters, noFilter, Saying, sentFilter } from '../market/listing-filters.tsx';
import './edition.css';
import { useHallWords, useStandWords } from '../places/hall-words.ts';

interface ListProps {
  readonly editionId: string;
  readonly q: string | undefined;
  /** What is chosen of the filters. */
  readonly chosen: ReturnType<typeof sentFilter>;
}

export function EditionExhibitors({ edition, slug }: { readonly edition: Edition; readonly slug: string }) {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(editionSearch);
  const navigate = useNavigate({ from: '/editions/$slug' });
  const { id: editionId, counts } = edition;
  const { q, by: _by, ...chosen } = search;
  const filter = { ...noFilter, ...chosen };
  const filtered = Object.keys(chosen).length > 0;
  // What companies say of themselves is for those who take part: who reads how many buyers there are is one of them.
  const said = counts.buyers !== null;
  const byName = search.by === 'name' || counts.stands === 0;
  return (
    <Section title={t('expos.exhibitors_listed')} count={formats.number(counts.exhibitors)}>
      {counts.stands > 0 && (
        <div className="noprint">
          <Tabs label={t('expos.exhibitors')}>
            <TabLink
              to="/editions/$slug"
              params={{ slug }}
              search={editionSearch({ q })}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {t('expos.by_stand')}
            </TabLink>
            <TabLink
              to="/editions/$slug"
              params={{ slug }}
              search={editionSearch({ ...search, by: 'name' })}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {t('expos.by_name')}
            </TabLink>
          </Tabs>
        </div>
      )}
      <div className="filters">
        <SearchField
          name="exhibitor-search"
          label={t('expos.search_exhibitors')}
          value={q ?? ''}
          onSearch={(text) => void navigate({ search: editionSearch({ ...search, q: text }), replace: true })}
        />
        {byName && (
          <NameFilters
            list={{ editionId, q, chosen: sentFilter(filter) }}
            said={said}
            value={filter}
            onChange={(value) => void navigate({ search: editionSearch({ q, by: 'name', ...sentFilter(value) }), replace: true })}
          />
        )}
        {byName && filtered && (
          <Link to="/editions/$slug" params={{ slug }} search={editionSearch({ q, by: 'name' })}>
            {t('expos.filters_clear')}
          </Link>
        )}
      </div>
      {byName ? (
        <ByName editionId={editionId} q={q} chosen={sentFilter(filter)} />
      ) : (
        <ByStand editionId={editionId} q={q} chosen={{}} slug={slug} />
      )}
    </Section>
  );
}

const found = ({ editionId, q, chosen }: ListProps, rest: object) =>
  paged({ editionId, limit: 200, ...rest, ...chosen, ...(q === undefined ? {} : { q }) });

function Around<E>({
  pages,
  q,
  children,
}: {
  readonly pages: Pages<E>;
  readonly q: string | undefined;
  readonly children: React.ReactNode;
}) {
  const { t } = useText();
  return (
    <Paged
      pages={pages}
      lines={6}
      empty={
        <Empty heading={t(q === undefined ? 'expos.no_exhibitors' : 'expos.no_exhibitor_fits')}>
          {t(q === undefined ? 'expos.no_exhibitors_text' : 'expos.no_exhibitor_fits_text')}
        </Empty>
      }
    >
      {() => children}
    </Paged>
  );
}

/** Halls in the order in which their stands come. */
function byHall(stands: readonly Stand[]): readonly { readonly hall: string; readonly stands: readonly Stand[] }[] {
  const halls = new Map<string, Stand[]>();
  for (const stand of stands) {
    const known = halls.get(stand.hall);
    if (known === undefined) halls.set(stand.hall, [stand]);
    else known.push(stand);
  }
  return [...halls].map(([hall, inHall]) => ({ hall, stands: inHall }));
}

function ByStand({ slug, ...list }: ListProps & { readonly slug: string }) {
  const { t } = useText();
  const hallWords = useHallWords();
  const pages = usePages(exposQueries.listStands.infiniteOptions(found(list, {})));
  const occupied = pages.entries.filter(({ exhibitors }) => exhibitors.length > 0);
  const shown = { ...pages, entries: occupied };
  return (
    <Around pages={shown} q={list.q}>
      {byHall(occupied).map(({ hall, stands }) => (
        <section key={hall} className="hall">
          <h3>{hall === '' ? t('expos.hall_unknown') : hallWords(hall)}</h3>
          <DataTable
            caption={hall === '' ? t('expos.hall_unknown') : hallWords(hall)}
            rows={stands}
            rowKey={({ id }) => id}
            columns={[
              { key: 'stand', head: t('expos.stand'), naming: true, nowrap: true, cell: ({ code }) => code },
              { key: 'lead', head: t('expos.lead_exhibitor'), cell: (stand) => <Exhibitors stand={stand} lead /> },
              { key: 'others', head: t('expos.stand_exhibitors'), cell: (stand) => <Exhibitors stand={stand} lead={false} /> },
            ]}
          />
        </section>
      ))}
      {list.q === undefined && (
        <p className="note after noprint">
          <Rich
            text={t('expos.without_stand')}
            links={[
              (words) => (
                <Link to="/editions/$slug" params={{ slug }} search={{ by: 'name' }}>
                  {words}
                </Link>
              ),
            ]}
          />
        </p>
      )}
    </Around>
  );
}

/** The lead of a stand that several share, or all others: who exhibits alone leads nobody. */
function Exhibitors({ stand: { exhibitors }, lead }: { readonly stand: Stand; readonly lead: boolean }) {
  const { t } = useText();
  const inOrder = useInOrderOfName();
  const alone = exhibitors.length === 1;
  const shown = inOrder(exhibitors).filter(({ isLead }) => (isLead && !alone) === lead);
  if (shown.length === 0) return lead && alone ? <span aria-hidden>–</span> : <Unknown>{t('expos.none')}</Unknown>;
  return (
    <ul className="names">
      {shown.map(({ participantId, name }) => (
        <li key={participantId}>
          {lead ? (
            <b>
              <Named text={name} quiet />
            </b>
          ) : (
            <Named text={name} quiet />
          )}
        </li>
      ))}
    </ul>
  );
}

const useByName = (list: ListProps) => usePages(exposQueries.listDirectory.infiniteOptions(found(list, { role: 'exhibitor' })));

/** The filters, with the countries and regions that the list itself brings. */
function NameFilters({
  list,
  ...rest
}: Omit<ComponentProps<typeof ListingFilters>, 'editionId' | 'countries'> & { readonly list: ListProps }) {
  return <ListingFilters editionId={list.editionId} countries={useByName(list).first?.countries} {...rest} />;
}

function ByName(list: ListProps) {
  const { t } = useText();
  const inOrder = useInOrderOfName();
  const formats = useFormats();
  const pages = useByName(list);
  const standWords = useStandWords();
  const says = pages.entries.some(({ offer, offerTopics }) => offer !== null || offerTopics.length > 0);
  const placeOf = ({ hall, standCode }: Listing) => (standCode === null ? null : standWords(hall, standCode));
  return (
    <Around pages={pages} q={list.q ?? (Object.keys(list.chosen).length > 0 ? '' : undefined)}>
      <DataTable
        caption={t('expos.exhibitors')}
        rows={inOrder(pages.entries)}
        rowKey={({ participantId }) => participantId}
        columns={[
          {
            key: 'name',
            head: t('expos.exhibitor'),
            naming: true,
            cell: ({ name, participantId, files }) => (
              <>
                <Named text={name} quiet />
                <ShownFiles ids={{ editionId: list.editionId, participantId }} name={name} count={files} />
              </>
            ),
          },
          {
            key: 'from',
            head: t('expos.from'),
            cell: ({ city, country }) =>
              city === null && country === null ? (
                <Unknown />
              ) : (
                shortWords([city, country === null ? null : formats.countryName(country)], formats.language)
              ),
          },
          ...(says
            ? [
                {
                  key: 'offer',
                  head: t('expos.filter_offers'),
                  cell: ({ offer, offerTopics, offerDetails }: Listing) => (
                    <Saying editionId={list.editionId} text={offer} topics={offerTopics} details={offerDetails} />
                  ),
                },
              ]
            : []),
          {
            key: 'stand',
            head: t('expos.stand'),
            cell: (listing) =>
              listing.standCode === null ? (
                <Unknown />
              ) : (
                <div>
                  {placeOf(listing)}
                  {listing.leadsStand && <small>{t('expos.lead_exhibitor')}</small>}
                </div>
              ),
          },
        ]}
      />
    </Around>
  );
}
