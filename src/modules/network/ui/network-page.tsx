// The net around a city, and how two cities could be brought together.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Empty } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { EgoNetwork } from './network-ego.tsx';
import { TwoCities } from './network-ways.tsx';
import { networkSearch } from './network-address.ts';

/** Address: `/network?city=liverpool-gb`, with `&withCity=san-francisco-us` for the ways between two. */
export function NetworkPage() {
  const { t } = useText();
  const { city, withCity } = networkSearch(useSearch({ strict: false }));
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
      </>
    );
  if (withCity === undefined || withCity === city) return <EgoNetwork key={city} city={city} />;
  return <TwoCities key={`${city} ${withCity}`} {...{ city, withCity }} />;
}
