// What outcomes are called, for lists that show nothing else of them.
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { outcomeRecordsByIds } from '../../store/outcomes.ts';

/** Of those that the actor may see. */
export const titlesOf = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, MultilingualText>> =>
  new Map((await outcomeRecordsByIds(work.tx, ids as readonly OutcomeId[])).map(({ id, title }) => [id, title]));
