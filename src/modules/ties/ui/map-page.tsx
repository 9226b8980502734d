// Ties as a map and as the list of the same: of one city, or of all.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Ledger } from '#design/ledger.tsx';
import { Button } from '#design/button.tsx';
import { WorldMap } from '#design/map.tsx';
import type { MapChoice } from '#design/map-canvas.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { Answer } from '../contract.ts';

type Drawn = Answer<'drawMap'>;
type Place = Drawn['places'][number];

const hasPosition = (place: Place): place is Place & { readonly latitude: number; readonly longitude: number } =>
  place.latitude !== null && place.longitude !== null;

interface NamedLine {
  readonly tieId: string;
  readonly slug: string;
  readonly a: Place;
  readonly b: Place;
}

/** Lines with their places; the city of the page, or that which is chosen, is named first, and the others follow the alphabet. */
function useNamedLines(drawn: Drawn, first: string | null): readonly NamedLine[] {
  const { language } = useText();
  const name = useNaming();
  return useMemo(() => {
    const places = new Map(drawn.places.map((place) => [place.id, place]));
    const named = drawn.lines.flatMap(({ tieId, slug, a, b }): readonly NamedLine[] => {
      const [one, other] = [places.get(a), places.get(b)];
      if (one === undefined || other === undefined) return [];
      return [other.id === first ? { tieId, slug, a: other, b: one } : { tieId, slug, a: one, b: other }];
    });
    const compare = (x: Place, y: Place): number => name(x.name).localeCompare(name(y.name), language);
    return named.toSorted((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  }, [drawn, first, name, language]);
}

function TieList({ rows, caption }: { readonly rows: readonly NamedLine[]; readonly caption: string }) {
  const { t } = useText();
  return (
    <Ledger
      caption={caption}
      columns={[{ key: 'tie', head: t('ties.map_tie'), naming: true, cell: (line) => <TieLink line={line} /> }]}
      rows={rows}
      rowKey={({ tieId }) => tieId}
    />
  );
}

function TieLink({ line: { slug, a, b } }: { readonly line: NamedLine }) {
  return (
    <Link to="/ties/$slug" params={{ slug }}>
      <Named text={a.name} quiet /> – <Named text={b.name} quiet />
    </Link>
  );
}

interface ChosenProps {
  readonly chosen: MapChoice;
  readonly drawn: Drawn;
  readonly rows: readonly NamedLine[];
}

/** What is chosen, with the way to its page. */
function Chosen({ chosen, drawn, rows }: ChosenProps) {
  const { t } = useText();
  const name = useNaming();
  const place = drawn.places.find(({ id }) => id === chosen.id);
  const [line] = rows;
  if (chosen.kind === 'place')
    return (
      place !== undefined && (
        <>
          {t('ties.map_place', { city: name(place.name), count: rows.length })}{' '}
          <Link to="/cities/$slug" params={{ slug: place.slug }}>
            {t('ties.map_open_city')}
          </Link>
        </>
      )
    );
  return (
    line !== undefined && (
      <>
        {t('ties.map_line')} <TieLink line={line} />
      </>
    )
  );
}

/** Address: `/map` or `/map?city=shanghai-cn`. */
export function MapPage() {
  const { t } = useText();
  const { city } = useSearch({ from: '/map' });
  const asked = useQuery(queries().ties.drawMap.queryOptions({ input: city === undefined ? {} : { city } }));
  if (asked.data === undefined) return <Skeleton label={t('ties.map_title')} lines={6} />;
  // Another city is another map: nothing is chosen on it yet.
  return <Shown key={city ?? ''} drawn={asked.data} city={city} />;
}

function Shown({ drawn, city }: { readonly drawn: Drawn; readonly city: string | undefined }) {
  const { t, language } = useText();
  const name = useNaming();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<MapChoice | null>(null);
  const places = useMemo(() => drawn.places.filter(hasPosition).map((place) => ({ ...place, label: name(place.name) })), [drawn, name]);
  const lines = useMemo(() => drawn.lines.map(({ tieId, a, b }) => ({ id: tieId, from: a, to: b })), [drawn]);
  const centre = drawn.places.find(({ slug }) => slug === city);
  const all = useNamedLines(drawn, chosen?.kind === 'place' ? chosen.id : (centre?.id ?? null));
  const rows = all.filter(({ tieId, a, b }) => chosen === null || [tieId, a.id, b.id].includes(chosen.id));
  const title = centre === undefined ? t('ties.map_title') : t('ties.map_of_city', { city: name(centre.name) });
  const open = ({ kind, id }: MapChoice): void => {
    const slug = kind === 'line' ? rows[0]?.slug : drawn.places.find((place) => place.id === id)?.slug;
    if (slug !== undefined)
      void navigate(kind === 'line' ? { to: '/ties/$slug', params: { slug } } : { to: '/cities/$slug', params: { slug } });
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
          <WorldMap
            label={title}
            {...{ places, lines, chosen }}
            onChoose={setChosen}
            onOpen={open}
            said={chosen === null ? null : <Chosen {...{ chosen, drawn, rows }} />}
          />
          {unplaced.length > 0 && (
            <p className="note">
              {t('ties.map_unplaced', { cities: unplaced.map((place) => name(place.name)).join(language === 'en' ? ', ' : '、') })}
            </p>
          )}
          <Section
            title={t(chosen === null ? 'ties.map_list' : 'ties.map_list_chosen')}
            count={rows.length}
            aside={chosen !== null && <Button onPress={() => setChosen(null)}>{t('ties.map_all_ties')}</Button>}
          >
            <TieList rows={rows} caption={t('ties.map_list')} />
          </Section>
        </>
      )}
    </>
  );
}
