// The map of ties, with what the lists of the world's ties are called.
import { useQuery } from '@tanstack/react-query';
import { useNaming } from '#design/named.tsx';
import type { SetNames } from '#modules/network/ui/map-filters.tsx';
import { MapPage } from '#modules/network/ui/map-page.tsx';
import { referenceQueries } from '#modules/reference/ui/client.ts';

const useSetNames: SetNames = (ids) => {
  const naming = useNaming();
  const options = referenceQueries.listReferenceSets.queryOptions({ input: { limit: 200 } });
  const asked = useQuery({ ...options, enabled: ids.length > 0 });
  return new Map((asked.data?.entries ?? []).map(({ id, name }) => [id, naming(name)]));
};

export function TieMap() {
  return <MapPage useSetNames={useSetNames} />;
}
