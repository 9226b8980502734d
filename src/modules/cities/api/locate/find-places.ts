// Places of the gazetteer that may be meant by names in a list, and those that are to enter the register with it.
import { ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { LocateCandidate, LocatedEnd } from '../../domain/locate/end.ts';
import { fold } from '#kernel/fold.ts';
import { writing, type Language } from '#kernel/language.ts';
import type { GazetteerPlace } from '../../formats/gazetteer-line.ts';
import { askLocated, askNearlyCalled, MOST_ENDS, placesByNumber, placesTold } from '../../formats/gazetteer.ts';
import { kindOfWords } from '../../domain/locate/kind-words.ts';
import { WRITTEN_IN_HAN } from '../../domain/locate/entry.ts';
import { gazetteerNames, hanNameOf } from '../../formats/han-name.ts';
import { namingOf } from '../naming.ts';

/** A place of the gazetteer, as it can enter the register. */
export type PlaceToAdd = GazetteerPlace;

/** A place that a name may mean; called as its reader calls it where it is beyond doubt, else by its first name, like its namesakes. */
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
  /** A prefecture or province, or a district: no city of its name is meant by it. */
  readonly otherBody: 'region' | 'district' | null;
}

export interface WantedPlace {
  readonly name: string;
  /** As it is written, in any language; '' where it is not. */
  readonly countryWritten: string;
}

const choiceOf = ({ geonamesId, name, country, population }: LocateCandidate | GazetteerPlace): PlaceChoice => ({
  ...{ geonamesId, name, country, population },
});

const namedIn =
  (language: Language) =>
  (place: GazetteerPlace): PlaceChoice => ({
    ...choiceOf(place),
    name: gazetteerNames(place).find((name) => name.language === language)?.text ?? place.name,
  });

const keyOf = ({ name, countryWritten }: WantedPlace): string => `${fold(name)} | ${fold(countryWritten)}`;

/** Of a body that its own words name no city is meant; of a name that is a region's, too, one that is called so may be. */
const called = ({ alternatives, kind, name }: LocatedEnd & Pick<WantedPlace, 'name'>): readonly PlaceChoice[] =>
  (kind === 'region' && kindOfWords(name).kind !== 'place') || kind === 'district'
    ? []
    : alternatives.toSorted((x, y) => y.population - x.population).map(choiceOf);

/**
 * Looks for all names at once, in the country that is written beside each; takes a second or two, so call it outside a transaction. What the
 * naming policy keeps out is not found. Refuses more names than can be matched.
 */
export async function findPlaces(transact: Transact, wanted: readonly WantedPlace[]): Promise<Result<readonly FoundPlaces[]>> {
  const asking = await transact(async (work) => ok({ naming: await namingOf(work, 'import'), language: work.actor.language }));
  if (!asking.ok) return asking;
  const { naming, language } = asking.value;
  const named = namedIn(language);
  const once = new Map(wanted.map((place) => [keyOf(place), place]));
  const ends = [...once].map(([key, { name, countryWritten }]) => ({
    ...{ key, name, countryWritten: countryWritten === '' ? null : countryWritten, latitude: null, longitude: null },
  }));
  const matched = await askLocated({ ends: ends.slice(0, MOST_ENDS) });
  if (!matched.ok) return matched;
  const unknown = matched.value.ends.filter(({ geonamesId, alternatives }) => geonamesId === null && alternatives.length === 0);
  const sought = unknown.flatMap(({ key, kind }) => (kind === 'region' || kind === 'district' ? [] : (once.get(key) ?? [])));
  const near = await askNearlyCalled(sought);
  if (!near.ok) return near;
  const nearly = new Map(sought.map((place, at) => [keyOf(place), near.value[at] ?? []]));
  const mayShow = (place: { readonly geonamesId: number; readonly country: string }): boolean => naming.mayShow(place);
  const found = new Map(
    matched.value.ends.map((end): readonly [string, FoundPlaces] => {
      const place = end.geonamesId === null ? undefined : matched.value.places.get(end.geonamesId);
      return [
        end.key,
        {
          meant: place === undefined || !mayShow(place) ? null : named(place),
          called: called({ ...end, name: once.get(end.key)?.name ?? '' }).filter(mayShow),
          nearly: (nearly.get(end.key) ?? [])
            .filter((one) => mayShow(one.place))
            .map(({ place: near, steps }) => ({ ...named(near), steps })),
          isToldByRegion: end.geonamesId !== null && end.reasons.some(({ code }) => code === 'region_same'),
          otherBody: end.kind === 'region' || end.kind === 'district' ? end.kind : null,
        },
      ];
    }),
  );
  const none: FoundPlaces = { meant: null, called: [], nearly: [], isToldByRegion: false, otherBody: null };
  return ok(wanted.map((place) => found.get(keyOf(place)) ?? none));
}

/** A place as its reader calls it: in Chinese by the one name that the gazetteer knows, of it or, abroad, of another of its first name. */
function calledBy(language: Language, places: readonly PlaceToAdd[]): (place: PlaceToAdd) => string {
  if (!writing[language].readsHan) return ({ name }) => name;
  const known = new Map<string, Set<string>>();
  const isAbroad = ({ country }: PlaceToAdd): boolean => !WRITTEN_IN_HAN.has(country);
  for (const place of places) {
    const han = hanNameOf(place.alsoCalled);
    if (han !== null && isAbroad(place)) known.set(fold(place.name), (known.get(fold(place.name)) ?? new Set<string>()).add(han));
  }
  return (place) => {
    const [shared, another] = isAbroad(place) ? (known.get(fold(place.name)) ?? []) : [];
    return hanNameOf(place.alsoCalled) ?? (another === undefined ? shared : undefined) ?? place.name;
  };
}

/** Places with what tells them from others of their name, called as the reader calls them. Outside a transaction, too. */
export async function tellPlaces(numbers: readonly number[], language: Language): Promise<Result<readonly PlaceToAdd[]>> {
  const told = await placesTold(numbers);
  if (!told.ok) return told;
  const called = calledBy(language, told.value);
  return ok(
    told.value.map((place) => {
      const { near } = place;
      const name = (writing[language].readsHan ? near?.han : undefined) ?? near?.name;
      return {
        ...place,
        name: called(place),
        ...(near === undefined || name === undefined ? {} : { near: { name, kilometres: near.kilometres } }),
      };
    }),
  );
}

/** Places by their numbers in GeoNames; unknown ones are left out. Outside a transaction, too. */
export const placesToAdd = (numbers: readonly number[]): Promise<Result<readonly PlaceToAdd[]>> => placesByNumber(numbers);
