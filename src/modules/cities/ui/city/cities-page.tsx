// The register: cities by name, and what waits for an answer of who keeps it.
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Paged } from '#design/notices/paged.tsx';
import { Button, ButtonLink } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { Filters } from '#design/fields/filters.tsx';
import { useSession, type Session } from '#modules/accounts/ui/session.ts';
import type { City } from '../../contract.ts';
import { citiesSearch, type CitiesSearch } from '../address.ts';
import { citiesQueries } from '../client.ts';
import { AskedAdoptions } from '../identity/adoptions.tsx';

/** The office for which the reader may record cities, if there is one. */
export const recordingOffice = (session: Session | undefined) =>
  session?.offices.find(({ kind, role }) => role !== 'viewer' && (kind === 'city' || kind === 'register'));

/** `ways` lead to pages of modules above, `waits` is what they have for who keeps the register; both stand before the list, which may be long. */
export function CitiesPage({ ways, waits }: { readonly ways: ReactNode; readonly waits: ReactNode }) {
  const { t } = useText();
  const session = useSession();
  const office = recordingOffice(session);
  return (
    <>
      <Title title={t('cities.register')} note={t('cities.register_note')} />
      <p className="note">
        {ways}
        {session?.account != null && (
          <>
            {' · '}
            <Link to="/naming">{t('cities.naming')}</Link>
          </>
        )}
      </p>
      {waits}
      {session?.account != null && <AskedAdoptions />}
      <CityList mayAdd={office !== undefined} />
    </>
  );
}

function CityList({ mayAdd }: { readonly mayAdd: boolean }) {
  const { t } = useText();
  const search = useAddress(citiesSearch);
  const navigate = useNavigate({ from: '/cities' });
  const pages = usePages(citiesQueries.listCities.infiniteOptions(paged({ ...search, limit: 100 })));
  const set = (change: { readonly [K in keyof CitiesSearch]: string }) =>
    void navigate({ search: citiesSearch({ ...search, ...change }), replace: true });
  const nothing =
    Object.keys(search).length > 0 ? (
      <Empty
        heading={t('cities.nothing_fits')}
        actions={<Button onPress={() => set({ q: '', country: '' })}>{t('cities.show_all')}</Button>}
      >
        {t('cities.search_hint')}
      </Empty>
    ) : (
      <Empty heading={t('cities.none_yet')}>{t('cities.none_yet_text')}</Empty>
    );
  return (
    <Section title={t('cities.cities')} aside={t('cities.cities_note')}>
      <Filters label={t('cities.cities')}>
        <SearchField name="q" label={t('cities.name')} value={search.q ?? ''} onSearch={(q) => set({ q })} />
        <CountryField
          name="country"
          label={t('cities.country')}
          none={t('cities.all')}
          among={pages.first?.countries}
          value={search.country ?? ''}
          onChange={(country) => set({ country })}
        />
        {mayAdd && (
          <div className="end">
            <ButtonLink kind="go" to="/cities/new">
              {t('cities.add')}
            </ButtonLink>
          </div>
        )}
      </Filters>
      <Paged pages={pages} lines={6} empty={nothing}>
        {(entries) => <CityTable entries={entries} />}
      </Paged>
    </Section>
  );
}

export function CityTable({ entries }: { readonly entries: readonly City[] }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t('cities.cities')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('cities.name'),
          naming: true,
          cell: ({ slug, name, isPublic }) => (
            <>
              <Link to="/cities/$slug" params={{ slug }}>
                <Named text={name} quiet />
              </Link>
              {!isPublic && <span className="muted"> {t('cities.not_public')}</span>}
            </>
          ),
        },
        { key: 'country', head: t('cities.country'), cell: ({ countryName }) => <Named text={countryName} quiet /> },
        { key: 'kind', head: t('cities.kind'), cell: ({ kind }) => t(`cities.kind_${kind}`) },
        { key: 'steward', head: t('cities.steward'), cell: ({ steward }) => <Named text={steward.name} quiet /> },
      ]}
    />
  );
}
