// One organisation: what is known of it, who may see it, and the people in its posts.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Section, Title } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Organisation } from '../contract.ts';
import { Audience } from './audience.tsx';
import { organisationsQueries } from './client.ts';
import { Contacts } from './contacts.tsx';
import { EditOrganisation } from './edit-organisation.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';

export function OrganisationPage() {
  const { t } = useText();
  const { id } = useParams({ from: '/organisations/$id' });
  const data = useRead(organisationsQueries.getOrganisation.queryOptions({ input: { organisationId: id } }));
  if (data === undefined) return <Skeleton label={t('organisations.title')} lines={5} />;
  return <Shown organisation={data} />;
}

function Shown({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const naming = useNaming();
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const { name, kind, mayEdit } = organisation;
  return (
    <>
      <Title
        title={naming(name)}
        crumb={<Link to="/organisations">{t('organisations.title')}</Link>}
        note={t(`organisations.kind_${kind}`)}
      >
        <Named text={name} />
      </Title>
      <Section
        title={t('organisations.facts')}
        aside={
          mayEdit ? (
            <Button onPress={() => setEditing(true)}>{t('organisations.edit')}</Button>
          ) : (
            <VisibilityMark visibility={organisation.visibility} />
          )
        }
      >
        <OrganisationFacts organisation={organisation} />
      </Section>
      {mayEdit && <Audience organisation={organisation} />}
      {session?.account != null && <Contacts organisation={organisation} />}
      {editing && <EditOrganisation organisation={organisation} onClose={() => setEditing(false)} />}
    </>
  );
}

function OrganisationFacts({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useText();
  const formats = useFormats();
  const { name, kind, country, city, website } = organisation;
  const names = Object.entries(name).map(([tag, { text }]) => ({
    term: t('organisations.name_in', { language: formats.languageName(tag) }),
    value: <span lang={tag}>{text}</span>,
  }));
  return (
    <Facts
      entries={[
        ...names,
        { term: t('organisations.kind'), value: t(`organisations.kind_${kind}`) },
        { term: t('organisations.country'), value: country === null ? <Unknown /> : formats.countryName(country) },
        { term: t('organisations.city'), value: city === null ? <Unknown /> : <AsWritten text={city} /> },
        { term: t('organisations.website'), value: website === null ? <Unknown /> : <Website address={website} /> },
      ]}
    />
  );
}

function Website({ address }: { readonly address: string }) {
  return (
    <a href={address} rel="noreferrer">
      {address.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </a>
  );
}
