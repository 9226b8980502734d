// On a tie's page: the open sets that list it, and from which side.
import { useQuery } from '@tanstack/react-query';
import { needWorkingTexts } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { referenceQueries } from '../client.ts';

interface ListedOnTieProps {
  readonly tieId: string;
  readonly cityId: string;
}

const Listings = later(async () => {
  await needWorkingTexts();
  return import('./tie-listings.tsx');
}, 'TieListings');

/** Nothing, and no word of it fetched, where no set can be seen. */
export function ListedOnTie({ tieId, cityId }: ListedOnTieProps) {
  const { data } = useQuery(referenceQueries.listReferenceSets.queryOptions({ input: { limit: 20 } }));
  const sets = (data?.entries ?? []).filter(({ ties }) => ties > 0);
  return sets.length === 0 ? null : <Listings sets={sets} tieId={tieId} cityId={cityId} />;
}
