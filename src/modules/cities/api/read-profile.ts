// A city's profile, as everybody reads it and as its office works on it.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { ProfileEntry, PublishedEntry } from '../contract/profile.ts';
import type { CityId } from '../domain/city.ts';
import { entryStateOf, type EntryRecord } from '../domain/profile.ts';
import { mayReadDrafts } from '../policy.ts';
import { loadCities } from '../store/cities.ts';
import { listEntries, listPublished, type Published } from '../store/profile.ts';
import { openCity } from './open-city.ts';

export const showEntry = (record: EntryRecord): ProfileEntry => ({
  id: record.id,
  version: record.version,
  cityId: record.cityId,
  kind: record.kind,
  domain: record.domain,
  title: { ...record.title },
  body: { ...record.body },
  state: entryStateOf(record),
  updatedAt: record.updatedAt.toISOString(),
});

export const showPublished = ({ id, kind, domain, title, body, publishedAt }: Published): PublishedEntry => ({
  id,
  kind,
  domain,
  title: { ...title },
  body: { ...body },
  publishedAt: publishedAt.toISOString(),
});

/** What is published of a city. Refuses `cities.not_found`. */
export async function getProfile(work: Work, { cityId }: Asked<'getProfile'>): Promise<Result<{ entries: PublishedEntry[] }>> {
  const city = await openCity(work, cityId);
  if (!city.ok) return city;
  return ok({ entries: (await listPublished(work.tx, city.value.id)).map(showPublished) });
}

/** Drafts and published entries as the steward's members see them. Refuses `cities.not_found`, `kernel.forbidden`. */
export async function listProfileEntries(
  work: Work,
  { cityId }: Asked<'listProfileEntries'>,
): Promise<Result<{ entries: ProfileEntry[] }>> {
  const [city] = await loadCities(work.tx, [cityId as CityId]);
  if (city === undefined) return notFound('cities.not_found');
  const allowed = mayReadDrafts(work.actor, city);
  if (!allowed.ok) return allowed;
  return ok({ entries: (await listEntries(work.tx, city.id)).map(showEntry) });
}
