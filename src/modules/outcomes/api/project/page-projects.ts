// Aims and marks of projects that the actor may see, a page at a time: for files that hold all of them.
import type { Work } from '#platform/work.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { Aim, Mark, MarkId } from '../../domain/project/mark.ts';
import { pageOfAims, pageOfMarks } from '../../store/projects.ts';

interface Page<I> {
  readonly after: I | null;
  readonly limit: number;
}

/** In the order of entry, after one of them. */
export async function pageMarks(
  work: Work,
  page: Page<MarkId>,
): Promise<{ readonly entries: readonly Mark[]; readonly last: MarkId | null }> {
  const entries = await pageOfMarks(work.tx, page);
  return { entries, last: entries.length < page.limit ? null : (entries.at(-1)?.id ?? null) };
}

type AimOf = Aim & { readonly outcomeId: OutcomeId };

/** In the order of their outcomes, after one of them. */
export async function pageAims(
  work: Work,
  page: Page<OutcomeId>,
): Promise<{ readonly entries: readonly AimOf[]; readonly last: OutcomeId | null }> {
  const entries = await pageOfAims(work.tx, page);
  return { entries, last: entries.length < page.limit ? null : (entries.at(-1)?.outcomeId ?? null) };
}
