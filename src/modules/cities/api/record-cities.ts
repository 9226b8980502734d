// Several cities enter the register at once, as part of a use case of another module that writes the audit entry.
import { languageWritten } from '#kernel/writing/in-languages.ts';
import { isCountry } from '#kernel/codes.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { CityId } from '../domain/city.ts';
import { gazetteerNames } from '../formats/han-name.ts';
import { slugChoice, slugOf } from '../domain/slug.ts';
import type { GazetteerPlace } from '../formats/gazetteer-line.ts';
import { mayRecord } from '../policy.ts';
import { findCityByGeonames, findHiddenCity, insertCity, slugsLike } from '../store/cities.ts';
import { standingOf } from './merging.ts';
import { namingOf } from './naming.ts';
import { cityIdOfPlace } from './locate/place-id.ts';
import { cityIdAsWritten, recordReferenceCities, type PlaceAsWritten } from './record-reference-cities.ts';

/**
 * The cities of gazetteer places by their number in GeoNames: those on record, and the others recorded now under the gazetteer's name.
 * Nobody sees a new one until something names it: the caller's next step, with which it also writes their terms (`indexCities`).
 * Refuses `kernel.forbidden`, and `cities.may_not_be_shown` where the naming policy keeps one out.
 */
export async function recordCities(
  work: Work,
  { office, places }: { readonly office: OfficeId; readonly places: readonly GazetteerPlace[] },
): Promise<Result<ReadonlyMap<number, CityId>>> {
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const naming = await namingOf(work, 'import');
  const ids = new Map<number, CityId>();
  for (const place of places) {
    const { geonamesId, country } = place;
    if (!naming.mayShow({ geonamesId, country })) return refuse({ kind: 'conflict', code: 'cities.may_not_be_shown' });
    const known = ids.get(geonamesId) ?? (await findCityByGeonames(work.tx, geonamesId))?.id ?? (await findHiddenCity(work.tx, geonamesId));
    if (known !== null) {
      ids.set(geonamesId, known);
      continue;
    }
    const names = gazetteerNames(place);
    const slug = slugOf(names, country);
    const taken = await slugsLike(work.tx, slug);
    let n = 1;
    while (taken.has(slugChoice(slug, n))) n += 1;
    const id = cityIdOfPlace(geonamesId);
    const { latitude, longitude, alsoCalled } = place;
    const facts = { kind: 'municipality' as const, country, latitude, longitude, slug: slugChoice(slug, n) };
    await insertCity(work.tx, scope.value, { id, geonamesId, names, alsoCalled, ...facts, now: work.now });
    ids.set(geonamesId, id);
  }
  return ok(ids);
}

/** A region or district that no gazetteer holds, as a list writes it; `key` is the caller's. */
export interface BodyToRecord {
  readonly key: string;
  readonly name: string;
  readonly country: string;
  readonly kind: 'region' | 'district';
}

const asWritten = ({ name, country, kind }: Omit<BodyToRecord, 'key'>): PlaceAsWritten => ({
  ...{ name, country, kind, names: {}, otherNames: [], latitude: null, longitude: null, wikidataId: null },
  language: languageWritten(name),
});

/** The id under which it is recorded. */
export const idOfBody = (body: Omit<BodyToRecord, 'key'>): CityId => cityIdAsWritten(asWritten(body));

/**
 * The same for regions and districts, by key: one that is written so already is the same. Refuses `kernel.forbidden`, countries that are
 * none, and `cities.may_not_be_shown`.
 */
export async function recordBodies(
  work: Work,
  { office, bodies }: { readonly office: OfficeId; readonly bodies: readonly BodyToRecord[] },
): Promise<Result<ReadonlyMap<string, CityId>>> {
  if (bodies.length === 0) return ok(new Map());
  const naming = await namingOf(work, 'import');
  if (!bodies.every(({ country }) => isCountry(country))) return refuseInput([{ path: ['country'], code: 'cities.country_unknown' }]);
  if (!bodies.every(({ country }) => naming.mayShow({ geonamesId: null, country })))
    return refuse({ kind: 'conflict', code: 'cities.may_not_be_shown' });
  const recorded = await recordReferenceCities(work, { office, places: [], written: bodies.map(asWritten) });
  if (!recorded.ok) return recorded;
  const ids = bodies.map((body) => [body.key, idOfBody(body)] as const);
  const standing = await standingOf(
    work,
    ids.map(([, id]) => id),
  );
  return ok(new Map(ids.map(([key, id]) => [key, standing.get(id) ?? id])));
}
