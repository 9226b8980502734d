// Two cities: the shortest ways from one to the other, who could introduce whom along them, and the sisters they share.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Net } from '../contract/network.ts';
import type { Answer } from '../contract.ts';
import { networkQueries } from './client.ts';
import { OwnAmongThem } from './network-choice.tsx';
import { columnsOf, layerLayout } from './network-layout.ts';
import { NetworkPicture } from './network-picture.tsx';

interface TwoCitiesProps {
  readonly city: string;
  readonly withCity: string;
}

const useNameOf = ({ cities }: Net): ((id: string) => string) => {
  const naming = useNaming();
  return (id) => naming(cities.find((city) => city.id === id)?.name ?? {});
};

export function TwoCities({ city, withCity }: TwoCitiesProps) {
  const { t } = useText();
  const asked = useQuery(networkQueries.findPath.queryOptions({ input: { city, withCity } }));
  if (asked.data === undefined) return <Skeleton label={t('ties.network')} lines={8} />;
  return <Ways found={asked.data} {...{ city, withCity }} />;
}

function Ways({ found, city, withCity }: TwoCitiesProps & { readonly found: Answer<'findPath'> }) {
  const { t } = useText();
  const nameOf = useNameOf(found);
  const [own, other] = [nameOf(found.city), nameOf(found.withCity)];
  const { distance, total, ways } = found;
  const names = { city: own, other };
  const layout = useMemo(
    () =>
      layerLayout(
        columnsOf(ways.map(({ cities }) => cities)).map((column) => column.map((id) => ({ id, label: nameOf(id) }))),
        found.ties,
      ),
    [found, own, other],
  );
  return (
    <>
      <Title
        title={t('network.network_of_two', names)}
        note={t('network.network_note')}
        crumb={
          <Link to="/network" search={{ city }}>
            {t('network.network_of', { city: own })}
          </Link>
        }
      />
      <OwnAmongThem shown={found.ties.some(({ isPublic }) => !isPublic)} />
      <Sentence>
        {distance === null
          ? t('network.network_no_way', names)
          : distance === 1
            ? t('network.network_direct', names)
            : t('network.network_distance', { ...names, count: distance })}
      </Sentence>
      {distance !== null && distance > 1 && (
        <Section
          title={t('network.network_ways')}
          count={total > ways.length ? undefined : total}
          aside={total > ways.length && t('network.network_ways_rule', { shown: ways.length, total })}
        >
          <NetworkPicture
            label={t('network.network_ways_picture', names)}
            {...{ layout, nameOf }}
            net={found}
            fileName={`way-${city}--${withCity}`}
          />
          <WayTable {...{ found, nameOf }} />
        </Section>
      )}
      <Shared {...{ city, withCity }} />
    </>
  );
}

function WayTable({ found, nameOf }: { readonly found: Answer<'findPath'>; readonly nameOf: (id: string) => string }) {
  const { t } = useText();
  const slugOf = (id: string): string => found.cities.find((city) => city.id === id)?.slug ?? '';
  return (
    <DataTable
      caption={t('network.network_ways')}
      rows={found.ways}
      rowKey={({ cities }) => cities.join(' ')}
      columns={[
        {
          key: 'way',
          head: t('network.network_way'),
          naming: true,
          cell: ({ cities }) =>
            cities.map((id, at) => (
              <Fragment key={id}>
                {at > 0 && ' – '}
                <Link to="/cities/$slug" params={{ slug: slugOf(id) }}>
                  {nameOf(id)}
                </Link>
              </Fragment>
            )),
        },
        {
          key: 'how',
          head: t('network.network_how'),
          cell: ({ introductions }) => (
            <ul className="plain">
              {introductions.map(({ known, by, to }, at) => (
                <li key={by}>
                  {t(at === 0 ? 'network.network_introduce' : 'network.network_introduce_on', {
                    known: nameOf(known),
                    by: nameOf(by),
                    to: nameOf(to),
                  })}
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'kept', head: t('network.network_kept'), end: true, cell: ({ kept, cities }) => `${kept}/${cities.length - 1}` },
      ]}
    />
  );
}

function Shared({ city, withCity }: TwoCitiesProps) {
  const { t } = useText();
  const formats = useFormats();
  const asked = useQuery(networkQueries.listSharedSisters.queryOptions({ input: { city, withCity } }));
  const shared = asked.data?.cities.filter(({ id }) => asked.data.shared.includes(id));
  return (
    <Section title={t('network.network_shared')} count={shared?.length}>
      {shared === undefined && <Skeleton lines={3} />}
      {shared?.length === 0 && <Empty heading={t('network.network_shared_none')}>{t('network.network_choose_text')}</Empty>}
      {shared !== undefined && shared.length > 0 && (
        <DataTable
          caption={t('network.network_shared')}
          rows={shared}
          rowKey={({ id }) => id}
          brief
          columns={[
            {
              key: 'city',
              head: t('ties.column_city'),
              naming: true,
              cell: ({ slug, name }) => (
                <Link to="/network" search={{ city: slug }}>
                  <Named text={name} quiet />
                </Link>
              ),
            },
            { key: 'country', head: t('ties.column_country'), cell: ({ country }) => formats.countryName(country) },
          ]}
        />
      )}
    </Section>
  );
}
