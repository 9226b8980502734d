// Which cities the naming policy keeps from being shown: for whoever passes through many cities and names few of them.
import type { Work } from '#platform/work.ts';
import type { CityId } from '../domain/city.ts';
import { mayShow, type LabelContext, type LabelRule } from '../domain/naming-policy.ts';
import { loadPlacesAmong } from '../store/places.ts';

/** Ids of the cities on record that the rules hide in the context; no query where no rule hides anything. */
export async function hiddenBy(
  work: Work,
  rules: readonly LabelRule[],
  context: Exclude<LabelContext, 'any'>,
): Promise<ReadonlySet<CityId>> {
  const hiding = rules.filter(({ state }) => state !== 'shown');
  if (hiding.length === 0) return new Set();
  const among = await loadPlacesAmong(work.tx, {
    cities: hiding.flatMap(({ cityId }) => cityId ?? []),
    places: hiding.flatMap(({ geonamesId }) => geonamesId ?? []),
    countries: hiding.flatMap(({ country }) => country ?? []),
  });
  return new Set(among.filter((place) => !mayShow(rules, place, context)).map(({ id }) => id));
}
