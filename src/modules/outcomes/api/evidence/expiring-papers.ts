// Papers of an office that expire, for its desk: the last one of each thing on a checklist, with its last day.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { expiringMarks } from '../../store/evidence.ts';

export interface ExpiringPaper {
  readonly outcomeId: OutcomeId;
  readonly title: MultilingualText;
  readonly item: string;
  /** Of a thing that the office asks for itself. */
  readonly itemTitle: string | null;
  /** ISO day, the last on which it is valid. */
  readonly until: string;
}

/** In order of time, from an ISO day on; for a caller that has made sure that it acts for the office. */
export async function expiringPapers(work: Work, office: OfficeId, from: string): Promise<readonly ExpiringPaper[]> {
  const marks = await expiringMarks(work.tx, office, from);
  return marks.map(({ own, item, ...mark }) => ({ ...mark, item, itemTitle: (own ?? []).find(({ id }) => id === item)?.title ?? null }));
}
