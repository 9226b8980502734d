// What all cities tell of what they seek and what worked, for modules that compare it.
import type { Work } from '#platform/work.ts';
import type { PublishedEntry } from '../../contract/profile.ts';
import type { CityId } from '../../domain/city.ts';
import type { ProfileKind } from '../../domain/profile/profile.ts';
import { loadPublished } from '../../store/profile.ts';
import { loadReadable, loadTold, loadToldStamp, type ToldEntry } from '../../store/published-entries.ts';
import { sourcesOfTexts } from './entry-sources.ts';
import { showPublished } from './read-profile.ts';

export type { ToldEntry };

/** Whose published entries of these kinds are whose, in the order of ids, with a word for all of them: another as soon as any of them changes. */
export const toldStamp = (work: Work, kinds: readonly ProfileKind[]) => loadToldStamp(work.tx, kinds);

/** What they say, all of them. One query. */
export const toldEntries = (work: Work, kinds: readonly ProfileKind[]): Promise<readonly ToldEntry[]> => loadTold(work.tx, kinds);

/** Which of these entries, drafts included, the actor may read. */
export const readableEntries = (work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> => loadReadable(work.tx, ids);

/** Published entries by id as everybody reads them, with their sources. */
export async function publishedByIds(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PublishedEntry & { readonly cityId: CityId }>> {
  const found = ids.length === 0 ? [] : await loadPublished(work.tx, [...new Set(ids)]);
  const sourceOf = await sourcesOfTexts(work, found);
  return new Map(found.map(({ cityId, ...entry }) => [entry.id, { ...showPublished(entry, sourceOf), cityId }]));
}
