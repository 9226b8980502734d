// A city, its sisters, and which of these are tied with each other: as a picture and as a table.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Named, useInOrderOfName, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { CityOfNet } from '../contract/network.ts';
import type { Answer } from '../contract.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { networkQueries } from './client.ts';
import { NotPublic } from './map-list.tsx';
import { OwnAmongThem } from './network-choice.tsx';
import { ringLayout } from './network-layout.ts';
import { NetworkPicture } from './network-picture.tsx';

export function EgoNetwork({ city }: { readonly city: string }) {
  const { t } = useText();
  const asked = useQuery(networkQueries.getNetwork.queryOptions({ input: { city } }));
  return asked.data === undefined ? <Skeleton label={t('ties.network')} lines={8} /> : <Shown net={asked.data} />;
}

function Shown({ net }: { readonly net: Answer<'getNetwork'> }) {
  const { t } = useText();
  const naming = useNaming();
  const inOrder = useInOrderOfName();
  const navigate = useNavigate();
  const centre = net.cities.find(({ id }) => id === net.city);
  const sisters = inOrder(net.cities.filter(({ id }) => id !== net.city));
  const nameOf = (id: string): string => naming(net.cities.find((city) => city.id === id)?.name ?? {});
  const layout = useMemo(() => {
    const named = (city: CityOfNet) => ({ id: city.id, label: naming(city.name) });
    return centre === undefined ? null : ringLayout(named(centre), sisters.map(named), net.ties);
    // The names are those of this answer in this language: the page is drawn anew with either.
  }, [net, naming(centre?.name ?? {})]);
  if (centre === undefined || layout === null) return null;
  const own = naming(centre.name);
  const among = net.ties.filter(({ a, b }) => a !== net.city && b !== net.city);
  return (
    <>
      <Title
        title={t('network.network_of', { city: own })}
        note={t('network.network_note')}
        crumb={
          <>
            <Link to="/cities/$slug" params={{ slug: centre.slug }}>
              {own}
            </Link>{' '}
            ·{' '}
            <Link to="/map" search={{ city: centre.slug }}>
              {t('ties.on_map')}
            </Link>{' '}
            ·{' '}
            <Link to="/partners" search={{ city: centre.slug }}>
              {t('network.network_partners', { city: own })}
            </Link>
          </>
        }
      />
      <OwnAmongThem shown={net.ties.some(({ isPublic }) => !isPublic)} />
      <Section title={t('network.network_two')}>
        <ChooseCity
          name="network-with"
          label={t('network.network_with')}
          onChoose={({ slug }) => void navigate({ to: '/network', search: { city: centre.slug, withCity: slug } })}
        />
      </Section>
      <Section
        title={t('network.network_sisters')}
        count={sisters.length}
        aside={t('network.network_sisters_note', { count: among.length })}
      >
        {sisters.length === 0 ? (
          <Empty heading={t('network.network_none')}>{t('network.map_empty')}</Empty>
        ) : (
          <>
            <NetworkPicture
              label={t('network.network_picture', { city: own })}
              {...{ layout, net, nameOf }}
              fileName={`network-${centre.slug}`}
            />
            <SisterTable {...{ net, sisters, nameOf }} />
          </>
        )}
      </Section>
    </>
  );
}

interface SisterTableProps {
  readonly net: Answer<'getNetwork'>;
  readonly sisters: readonly CityOfNet[];
  readonly nameOf: (id: string) => string;
}

function SisterTable({ net, sisters, nameOf }: SisterTableProps) {
  const { t } = useText();
  const formats = useFormats();
  const tieWith = (id: string) => net.ties.find(({ a, b }) => (a === net.city && b === id) || (b === net.city && a === id));
  const others = (id: string) =>
    net.ties.flatMap(({ a, b, slug }) =>
      a === net.city || b === net.city || (a !== id && b !== id) ? [] : [{ slug, city: a === id ? b : a }],
    );
  return (
    <DataTable
      caption={t('network.network_sisters')}
      rows={sisters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'city',
          head: t('ties.column_city'),
          naming: true,
          cell: ({ id, name }) => {
            const tie = tieWith(id);
            return tie === undefined ? (
              <Named text={name} quiet />
            ) : (
              <>
                <Link to="/ties/$slug" params={{ slug: tie.slug }}>
                  <Named text={name} quiet />
                </Link>
                {!tie.isPublic && <NotPublic />}
              </>
            );
          },
        },
        { key: 'country', head: t('ties.column_country'), cell: ({ country }) => formats.countryName(country) },
        {
          key: 'from',
          head: t('network.map_from'),
          cell: ({ id }) => t(tieWith(id)?.kept === true ? 'network.map_from_register' : 'network.map_from_lists'),
        },
        {
          key: 'among',
          head: t('network.network_among'),
          cell: ({ id }) => {
            const known = others(id);
            if (known.length === 0) return <span className="note">{t('network.network_among_none')}</span>;
            return known.map(({ slug, city }, at) => (
              <Fragment key={slug}>
                {at > 0 && t('ties.comma')}
                <Link to="/ties/$slug" params={{ slug }}>
                  {nameOf(city)}
                </Link>
              </Fragment>
            ));
          },
        },
      ]}
    />
  );
}
