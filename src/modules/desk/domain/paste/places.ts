// Which place a pasted name means, by what the gazetteer says of it and what the register holds.
import { fold } from '#kernel/fold.ts';
import type { CityChoice, CityMatch } from './verdicts.ts';

export interface GazetteerChoice {
  readonly geonamesId: number;
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly region?: string | undefined;
  readonly near?: { readonly name: string; readonly kilometres: number } | undefined;
}

/** As the matching of `cities` answers: `meant` beyond doubt, else those called so, the greatest first, or almost so. */
export interface GazetteerAnswer {
  readonly meant: GazetteerChoice | null;
  readonly called: readonly GazetteerChoice[];
  readonly nearly: readonly (GazetteerChoice & { readonly steps: number })[];
  readonly isToldByRegion: boolean;
  /** A prefecture or district: the gazetteer holds none, so that it enters the register as it is written. */
  readonly otherBody: 'region' | 'district' | null;
}

/** More are found by another search than by reading on. */
const mostChoices = 12;

/** Without a country beside it, a place this many times as populous as every other one of its name is the one that is meant. */
const clearly = 20;
/** Within a country so many times; the matching of `cities` has the same rule. */
const farGreater = 8;
/** So many times as populous, it most likely is; but only within a country: of Halifax alone nobody knows which is meant. */
const likely = 4;
/** A slip of the pen is one in so many letters; of more the name is another one. */
const lettersToSlip = 6;

/** How many times the first is as populous as the second. */
const outweighs = ([first, second]: readonly GazetteerChoice[]): number =>
  first === undefined ? 0 : second === undefined ? Infinity : first.population / Math.max(1, second.population);

export const tellingOf = ({ region, population, near }: Pick<CityChoice, 'region' | 'population' | 'near'>) => ({
  ...(region === undefined ? {} : { region }),
  ...(population === undefined || population === 0 ? {} : { population }),
  ...(near === undefined ? {} : { near: { ...near } }),
});

const placeChoice = ({ geonamesId, name, country, region, population, near }: GazetteerChoice): CityChoice => ({
  cityId: null,
  geonamesId,
  name,
  country,
  ...tellingOf({ region, population, near }),
});

/** So many places of one name are what is meant; others that were once or are also called so are left out. */
const MANY = 3;

/** Of Springfields, Powder Springs, which was one once, is none to be chosen. */
function ofTheirName(places: readonly GazetteerChoice[]): readonly GazetteerChoice[] {
  const byName = Map.groupBy(places, ({ name }) => fold(name));
  const most = [...byName.values()].reduce<readonly GazetteerChoice[]>((one, other) => (other.length > one.length ? other : one), []);
  return most.length >= MANY ? most : places;
}

/** Places by what the register holds of them, before those that it holds and that are none of these. */
function choicesOf(places: readonly GazetteerChoice[], held: readonly CityChoice[]): readonly CityChoice[] {
  const best = ofTheirName(places).map((place) => held.find(({ geonamesId }) => geonamesId === place.geonamesId) ?? placeChoice(place));
  return [...best, ...held.filter((choice) => !best.includes(choice))].slice(0, mostChoices);
}

/** Places that are none of those on record. */
const newTo = (held: readonly CityChoice[], places: readonly GazetteerChoice[]): readonly CityChoice[] =>
  places.filter(({ geonamesId }) => held.every((city) => city.geonamesId !== geonamesId)).map(placeChoice);

/** What a row writes of its city. */
export interface WrittenCity {
  readonly name: string;
  readonly country: string | null;
  /** A state or province stands beside it that nobody knows: which of several places of the name it is, it does not say. */
  readonly isRegionUnknown?: boolean;
}

/** A prefecture or district is proposed as it is written, with its level, behind what is written alike in its country. */
function bodyProposed({ name, country }: WrittenCity, body: 'region' | 'district', before: readonly CityChoice[]): CityMatch {
  if (country === null) return { state: 'none', choices: before };
  const fresh = { cityId: null, geonamesId: null, name, country, body };
  const [here, elsewhere] = [before.filter((city) => city.country === country), before.filter((city) => city.country !== country)];
  return { state: 'none', choices: [...here, fresh, ...elsewhere], isLikely: here.length === 0 };
}

/** So many times as small, a place is none that a list of cities means, whatever state is written. */
const TINY = 100;

/** Of the place that is meant by its size those of its name in its country that the unknown state beside it may mean, itself before them. */
const besides = ({ meant, called }: Pick<GazetteerAnswer, 'meant' | 'called'>): readonly GazetteerChoice[] => {
  const others = called.filter(
    ({ geonamesId, country, population }) =>
      geonamesId !== meant?.geonamesId && country === meant?.country && population * TINY >= (meant?.population ?? 0),
  );
  return meant === null || others.length === 0 ? [] : [meant, ...others];
};

/** Of a row whose city the register does not hold: one place, several of the name, or those called almost so. `before`: cities on record that are written alike. */
export function placeMeant(
  { meant, called, nearly, otherBody }: GazetteerAnswer,
  written: WrittenCity,
  before: readonly CityChoice[],
): CityMatch {
  const hasCountry = written.country !== null;
  const several = written.isRegionUnknown === true ? besides({ meant, called }) : [];
  if (several.length > 0) return { state: 'several', choices: choicesOf(several, before) };
  if (meant !== null) return { state: 'one', city: placeChoice(meant) };
  if (otherBody !== null) return bodyProposed(written, otherBody, [...before, ...newTo(before, called)]);
  const [first] = called;
  const times = outweighs(called);
  // A name that a country has once is that place, however little the gazetteer knows of it.
  if (first !== undefined && (times === Infinity || (!hasCountry && times >= clearly))) return { state: 'one', city: placeChoice(first) };
  if (first !== undefined) return { state: 'several', choices: choicesOf(called, before), isLikely: hasCountry && times >= likely };
  const [near] = nearly;
  if (near === undefined) return { state: 'none', choices: before };
  const beside = outweighs(nearly.filter(({ steps }) => steps === near.steps));
  // The same name in the other Chinese script, in the country that is written, is no guess.
  if (near.steps === 0 && beside >= farGreater && hasCountry) return { state: 'one', city: placeChoice(near) };
  const isSlip = near.steps * lettersToSlip <= fold(written.name).replace(/\P{L}/gu, '').length;
  return { state: 'none', choices: choicesOf(nearly, before), isLikely: hasCountry && beside >= likely && near.steps <= 1 && isSlip };
}

/**
 * Of a row whose name the register holds: that it holds one of several namesakes does not say that this one is meant. It is taken where the
 * gazetteer knows no other, or where it is likely by its size, too; else all of them are offered.
 */
export function amongNamesakes(
  held: CityMatch,
  { meant, called, isToldByRegion, otherBody }: GazetteerAnswer,
  { hasCountry, isRegionUnknown = false }: { readonly hasCountry: boolean; readonly isRegionUnknown?: boolean },
): CityMatch {
  const cities = held.state === 'one' ? [held.city] : held.choices;
  const known = (place: GazetteerChoice | undefined | null) => cities.find(({ geonamesId }) => geonamesId === place?.geonamesId);
  const [first] = called;
  const several = isRegionUnknown ? besides({ meant, called }) : [];
  if (several.length > 0) return { state: 'several', choices: choicesOf(several, cities) };
  const isLikely = meant !== null || outweighs(called) >= (hasCountry ? likely : clearly);
  const one = known(meant ?? first);
  if (meant !== null && isToldByRegion && one === undefined) {
    const [byHand] = cities.filter(({ geonamesId }) => geonamesId === null);
    if (byHand === undefined) return { state: 'one', city: placeChoice(meant) };
    // Recorded without a number it may be this one, under the same name: it surely is where no other is worth mention.
    const isOnly = held.state === 'one' && meant.population >= likely * (first?.population ?? 0);
    return isOnly ? held : { state: 'several', choices: choicesOf([meant], cities) };
  }
  if (meant !== null && isToldByRegion) return { state: 'one', city: one ?? placeChoice(meant) };
  if (otherBody !== null || (meant === null && first === undefined)) return held;
  if (one !== undefined && isLikely && (held.state === 'one' || meant !== null)) return { state: 'one', city: one };
  // Recorded by hand, without a number: the place of the name that is the only one worth mention is this one.
  if (held.state === 'one' && held.city.geonamesId === null && isLikely) return held;
  const places = meant === null ? called : [meant, ...called.filter(({ geonamesId }) => geonamesId !== meant.geonamesId)];
  return { state: 'several', choices: choicesOf(places, cities), isLikely: one !== undefined && isLikely };
}

/** Whether a cell has another word than the one by which its city is shown; capitals and accents do not count. */
export const isWrittenOtherwise = (cell: string, name: string): boolean => cell.trim() !== '' && fold(cell.trim()) !== fold(name);
