// /challenges: what cities have published of their challenges, needs, practices and strengths, for everybody; every filter is in the address.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import { SelectField } from '#design/fields/field.tsx';
import { Filters } from '#design/fields/filters.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { More } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section, Title } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { Told } from '#modules/cities/ui/profile/sections.tsx';
import { compared } from '../../domain/cities/told.ts';
import { matchingQueries } from '../client.ts';
import { toldSearch } from './address.ts';

/** Address: `/challenges`, narrowed by `q`, `kind`, `domain` and `country`. */
export function ToldPage() {
  const { t, language } = useText();
  const formats = useFormats();
  const search = useAddress(toldSearch);
  const asked = useInfiniteQuery({
    ...matchingQueries.listTold.infiniteOptions(paged({ ...search, limit: 20 })),
    placeholderData: keepPreviousData,
  });
  if (asked.error !== null && asked.data === undefined) throw asked.error;
  if (asked.data === undefined) return <Skeleton label={t('cities.told_title')} lines={8} />;
  const [first] = asked.data.pages;
  const told = asked.data.pages.flatMap(({ entries }) => entries);
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <>
      <Title title={t('cities.told_title')} note={t('matching.told_note')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      <ToldFilters countries={first?.countries ?? []} />
      {told.length === 0 ? (
        <Empty
          heading={t(isNarrowed ? 'matching.told_none_fits' : 'matching.told_none')}
          actions={isNarrowed ? <Link to="/challenges">{t('cities.show_all')}</Link> : undefined}
        >
          {t(isNarrowed ? 'matching.told_none_fits_text' : 'matching.told_none_text')}
        </Empty>
      ) : (
        <Section
          title={t('matching.told_found', { count: first?.total ?? told.length })}
          aside={search.q === undefined ? undefined : t('matching.told_closest')}
        >
          <ul className="told">
            {told.map(({ entry, city }) => (
              <li key={entry.id}>
                <p className="crumb">
                  {t(`matching.kind_${entry.kind}`)}
                  {writing[language].apart}
                  <Link to="/cities/$slug" params={{ slug: city.slug }}>
                    <Named text={city.name} quiet />
                  </Link>{' '}
                  {formats.countryName(city.country)}
                </p>
                <Told entry={{ ...entry, sought: null }} />
              </li>
            ))}
          </ul>
          {asked.hasNextPage && <More busy={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
        </Section>
      )}
      <p className="after noprint">
        <Link to="/matching">{t('matching.told_how')}</Link>
      </p>
    </>
  );
}

function ToldFilters({ countries }: { readonly countries: readonly string[] }) {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(toldSearch);
  const navigate = useNavigate({ from: '/challenges' });
  const set = (change: Readonly<Record<string, string>>): void =>
    void navigate({ search: toldSearch({ ...search, ...change }), replace: true });
  const all = { value: '', text: t('cities.all') };
  return (
    <Filters label={t('cities.told_title')}>
      <SearchField name="q" label={t('matching.told_words')} value={search.q ?? ''} onSearch={(q) => set({ q })} />
      <SelectField
        name="kind"
        label={t('matching.told_kind')}
        value={search.kind ?? ''}
        options={[all, ...compared.map((value) => ({ value, text: t(`matching.kind_${value}`) }))]}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        name="domain"
        label={t('cities.domain')}
        value={search.domain ?? ''}
        options={[all, ...domains.map((value) => ({ value, text: t(`cities.domain_${value}`) }))]}
        onChange={(domain) => set({ domain })}
      />
      <SelectField
        name="country"
        label={t('cities.filter_country')}
        value={search.country ?? ''}
        options={[all, ...countries.map((value) => ({ value, text: formats.countryName(value) }))]}
        onChange={(country) => set({ country })}
      />
    </Filters>
  );
}
