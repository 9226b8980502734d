// Ties as a map and as the list of the same: of one city, or of all.
import { writing } from '#kernel/language.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { useAddress } from '#client/use-address.ts';
import { Button, TextAction } from '#design/button.tsx';
import { WorldMap } from '#design/map/map.tsx';
import { strongLines } from '#design/map/canvas.ts';
import { mapNetOf } from '#design/map/net.ts';
import type { MapChoice } from '#design/map/paint.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { saveText } from '#design/save-file.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { networkQueries } from './client.ts';
import { MapFilters, type SetNames } from './map-filters.tsx';
import { PlaceName, TieLink, TieList } from './map-list.tsx';
import { geoJsonOf, listed, passing, ranksOf, slugOfTie, type Drawn, type ListedTie } from './map-model.ts';
import { OwnAmongThem } from './network-choice.tsx';
import { mapSearch } from './network-address.ts';

interface ChosenProps {
  readonly chosen: MapChoice;
  readonly drawn: Drawn;
  readonly rows: readonly ListedTie[];
}

/** What is chosen, with the way to its page. */
function Chosen({ chosen, drawn, rows }: ChosenProps) {
  const { t } = useText();
  const [row] = rows;
  if (chosen.kind === 'place') {
    const slug = drawn.places.slug[chosen.place] ?? '';
    return (
      <>
        {t('network.map_place', { city: drawn.places.name[chosen.place] ?? '', count: rows.length })}{' '}
        <Link to="/cities/$slug" params={{ slug }}>
          {t('network.map_open_city')}
        </Link>
        {' · '}
        <Link to="/network" search={{ city: slug }}>
          {t('network.map_open_network')}
        </Link>
      </>
    );
  }
  if (row === undefined) return null;
  if (rows.length > 1) return t('network.map_lines', { count: rows.length });
  return (
    <>
      {t('network.map_line')} <TieLink drawn={drawn} tie={row} />
    </>
  );
}

const noNames: SetNames = () => new Map();

/** Address: `/map`, narrowed by `?city=shanghai-cn`, `country`, `class`, `from` and `sided`. */
export function MapPage({ useSetNames = noNames }: { readonly useSetNames?: SetNames }) {
  const { t, language } = useText();
  const { city } = useAddress(mapSearch);
  const options = networkQueries.drawMap.queryOptions({ input: city === undefined ? {} : { city } });
  // Names come in the reader's language.
  const asked = useQuery({
    ...options,
    queryKey: [...options.queryKey, language],
    staleTime: 60_000,
  });
  if (asked.data === undefined) return <Skeleton label={t('network.map_title')} lines={6} />;
  // Another city is another map: nothing is chosen on it yet.
  return <Shown key={`${city ?? ''} ${language}`} drawn={asked.data} {...{ city, useSetNames }} />;
}

interface ShownProps {
  readonly drawn: Drawn;
  readonly city: string | undefined;
  readonly useSetNames: SetNames;
}

function Shown({ drawn, city, useSetNames }: ShownProps) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const search = useAddress(mapSearch);
  const [chosen, setChosen] = useState<MapChoice | null>(null);
  const net = useMemo(
    () =>
      mapNetOf({
        labels: drawn.places.name,
        latitude: drawn.places.latitude,
        longitude: drawn.places.longitude,
        from: drawn.ties.a,
        to: drawn.ties.b,
      }),
    [drawn],
  );
  const filter = useMemo(() => passing(drawn, search), [drawn, search]);
  const first = chosen?.kind === 'place' ? chosen.place : drawn.centre;
  const ranks = useMemo(() => ranksOf(drawn, language), [drawn, language]);
  const rows = useMemo(
    () => listed(drawn, filter, { first, lines: chosen === null ? null : strongLines({ net, filter, chosen }), ranks }),
    [drawn, filter, first, chosen, net, ranks],
  );
  const centre = drawn.centre === null ? undefined : drawn.places.name[drawn.centre];
  const title = centre === undefined ? t('network.map_title') : t('network.map_of_city', { city: centre });
  const open = (choice: MapChoice): void => {
    const slug = choice.kind === 'place' ? drawn.places.slug[choice.place] : undefined;
    if (slug !== undefined) void navigate({ to: '/cities/$slug', params: { slug } });
    const [line] = choice.kind === 'lines' && choice.lines.length === 1 ? choice.lines : [];
    if (line !== undefined) void navigate({ to: '/ties/$slug', params: { slug: slugOfTie(drawn, line) } });
  };
  const count = useMemo(() => (filter === null ? drawn.ties.a.length : filter.reduce((sum, passes) => sum + passes, 0)), [drawn, filter]);
  const isWide = drawn.notPublic.some((line) => filter === null || filter[line] === 1);
  const fileName = `ties${city === undefined ? '' : `-${city}`}`;
  if (drawn.ties.a.length === 0)
    return (
      <>
        <Title title={title} crumb={city === undefined ? undefined : <Link to="/map">{t('network.map_of_all')}</Link>} />
        <Empty heading={t('network.map_empty_heading')}>{t('network.map_empty')}</Empty>
      </>
    );
  return (
    <>
      <Title
        title={title}
        note={t('network.map_note', { count })}
        crumb={city === undefined ? undefined : <Link to="/map">{t('network.map_of_all')}</Link>}
      />
      <OwnAmongThem shown={isWide} />
      <MapFilters {...{ drawn, useSetNames }} />
      {/* Without a script there is nothing to draw it; the list below says the same. */}
      {isDrawnOnServer ? (
        <div className="worldmap-place" data-needs="application" />
      ) : (
        <WorldMap
          label={isWide ? t('network.map_among_not_public', { title }) : title}
          {...{ net, filter, chosen, fileName }}
          onChoose={setChosen}
          onOpen={open}
          said={chosen === null ? null : <Chosen {...{ chosen, drawn, rows }} />}
        />
      )}
      <Unplaced drawn={drawn} comma={writing[language].enumeration} />
      <Section
        title={t(chosen === null ? 'network.map_list' : 'network.map_list_chosen')}
        count={rows.length}
        aside={
          <>
            {chosen !== null && <Button onPress={() => setChosen(null)}>{t('network.map_all_ties')}</Button>}{' '}
            <TextAction onPress={() => saveText(`${fileName}.geojson`, 'application/geo+json', geoJsonOf(drawn, filter))}>
              GeoJSON
            </TextAction>
          </>
        }
      >
        <TieList key={String(first)} {...{ drawn, rows }} caption={t('network.map_list')} />
      </Section>
    </>
  );
}

const mostUnplaced = 30;

/** Cities without a position: by name where they are few, else by their number. */
function Unplaced({ drawn, comma }: { readonly drawn: Drawn; readonly comma: string }) {
  const { t } = useText();
  const places = drawn.places.latitude.flatMap((latitude, place) => (latitude === null ? [place] : []));
  if (places.length === 0) return null;
  if (places.length > mostUnplaced) return <p className="note">{t('network.map_unplaced_many', { count: places.length })}</p>;
  return (
    <p className="note">
      {t('network.map_unplaced')}{' '}
      {places.map((place, at) => (
        <span key={place}>
          {at > 0 && comma}
          <PlaceName drawn={drawn} place={place} />
        </span>
      ))}
    </p>
  );
}
