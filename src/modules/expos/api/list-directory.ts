import type { MultilingualText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { cutPage, readCursor } from '#kernel/pages.ts';
import { soundOf } from '#platform/search/forms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Listed, Listing } from '../contract/roster.ts';
import type { EditionId } from '../domain/edition.ts';
import type { ListingRecord } from '../domain/listing.ts';
import { countriesListed, findListings, knownParticipants, listEveryListing, listListings, stampOfListings } from '../store/listings.ts';
import { countProfileFiles } from '../store/profile-files.ts';
import { findEdition } from './edition/open-edition.ts';
import { shownMarket } from './topics.ts';

/** How a name sounds in any of its languages, for whoever types it so. */
export const soundOfAll = (name: MultilingualText): string =>
  [...new Set(Object.values(name).map(({ text }) => soundOf(text)))].filter((sound) => sound !== '').join(' ');

export const showListing = (record: ListingRecord): Listing => ({
  ...record,
  name: { ...record.name },
  offer: record.offer === null ? null : { ...record.offer },
  need: record.need === null ? null : { ...record.need },
  ...shownMarket(record),
  sound: soundOfAll(record.name),
});

/** Who takes part, by name: the public reads listed exhibitors of a public edition, offices that take part read everybody. */
export async function listDirectory(
  work: Work,
  input: Asked<'listDirectory'>,
): Promise<Result<{ entries: Listed[]; nextCursor: string | null; countries: string[] }>> {
  const after = readCursor<'Participant'>(input.cursor);
  if (!after.ok) return after;
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { role = null, country = null, offers = null, seeks = null, market = null, size = null, hall = null, q = '', limit } = input;
  const filter = { editionId: edition.value.id, role, country, offers, seeks, market, size, hall, q, after: after.value, limit };
  const rows = await listListings(work.tx, filter);
  const page = cutPage(rows, limit, (row) => row.participantId);
  const countries = input.cursor === undefined ? [...(await countriesListed(work.tx, filter))] : [];
  const shown = page.entries.map(({ participantId }) => participantId);
  const files = await countProfileFiles(work.tx, edition.value.id, shown);
  return ok({
    ...page,
    entries: page.entries.map((row) => ({ ...showListing(row), files: files.get(row.participantId) ?? 0 })),
    countries,
  });
}

/** Which of these participants, of whatever edition, the actor may know of. */
export const knownAmong = (work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> => knownParticipants(work.tx, ids);

/** What the actor may know of each of these participants; those unknown to them are absent. */
export async function listingsOf(
  work: Work,
  { editionId, participantIds }: { readonly editionId: string; readonly participantIds: readonly string[] },
): Promise<ReadonlyMap<string, Listing>> {
  const records = await findListings(work.tx, editionId as EditionId, { participants: participantIds });
  return new Map(records.map((record) => [record.participantId, showListing(record)]));
}

/** A word for what the actor may know of everybody at an edition: another as soon as any of it changes. */
export const directoryStamp = (work: Work, editionId: string): Promise<string | null> => stampOfListings(work.tx, editionId as EditionId);

/** What the actor may know of everybody at an edition, with its stamp. One query. */
export async function wholeDirectory(
  work: Work,
  editionId: string,
): Promise<{ readonly stamp: string; readonly entries: readonly ListingRecord[] } | null> {
  const records = await listEveryListing(work.tx, editionId as EditionId);
  const [first] = records;
  return first === undefined ? null : { stamp: first.stamp, entries: records.map(({ stamp: _, ...record }) => record) };
}
