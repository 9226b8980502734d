// A city is corrected by the editors of its steward.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, City } from '../contract.ts';
import { nameProblems, sortNameOf, type CityFacts, type CityId } from '../domain/city.ts';
import { hadSlug, loadCities, replaceNameRows, slugsLike, updateCityRow } from '../store/cities.ts';
import { racing } from '../store/faults.ts';
import { indexCities } from './index-city.ts';
import { indexEntries } from './profile/index-entries.ts';
import { openForChange } from './open-city.ts';
import { showCity } from './show-city.ts';

async function changed(work: Work, id: CityId): Promise<Result<City>> {
  const [record] = await loadCities(work.tx, [id]);
  if (record === undefined) return notFound('cities.not_found');
  await indexCities(work, [record.id]);
  await indexEntries(work, { cities: [record.id] });
  return ok(await showCity(work, record));
}

/** Sets the facts that are given; the others stay. A new address leaves the old one behind as a redirect. */
export async function updateCity(work: Work, { cityId, ...input }: Asked<'updateCity'>): Promise<Result<City>> {
  const opened = await openForChange(work, cityId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const facts = withGiven<CityFacts>(record, input);
  if ((facts.latitude === null) !== (facts.longitude === null))
    return refuseInput([{ path: [facts.latitude === null ? 'latitude' : 'longitude'], code: 'cities.coordinates_half' }]);
  const isNewSlug = facts.slug !== record.slug;
  // Its own of before it may take back.
  if (isNewSlug && !(await hadSlug(work.tx, record.id, facts.slug)) && (await slugsLike(work.tx, facts.slug)).has(facts.slug))
    return refuseInput([{ path: ['slug'], code: 'cities.slug_taken' }]);
  const updated = await racing(() =>
    updateCityRow(work.tx, scope, {
      facts,
      sortName: sortNameOf(record.names),
      expectedVersion: work.expectedVersion,
      now: work.now,
      formerSlug: isNewSlug ? record.slug : null,
    }),
  );
  if (!updated.ok) return updated;
  if (!updated.value) return refuse(stale);
  await audit(work, { useCase: 'update-city', office: scope.office, subjects: [record.id], fields: Object.keys(input) });
  return changed(work, record.id);
}

/** Puts these names in place of the earlier ones; all that is wrong with them is refused at once. */
export async function replaceNames(work: Work, { cityId, names }: Asked<'replaceNames'>): Promise<Result<City>> {
  const opened = await openForChange(work, cityId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const problems = nameProblems(names);
  if (problems.length > 0) return refuseInput(problems);
  const updated = await updateCityRow(work.tx, scope, {
    facts: record,
    sortName: sortNameOf(names),
    expectedVersion: work.expectedVersion,
    now: work.now,
    formerSlug: null,
  });
  if (!updated) return refuse(stale);
  await replaceNameRows(work.tx, scope, names);
  await audit(work, { useCase: 'replace-city-names', office: scope.office, subjects: [record.id], fields: ['names'] });
  return changed(work, record.id);
}
