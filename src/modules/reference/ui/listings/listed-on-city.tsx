// On a city's page: the ties that open sets list of it and that stand in no register, apart from these and in the sets' own name.
import { useQuery } from '@tanstack/react-query';
import { needWorkingTexts } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { referenceQueries } from '../client.ts';

interface ListedOnCityProps {
  readonly cityId: string;
  /** The office that keeps the city's entry as its own. */
  readonly officeId: string | null;
}

const Listings = later(async () => {
  await needWorkingTexts();
  return import('./city-listings.tsx');
}, 'CityListings');

/** Nothing, and no word of it fetched, where no set can be seen. */
export function ListedOnCity({ cityId, officeId }: ListedOnCityProps) {
  const { data } = useQuery(referenceQueries.listReferenceSets.queryOptions({ input: { limit: 20 } }));
  const sets = (data?.entries ?? []).filter(({ ties }) => ties > 0);
  return sets.length === 0 ? null : <Listings sets={sets} cityId={cityId} officeId={officeId} />;
}
