// What forums and other items of released programmes a city, or two cities together, took part in: one event for all the cities in it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { exposQueries } from '../client.ts';

interface ProgrammeOfCitiesProps {
  readonly cityId: string;
  /** Only what both are in. */
  readonly otherCity?: string;
}

/** Nothing where no released programme names them. */
export function ProgrammeOfCities({ cityId, otherCity }: ProgrammeOfCitiesProps) {
  const { t } = useText();
  const formats = useFormats();
  const input = otherCity === undefined ? { cityId } : { cityId, otherCity };
  const { data } = useQuery(exposQueries.listCityProgramme.queryOptions({ input }));
  if (data === undefined || data.entries.length === 0) return null;
  const title = t(otherCity === undefined ? 'expos.programme_of_city' : 'expos.programme_of_both');
  return (
    <Section title={title} id="forums">
      <DataTable
        caption={title}
        rows={data.entries}
        rowKey={({ edition, item }) => `${edition.slug} ${item.id}`}
        columns={[
          {
            key: 'title',
            head: t('expos.programme_item_title'),
            naming: true,
            cell: ({ edition: { slug }, item }) => (
              <Link to="/editions/$slug/programme" params={{ slug }}>
                <Named text={item.title} />
              </Link>
            ),
          },
          { key: 'day', head: t('expos.programme_item_day'), nowrap: true, cell: ({ item }) => formats.day(item.day, 'table') },
          { key: 'edition', head: t('expos.programme_item_edition'), cell: ({ edition }) => <Named text={edition.name} quiet /> },
          {
            key: 'speakers',
            head: t('expos.programme_item_speakers'),
            end: true,
            cell: ({ item }) => (item.speakers.length === 0 ? null : formats.number(item.speakers.length)),
          },
        ]}
      />
    </Section>
  );
}
