// What a city is known by elsewhere, which bodies it hangs together with, and what else is called so.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { CityIdentity, CityRelation, OtherCity } from '../contract/identity.ts';
import type { CityId, CityRecord } from '../domain/city.ts';
import { mayRelate, type Relation, type RelationId } from '../domain/identity.ts';
import { kilometresBetween } from '../domain/locate/entry.ts';
import type { CityScope } from '../domain/scope.ts';
import { mayChange } from '../policy.ts';
import { loadCities } from '../store/cities.ts';
import {
  deleteRelation,
  findNamesakes,
  findRelation,
  insertRelation,
  loadRelations,
  loadWikidata,
  setWikidata,
} from '../store/identity.ts';
import { namingOf, type Naming } from './naming.ts';
import { openForChange } from './open-city.ts';

const MOST_NAMESAKES = 20;

function kilometres(one: CityRecord, other: CityRecord): number | null {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null) return null;
  const from = { latitude: one.latitude, longitude: one.longitude };
  return Math.round(kilometresBetween(from, { latitude: other.latitude, longitude: other.longitude }));
}

const otherCity = (naming: Naming, city: CityRecord, other: CityRecord): OtherCity => ({
  id: other.id,
  slug: other.slug,
  name: { ...naming.labelOf(other) },
  kind: other.kind,
  country: other.country,
  countryName: { ...naming.countryLabelOf(other.country) },
  kilometres: kilometres(city, other),
});

async function identityOf(work: Work, city: CityRecord): Promise<CityIdentity> {
  const naming = await namingOf(work);
  const relations = await loadRelations(work.tx, city.id);
  const otherOf = ({ cityId, otherId }: Relation): CityId => (cityId === city.id ? otherId : cityId);
  const namesakes = await findNamesakes(work.tx, city.id, MOST_NAMESAKES);
  const records = await loadCities(work.tx, [...new Set([...relations.map(otherOf), ...namesakes])]);
  const shown = new Map(records.filter((record) => naming.mayShow(record)).map((record) => [record.id, otherCity(naming, city, record)]));
  const { item, reason } = await loadWikidata(work.tx, city.id);
  return {
    id: city.id,
    version: city.version,
    slug: city.slug,
    geonamesId: city.geonamesId,
    wikidataId: item,
    wikidataReason: reason,
    relations: relations.flatMap((relation) => {
      const other = shown.get(otherOf(relation));
      if (other === undefined) return [];
      const { id, kind, cityId, office } = relation;
      const side = cityId === city.id ? ('this' as const) : ('other' as const);
      return [{ id, kind, side, city: other, reason: relation.reason, mayRemove: holds(work.actor, office, 'editor') }];
    }),
    namesakes: namesakes
      .flatMap((id) => shown.get(id) ?? [])
      .toSorted((a, b) => (a.kilometres ?? Infinity) - (b.kilometres ?? Infinity) || (a.slug < b.slug ? -1 : 1)),
  };
}

/** Refuses `cities.not_found`. */
export async function getCityIdentity(work: Work, { cityId }: Asked<'getCityIdentity'>): Promise<Result<CityIdentity>> {
  const [city] = await loadCities(work.tx, [cityId]);
  if (city === undefined) return notFound('cities.not_found');
  const isShown = (await namingOf(work)).mayShow(city) || holds(work.actor, city.steward, 'viewer');
  return isShown ? ok(await identityOf(work, city)) : notFound('cities.not_found');
}

/** Says which item of Wikidata the city is, with the reason. Refuses `cities.identity_reason_missing` and stale versions. */
export async function identifyCity(work: Work, { cityId, wikidataId, reason }: Asked<'identifyCity'>): Promise<Result<CityIdentity>> {
  const opened = await openForChange(work, cityId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  if (wikidataId !== null && reason === null) return refuseInput([{ path: ['reason'], code: 'cities.identity_reason_missing' }]);
  const change = { item: wikidataId, reason: wikidataId === null ? null : reason };
  if (!(await setWikidata(work.tx, scope, { ...change, expectedVersion: work.expectedVersion, now: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'identify-city', office: scope.office, subjects: [record.id], fields: ['wikidataId', 'reason'] });
  const [city] = await loadCities(work.tx, [record.id]);
  return city === undefined ? notFound('cities.not_found') : ok(await identityOf(work, city));
}

/** Whoever keeps one of the two may say how they hang together. */
function scopeOf(work: Work, one: CityRecord, other: CityRecord): Result<CityScope> {
  const first = mayChange(work.actor, one);
  return first.ok ? first : mayChange(work.actor, other);
}

/** Refuses `cities.not_found`, `cities.relation_with_itself`, `cities.relation_unfit` and `cities.relation_said`. */
export async function relateCities(work: Work, { cityId, otherId, kind, reason }: Asked<'relateCities'>): Promise<Result<CityRelation>> {
  if (cityId === otherId) return refuseInput([{ path: ['otherId'], code: 'cities.relation_with_itself' }]);
  const records = await loadCities(work.tx, [cityId, otherId]);
  const [one, other] = [records.find(({ id }) => id === cityId), records.find(({ id }) => id === otherId)];
  if (one === undefined || other === undefined) return notFound('cities.not_found');
  const scope = scopeOf(work, one, other);
  if (!scope.ok) return scope;
  if (!mayRelate(kind, one.kind, other.kind)) return refuseInput([{ path: ['kind'], code: 'cities.relation_unfit' }]);
  const id = work.newId<'CityRelation'>();
  const said = await insertRelation(work.tx, scope.value, { id, cityId: one.id, otherId: other.id, kind, reason, now: work.now });
  if (said === null) return refuse({ kind: 'conflict', code: 'cities.relation_said' });
  await audit(work, { useCase: 'relate-cities', office: scope.value.office, subjects: [one.id, other.id], fields: ['kind', 'reason'] });
  return ok({ id, kind, side: 'this', city: otherCity(await namingOf(work), one, other), reason, mayRemove: true });
}

/** Refuses `cities.relation_not_found`. */
export async function unrelateCities(work: Work, { relationId }: Asked<'unrelateCities'>): Promise<Result<{ readonly id: string }>> {
  const relation = await findRelation(work.tx, relationId as RelationId);
  if (relation === null) return notFound('cities.relation_not_found');
  const scope = mayChange(work.actor, { id: relation.cityId, steward: relation.office });
  if (!scope.ok) return scope;
  if (!(await deleteRelation(work.tx, scope.value, relation.id))) return notFound('cities.relation_not_found');
  const { cityId, otherId, office } = relation;
  await audit(work, { useCase: 'unrelate-cities', office, subjects: [cityId, otherId], fields: ['kind'] });
  return ok({ id: relation.id });
}
