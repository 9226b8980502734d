// The cities of a reference set enter the register by the thousand, as part of a use case of another module that writes the audit entry.
import { createHash } from 'node:crypto';
import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { CityId, CityKind, CityName } from '../domain/city.ts';
import { slugChoice, slugOf } from '../domain/slug.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { gazetteerNames } from '../formats/han-name.ts';
import { mayRecord } from '../policy.ts';
import {
  citiesOfItems,
  citiesOfPlaces,
  clearItems,
  insertCities,
  knownAmong,
  numbersOfCities,
  replaceSetMentions,
  setItems,
  slugsAmong,
  updateSetMentions,
  type BulkCity,
  type CityOfItem,
  type FarCity,
} from '../store/reference-cities.ts';
import { cityIdOfPlace, shapedId } from './locate/place-id.ts';

/** A place that the gazetteer does not know, as a list writes it. Degrees. */
export interface PlaceAsWritten {
  readonly name: string;
  /** BCP-47. */
  readonly language: string;
  /** Names in other languages, by tag. */
  readonly names: Readonly<Record<string, string>>;
  readonly otherNames: readonly string[];
  /** `ZZ`, CLDR's unknown region, where the list says none. */
  readonly country: string;
  readonly kind: CityKind;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The number in Wikidata: it tells apart what is called alike. */
  readonly wikidataId: string | null;
  /** Where it is shown, if not where it is written; plans of earlier versions say nothing of it. */
  readonly shownAt?: { readonly latitude: number; readonly longitude: number } | undefined;
}

const rounded = (degrees: number | null): string => (degrees === null ? '' : degrees.toFixed(1));

/** The id of a place that the gazetteer does not know: the same wherever it is written alike, so that sets agree on it. */
export function cityIdAsWritten({ name, country, latitude, longitude, wikidataId }: PlaceAsWritten): CityId {
  const told = wikidataId === null ? `${fold(name)} ${country} ${rounded(latitude)} ${rounded(longitude)}` : `wikidata ${wikidataId}`;
  return shapedId(createHash('sha256').update(`written ${told}`).digest('hex'));
}

const LONGEST_NAME = 120;
const cut = (text: string): string => [...text].slice(0, LONGEST_NAME).join('').trim();

function namesAsWritten({ name, language, names }: PlaceAsWritten): readonly CityName[] {
  const told = { ...names, [language]: names[language] ?? name };
  return Object.entries(told).map(([tag, text]) => ({ language: tag, text: cut(text), kind: 'official', origin: 'import' }));
}

type WithoutSlug = Omit<BulkCity, 'slug'>;

const ofPlace = (place: GazetteerPlace): WithoutSlug => ({
  id: cityIdOfPlace(place.geonamesId),
  geonamesId: place.geonamesId,
  kind: 'municipality',
  country: place.country,
  latitude: place.latitude,
  longitude: place.longitude,
  alsoCalled: place.alsoCalled,
  names: gazetteerNames(place),
});

const asWritten = (place: PlaceAsWritten): WithoutSlug => ({
  id: cityIdAsWritten(place),
  geonamesId: null,
  kind: place.kind,
  country: place.country,
  latitude: place.shownAt?.latitude ?? place.latitude,
  longitude: place.shownAt?.longitude ?? place.longitude,
  alsoCalled: place.otherNames.map(cut),
  names: namesAsWritten(place),
});

/** Gives each city the first address that is free; the gazetteer's numbers and then the ids decide who comes first. */
async function addressed(work: Work, cities: readonly WithoutSlug[]): Promise<readonly BulkCity[]> {
  const wanted = cities
    .map((city) => ({ city, slug: slugOf(city.names, city.country) }))
    .toSorted((x, y) => (x.city.geonamesId ?? Infinity) - (y.city.geonamesId ?? Infinity) || (x.city.id < y.city.id ? -1 : 1));
  const taken = new Set(await slugsAmong(work.tx, [...new Set(wanted.map(({ slug }) => slug))]));
  const next = new Map<string, number>();
  return wanted.map(({ city, slug }) => {
    let n = next.get(slug) ?? 1;
    while (taken.has(slugChoice(slug, n))) n += 1;
    taken.add(slugChoice(slug, n));
    next.set(slug, n + 1);
    return { ...city, slug: slugChoice(slug, n) };
  });
}

/** Cities by their number in GeoNames; those as written have the id of `cityIdAsWritten`. */
export type RecordedCities = ReadonlyMap<number, CityId>;

/**
 * Records what is not on record: places of the gazetteer under its names, others as they are written. Nobody sees a new one until the set
 * names it. The caller has asked the naming policy. Refuses `kernel.forbidden` to offices of other kinds than city and register.
 */
export async function recordReferenceCities(
  work: Work,
  {
    office,
    places,
    written,
  }: { readonly office: OfficeId; readonly places: readonly GazetteerPlace[]; readonly written: readonly PlaceAsWritten[] },
): Promise<Result<RecordedCities>> {
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const known = new Map(
    await citiesOfPlaces(
      work.tx,
      places.map(({ geonamesId }) => geonamesId),
    ),
  );
  const unseen = new Map(written.map((place) => [cityIdAsWritten(place), place]));
  const standing = await knownAmong(work.tx, [...unseen.keys()]);
  const fresh = [
    ...places.filter(({ geonamesId }) => !known.has(geonamesId)).map(ofPlace),
    ...[...unseen].filter(([id]) => !standing.has(id)).map(([, place]) => asWritten(place)),
  ];
  await insertCities(work.tx, scope.value, await addressed(work, fresh), work.now);
  for (const { geonamesId } of places) if (!known.has(geonamesId)) known.set(geonamesId, cityIdOfPlace(geonamesId));
  return ok(known);
}

/** The cities on record of places of the gazetteer, hidden ones among them; others have the id of `cityIdOfPlace`. */
export async function idsOfPlaces(work: Work, numbers: readonly number[]): Promise<RecordedCities> {
  const known = await citiesOfPlaces(work.tx, numbers);
  return new Map(numbers.map((number) => [number, known.get(number) ?? cityIdOfPlace(number)]));
}

interface SetNamed {
  readonly office: OfficeId;
  readonly setId: string;
  readonly visibility: 'private' | 'public';
}

/** Says that a set names these cities and no others, and which of them it puts far from the place of their name. Refuses `kernel.forbidden`. */
export async function nameSetCities(
  work: Work,
  { cities, far, ...set }: SetNamed & { readonly cities: readonly CityId[]; readonly far: readonly FarCity[] },
): Promise<Result<null>> {
  const scope = mayRecord(work.actor, set.office, await kindOfOffice(work, set.office));
  if (!scope.ok) return scope;
  await replaceSetMentions(work.tx, { ...set, office: scope.value.office }, cities, far);
  return ok(null);
}

/** Opens a set's cities to everybody or closes them again; answers them, so that their terms are written anew. Refuses `kernel.forbidden`. */
export async function openSetCities(work: Work, set: SetNamed): Promise<Result<readonly CityId[]>> {
  const scope = mayRecord(work.actor, set.office, await kindOfOffice(work, set.office));
  return scope.ok ? ok(await updateSetMentions(work.tx, { ...set, office: scope.value.office })) : scope;
}

/** The numbers in GeoNames of cities that have one, as far as the actor may see them. */
export const geonamesOfCities = (work: Work, cities: readonly CityId[]): Promise<ReadonlyMap<CityId, number>> =>
  numbersOfCities(work.tx, cities);

/** Cities by their numbers in Wikidata, as far as the actor may see them; those that several have are told apart from those that one has. */
export async function citiesByNumber(
  work: Work,
  items: readonly string[],
): Promise<{ readonly cities: ReadonlyMap<string, CityOfItem>; readonly held: ReadonlySet<string> }> {
  const found = await citiesOfItems(work.tx, items);
  const cities = [...found].flatMap(([item, [only, ...more]]) => (only === undefined || more.length > 0 ? [] : [[item, only] as const]));
  return { cities: new Map(cities), held: new Set(found.keys()) };
}

interface ItemsOfSet {
  readonly office: OfficeId;
  readonly items: readonly (readonly [CityId, string])[];
}

/** What a set states of the numbers of cities is kept where the set's office keeps their entries. Refuses `kernel.forbidden`. */
export async function keepItems(work: Work, { office, items }: ItemsOfSet): Promise<Result<null>> {
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  if (items.length > 0) await setItems(work.tx, scope.value, items, work.now);
  return ok(null);
}

/** Takes them back. Refuses `kernel.forbidden`. */
export async function forgetItems(work: Work, { office, items }: ItemsOfSet): Promise<Result<null>> {
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  if (items.length > 0) await clearItems(work.tx, scope.value, items, work.now);
  return ok(null);
}
