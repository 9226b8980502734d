import type { Problem } from '#kernel/result.ts';
import { readableEntries } from '#modules/cities/api/profile/told-entries.ts';
import type { Work } from '#platform/work.ts';
import type { BegunFrom } from '../domain/match.ts';
import { loadBegun, type Begun } from '../store/begun.ts';

/** What the actor's offices have begun from matches of these entries: exchanges and agreed items, the newest first. One statement. */
export const begunFromEntries = (work: Work, entries: readonly string[]): Promise<readonly Begun[]> => loadBegun(work.tx, entries);

/** A match of entries of which the actor may not know one. */
export async function matchProblems(work: Work, from: BegunFrom | undefined): Promise<readonly Problem[]> {
  if (from === undefined) return [];
  const known = await readableEntries(work, [from.entryId, from.answerId]);
  return (['entryId', 'answerId'] as const).flatMap((field) =>
    known.has(from[field]) ? [] : [{ path: ['begunFrom', field], code: 'ties.entry_unknown' }],
  );
}
