import { isId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Found as FoundTerm } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Found } from '../contract.ts';
import type { CityId } from '../domain/city.ts';
import { earliestDay } from '../domain/profile/partner-call.ts';
import { endedAmong } from '../store/published-entries.ts';
import { placesByIds } from './name-places.ts';
import { namingOf } from './naming.ts';
import { searchNames } from './search-names.ts';

/** Partner calls that are over are found no more. */
async function openOnes(work: Work, found: readonly FoundTerm[]): Promise<readonly FoundTerm[]> {
  const entries = found.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  if (entries.length === 0) return found;
  const ended = await endedAmong(work.tx, entries, earliestDay(work.now));
  return found.filter(({ id }) => !ended.has(id));
}

/** Finds cities, ties, organisations and outcomes by name; what only the actor's offices may see is among them, marked. */
export async function search(work: Work, input: Asked<'search'>): Promise<Result<{ entries: Found[] }>> {
  const found = await openOnes(work, await searchNames(work, input));
  const cities = found.flatMap(({ kind, id }) => (kind === 'city' && isId<'City'>(id) ? [id] : []));
  if (cities.length === 0) return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: null })) });
  const naming = await namingOf(work);
  const places = await placesByIds(work, cities, naming);
  const countryOf = (id: string): Found['countryName'] => {
    const place = places.get(id as CityId);
    return place === undefined ? null : { ...naming.countryLabelOf(place.country) };
  };
  return ok({ entries: found.map((entry) => ({ ...entry, label: { ...entry.label }, countryName: countryOf(entry.id) })) });
}
