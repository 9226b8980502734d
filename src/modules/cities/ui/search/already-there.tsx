// Cities of the register that are called like the one that is being added: before somebody adds it a second time.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { citiesQueries } from '../client.ts';

const MOST = 3;

interface AlreadyThereProps {
  readonly names: readonly { readonly text: string }[];
  /** Its country, once it is known. */
  readonly country: string | undefined;
}

export function AlreadyThere({ names, country }: AlreadyThereProps) {
  const { t } = useText();
  const formats = useFormats();
  // Before the country is known a name says little: nothing is asked.
  const words = country === undefined ? [] : [...new Set(names.map(({ text }) => text.trim()).filter((text) => text.length > 1))];
  const cities = useQueries({
    queries: words.map((q) =>
      citiesQueries.listCities.queryOptions({
        input: { q, limit: MOST, ...(country === undefined ? {} : { country }) },
        staleTime: 60_000,
      }),
    ),
    combine: (answers) => {
      const all = answers.flatMap(({ data }) => data?.entries ?? []);
      return [...new Map(all.map((city) => [city.id, city])).values()].slice(0, MOST);
    },
  });
  if (cities.length === 0) return null;
  return (
    <Notice kind="plain" live heading={t('cities.already_there')}>
      {t('cities.already_there_note')}
      <ul>
        {cities.map((city) => (
          <li key={city.id}>
            <Link to="/cities/$slug" params={{ slug: city.slug }} target="_blank">
              <Named text={city.name} quiet />
            </Link>{' '}
            {formats.countryName(city.country)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
