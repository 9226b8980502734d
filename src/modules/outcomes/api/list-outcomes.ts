// Outcomes as lists: those the caller may see, and those everybody sees of a tie.
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { type Id } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { findOutcomesAbout, listOutcomeRecords } from '../store/outcomes.ts';
import { showOutcomes, showSummaries } from './show-outcome.ts';
import { describeSubjects } from './subjects.ts';

/** A page of outcomes, the last recorded first, of all or of what they have to do with. */
export async function listOutcomes(caller: Work, input: Asked<'listOutcomes'>): Promise<Result<Answer<'listOutcomes'>>> {
  const work = input.audience === 'public' ? await asPublic(caller) : caller;
  const { cursor, limit, subjectKind, subjectId, ownerOffice, cityId } = input;
  const after = readCursor<'Outcome'>(cursor);
  if (!after.ok) return after;
  if ((subjectKind === undefined) !== (subjectId === undefined))
    return refuseInput([{ path: [subjectKind === undefined ? 'subjectKind' : 'subjectId'], code: 'kernel.required' }]);
  // Whoever cannot see a thing does not learn either which outcomes have to do with it.
  if (
    subjectKind !== undefined &&
    subjectId !== undefined &&
    (await describeSubjects(work, [{ subjectKind, subjectId }], 'own')).size === 0
  )
    return ok({ entries: [], nextCursor: null });
  const records = await listOutcomeRecords(work.tx, {
    about: subjectKind === undefined || subjectId === undefined ? undefined : { kind: subjectKind, id: subjectId },
    ofCity: cityId === undefined ? undefined : { id: cityId, ties: await tiesOfCity(work, cityId as Id<'City'>) },
    ownerOffice: ownerOffice,
    after: after.value,
    limit,
  });
  const { entries, nextCursor } = cutPage(records, limit, byId);
  return ok({ entries: await showSummaries(work, entries), nextCursor });
}

const mostAbout = 500;

/** Every outcome that has to do with any of the things and that the actor may see, with its ledger; the last recorded first. */
export const outcomesAbout = async (work: Work, subjectIds: readonly string[]): Promise<readonly Answer<'getOutcome'>[]> =>
  showOutcomes(work, await findOutcomesAbout(work.tx, subjectIds, mostAbout));
