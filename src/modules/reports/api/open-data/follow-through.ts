// Open data of follow-through pages: what their figures are counted from.
import { ok, type Result } from '#kernel/result.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { announcementsOf } from '#modules/outcomes/api/follow-through/announcements.ts';
import { publishedFollowThroughs } from '#modules/outcomes/api/follow-through/show-page.ts';
import { fateAt, thingsOf, type Things } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { followUpMonths, isAnswered, isAsked, type FollowUpMonths } from '#modules/outcomes/domain/follow-up/fate.ts';
import type { Transact } from '#platform/work.ts';
import { endOfMark, marksReached } from '../../domain/follow-through/count.ts';
import type { OpenRow } from '../../domain/open-data/package.ts';

/** So many pages at most. */
const mostPages = 1000;

interface Page {
  readonly slug: string;
  readonly closedOn: string;
  readonly today: string;
}

/** At an age of the edition; null before it has reached it. Of things nobody speaks of, nobody spoke then. */
function fateOfMark({ of, fate }: Things, months: FollowUpMonths, { closedOn, today }: Page): string | null {
  if (!marksReached(closedOn, today).includes(months)) return null;
  const then = fateAt(of, endOfMark(closedOn, months)).fate;
  // Of a whole that counts what was realised, these are either those that were, or the others.
  return fate.fate === 'unknown' && fateAt(of, null).fate !== 'unknown'
    ? 'unknown'
    : then === 'partly' && fate.fate === 'kept' && of.extent !== 'single'
      ? 'kept'
      : then;
}

function rowOf(row: Things, page: Page): OpenRow {
  const { of, things, fate } = row;
  const known = fate.fate === 'unknown' ? null : fate;
  return {
    ...{ edition: page.slug, outcome: of.id, part_of: of.partOf, kind: of.kind, announced_as: of.stage, things, fate: fate.fate },
    ...{
      unknown_because: fate.fate === 'unknown' ? fate.reason : null,
      told_by: known?.by ?? null,
      told_on: known?.at.slice(0, 10) ?? null,
    },
    ...{ asked: isAsked(of.askings), answered: isAnswered(of.askings), assurance: of.assurance, has_paper: of.hasPaper },
    reached: of.reached.ended ?? of.reached.stage,
    ...Object.fromEntries(followUpMonths.map((months) => [`fate_${months}`, fateOfMark(row, months, page)])),
  };
}

/** Of the pages that their organisers show; `transact` runs as nobody. */
export async function readFollowThrough(transact: Transact): Promise<Result<readonly OpenRow[]>> {
  const pages = await transact(async (work) => ok(await publishedFollowThroughs(work, { limit: mostPages })));
  if (!pages.ok) return pages;
  const rows: OpenRow[] = [];
  for (const { editionId } of pages.value) {
    const counted = await transact(async (work) => {
      const edition = await findEdition(work, editionId);
      if (!edition.ok) return ok([]);
      const page = { slug: edition.value.slug, closedOn: edition.value.lastDay, today: work.now.toISOString().slice(0, 10) };
      return ok(thingsOf((await announcementsOf(work, { editionId })).announcements).map((row) => rowOf(row, page)));
    });
    if (!counted.ok) return counted;
    rows.push(...counted.value);
  }
  return ok(rows);
}
