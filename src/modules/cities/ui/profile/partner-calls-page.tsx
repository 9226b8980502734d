// Cities that look for a partner, as long as their calls are open; every filter is in the address.
import { commonLanguages } from './sought-fields.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Filters } from '#design/fields/filters.tsx';
import { More } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { domains } from '../../domain/profile/domains.ts';
import { soughtTies } from '../../domain/profile/partner-call.ts';
import { callsSearch } from '../address.ts';
import { citiesQueries } from '../client.ts';
import { Told } from './sections.tsx';
import './profile.css';

/** Address: `/partner-calls`, narrowed by `country`, `from`, `domain`, `tie` and `language`. */
export function PartnerCallsPage() {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(callsSearch);
  const asked = useInfiniteQuery({
    ...citiesQueries.listPartnerCalls.infiniteOptions(paged({ ...search, limit: 20 })),
    placeholderData: keepPreviousData,
  });
  if (asked.error !== null && asked.data === undefined) throw asked.error;
  if (asked.data === undefined) return <Skeleton label={t('cities.partner_calls')} lines={8} />;
  const calls = asked.data.pages.flatMap(({ entries }) => entries);
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <>
      <Title title={t('cities.partner_calls')} note={t('cities.calls_note')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      <CallFilters countries={asked.data.pages[0]?.countries ?? []} />
      {calls.length === 0 ? (
        <Empty
          heading={t(isNarrowed ? 'cities.no_calls_fit' : 'cities.no_calls')}
          actions={isNarrowed ? <Link to="/partner-calls">{t('cities.show_all')}</Link> : undefined}
        >
          {t('cities.no_calls_text')}
        </Empty>
      ) : (
        <Section title={t('cities.calls_found', { count: calls.length })} aside={<Link to="/partners">{t('cities.to_finder')}</Link>}>
          <ul className="told">
            {calls.map((call) => (
              <li key={call.id}>
                <p className="crumb">
                  <Link to="/cities/$slug" params={{ slug: call.city.slug }}>
                    <Named text={call.city.name} quiet />
                  </Link>{' '}
                  {formats.countryName(call.city.country)}
                </p>
                <Told entry={{ ...call, extent: null }} />
              </li>
            ))}
          </ul>
          {asked.hasNextPage && <More busy={asked.isFetchingNextPage} onMore={() => void asked.fetchNextPage()} />}
        </Section>
      )}
    </>
  );
}

function CallFilters({ countries }: { readonly countries: readonly string[] }) {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(callsSearch);
  const navigate = useNavigate({ from: '/partner-calls' });
  const set = (change: Readonly<Record<string, string>>): void =>
    void navigate({ search: callsSearch({ ...search, ...change }), replace: true });
  const all = { value: '', text: t('cities.all') };
  return (
    <Filters label={t('cities.partner_calls')}>
      <SelectField
        name="domain"
        label={t('cities.domain')}
        value={search.domain ?? ''}
        options={[all, ...domains.map((value) => ({ value, text: t(`cities.domain_${value}`) }))]}
        onChange={(domain) => set({ domain })}
      />
      <CountryField
        name="from"
        label={t('cities.filter_from')}
        none={t('cities.all')}
        value={search.from ?? ''}
        onChange={(from) => set({ from })}
      />
      <SelectField
        name="country"
        label={t('cities.filter_country')}
        value={search.country ?? ''}
        options={[all, ...countries.map((value) => ({ value, text: formats.countryName(value) }))]}
        onChange={(country) => set({ country })}
      />
      <SelectField
        name="tie"
        label={t('cities.sought_ties')}
        value={search.tie ?? ''}
        options={[all, ...soughtTies.map((value) => ({ value, text: t(`cities.seeks_${value}`) }))]}
        onChange={(tie) => set({ tie })}
      />
      <SelectField
        name="language"
        label={t('cities.filter_language')}
        value={search.language ?? ''}
        options={[all, ...commonLanguages.map((value) => ({ value, text: formats.languageName(value) }))]}
        onChange={(language) => set({ language })}
      />
    </Filters>
  );
}
