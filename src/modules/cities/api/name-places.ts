// Naming cities in great numbers, for nets, maps and open lists; what the naming policy hides is left out.
import { isId, type OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { CityId } from '../domain/city.ts';
import { loadRules } from '../store/naming-policy.ts';
import { loadPlaceColumns, loadPlaces, loadPlacesAfter, loadPlacesAt, type PlaceColumns, type PlaceRecord } from '../store/places.ts';
import { hiddenBy } from './hidden-cities.ts';
import { namingBy, namingOf, type Naming } from './naming.ts';

/** A city as nets and lists name it; `name` has passed the naming policy. Degrees; null where not known. */
export interface NamedPlace {
  readonly id: CityId;
  readonly slug: string;
  readonly name: MultilingualText;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geonamesId: number | null;
  /** The city's own office, null as long as it has none here. */
  readonly officeId: OfficeId | null;
}

const namedBy = (naming: Naming, records: readonly PlaceRecord[]): readonly NamedPlace[] =>
  records
    .filter((record) => naming.mayShow(record))
    .map(({ id, slug, country, latitude, longitude, geonamesId, officeId, names }) => ({
      ...{ id, slug, country, latitude, longitude, geonamesId, officeId },
      name: naming.labelOf({ id, geonamesId, country, names }),
    }));

/** Cities by id; unknown ones and those that may not be shown are left out. One query, whatever their number, and one for the rules. */
export async function placesByIds(work: Work, ids: readonly CityId[], known?: Naming): Promise<ReadonlyMap<CityId, NamedPlace>> {
  if (ids.length === 0) return new Map();
  const naming = known ?? (await namingOf(work));
  return new Map(namedBy(naming, await loadPlaces(work.tx, [...new Set(ids)])).map((place) => [place.id, place]));
}

/**
 * Cities that the actor may see and the policy lets out in the context, in the order of their addresses, after one of them; `last` is where
 * to go on, null at the end.
 */
export async function pagePlaces(
  work: Work,
  { after, limit, context }: { readonly after: string; readonly limit: number; readonly context: 'page' | 'export' },
): Promise<{ readonly places: readonly NamedPlace[]; readonly last: string | null }> {
  const records = await loadPlacesAfter(work.tx, { after, limit });
  return { places: namedBy(await namingOf(work, context), records), last: records.length < limit ? null : (records.at(-1)?.slug ?? null) };
}

export interface OpenPlaces {
  /** In the order asked for. */
  readonly places: readonly NamedPlace[];
  /** Every city on record that the policy hides. */
  readonly hidden: ReadonlySet<CityId>;
  readonly naming: Naming;
}

/**
 * Cities by id, address or earlier address, with all that whoever goes on from them needs of the naming policy. Refuses
 * `cities.not_found` where one of them is unknown or may not be shown.
 */
export async function openPlaces(work: Work, cities: readonly string[]): Promise<Result<OpenPlaces>> {
  const rules = await loadRules(work.tx);
  const naming = namingBy(rules, 'page');
  const slugs = cities.filter((city) => !isId(city));
  const ids = cities.flatMap((city) => (isId<'City'>(city) ? [city] : []));
  const asked = new Map<string, NamedPlace>();
  for (const record of slugs.length === 0 ? [] : await loadPlacesAt(work.tx, slugs))
    for (const place of namedBy(naming, [record])) asked.set(record.asked, place);
  for (const place of namedBy(naming, await loadPlaces(work.tx, ids))) asked.set(place.id, place);
  const places = cities.flatMap((city) => asked.get(city) ?? []);
  if (places.length < cities.length) return notFound('cities.not_found');
  return ok({ places, hidden: await hiddenBy(work, rules, 'page'), naming });
}

/**
 * Every city that the actor may see and the policy shows, as columns: `shown` says of each row whether it may be, `name` is the policy's
 * label where it has one in the language.
 */
export async function placeColumns(work: Work, language: string): Promise<PlaceColumns & { readonly shown: readonly boolean[] }> {
  const naming = await namingOf(work);
  const columns = await loadPlaceColumns(work.tx, language);
  const placeAt = (at: number) => ({
    ...{ id: columns.id[at] ?? '', geonamesId: columns.geonamesId[at] ?? null, country: columns.country[at] ?? '' },
  });
  return {
    ...columns,
    shown: columns.id.map((_, at) => naming.mayShow(placeAt(at))),
    name: columns.name.map((name, at) => naming.labelOf({ ...placeAt(at), names: [] })[language]?.text ?? name),
  };
}
