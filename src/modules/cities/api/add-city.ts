// A city enters the register, from the gazetteer or by hand.
import { askFirst, notFound, ok, refuse, refuseInput, type Problem, type Question, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked, City } from '../contract.ts';
import { nameProblems, type CityId, type CityName } from '../domain/city.ts';
import { gazetteerNames } from '../formats/han-name.ts';
import type { RecordScope } from '../domain/scope.ts';
import { slugChoice, slugOf } from '../domain/slug.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { placesByNumber } from '../formats/gazetteer.ts';
import { mayRecord } from '../policy.ts';
import {
  findCityByGeonames,
  findHiddenCity,
  giveToRegister,
  insertCity,
  loadCities,
  replaceNameRows,
  slugsLike,
  takeHiddenCity,
} from '../store/cities.ts';
import { racing } from '../store/faults.ts';
import { enterMention } from '../store/mentions.ts';
import { findCities } from './find-city.ts';
import { indexCities } from './index-city.ts';
import { namingOf } from './naming.ts';
import { cityIdOfPlace } from './locate/place-id.ts';
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

interface Wanted {
  readonly input: NewCityInput;
  readonly place: GazetteerPlace | null;
  readonly scope: RecordScope;
  readonly visibility: 'private' | 'public';
  readonly names: readonly CityName[];
  readonly country: string;
}

/** A city that others must not see is called as the gazetteer calls it, so that no office reads another's words. */
function problemsOf(
  { input, place, visibility, names }: Omit<Wanted, 'country' | 'scope'>,
  country: string | undefined,
): readonly Problem[] {
  const problems: Problem[] = names.length === 0 ? [] : [...nameProblems(names)];
  if (country === undefined || names.length === 0) problems.push({ path: ['geonamesId'], code: 'cities.place_or_names' });
  if (visibility === 'private' && place !== null && (input.names ?? []).length > 0)
    problems.push({ path: ['names'], code: 'cities.names_once_public' });
  if ((input.latitude === undefined) !== (input.longitude === undefined))
    problems.push({ path: [input.latitude === undefined ? 'latitude' : 'longitude'], code: 'cities.coordinates_half' });
  return problems;
}

async function freeSlug(work: Work, slug: string): Promise<string> {
  const taken = await slugsLike(work.tx, slug);
  let n = 1;
  while (taken.has(slugChoice(slug, n))) n++;
  return slugChoice(slug, n);
}

/** A place that an office has entered for itself is the same city: entered for everybody, it is called as it is said now. */
async function reachHidden(work: Work, { place, scope, visibility, names }: Wanted): Promise<CityId | null> {
  if (place === null) return null;
  if (visibility === 'private') {
    const cityId = await findHiddenCity(work.tx, place.geonamesId);
    if (cityId !== null) await enterMention(work.tx, scope, { cityId, visibility });
    return cityId;
  }
  const cityId = await takeHiddenCity(work.tx, scope, place.geonamesId);
  if (cityId === null) return null;
  await enterMention(work.tx, scope, { cityId, visibility });
  await replaceNameRows(work.tx, { office: scope.office, cityId }, names);
  await giveToRegister(work.tx, cityId);
  return cityId;
}

async function insertNew(work: Work, wanted: Wanted): Promise<CityId> {
  const { input, place, scope, visibility, names, country } = wanted;
  const id = place === null ? work.newId<'City'>() : cityIdOfPlace(place.geonamesId);
  await insertCity(work.tx, scope, {
    id,
    geonamesId: place?.geonamesId ?? null,
    names,
    country,
    kind: input.kind ?? 'municipality',
    latitude: input.latitude ?? place?.latitude ?? null,
    longitude: input.longitude ?? place?.longitude ?? null,
    slug: await freeSlug(work, slugOf(names, country)),
    alsoCalled: place?.alsoCalled ?? [],
    now: work.now,
  });
  await enterMention(work.tx, scope, { cityId: id, visibility });
  return id;
}

/** Cities of the country that the actor sees and that are called so already; of two places of the gazetteer each is another city. */
async function mayBeSame(work: Work, { names, country, place }: Pick<Wanted, 'names' | 'country' | 'place'>): Promise<readonly Question[]> {
  const found = await findCities(work, [...new Set(names.map(({ text }) => text))]);
  const called = found.flatMap((one) => (one.found === 'one' ? [one.city] : one.found === 'several' ? one.cities : []));
  const like = [
    ...new Map(
      called
        .filter((city) => city.country === country && (place === null || city.geonamesId === null))
        .map(({ id, name }) => [id, { id, title: name }]),
    ).values(),
  ];
  return like.length === 0 ? [] : [{ code: 'cities.may_be_same', like }];
}

/**
 * Records a city for the register; what the input leaves out comes from the gazetteer's `place`. The register office stewards it, and
 * everybody sees it where it is entered as public; else the office alone, until something public names it.
 * Refuses `cities.already_on_record` (params: slug), `cities.may_not_be_shown`, and all problems of the input at once; asks where one of its
 * country is called so already.
 */
export async function addCity(work: Work, input: NewCityInput, place: GazetteerPlace | null): Promise<Result<City>> {
  const office = input.office;
  const kind = await kindOfOffice(work, office);
  const scope = mayRecord(work.actor, office, kind);
  if (!scope.ok) return scope;
  const given = input.names ?? [];
  const names: readonly CityName[] = place === null ? given : [...gazetteerNames(place, given), ...given];
  const country = input.country ?? place?.country;
  const visibility = input.visibility ?? (kind === 'register' ? 'public' : 'private');
  const problems = problemsOf({ input, place, visibility, names }, country);
  if (problems.length > 0 || country === undefined) return refuseInput(problems);
  const geonamesId = place?.geonamesId ?? null;
  if (!(await namingOf(work, 'import')).mayShow({ geonamesId, country }))
    return refuse({ kind: 'conflict', code: 'cities.may_not_be_shown' });
  const known = geonamesId === null ? null : await findCityByGeonames(work.tx, geonamesId);
  if (known !== null && (known.isPublic || visibility === 'private'))
    return refuse({ kind: 'conflict', code: 'cities.already_on_record', params: { slug: known.slug } });
  const asks = askFirst(await mayBeSame(work, { names, country, place }), input.confirmed);
  if (asks !== null) return asks;
  const wanted = { input, place, scope: scope.value, visibility, names, country };
  const entered = await racing(async () => (await reachHidden(work, wanted)) ?? (await insertNew(work, wanted)));
  if (!entered.ok) return entered;
  await indexCities(work, [entered.value]);
  const record = await recordedCity(work, entered.value);
  if (!record.ok) return record;
  await audit(work, { useCase: 'add-city', office, subjects: [record.value.id], fields: ['names', 'country', 'kind', 'visibility'] });
  return ok(await showCity(work, record.value));
}

async function recordedCity(work: Work, id: CityId) {
  const [record] = await loadCities(work.tx, [id]);
  return record === undefined ? notFound('cities.not_found') : ok(record);
}
