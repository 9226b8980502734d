// The net around a city, and how two cities could be brought together.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { useAddress } from '#client/use-address.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { networkQueries } from './client.ts';
import { PlaceName } from './map-list.tsx';
import { ranksOf } from './map-model.ts';
import { EgoNetwork } from './network-ego.tsx';
import { TwoCities } from './network-ways.tsx';
import { networkSearch } from './network-address.ts';

const mostServed = 2000;

/** Where no script finds a city, those that have ties are there to choose from. */
function TiedCities() {
  const { language } = useText();
  const options = networkQueries.drawMap.queryOptions({ input: {} });
  const { data: drawn } = useQuery({ ...options, queryKey: [...options.queryKey, language] });
  if (drawn === undefined) return null;
  const ranks = ranksOf(drawn, language);
  const places = [...drawn.places.slug.entries()].toSorted(([x], [y]) => (ranks[x] ?? 0) - (ranks[y] ?? 0));
  return (
    <ul className="unscripted">
      {places.slice(0, mostServed).map(([place, slug]) => (
        <li key={place}>
          <Link to="/network" search={{ city: slug }}>
            <PlaceName {...{ drawn, place }} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Address: `/network?city=liverpool-gb`, with `&withCity=san-francisco-us` for the ways between two. */
export function NetworkPage() {
  const { t } = useText();
  const { city, withCity } = useAddress(networkSearch);
  const navigate = useNavigate({ from: '/network' });
  if (city === undefined)
    return (
      <>
        <Title title={t('ties.network')} note={t('network.network_note')} crumb={<Link to="/map">{t('network.map_title')}</Link>} />
        <ChooseCity
          name="network-city"
          label={t('network.partners_city')}
          onChoose={({ slug }) => void navigate({ search: { city: slug } })}
        />
        <Empty heading={t('network.network_choose')}>{t('network.network_choose_text')}</Empty>
        {isDrawnOnServer && <TiedCities />}
      </>
    );
  if (withCity === undefined || withCity === city) return <EgoNetwork key={city} city={city} />;
  return <TwoCities key={`${city} ${withCity}`} {...{ city, withCity }} />;
}
