// A city enters the register, from the gazetteer or by hand.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked, City } from '../contract.ts';
import { nameProblems, type CityId, type CityName } from '../domain/city.ts';
import { slugChoice, slugOf } from '../domain/slug.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { placesByNumber } from '../formats/gazetteer.ts';
import { mayRecord } from '../policy.ts';
import { findCityByGeonames, insertCity, loadCities, slugsLike } from '../store/cities.ts';
import { racing } from '../store/faults.ts';
import { indexCities } from './index-city.ts';
import { namingOf } from './naming.ts';
import { showCity } from './show-city.ts';

type NewCityInput = Omit<Asked<'addCity'>, 'names' | 'kind'> & Partial<Pick<Asked<'addCity'>, 'names' | 'kind'>>;

/** What the gazetteer says of the place that is meant, null where none is; before the transaction, as it takes half a second. */
export async function placeToAdd(
  _transact: Transact,
  { geonamesId }: Pick<NewCityInput, 'geonamesId'>,
): Promise<Result<GazetteerPlace | null>> {
  if (geonamesId === undefined) return ok(null);
  const places = await placesByNumber([geonamesId]);
  if (!places.ok) return places;
  const [place] = places.value;
  return place === undefined ? refuseInput([{ path: ['geonamesId'], code: 'cities.geonames_unknown' }]) : ok(place);
}

function problemsOf(input: NewCityInput, names: readonly CityName[], country: string | undefined): readonly Problem[] {
  const problems: Problem[] = names.length === 0 ? [] : [...nameProblems(names)];
  if (country === undefined || names.length === 0) problems.push({ path: ['geonamesId'], code: 'cities.place_or_names' });
  if ((input.latitude === undefined) !== (input.longitude === undefined))
    problems.push({ path: ['latitude'], code: 'cities.coordinates_half' });
  return problems;
}

async function freeSlug(work: Work, slug: string): Promise<string> {
  const taken = await slugsLike(work.tx, slug);
  let n = 1;
  while (taken.has(slugChoice(slug, n))) n++;
  return slugChoice(slug, n);
}

/**
 * Records a city for the register; what the input leaves out comes from the gazetteer's `place`. The register office stewards it.
 * Refuses `cities.already_on_record` (params: slug), `cities.may_not_be_shown`, and all problems of the input at once.
 */
export async function addCity(work: Work, input: NewCityInput, place: GazetteerPlace | null): Promise<Result<City>> {
  const office = input.office as OfficeId;
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const given = input.names ?? [];
  const names: readonly CityName[] =
    place === null || given.some(({ language, kind }) => language === 'en' && kind === 'official')
      ? given
      : [{ language: 'en', text: place.name, kind: 'official', origin: 'import' }, ...given];
  const country = input.country ?? place?.country;
  const problems = problemsOf(input, names, country);
  if (problems.length > 0 || country === undefined) return refuseInput(problems);
  const geonamesId = place?.geonamesId ?? null;
  if (!(await namingOf(work, 'import')).mayShow({ geonamesId, country }))
    return refuse({ kind: 'conflict', code: 'cities.may_not_be_shown' });
  const known = geonamesId === null ? null : await findCityByGeonames(work.tx, geonamesId);
  if (known !== null) return refuse({ kind: 'conflict', code: 'cities.already_on_record', params: { slug: known.slug } });
  const id = work.newId<'City'>();
  const slug = await freeSlug(work, slugOf(names, country));
  const inserted = await racing(() =>
    insertCity(work.tx, scope.value, {
      id,
      geonamesId,
      names,
      country,
      kind: input.kind ?? 'municipality',
      latitude: input.latitude ?? place?.latitude ?? null,
      longitude: input.longitude ?? place?.longitude ?? null,
      slug,
      alsoCalled: place?.alsoCalled ?? [],
      now: work.now,
    }),
  );
  if (!inserted.ok) return inserted;
  const record = await recordedCity(work, id);
  if (!record.ok) return record;
  await indexCities(work, [record.value]);
  await audit(work, { useCase: 'add-city', office, subjects: [id], fields: ['names', 'country', 'kind'] });
  return ok(await showCity(work, record.value));
}

async function recordedCity(work: Work, id: CityId) {
  const [record] = await loadCities(work.tx, [id]);
  return record === undefined ? notFound('cities.not_found') : ok(record);
}
