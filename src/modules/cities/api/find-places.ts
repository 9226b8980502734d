// Places of the gazetteer that may be meant by names in a list, and those that are to enter the register with it.
import { fold } from '#kernel/fold.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { placesByNumber, placesTold, searchPlaces } from '../formats/gazetteer.ts';
import { readPlace } from '../domain/read-place.ts';
import { namingOf } from './naming.ts';

/** A place of the gazetteer, as it can enter the register. */
export type PlaceToAdd = GazetteerPlace;

/** Enough that the Liverpool of the country that is meant is among all Liverpools. */
const mostFound = 60;

/** Places called exactly so, in any spelling, and those only called alike, the greatest first. */
export interface FoundPlaces {
  readonly exact: readonly PlaceToAdd[];
  readonly alike: readonly PlaceToAdd[];
}

const isCalled = ({ name, alsoCalled }: PlaceToAdd, word: string): boolean =>
  [name, ...alsoCalled].some((called) => fold(called) === fold(word));

/** Looks for each name, in its country where one is given or written beside it; each takes a moment, so call it outside a transaction. */
export async function findPlaces(
  transact: Transact,
  wanted: readonly { readonly name: string; readonly country: string | null }[],
): Promise<Result<readonly FoundPlaces[]>> {
  const naming = await transact(async (work) => ok(await namingOf(work, 'import')));
  if (!naming.ok) return naming;
  const results: FoundPlaces[] = [];
  for (const { name, country } of wanted) {
    let found: FoundPlaces = { exact: [], alike: [] };
    for (const way of readPlace(name)) {
      const places = await searchPlaces(way.name, mostFound);
      if (!places.ok) return places;
      const limit = country ?? way.country;
      const shown = places.value.filter((place) => (limit === null || place.country === limit) && naming.value.mayShow(place));
      const exact = shown.filter((place) => isCalled(place, way.name));
      found = { exact, alike: [...found.alike, ...shown.filter((place) => !exact.includes(place))] };
      if (exact.length > 0) break;
    }
    results.push(found);
  }
  return ok(results);
}

/** Places with what tells them from others of their name. Outside a transaction, too. */
export const tellPlaces = (numbers: readonly number[]): Promise<Result<readonly PlaceToAdd[]>> => placesTold(numbers);

/** Places by their numbers in GeoNames; unknown ones are left out. Outside a transaction, too. */
export const placesToAdd = (numbers: readonly number[]): Promise<Result<readonly PlaceToAdd[]>> => placesByNumber(numbers);
