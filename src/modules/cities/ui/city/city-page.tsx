// The public page of a city: what it is called, what it tells of itself, and in the slots what other modules know of it.
import { Link, Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { City } from '../../contract.ts';
import { citiesQueries } from '../client.ts';
import { CityFacts } from './facts.tsx';
import { ProfileSections } from '../profile/sections.tsx';

const AskForCity = later(() => import('../identity/adoptions.tsx'), 'AskForCity');
const CitySaid = later(() => import('./said.tsx'), 'CitySaid');
const CityIdentity = later(() => import('../identity/city-identity.tsx'), 'CityIdentity');

/** Places for sections of modules below, in the order of the page. */
export interface CitySlots {
  /** Whom the city is tied to. */
  readonly ties?: (city: City) => ReactNode;
  /** That it is the same as another entry. */
  readonly same?: (city: City) => ReactNode;
  /** What came of it. */
  readonly outcomes?: (city: City) => ReactNode;
  /** The same as files and prints. */
  readonly reports?: (city: City) => ReactNode;
}

export function CityPage({ slots }: { readonly slots: CitySlots }) {
  const { t } = useText();
  const { slug } = useParams({ from: '/cities/$slug' });
  const data = useRead(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  if (data === undefined) return <Skeleton label={t('cities.city')} lines={6} />;
  // An earlier address leads to the one of now.
  if (data.slug !== slug) return <Navigate to="/cities/$slug" params={{ slug: data.slug }} replace />;
  return <Shown city={data} slots={slots} />;
}

function Shown({ city, slots }: { readonly city: City; readonly slots: CitySlots }) {
  const { t } = useText();
  const naming = useNaming();
  const works = useSession()?.account != null;
  return (
    <>
      <Title
        title={naming(city.name)}
        crumb={<Link to="/cities">{t('cities.register')}</Link>}
        note={t('cities.kind_in_country', { kind: t(`cities.kind_${city.kind}`), country: naming(city.countryName) })}
      >
        <Named text={city.name} />
      </Title>
      {!city.isPublic && <Notice kind="plain">{t('cities.hidden_city')}</Notice>}
      {city.mayEdit && <StewardNotice slug={city.slug} />}
      <ProfileSections city={city} />
      {slots.ties?.(city)}
      {slots.outcomes?.(city)}
      {slots.reports?.(city)}
      <CityFacts city={city} aside={works && <AskForCity city={city} />} />
      <CitySaid city={city} />
      <CityIdentity city={city} />
      {slots.same?.(city)}
      <p className="after noprint">
        <Link to="/cities/$slug/sheet" params={{ slug: city.slug }}>
          {t('cities.sheet')}
        </Link>
      </p>
    </>
  );
}

function StewardNotice({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <div className="noprint">
      <Notice
        kind="plain"
        actions={
          <>
            <ButtonLink to="/cities/$slug/profile" params={{ slug }}>
              {t('cities.edit_profile')}
            </ButtonLink>
            <ButtonLink kind="text" to="/cities/$slug/names" params={{ slug }}>
              {t('cities.edit_names')}
            </ButtonLink>
          </>
        }
      >
        {t('cities.you_are_steward')}
      </Notice>
    </div>
  );
}
