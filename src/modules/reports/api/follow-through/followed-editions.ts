// Editions whose follow-through page everybody reads, for the reader's home.
import { ok, type Result } from '#kernel/result.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { announcementsOf } from '#modules/outcomes/api/follow-through/announcements.ts';
import { publishedFollowThroughs } from '#modules/outcomes/api/follow-through/show-page.ts';
import { sumOf, tallyOf, thingsOf } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { monthsBetween } from '../../domain/follow-through/count.ts';
import { dayOf } from './follow-through.ts';

/** The last published first; the same for everybody. */
export async function listFollowedEditions(caller: Work, { limit }: Asked<'listFollowedEditions'>) {
  const work = await asPublic(caller);
  const asOf = dayOf(work);
  const entries = [];
  for (const { editionId } of await publishedFollowThroughs(work, { limit })) {
    const edition = await findEdition(work, editionId);
    if (!edition.ok) continue;
    const { slug, name, firstDay, lastDay } = edition.value;
    const fates = tallyOf(thingsOf((await announcementsOf(work, { editionId })).announcements));
    // Nothing was announced there: no answer to what became of it.
    if (sumOf(fates) === 0) continue;
    entries.push({ slug, name: { ...name }, firstDay, asOf, months: monthsBetween(lastDay, asOf), total: sumOf(fates), fates });
  }
  return ok({ entries }) satisfies Result<unknown>;
}
