// Numbers in Wikidata that a file states of places, as far as they tell something of the cities that the places are.
import type { Judged } from './resolution.ts';
import { compare } from './written.ts';

/** A city and its number. */
export type ItemOfCity = readonly [cityId: string, item: string];

/**
 * Of each city the number that the file states, in the order of the ids: none where it states two of one city. `known`: numbers that the
 * register holds already, of whichever city.
 */
export function itemsOfCities(judged: readonly Judged[], known: ReadonlySet<string>): readonly ItemOfCity[] {
  const stated = new Map<string, Set<string>>();
  for (const { place, resolved } of judged) {
    if (place.wikidataId === null || resolved.cityId === null) continue;
    const items = stated.get(resolved.cityId);
    if (items === undefined) stated.set(resolved.cityId, new Set([place.wikidataId]));
    else items.add(place.wikidataId);
  }
  return [...stated]
    .flatMap(([cityId, items]): ItemOfCity[] => {
      const [only, ...more] = items;
      return only === undefined || more.length > 0 || known.has(only) ? [] : [[cityId, only]];
    })
    .toSorted(([x], [y]) => compare(x, y));
}
