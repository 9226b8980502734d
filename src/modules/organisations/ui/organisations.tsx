// Organisations the reader may see: search, filter, add.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Paged } from '#design/notices/paged.tsx';
import { Button } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Filters } from '#design/fields/filters.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { usePhone } from '#design/media.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Organisation } from '../contract.ts';
import { organisationKinds } from '../domain/organisation.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { organisationsQueries } from './client.ts';
import { organisationSearch, type OrganisationSearch } from './list-search.ts';
import { AsWritten, Named, shortWords, useInOrderOfName } from '#design/named.tsx';
import './parts.css';
import { NewOrganisation } from './new-organisation.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { paged, usePages } from '#client/use-pages.ts';
import { useAddress } from '#client/use-address.ts';

export function OrganisationsPage() {
  const { t } = useText();
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const office = session?.offices.find(({ role }) => role !== 'viewer');
  return (
    <>
      <Title title={t('organisations.title')} note={t('organisations.title_note')} />
      <OrganisationList onAdd={office === undefined ? undefined : () => setAdding(true)} />
      {adding && office !== undefined && <NewOrganisation office={office.id} onClose={() => setAdding(false)} />}
    </>
  );
}

function OrganisationList({ onAdd }: { readonly onAdd: (() => void) | undefined }) {
  const { t } = useText();
  const search = useAddress(organisationSearch);
  const navigate = useNavigate({ from: '/organisations' });
  const pages = usePages(organisationsQueries.listOrganisations.infiniteOptions(paged({ ...search, limit: 100 })));
  const set = (change: { readonly [K in keyof OrganisationSearch]: string }) =>
    void navigate({ search: organisationSearch({ ...search, ...change }), replace: true });
  const searching = Object.keys(search).length > 0;
  return (
    <Section title={t('organisations.on_record')} aside={t('organisations.on_record_note')}>
      <Filters label={t('organisations.on_record')}>
        <SearchField name="q" label={t('organisations.search')} value={search.q ?? ''} onSearch={(q) => set({ ...search, q })} />
        <CountryField
          name="country"
          label={t('organisations.country')}
          none={t('organisations.all')}
          among={pages.first?.countries}
          value={search.country ?? ''}
          onChange={(country) => set({ ...search, country })}
        />
        <SelectField
          name="kind"
          label={t('organisations.kind')}
          value={search.kind ?? ''}
          onChange={(kind) => set({ q: search.q ?? '', country: search.country ?? '', kind })}
          options={[
            { value: '', text: t('organisations.all') },
            ...organisationKinds.map((kind) => ({ value: kind, text: t(`organisations.kind_${kind}`) })),
          ]}
        />
        {onAdd !== undefined && (
          <div className="end">
            <Button kind="go" onPress={onAdd}>
              {t('organisations.add')}
            </Button>
          </div>
        )}
      </Filters>
      <Paged pages={pages} lines={6} empty={<NothingFound searching={searching} onAll={() => set({})} onAdd={onAdd} />}>
        {(entries) => <OrganisationTable entries={entries} />}
      </Paged>
    </Section>
  );
}

function OrganisationTable({ entries }: { readonly entries: readonly Organisation[] }) {
  const { t } = useText();
  const formats = useFormats();
  const phone = usePhone();
  const inOrder = useInOrderOfName();
  const named = ({ id, name }: Organisation) => (
    <Link to="/organisations/$id" params={{ id }}>
      <Named text={name} quiet />
    </Link>
  );
  const rest: readonly Column<Organisation>[] = [
    { key: 'kind', head: t('organisations.kind'), cell: ({ kind }) => t(`organisations.kind_${kind}`) },
    {
      key: 'country',
      head: t('organisations.country'),
      cell: ({ country }) => (country === null ? <Unknown /> : formats.countryName(country)),
    },
    { key: 'city', head: t('organisations.city'), cell: ({ city }) => (city === null ? <Unknown /> : <AsWritten text={city} />) },
    { key: 'audience', head: t('organisations.audience'), cell: ({ visibility }) => <VisibilityMark visibility={visibility} /> },
  ];
  const inShort = (organisation: Organisation) => (
    <>
      {named(organisation)}
      <small>
        {shortWords(
          [
            t(`organisations.kind_${organisation.kind}`),
            organisation.city,
            organisation.country === null ? null : formats.countryName(organisation.country),
          ],
          formats.language,
        )}{' '}
        <VisibilityMark visibility={organisation.visibility} />
      </small>
    </>
  );
  return (
    <DataTable
      caption={t('organisations.title')}
      rows={inOrder(entries)}
      rowKey={({ id }) => id}
      columns={[{ key: 'name', head: t('organisations.name'), naming: true, cell: phone ? inShort : named }, ...(phone ? [] : rest)]}
    />
  );
}

interface NothingFoundProps {
  readonly searching: boolean;
  readonly onAll: () => void;
  readonly onAdd: (() => void) | undefined;
}

function NothingFound({ searching, onAll, onAdd }: NothingFoundProps) {
  const { t } = useText();
  const isReader = useSession() === null;
  if (searching)
    return (
      <Empty heading={t('organisations.nothing_found')} actions={<Button onPress={onAll}>{t('organisations.show_all')}</Button>}>
        {t('organisations.nothing_found_text')}
      </Empty>
    );
  if (isReader) return <Empty heading={t('organisations.none_published')}>{t('organisations.none_published_text')}</Empty>;
  return (
    <Empty heading={t('organisations.none_shared')}>
      <p>{t('organisations.none_public')}</p>
      {onAdd !== undefined && <p>{t('organisations.none_yet_text')}</p>}
    </Empty>
  );
}
