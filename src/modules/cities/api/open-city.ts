// Finding a city for reading or for changing; what the policy hides does not exist for readers, only for its steward.
import { holds } from '#kernel/actor.ts';
import { isId, type OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { remember, rememberById, type Work } from '#platform/work.ts';
import type { Asked, City } from '../contract.ts';
import type { CityId, CityRecord } from '../domain/city.ts';
import type { CityScope } from '../domain/scope.ts';
import { mayChange } from '../policy.ts';
import { findCitiesBySlugs, findCityOfOffice, loadCities } from '../store/cities.ts';
import { findByItems } from '../store/identity.ts';
import { standingCities } from '../store/merges.ts';
import type { NamedPlace } from './name-places.ts';
import { namingOf } from './naming.ts';
import { showCity } from './show-city.ts';

/** A city as other modules name it; `name` and `countryName` have passed the naming policy. */
export interface NamedCity extends NamedPlace {
  readonly countryName: MultilingualText;
  readonly steward: OfficeId;
}

async function nameCities(work: Work, found: Promise<readonly CityRecord[]>): Promise<ReadonlyMap<CityId, NamedCity>> {
  const [naming, records] = await Promise.all([namingOf(work), found]);
  const named = records
    .filter((record) => naming.mayShow(record))
    .map(({ id, slug, country, latitude, longitude, geonamesId, steward, officeId, names }) => ({
      id,
      slug,
      name: naming.labelOf({ id, geonamesId, country, names }),
      country,
      countryName: naming.countryLabelOf(country),
      latitude,
      longitude,
      geonamesId,
      steward,
      officeId,
    }));
  return new Map(named.map((city) => [city.id, city]));
}

/** Cities by id; unknown ones and those that may not be shown are left out, so a caller leaves out what hangs on them. */
export const citiesByIds = rememberById<string, NamedCity>((work, ids) => nameCities(work, loadCities(work.tx, ids.filter(isId<'City'>))));

/** Cities by their numbers in Wikidata, where the register has one city alone under a number. */
export async function citiesByItems(work: Work, items: readonly string[]): Promise<ReadonlyMap<string, NamedCity>> {
  const ids = items.length === 0 ? new Map<string, readonly CityId[]>() : await findByItems(work.tx, [...new Set(items)]);
  const cities = await citiesByIds(work, [...ids.values()].flat());
  return new Map(
    [...ids].flatMap(([item, found]) => {
      const [only, ...more] = found.flatMap((id) => cities.get(id) ?? []);
      return only === undefined || more.length > 0 ? [] : [[item, only] as const];
    }),
  );
}

/** The city whose own office this is; null for offices that are no city's. */
export const cityOfOffice = (work: Work, office: OfficeId): Promise<CityId | null> => findCityOfOffice(work.tx, office);

/** Both cities of a tie are asked for at once. */
const recordsBySlug = rememberById<string, CityRecord>(({ tx }, slugs) => findCitiesBySlugs(tx, slugs));

async function findRecord(work: Work, city: string): Promise<CityRecord | null> {
  if (!isId<'City'>(city)) return (await recordsBySlug(work, [city])).get(city) ?? null;
  const [record] = await loadCities(work.tx, [city]);
  if (record !== undefined) return record;
  const standing = (await standingCities(work.tx, [city])).get(city);
  return standing === undefined ? null : ((await loadCities(work.tx, [standing]))[0] ?? null);
}

/** One city by id, address or earlier address. Refuses `cities.not_found`. */
export async function openCity(work: Work, city: string): Promise<Result<NamedCity>> {
  const found = findRecord(work, city).then((record) => (record === null ? [] : [record]));
  const cities = await nameCities(work, found);
  remember(work, citiesByIds, cities);
  const [named] = cities.values();
  return named === undefined ? notFound('cities.not_found') : ok(named);
}

/** The city with the proof that the actor may change it. Refuses `cities.not_found`, `kernel.forbidden`. */
export async function openForChange(
  work: Work,
  cityId: string,
): Promise<Result<{ readonly record: CityRecord; readonly scope: CityScope }>> {
  const record = await findRecord(work, cityId);
  if (record === null) return notFound('cities.not_found');
  const scope = mayChange(work.actor, record);
  return scope.ok ? ok({ record, scope: scope.value }) : scope;
}

/** The city as the actor reads it; its steward sees it even where the policy hides it. */
export async function getCity(work: Work, { city }: Asked<'getCity'>): Promise<Result<City>> {
  const [record, naming] = await Promise.all([findRecord(work, city), namingOf(work)]);
  if (record === null) return notFound('cities.not_found');
  const isShown = naming.mayShow(record) || holds(work.actor, record.steward, 'viewer');
  return isShown ? ok(await showCity(work, record)) : notFound('cities.not_found');
}
