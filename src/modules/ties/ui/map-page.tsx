// Ties as a map and as the list of the same: of one city, or of all.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Ledger } from '#design/ledger.tsx';
import { WorldMap } from '#design/map.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { Answer } from '../contract.ts';

type Drawn = Answer<'drawMap'>;
type Place = Drawn['places'][number];

const hasPosition = (place: Place): place is Place & { readonly latitude: number; readonly longitude: number } =>
  place.latitude !== null && place.longitude !== null;

function TieList({ drawn }: { readonly drawn: Drawn }) {
  const { t, language } = useText();
  const name = useNaming();
  const places = useMemo(() => new Map(drawn.places.map((place) => [place.id, place])), [drawn]);
  const rows = useMemo(() => {
    const named = drawn.lines.flatMap((line) => {
      const [a, b] = [places.get(line.a), places.get(line.b)];
      return a === undefined || b === undefined ? [] : [{ ...line, cityA: a, cityB: b }];
    });
    return named.toSorted(
      (x, y) =>
        name(x.cityA.name).localeCompare(name(y.cityA.name), language) || name(x.cityB.name).localeCompare(name(y.cityB.name), language),
    );
  }, [drawn, places, name, language]);
  return (
    <Ledger
      caption={t('ties.map_list')}
      columns={[
        {
          key: 'tie',
          head: t('ties.map_tie'),
          naming: true,
          cell: ({ slug, cityA, cityB }) => (
            <Link to="/ties/$slug" params={{ slug }}>
              <Named text={cityA.name} quiet /> – <Named text={cityB.name} quiet />
            </Link>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ tieId }) => tieId}
    />
  );
}

/** Address: `/map` or `/map?city=shanghai-cn`. */
export function MapPage() {
  const { t, language } = useText();
  const name = useNaming();
  const navigate = useNavigate();
  const { city } = useSearch({ from: '/map' });
  const asked = useQuery(queries().ties.drawMap.queryOptions({ input: city === undefined ? {} : { city } }));
  const drawn = asked.data;
  const places = useMemo(
    () => (drawn?.places ?? []).filter(hasPosition).map((place) => ({ ...place, label: name(place.name) })),
    [drawn, name],
  );
  const lines = useMemo(() => (drawn?.lines ?? []).map(({ a, b }) => ({ from: a, to: b })), [drawn]);
  const centre = drawn?.places.find(({ slug }) => slug === city);
  const title = centre === undefined ? t('ties.map_title') : t('ties.map_of_city', { city: name(centre.name) });
  if (drawn === undefined) return <Skeleton label={t('ties.map_title')} lines={6} />;
  const open = (id: string): void => {
    const slug = drawn.places.find((place) => place.id === id)?.slug;
    const line = drawn.lines.filter(({ a, b }) => a === id || b === id);
    const [only] = line;
    if (city !== undefined && slug !== city && only !== undefined && line.length === 1)
      void navigate({ to: '/ties/$slug', params: { slug: only.slug } });
    else if (slug !== undefined) void navigate({ to: '/cities/$slug', params: { slug } });
  };
  const unplaced = drawn.places.filter((place) => !hasPosition(place));
  return (
    <>
      <Title
        title={title}
        note={t('ties.map_note', { count: drawn.lines.length })}
        crumb={city === undefined ? undefined : <Link to="/map">{t('ties.map_of_all')}</Link>}
      />
      {drawn.lines.length === 0 ? (
        <Empty heading={t('ties.map_empty_heading')}>{t('ties.map_empty')}</Empty>
      ) : (
        <>
          <WorldMap label={title} places={places} lines={lines} onOpen={open} />
          {unplaced.length > 0 && (
            <p className="note">
              {t('ties.map_unplaced', { cities: unplaced.map((place) => name(place.name)).join(language === 'en' ? ', ' : '、') })}
            </p>
          )}
          <Section title={t('ties.map_list')} count={drawn.lines.length}>
            <TieList drawn={drawn} />
          </Section>
        </>
      )}
    </>
  );
}
