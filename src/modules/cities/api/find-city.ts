// Which city is meant by what somebody wrote, for lists that are pasted or imported.
import { matchTerms } from '#platform/search/match-terms.ts';
import type { Work } from '#platform/work.ts';
import { readPlace } from '#reading/written-places.ts';
import { itemsOfCities } from '../store/duplicates.ts';
import { loadMentions } from '../store/mentions.ts';
import { citiesByIds, type NamedCity } from './open-city.ts';

/** One city, several of that name, or none with up to five that are called alike, best first. `country`: as it stands beside the name. */
export type FoundCity =
  | { readonly found: 'one'; readonly city: NamedCity; readonly country: string | null }
  | { readonly found: 'several'; readonly cities: readonly NamedCity[]; readonly country: string | null }
  | { readonly found: 'none'; readonly suggestions: readonly NamedCity[] };

/**
 * Finds for each text the city it names: by any of its names, folded, in pinyin, with or without its country beside it.
 * Three queries for any number of texts; places the naming policy hides are not found. `isForRegister`: nor are words of reference sets
 * that nobody has located: what is found enters an office's register.
 */
export async function findCities(
  work: Work,
  texts: readonly string[],
  { isForRegister = false }: { readonly isForRegister?: boolean } = {},
): Promise<readonly FoundCity[]> {
  const readings = texts.map(readPlace);
  const flat = readings.flatMap((ways, at) => ways.map((way) => ({ at, ...way })));
  const matched = await matchTerms(work, { kind: 'city', texts: flat.map(({ name }) => name) });
  const ids = matched.flatMap(({ exact, near }) => [...exact, ...near]);
  const all = await citiesByIds(work, ids);
  const unlocated = isForRegister ? await unlocatedOfSets(work, [...all.values()]) : new Set<string>();
  const known = new Map([...all].filter(([id]) => !unlocated.has(id)));
  const named = (list: readonly string[]): readonly NamedCity[] => list.flatMap((id) => known.get(id) ?? []);
  return texts.map((_, at) => {
    const ways = flat.flatMap((way, place) => (way.at === at ? [{ ...way, ...(matched[place] ?? { exact: [], near: [] }) }] : []));
    for (const { exact, country } of ways) {
      const hits = named(exact).filter((city) => country === null || city.country === country);
      const [only] = hits;
      if (only !== undefined)
        return hits.length === 1 ? { found: 'one', city: only, country } : { found: 'several', cities: hits, country };
    }
    const alike = new Map(ways.flatMap(({ exact, near }) => named([...exact, ...near])).map((city) => [city.id, city]));
    return { found: 'none', suggestions: [...alike.values()].slice(0, 5) };
  });
}

/** Those that sets alone name, without a number in GeoNames or Wikidata: what a list wrote, and nobody has said which place it is. */
async function unlocatedOfSets(work: Work, cities: readonly NamedCity[]): Promise<ReadonlySet<string>> {
  const bare = cities.flatMap(({ id, geonamesId }) => (geonamesId === null ? [id] : []));
  if (bare.length === 0) return new Set();
  const items = await itemsOfCities(work.tx, bare);
  const named = new Set((await loadMentions(work.tx, bare)).flatMap(({ cityId, bySet }) => (bySet ? [] : [cityId])));
  return new Set(bare.filter((id) => !items.has(id) && !named.has(id)));
}
