// Which city the participants of an edition mean: written in several ways it counts as one where the register knows it by each of them.
import type { Language } from '#kernel/language.ts';
import { readAs } from '#kernel/written-language.ts';
import { findCities, type FoundCity } from '#modules/cities/api/find-city.ts';
import type { NamedCity } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import { keyOfCity, type CitiesMeant } from '../../domain/numbers.ts';
import { loadWrittenCities } from '../../store/numbers.ts';

/** The one city of that name in the country; null where the register knows none or several. */
function oneOf(found: FoundCity | undefined, country: string | null): NamedCity | null {
  const cities = found?.found === 'one' ? [found.city] : found?.found === 'several' ? found.cities : [];
  const there = country === null ? cities : cities.filter((city) => city.country === country);
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** Of each city as it is written the key under which it counts: its country and what the register calls it in the language. */
export async function citiesMeant(work: Work, editionId: string, language: Language): Promise<CitiesMeant> {
  const written = await loadWrittenCities(work.tx, editionId);
  if (written.length === 0) return {};
  const found = await findCities(
    work,
    written.map(({ city }) => city),
  );
  return Object.fromEntries(
    written.flatMap(({ country, city }, at) => {
      const one = oneOf(found[at], country);
      return one === null ? [] : [[keyOfCity(country, city), keyOfCity(country ?? one.country, readAs(one.name, language))]];
    }),
  );
}
