// Which city each pasted row means: the register first, then the gazetteer, whose places enter the register when the row is kept.
import { ok, type Result } from '#kernel/result.ts';
import { findCities, type FoundCity } from '#modules/cities/api/find-city.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { findPlaces, tellPlaces, type PlaceToAdd } from '#modules/cities/api/find-places.ts';
import type { Work, Transact } from '#platform/work.ts';
import type { ReadRow } from '../domain/paste.ts';
import type { CityChoice, CityMatch } from '../domain/paste-verdicts.ts';

/** More names than this are not looked for in the gazetteer at once: they stay questions that a person answers. */
const mostSearches = 300;

const choiceOf = (work: Pick<Work, 'actor'>, { id, geonamesId, name, country }: NamedCity): CityChoice => ({
  cityId: id,
  geonamesId,
  name: (name[work.actor.language] ?? name['en'] ?? Object.values(name)[0])?.text ?? '',
  country,
});

/** What the register says of a row; a single city in another country than the row's is a question. */
function registered(work: Work, row: ReadRow, found: FoundCity): CityMatch {
  const choices = (cities: readonly NamedCity[]) => cities.map((city) => choiceOf(work, city));
  if (found.found === 'none') return { state: 'none', choices: choices(found.suggestions) };
  const cities = found.found === 'one' ? [found.city] : found.cities;
  const fitting = row.country === null ? cities : cities.filter(({ country }) => country === row.country);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { state: 'one', city: choiceOf(work, only) };
  return fitting.length > 1 ? { state: 'several', choices: choices(fitting) } : { state: 'none', choices: choices(cities) };
}

/** Looks all rows up in the register: by address where the sheet has it, else by name. */
export async function findRegistered(work: Work, rows: readonly ReadRow[]): Promise<ReadonlyMap<number, CityMatch>> {
  const named = rows.filter(({ city }) => city !== '');
  const found = await findCities(
    work,
    named.map(({ city }) => city),
  );
  const matches = new Map(
    named.map((row, at) => [row.number, registered(work, row, found[at] ?? { found: 'none', suggestions: [] })] as const),
  );
  for (const row of rows) {
    if (row.code === '') continue;
    const city = await openCity(work, row.code);
    if (city.ok) matches.set(row.number, { state: 'one', city: choiceOf(work, city.value) });
  }
  return matches;
}

const placeChoice = ({ geonamesId, name, country, region, population, near }: PlaceToAdd): CityChoice => ({
  cityId: null,
  geonamesId,
  name,
  country,
  ...tellingOf({ region, population, near }),
});

const tellingOf = ({ region, population, near }: Pick<CityChoice, 'region' | 'population' | 'near'>) => ({
  ...(region === undefined ? {} : { region }),
  ...(population === undefined || population === 0 ? {} : { population }),
  ...(near === undefined ? {} : { near: { ...near } }),
});

/** Each place once: what the register holds is not offered again as a place of the gazetteer. */
const eachOnce = (choices: readonly CityChoice[]): readonly CityChoice[] =>
  choices.filter(
    ({ cityId, geonamesId }, at) =>
      cityId !== null || !choices.some((other, place) => place !== at && other.cityId !== null && other.geonamesId === geonamesId),
  );

const called = ({ name, country }: CityChoice): string => `${country ?? ''} ${name.toLowerCase()}`;

/** Choices that are called alike are told apart by what the gazetteer knows of them. */
async function toldApart(matches: ReadonlyMap<number, CityMatch>): Promise<Result<ReadonlyMap<number, CityMatch>>> {
  const alike = [...matches.values()].flatMap((match) => {
    const choices = match.state === 'one' ? [] : match.choices;
    return choices.filter(
      (choice) => choice.near === undefined && choices.some((other) => other !== choice && called(other) === called(choice)),
    );
  });
  const numbers = [...new Set(alike.flatMap(({ geonamesId }) => geonamesId ?? []))];
  const places = numbers.length === 0 ? ok([]) : await tellPlaces(numbers);
  if (!places.ok) return places;
  const known = new Map(places.value.map((place) => [place.geonamesId, place]));
  const tell = (choice: CityChoice): CityChoice => {
    const place = known.get(choice.geonamesId ?? 0);
    return place === undefined ? choice : { ...choice, ...tellingOf(place) };
  };
  return ok(
    new Map(
      [...matches].map(([row, match]) => [row, match.state === 'one' ? match : { ...match, choices: match.choices.map(tell) }] as const),
    ),
  );
}

/** More are found by another search than by reading on. */
const mostChoices = 8;

/** A city this many times as populous as every other one of its name is the one that is meant. */
const clearly = 20;

/** The only place of the name, or the one that dwarfs its namesakes, e.g. Yokohama of 3.7 million; null where that is not clear. */
function meant(exact: readonly PlaceToAdd[]): PlaceToAdd | null {
  const [first, second] = exact.toSorted((x, y) => y.population - x.population);
  if (first === undefined) return null;
  return second === undefined || first.population >= Math.max(1, second.population) * clearly ? first : null;
}

/** Looks in the gazetteer for rows whose city the register does not hold; outside a transaction, since each name takes a moment. */
export async function findInGazetteer(
  transact: Transact,
  rows: readonly ReadRow[],
  matches: ReadonlyMap<number, CityMatch>,
): Promise<Result<ReadonlyMap<number, CityMatch>>> {
  const found = new Map(matches);
  const sought = rows.filter(({ number, city }) => city !== '' && (matches.get(number)?.state ?? 'none') === 'none').slice(0, mostSearches);
  const places =
    sought.length === 0
      ? ok([])
      : await findPlaces(
          transact,
          sought.map(({ city, country }) => ({ name: city, country })),
        );
  if (!places.ok) return places;
  sought.forEach(({ number }, at) => {
    const { exact, alike } = places.value[at] ?? { exact: [], alike: [] };
    const only = meant(exact);
    if (only !== null) return found.set(number, { state: 'one', city: placeChoice(only) });
    const before = matches.get(number);
    const known = before !== undefined && before.state !== 'one' ? before.choices : [];
    const state = exact.length > 0 ? 'several' : 'none';
    return found.set(number, {
      state,
      choices: eachOnce([...known, ...(exact.length > 0 ? exact : alike).map(placeChoice)]).slice(0, mostChoices),
    });
  });
  return toldApart(found);
}
