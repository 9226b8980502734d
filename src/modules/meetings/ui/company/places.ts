// What one has of one's own at editions, as the API answers it.
import type { exposQueries } from '#modules/expos/ui/client.ts';

export type Place = Awaited<ReturnType<(typeof exposQueries)['listOwnPlaces']['call']>>['entries'][number];
/** That of one kind. */
export type PlaceAs<W extends Place['whom']> = Extract<Place, { readonly whom: W }>;
