// What proves an office's words on agreed items: opened and closed with the agreement they belong to.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { AgreedItem, Owned } from '../../domain/records.ts';
import { citePapers } from '../cite-papers.ts';

/** Says again what the office cites in its words on the items, for those who read them now. */
export async function citeEvidence(
  work: Work,
  office: OfficeId,
  items: readonly AgreedItem[],
  { visibility, sharedWith }: Pick<Owned, 'visibility' | 'sharedWith'>,
): Promise<Result<null>> {
  for (const { id, states } of items)
    for (const said of states.filter((one) => one.office === office)) {
      const cited = await citePapers(work, { id, office, visibility, sharedWith }, said);
      if (!cited.ok) return cited;
    }
  return ok(null);
}

/** Closes it to all but the office. */
export const closeEvidence = (work: Work, office: OfficeId, items: readonly AgreedItem[]): Promise<Result<null>> =>
  citeEvidence(work, office, items, { visibility: 'private', sharedWith: [] });
