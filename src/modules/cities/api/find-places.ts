// Places of the gazetteer that may be meant by names in a list, and those that are to enter the register with it.
import { ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { MatchCandidate, MatchedEnd } from '../domain/match-end.ts';
import { fold } from '#kernel/fold.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { askMatches, askNearlyCalled, MOST_ENDS, type NearPlace } from '../formats/gazetteer-match.ts';
import { placesByNumber, placesTold } from '../formats/gazetteer.ts';
import { namingOf } from './naming.ts';

/** A place of the gazetteer, as it can enter the register. */
export type PlaceToAdd = GazetteerPlace;

/** A place that a name may mean. */
export type PlaceChoice = Pick<GazetteerPlace, 'geonamesId' | 'name' | 'country' | 'population'> &
  Partial<Pick<GazetteerPlace, 'region' | 'near'>>;

/**
 * `meant`: the place that a name means beyond doubt. Else `called` are those that are called so, the greatest first, and `nearly` those that
 * are called almost so: by `steps` letters, 0 where only the Chinese script is the other.
 */
export interface FoundPlaces {
  readonly meant: PlaceChoice | null;
  readonly called: readonly PlaceChoice[];
  readonly nearly: readonly (PlaceChoice & { readonly steps: number })[];
  /** By the region that is written beside the name: whoever else is called so is not meant. */
  readonly isToldByRegion: boolean;
  /** A prefecture, province or district: no city of its name is meant by it. */
  readonly isOtherBody: boolean;
}

export interface WantedPlace {
  readonly name: string;
  /** As it is written, in any language; '' where it is not. */
  readonly countryWritten: string;
}

const choiceOf = ({ geonamesId, name, country, population }: MatchCandidate | GazetteerPlace): PlaceChoice => ({
  ...{ geonamesId, name, country, population },
});

const keyOf = ({ name, countryWritten }: WantedPlace): string => `${fold(name)} | ${fold(countryWritten)}`;

const called = ({ alternatives, kind }: MatchedEnd): readonly PlaceChoice[] =>
  kind === 'region' || kind === 'district' ? [] : alternatives.toSorted((x, y) => y.population - x.population).map(choiceOf);

/**
 * Looks for all names at once, in the country that is written beside each; takes a second or two, so call it outside a transaction. What the
 * naming policy keeps out is not found. Refuses more names than can be matched.
 */
export async function findPlaces(transact: Transact, wanted: readonly WantedPlace[]): Promise<Result<readonly FoundPlaces[]>> {
  const naming = await transact(async (work) => ok(await namingOf(work, 'import')));
  if (!naming.ok) return naming;
  const once = new Map(wanted.map((place) => [keyOf(place), place]));
  const ends = [...once].map(([key, { name, countryWritten }]) => ({
    ...{ key, name, countryWritten: countryWritten === '' ? null : countryWritten, latitude: null, longitude: null },
  }));
  const matched = await askMatches({ ends: ends.slice(0, MOST_ENDS) });
  if (!matched.ok) return matched;
  const unknown = matched.value.ends.filter(({ geonamesId, alternatives }) => geonamesId === null && alternatives.length === 0);
  const sought = unknown.flatMap(({ key, kind }) => (kind === 'region' || kind === 'district' ? [] : (once.get(key) ?? [])));
  const near = await askNearlyCalled(sought);
  if (!near.ok) return near;
  const nearly = new Map(sought.map((place, at) => [keyOf(place), near.value[at] ?? []]));
  const mayShow = (place: { readonly geonamesId: number; readonly country: string }): boolean => naming.value.mayShow(place);
  const found = new Map(
    matched.value.ends.map((end): readonly [string, FoundPlaces] => {
      const place = end.geonamesId === null ? undefined : matched.value.places.get(end.geonamesId);
      return [
        end.key,
        {
          meant: place === undefined || !mayShow(place) ? null : choiceOf(place),
          called: called(end).filter(mayShow),
          nearly: (nearly.get(end.key) ?? []).filter((one) => mayShow(one.place)).map(nearChoice),
          isToldByRegion: end.geonamesId !== null && end.reasons.some(({ code }) => code === 'region_same'),
          isOtherBody: end.kind === 'region' || end.kind === 'district',
        },
      ];
    }),
  );
  const none: FoundPlaces = { meant: null, called: [], nearly: [], isToldByRegion: false, isOtherBody: false };
  return ok(wanted.map((place) => found.get(keyOf(place)) ?? none));
}

const nearChoice = ({ place, steps }: NearPlace) => ({ ...choiceOf(place), steps });

/** Places with what tells them from others of their name. Outside a transaction, too. */
export const tellPlaces = (numbers: readonly number[]): Promise<Result<readonly PlaceToAdd[]>> => placesTold(numbers);

/** Places by their numbers in GeoNames; unknown ones are left out. Outside a transaction, too. */
export const placesToAdd = (numbers: readonly number[]): Promise<Result<readonly PlaceToAdd[]>> => placesByNumber(numbers);
