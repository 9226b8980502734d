// How records become what callers read.
import { holds } from '#kernel/actor.ts';
import { nameOffices, nameOf } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { City } from '../contract.ts';
import type { CityRecord } from '../domain/city.ts';
import { farPositions } from '../store/reference-cities.ts';
import { namingOf } from './naming.ts';

/** Cities as this actor reads them, under the names the policy gives them; the stewards are named by one query. */
export async function showCities(work: Work, records: readonly CityRecord[]): Promise<City[]> {
  const stewards = records.map(({ steward }) => steward);
  const [naming, offices, far] = await Promise.all([
    namingOf(work),
    nameOffices(work, stewards),
    farPositions(
      work.tx,
      records.map(({ id }) => id),
    ),
  ]);
  return records.map((record) => ({
    id: record.id,
    version: record.version,
    slug: record.slug,
    name: { ...naming.labelOf(record) },
    names: record.names.map((name) => ({ ...name })),
    kind: record.kind,
    country: record.country,
    countryName: { ...naming.countryLabelOf(record.country) },
    latitude: record.latitude,
    longitude: record.longitude,
    farInSets: far.get(record.id) ?? null,
    geonamesId: record.geonamesId,
    steward: { id: record.steward, name: nameOf(offices, record.steward) ?? {} },
    officeId: record.officeId,
    isPublic: record.isPublic,
    mayEdit: holds(work.actor, record.steward, 'editor'),
    updatedAt: record.updatedAt.toISOString(),
  }));
}

export async function showCity(work: Work, record: CityRecord): Promise<City> {
  const [shown] = await showCities(work, [record]);
  if (shown === undefined) throw new Error('a city vanished');
  return shown;
}
