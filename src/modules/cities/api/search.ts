import { ok, type Result } from '#kernel/result.ts';
import { searchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Found } from '../contract.ts';
import type { CityId } from '../domain/city.ts';
import { placesByIds } from './name-places.ts';
import { namingOf } from './naming.ts';

/** Finds cities, ties, organisations and outcomes by name; what only the actor's offices may see is among them, marked. */
export async function search(work: Work, input: Asked<'search'>): Promise<Result<{ entries: Found[] }>> {
  const found = await searchTerms(work, input);
  const cities = found.filter(({ kind }) => kind === 'city').map(({ id }) => id as CityId);
  if (cities.length === 0) return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: null })) });
  const naming = await namingOf(work);
  const places = await placesByIds(work, cities, naming);
  const countryOf = (id: string): Found['countryName'] => {
    const place = places.get(id as CityId);
    return place === undefined ? null : { ...naming.countryLabelOf(place.country) };
  };
  return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: countryOf(entry.id) })) });
}
