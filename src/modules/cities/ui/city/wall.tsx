// The cities of the register by name, for whoever comes without knowing what to search for.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { citiesQueries } from '../client.ts';
import './wall.css';

const SHOWN = 200;

export function CityWall() {
  const { t, language } = useText();
  const naming = useNaming();
  const { data, error } = useQuery(citiesQueries.listCities.queryOptions({ input: { limit: SHOWN } }));
  const order = new Intl.Collator(language);
  const entries = [...(data?.entries ?? [])].sort((a, b) => order.compare(naming(a.name), naming(b.name)));
  return (
    <Section title={t('cities.cities')} aside={<Link to="/cities">{t('cities.all_cities')}</Link>}>
      {error !== null && data === undefined && <Notice kind="refused">{troubleOf(error).message}</Notice>}
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && entries.length === 0 && <p className="muted">{t('cities.no_city_yet')}</p>}
      <ul className="wall">
        {entries.map(({ id, slug, name, countryName }) => (
          <li key={id}>
            <Link to="/cities/$slug" params={{ slug }}>
              <Named text={name} quiet />
            </Link>{' '}
            <span className="note">
              <Named text={countryName} quiet />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
