// Which city each pasted row means: the register first, then the gazetteer, whose places enter the register when the row is kept.
import type { Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { findCities, type FoundCity } from '#modules/cities/api/find-city.ts';
import { countriesMeant, regionIn } from '#modules/cities/domain/country-cell.ts';
import { citiesByItems, openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { findPlaces, tellPlaces } from '#modules/cities/api/locate/find-places.ts';
import type { Work, Transact } from '#platform/work.ts';
import type { ReadRow } from '../../domain/paste/read-rows.ts';
import { amongNamesakes, placeMeant, tellingOf } from '../../domain/paste/places.ts';
import type { CityChoice, CityMatch } from '../../domain/paste/verdicts.ts';
import { itemOf } from '#reading/written-cells.ts';

const choiceOf = (work: Pick<Work, 'actor'>, { id, geonamesId, name, country }: NamedCity): CityChoice => ({
  cityId: id,
  geonamesId,
  name: (name[work.actor.language] ?? name['en'] ?? Object.values(name)[0])?.text ?? '',
  country,
});

/** What the register says of a row, and what it takes to ask the gazetteer for namesakes. */
export type RegisterMatch = CityMatch & {
  readonly isByAddress?: boolean;
  /** What the city that was found is called first of all. */
  readonly firstName?: string | undefined;
  /** Written in the cell of the city itself. */
  readonly countryInCell?: string | null;
};

/** A single city in another country than the row's is a question. */
function registered(work: Work, row: ReadRow, found: FoundCity): RegisterMatch {
  const choices = (cities: readonly NamedCity[]) => cities.map((city) => choiceOf(work, city));
  if (found.found === 'none') {
    // What is only written alike is no guess where it lies in another country.
    return { state: 'none', choices: choices(found.suggestions.filter(({ country }) => row.country === null || country === row.country)) };
  }
  const cities = found.found === 'one' ? [found.city] : found.cities;
  const meant = row.country === null ? row.countryCodes : [row.country];
  const fitting = meant.length === 0 ? cities : cities.filter(({ country }) => country !== null && meant.includes(country));
  const [only] = fitting;
  if (only === undefined) return { state: 'none', choices: choices(cities) };
  const told = { firstName: only.name['en']?.text, countryInCell: found.country };
  return fitting.length === 1
    ? { state: 'one', city: choiceOf(work, only), ...told }
    : { state: 'several', choices: choices(fitting), ...told };
}

/** What the register holds of rows: by address or number in Wikidata where the sheet has it, else by name. */
async function findRegistered(work: Work, rows: readonly ReadRow[]): Promise<ReadonlyMap<number, RegisterMatch>> {
  const named = rows.filter(({ city }) => city !== '');
  const found = await findCities(
    work,
    named.map(({ city }) => city),
    { isForRegister: true },
  );
  const matches = new Map(
    named.map((row, at) => [row.number, registered(work, row, found[at] ?? { found: 'none', suggestions: [] })] as const),
  );
  const items = await citiesByItems(
    work,
    rows.flatMap(({ code }) => itemOf(code) ?? []),
  );
  for (const { number, code } of rows) {
    if (code === '') continue;
    const item = itemOf(code);
    const opened = item === null ? await openCity(work, code) : null;
    const city = opened?.ok === true ? opened.value : items.get(item ?? '');
    if (city !== undefined) matches.set(number, { state: 'one', city: choiceOf(work, city), isByAddress: true });
  }
  return matches;
}

const called = ({ name, country }: CityChoice): string => `${country ?? ''} ${name.toLowerCase()}`;

/** Choices that are called alike, in whichever language, are told apart by what the gazetteer knows of them. */
async function toldApart(matches: ReadonlyMap<number, CityMatch>, language: Language): Promise<Result<ReadonlyMap<number, CityMatch>>> {
  const alike = [...matches.values()].flatMap((match) => {
    const choices = match.state === 'one' ? [] : match.choices;
    return choices.filter(
      (choice) =>
        choice.near === undefined &&
        (match.state === 'several' || choices.some((other) => other !== choice && called(other) === called(choice))),
    );
  });
  const numbers = [...new Set(alike.flatMap(({ geonamesId }) => geonamesId ?? []))];
  const places = numbers.length === 0 ? ok([]) : await tellPlaces(numbers, language);
  if (!places.ok) return places;
  const known = new Map(places.value.map((place) => [place.geonamesId, place]));
  const tell = (choice: CityChoice): CityChoice => {
    const place = known.get(choice.geonamesId ?? 0);
    if (place === undefined) return choice;
    // A city on record has the name that its steward gives it.
    return { ...choice, ...tellingOf(place), name: choice.cityId === null ? place.name : choice.name };
  };
  return ok(
    new Map(
      [...matches].map(([row, match]) => [row, match.state === 'one' ? match : { ...match, choices: match.choices.map(tell) }] as const),
    ),
  );
}

/**
 * Whether namesakes have to be thought of: not of a city named by its address, nor of one whose tie the office keeps already, unless a state
 * beside its name may tell another one.
 */
const isOpen = (match: RegisterMatch | undefined, { region }: ReadRow, isKept: (city: CityChoice) => boolean): boolean =>
  match === undefined || match.state !== 'one' || (match.isByAddress !== true && (region !== '' || !isKept(match.city)));

/** What the state or province of its own column says: by one that is known a place is told from its namesakes. */
const isRegionUnknown = ({ region, country }: ReadRow): boolean =>
  region !== '' && country !== null && regionIn(region, country) === 'unknown';

/** A Chinese name is looked for by the first name of what bears it: others of that name may be written so, too. */
function soughtOf(read: ReadRow, match: RegisterMatch | undefined) {
  const { city, country: said, region, ...row } = read;
  // A person's answer and a label of the naming policy are no words that a list of countries has.
  const countryWritten = said !== null && countriesMeant(row.countryWritten).length === 0 ? said : row.countryWritten;
  const isHan = /^\p{Script=Han}+$/u.test(city);
  const country = isHan && countryWritten === '' ? match?.countryInCell : null;
  const name = (isHan ? match?.firstName : null) ?? city;
  const isTold = region !== '' && !/[,，(（/;；、]/u.test(city) && regionIn(region, said) === 'known';
  return { name: isTold ? `${name}, ${region}` : name, countryWritten: country ?? countryWritten };
}

/**
 * Which city each row means, by its number: the register is asked for all at once, then the gazetteer for those that it does not hold or may
 * hold beside others of their name; that one outside a transaction, since it takes a moment.
 */
export async function locateCities(
  transact: Transact,
  rows: readonly ReadRow[],
  isKept: (city: CityChoice) => boolean,
): Promise<Result<ReadonlyMap<number, CityMatch>>> {
  if (rows.length === 0) return ok(new Map());
  const asked = await transact(async (work) => ok({ held: await findRegistered(work, rows), language: work.actor.language }));
  if (!asked.ok) return asked;
  const { held, language } = asked.value;
  const sought = rows.filter((row) => row.city !== '' && isOpen(held.get(row.number), row, isKept));
  const wanted = sought.map((row) => soughtOf(row, held.get(row.number)));
  const places = wanted.length === 0 ? ok([]) : await findPlaces(transact, wanted);
  if (!places.ok) return places;
  const found = new Map<number, CityMatch>(held);
  sought.forEach((row, at) => {
    const { number, city, country } = row;
    const place = places.value[at];
    if (place === undefined) return;
    const before = held.get(number);
    const isHeld = before?.state === 'one' || before?.state === 'several';
    found.set(
      number,
      isHeld
        ? amongNamesakes(before, place, {
            hasCountry: (country ?? before.countryInCell ?? null) !== null,
            isRegionUnknown: isRegionUnknown(row),
          })
        : placeMeant(place, { name: city, country, isRegionUnknown: isRegionUnknown(row) }, before?.choices ?? []),
    );
  });
  return toldApart(found, language);
}
