// Partner finder: cities that could become partners, each with its reasons and points; every filter is in the address.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { SelectField } from '#design/fields/field.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Answer } from '../contract.ts';
import { candidateSizes } from '../domain/candidates.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { networkQueries } from './client.ts';
import { partnersSearch } from './network-address.ts';
import { useOwnCity } from './network-choice.tsx';

/** Address: `/partners?city=liverpool-gb`, narrowed by `country`, `size`, `strength` and `challenge`. */
export function PartnersPage() {
  const { t } = useText();
  const { city, ...filters } = useAddress(partnersSearch);
  const navigate = useNavigate({ from: '/partners' });
  const options = networkQueries.findCandidates.queryOptions({ input: { city: city ?? '', ...filters } });
  const asked = useQuery({ ...options, enabled: city !== undefined, placeholderData: keepPreviousData });
  useOwnCity(city, (slug) => void navigate({ search: { ...filters, city: slug }, replace: true }));
  if (city === undefined)
    return (
      <>
        <Title title={t('network.partners')} note={t('network.partners_note')} />
        <ChooseCity
          name="partners-city"
          label={t('network.partners_city')}
          onChoose={({ slug }) => void navigate({ search: { city: slug } })}
        />
      </>
    );
  return asked.data === undefined ? <Skeleton label={t('network.partners')} lines={8} /> : <Found found={asked.data} />;
}

function Found({ found }: { readonly found: Answer<'findCandidates'> }) {
  const { t } = useText();
  const naming = useNaming();
  const own = naming(found.city.name);
  return (
    <>
      <Title
        title={t('network.partners_of', { city: own })}
        note={t('network.partners_note')}
        crumb={
          <Link to="/network" search={{ city: found.city.slug }}>
            {t('network.network_of', { city: own })}
          </Link>
        }
      />
      <Filters countries={found.countries} />
      <Section title={t('network.partners_found', { count: found.total })}>
        {found.entries.length === 0 ? (
          <Empty heading={t('network.partners_none')}>{t('network.partners_none_text')}</Empty>
        ) : (
          <CandidateTable found={found} />
        )}
        <details className="after">
          <summary>{t('network.partners_rule')}</summary>
          <p className="note">{t('network.partners_rule_text')}</p>
        </details>
      </Section>
    </>
  );
}

function Filters({ countries }: { readonly countries: readonly string[] }) {
  const { t } = useText();
  const formats = useFormats();
  const search = useAddress(partnersSearch);
  const navigate = useNavigate({ from: '/partners' });
  const set = (change: Readonly<Record<string, string>>): void =>
    void navigate({ search: partnersSearch({ ...search, ...change }), replace: true });
  const all = { value: '', text: t('network.map_filter_all') };
  const inDomains = [all, ...domains.map((value) => ({ value, text: t(`cities.domain_${value}`) }))];
  const order = new Intl.Collator(formats.language);
  const named = countries.map((value) => ({ value, text: formats.countryName(value) })).sort((a, b) => order.compare(a.text, b.text));
  return (
    <div className="filters" role="group" aria-label={t('network.map_filters')}>
      <SelectField
        name="partners-country"
        label={t('network.partners_country')}
        value={search.country ?? ''}
        options={[{ value: '', text: t('network.partners_abroad') }, ...named]}
        onChange={(country) => set({ country })}
      />
      <SelectField
        name="partners-size"
        label={t('network.partners_size')}
        value={search.size ?? ''}
        options={[all, ...candidateSizes.map((value) => ({ value, text: t(`network.partners_size_${value}`) }))]}
        onChange={(size) => set({ size })}
      />
      <SelectField
        name="partners-strength"
        label={t('network.partners_strength')}
        value={search.strength ?? ''}
        options={inDomains}
        onChange={(strength) => set({ strength })}
      />
      <SelectField
        name="partners-challenge"
        label={t('network.partners_challenge')}
        value={search.challenge ?? ''}
        options={inDomains}
        onChange={(challenge) => set({ challenge })}
      />
      <SelectField
        name="partners-seeks"
        label={t('network.partners_seeking')}
        value={search.seeks ?? ''}
        options={[all, { value: 'yes', text: t('network.partners_seeking_yes') }]}
        onChange={(seeks) => set({ seeks })}
      />
    </div>
  );
}

type Candidate = Answer<'findCandidates'>['entries'][number];

/** As many sisters as a sentence names. */
const mostNamed = 4;

function useReasons(
  found: Answer<'findCandidates'>,
): (candidate: Candidate) => readonly { readonly key: string; readonly words: string; readonly points: number }[] {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const sisters = new Map<string, string>(found.sisters.map(({ id, name }) => [id, naming(name)]));
  const wordsOf = ({ kind, cities, domain, domains, population, count }: Candidate['reasons'][number]): string => {
    if (kind === 'shared_sisters') {
      const names = cities.flatMap((id) => sisters.get(id) ?? []);
      const few = names.slice(0, mostNamed).join(t('network.list_comma'));
      const told = names.length > mostNamed ? t('network.partners_and_more', { cities: few, count: names.length - mostNamed }) : few;
      return t('network.partners_shared_sisters', { count, cities: told });
    }
    if (kind === 'size_alike') return t('network.partners_size_alike_reason', { population: formats.number(population ?? 0) });
    if (kind === 'seeks_partner')
      return domains.length === 0
        ? t('network.partners_seeks_any')
        : t('network.partners_seeks', { domains: domains.map((one) => t(`cities.domain_${one}`)).join(t('network.list_comma')) });
    if (kind === 'country_new') return t('network.partners_country_new');
    return t(`network.partners_${kind}`, { domain: domain === null ? '' : t(`cities.domain_${domain}`) });
  };
  return ({ reasons }) => reasons.map((reason, at) => ({ key: `${reason.kind} ${at}`, words: wordsOf(reason), points: reason.points }));
}

function CandidateTable({ found }: { readonly found: Answer<'findCandidates'> }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const reasonsOf = useReasons(found);
  return (
    <DataTable
      caption={t('network.partners_of', { city: naming(found.city.name) })}
      rows={found.entries}
      rowKey={({ city }) => city.id}
      columns={[
        {
          key: 'city',
          head: t('network.partners_city'),
          naming: true,
          cell: ({ city }) => (
            <Link to="/cities/$slug" params={{ slug: city.slug }}>
              <Named text={city.name} quiet />
            </Link>
          ),
        },
        { key: 'country', head: t('ties.column_country'), cell: ({ city }) => formats.countryName(city.country) },
        {
          key: 'why',
          head: t('network.partners_why'),
          cell: (candidate) => (
            <ul className="plain">
              {reasonsOf(candidate).map(({ key, words, points }) => (
                <li key={key}>
                  {words} <span className="note">+{points}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'points', head: t('network.partners_points'), end: true, cell: ({ points }) => points },
        {
          key: 'ways',
          head: t('network.partners_ways'),
          silent: true,
          nowrap: true,
          cell: ({ city }) => (
            <Link to="/network" search={{ city: found.city.slug, withCity: city.slug }}>
              {t('network.partners_ways')}
              <span className="hidden">{t('design.in_brackets', { words: naming(city.name) })}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
