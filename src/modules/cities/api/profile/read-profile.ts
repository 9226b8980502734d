// A city's profile, as everybody reads it and as its office works on it.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { isPresent, listMembers } from '#modules/accounts/api/manage-members.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { EntryStep, ProfileEntry, PublishedEntry, SoughtShape } from '../../contract/profile.ts';
import type { CityId } from '../../domain/city.ts';
import { isOpenCall, type Sought } from '../../domain/profile/partner-call.ts';
import { entryStateOf, type EntryRecord, type EntrySource, type EntryText } from '../../domain/profile/profile.ts';
import { mayReviewText, publishingWayOf } from '../../domain/profile/review.ts';
import { mayChange, mayReadDrafts } from '../../policy.ts';
import { loadCities } from '../../store/cities.ts';
import { listSteps } from '../../store/entry-steps.ts';
import { findEntry, listEntries, listPublished, lastPublished, listPublishedAfter, type Published } from '../../store/profile.ts';
import { openCity } from '../open-city.ts';
import { sourcesOfTexts, type SourceOf } from './entry-sources.ts';

export const showSought = (sought: Sought): SoughtShape => ({
  ...sought,
  countries: [...sought.countries],
  regions: [...sought.regions],
  sizes: [...sought.sizes],
  domains: [...sought.domains],
  ties: [...sought.ties],
  languages: [...sought.languages],
  offers: { ...sought.offers },
  contact: { ...sought.contact },
});

export const showText = ({ kind, domain, goals, title, body, extent, sought }: Omit<EntryText, keyof EntrySource>) => ({
  kind,
  domain,
  goals: [...goals],
  title: { ...title },
  body: { ...body },
  extent: extent === null ? null : { ...extent, places: [...extent.places] },
  sought: sought === null ? null : showSought(sought),
});

/** A text with where it is said and by whom. */
export const showSaid = (text: EntryText, sourceOf: SourceOf) => ({ ...showText(text), source: sourceOf(text), saidBy: text.saidBy });

/** Who works in an office: their names, and which and how many of them may change entries. */
export interface Colleagues {
  readonly names: ReadonlyMap<AccountId, string>;
  readonly writers: number;
  readonly writing: ReadonlySet<AccountId>;
}

export async function colleaguesIn(work: Work, office: OfficeId): Promise<Colleagues> {
  const members = await listMembers(work, { officeId: office });
  const accepted = members.ok ? members.value.entries.filter(({ accepted }) => accepted) : [];
  const writing = accepted.filter((member) => member.role !== 'viewer' && isPresent(member)).map(({ account }) => account);
  return {
    names: new Map(accepted.map(({ account, name }) => [account, name])),
    writers: writing.length,
    writing: new Set(writing),
  };
}

const person = (work: Work, { names }: Colleagues, account: AccountId | null) =>
  account === null ? null : { name: names.get(account) ?? null, isReader: account === work.actor.account };

interface Shown {
  readonly colleagues: Colleagues;
  /** Whether the reader may change entries. */
  readonly mayEdit: boolean;
  readonly sourceOf: SourceOf;
}

export const showEntry = (work: Work, record: EntryRecord, { colleagues, mayEdit, sourceOf }: Shown): ProfileEntry => ({
  ...showSaid(record, sourceOf),
  id: record.id,
  version: record.version,
  cityId: record.cityId,
  textVersion: record.textVersion,
  publishedVersion: record.publishedVersion,
  state: entryStateOf(record),
  writtenBy: person(work, colleagues, record.writtenBy),
  review: record.review,
  reviewNote: record.reviewNote,
  mayReview: mayEdit && mayReviewText(record, work.actor.account),
  publishing: publishingWayOf(record, colleagues.writers),
  updatedAt: record.updatedAt.toISOString(),
});

export const showPublished = ({ id, publishedAt, ...text }: Published, sourceOf: SourceOf): PublishedEntry => ({
  ...showSaid(text, sourceOf),
  id,
  publishedAt: publishedAt.toISOString(),
});

/** What is published of a city; partner calls as long as they are open. Refuses `cities.not_found`. */
export async function getProfile(work: Work, { cityId }: Asked<'getProfile'>): Promise<Result<{ entries: PublishedEntry[] }>> {
  const city = await openCity(work, cityId);
  if (!city.ok) return city;
  const published = await listPublished(work.tx, city.value.id);
  const open = published.filter(({ sought }) => sought === null || isOpenCall(sought, work.now));
  const sourceOf = await sourcesOfTexts(work, open);
  return ok({ entries: open.map((entry) => showPublished(entry, sourceOf)) });
}

/** What cities publish, a page at a time: for files that hold all of it. Calls that are over are left out, as on pages. */
export async function pagePublished(
  work: Work,
  page: { readonly after: PublishedEntry['id'] | null; readonly limit: number },
): Promise<{ readonly entries: readonly (PublishedEntry & { readonly cityId: CityId })[]; readonly last: PublishedEntry['id'] | null }> {
  const rows = await listPublishedAfter(work.tx, page);
  const open = rows.filter(({ sought }) => sought === null || isOpenCall(sought, work.now));
  const sourceOf = await sourcesOfTexts(work, open);
  return {
    entries: open.map((row) => ({ ...showPublished(row, sourceOf), cityId: row.cityId })),
    last: rows.length < page.limit ? null : (rows.at(-1)?.id ?? null),
  };
}

/** What cities published last, the newest first; calls that are over are left out, as on pages. */
export async function newestPublished(
  work: Work,
  limit: number,
): Promise<readonly (Pick<PublishedEntry, 'id' | 'kind' | 'title'> & { readonly cityId: CityId; readonly publishedAt: Date })[]> {
  const rows = await lastPublished(work.tx, limit);
  return rows.filter(({ sought }) => sought === null || isOpenCall(sought, work.now));
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
  const entries = await listEntries(work.tx, city.id);
  const sourceOf = await sourcesOfTexts(work, entries);
  const shown = { colleagues: await colleaguesIn(work, city.steward), mayEdit: mayChange(work.actor, city).ok, sourceOf };
  return ok({ entries: entries.map((record) => showEntry(work, record, shown)) });
}

/** What became of an entry and each of its texts, the last first. Refuses `cities.entry_not_found`, `kernel.forbidden`. */
export async function listEntryHistory(work: Work, { entryId }: Asked<'listEntryHistory'>): Promise<Result<{ entries: EntryStep[] }>> {
  const entry = await findEntry(work.tx, entryId);
  const [city] = entry === null ? [] : await loadCities(work.tx, [entry.cityId]);
  if (entry === null || city === undefined) return notFound('cities.entry_not_found');
  const allowed = mayReadDrafts(work.actor, city);
  if (!allowed.ok) return allowed;
  const colleagues = await colleaguesIn(work, city.steward);
  const steps = await listSteps(work.tx, entry.id);
  const sourceOf = await sourcesOfTexts(
    work,
    steps.flatMap(({ content }) => content ?? []),
  );
  return ok({
    entries: steps.map(({ account, content, doneAt, ...step }) => ({
      ...step,
      by: person(work, colleagues, account),
      content: content === null ? null : showSaid(content, sourceOf),
      at: doneAt.toISOString(),
    })),
  });
}
