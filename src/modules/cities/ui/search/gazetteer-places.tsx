// Places of the gazetteer that are called so, to choose one.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { ListedPlace } from '../../contract.ts';
import { citiesQueries } from '../client.ts';

interface GazetteerPlacesProps {
  readonly q: string;
  /** Whether one that is in the register leads to its page, or can be chosen like the others. */
  readonly onRecord: 'linked' | 'chosen';
  readonly onChoose: (place: ListedPlace) => void;
}

/** Nothing of one letter; a single character of Chinese is a name. */
export const isAsked = (q: string): boolean => q.length > 1 || /\p{Script=Han}/u.test(q);

export function GazetteerPlaces({ q, ...choosing }: GazetteerPlacesProps) {
  return isAsked(q) ? <Places q={q} {...choosing} /> : null;
}

function Places({ q, onRecord, onChoose }: GazetteerPlacesProps) {
  const { t } = useText();
  const formats = useFormats();
  const { data, error } = useQuery(citiesQueries.searchGazetteer.queryOptions({ input: { q }, staleTime: 600_000 }));
  if (error !== null && data === undefined) return <Notice kind="refused">{troubleOf(error).message}</Notice>;
  if (data === undefined) return <Skeleton label={t('cities.searching_gazetteer')} lines={4} />;
  if (data.entries.length === 0) return <p className="muted">{t('cities.no_place', { words: q })}</p>;
  return (
    <DataTable
      caption={t('cities.places')}
      rows={data.entries}
      rowKey={({ geonamesId }) => String(geonamesId)}
      columns={[
        { key: 'name', head: t('cities.name'), naming: true, cell: ({ name }) => name },
        { key: 'country', head: t('cities.country'), cell: ({ countryName }) => <Named text={countryName} quiet /> },
        { key: 'population', head: t('cities.population'), end: true, cell: ({ population }) => formats.number(population) },
        {
          key: 'choose',
          head: t('cities.actions'),
          silent: true,
          end: true,
          cell: (place) =>
            place.slug === null || onRecord === 'chosen' ? (
              <Button aria-label={t('cities.choose_named', { name: place.name, country: place.country })} onPress={() => onChoose(place)}>
                {t('cities.choose')}
              </Button>
            ) : (
              <Link to="/cities/$slug" params={{ slug: place.slug }}>
                {t('cities.on_record')}
              </Link>
            ),
        },
      ]}
    />
  );
}
