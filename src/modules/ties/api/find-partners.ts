// Which city each pasted row means: the register first, then the gazetteer, whose places enter the register when the row is kept.
import { ok, type Result } from '#kernel/result.ts';
import { findCities, type FoundCity } from '#modules/cities/api/find-city.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { findPlaces, tellPlaces, type FoundPlaces, type PlaceChoice } from '#modules/cities/api/find-places.ts';
import type { Work, Transact } from '#platform/work.ts';
import type { ReadRow } from '../domain/paste.ts';
import type { CityChoice, CityMatch } from '../domain/paste-verdicts.ts';

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

const placeChoice = ({ geonamesId, name, country, region, population, near }: PlaceChoice): CityChoice => ({
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

/** Without a country beside it, a place this many times as populous as every other one of its name is the one that is meant. */
const clearly = 20;
/** So many times as populous, it most likely is. */
const likely = 4;

/** How many times the first is as populous as the second. */
const outweighs = ([first, second]: readonly PlaceChoice[]): number =>
  first === undefined ? 0 : second === undefined ? Infinity : first.population / Math.max(1, second.population);

/** What the gazetteer says of a row: one place, several of the name, or those called almost so. */
function matchOf({ meant, called, nearly, isOtherBody }: FoundPlaces, hasCountry: boolean, before: readonly CityChoice[]): CityMatch {
  if (meant !== null) return { state: 'one', city: placeChoice(meant) };
  if (isOtherBody) return { state: 'none', choices: before };
  const [first] = called;
  const times = outweighs(called);
  // A name that a country has once is that place, however little the gazetteer knows of it.
  if (first !== undefined && (times === Infinity || (!hasCountry && times >= clearly))) return { state: 'one', city: placeChoice(first) };
  /** Places by what the register holds of them, before those that it holds and that are only written alike. */
  const choices = (places: readonly PlaceChoice[]): readonly CityChoice[] => {
    const best = places.map((place) => before.find(({ geonamesId }) => geonamesId === place.geonamesId) ?? placeChoice(place));
    return [...best, ...before.filter((choice) => !best.includes(choice))].slice(0, mostChoices);
  };
  if (first !== undefined) return { state: 'several', choices: choices(called), isLikely: times >= likely };
  const [near] = nearly;
  if (near === undefined) return { state: 'none', choices: before };
  // The same name in the other Chinese script, in the country that is written, is no guess.
  const isClear = outweighs(nearly.filter(({ steps }) => steps === near.steps)) >= likely;
  if (near.steps === 0 && isClear && hasCountry) return { state: 'one', city: placeChoice(near) };
  return { state: 'none', choices: choices(nearly), isLikely: isClear && near.steps <= 1 };
}

/** Looks in the gazetteer for rows whose city the register does not hold, all at once; outside a transaction, since it takes a moment. */
export async function findInGazetteer(
  transact: Transact,
  rows: readonly ReadRow[],
  matches: ReadonlyMap<number, CityMatch>,
): Promise<Result<ReadonlyMap<number, CityMatch>>> {
  const found = new Map(matches);
  const sought = rows.filter(({ number, city }) => city !== '' && (matches.get(number)?.state ?? 'none') === 'none');
  const places =
    sought.length === 0
      ? ok([])
      : await findPlaces(
          transact,
          sought.map(({ city, countryWritten }) => ({ name: city, countryWritten })),
        );
  if (!places.ok) return places;
  sought.forEach(({ number, country }, at) => {
    const place = places.value[at];
    if (place === undefined) return;
    const before = matches.get(number);
    found.set(number, matchOf(place, country !== null, before !== undefined && before.state !== 'one' ? before.choices : []));
  });
  return toldApart(found);
}
