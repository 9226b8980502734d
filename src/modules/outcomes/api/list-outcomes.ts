// Outcomes as lists: those the caller may see, and those everybody sees of a tie.
import { isId, type Id, type OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import { findOutcomesAbout, listOutcomeRecords } from '../store/outcomes.ts';
import { showOutcomes, showSummaries } from './show-outcome.ts';
import { describeSubjects } from './subjects.ts';

/** A page of outcomes, the last recorded first, of all or of what they have to do with. */
export async function listOutcomes(caller: Work, input: Asked<'listOutcomes'>): Promise<Result<Answer<'listOutcomes'>>> {
  const work = input.audience === 'public' ? await asPublic(caller) : caller;
  const { cursor, limit, subjectKind, subjectId, ownerOffice, cityId } = input;
  if (cursor !== undefined && !isId(cursor)) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
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
    ownerOffice: ownerOffice as OfficeId | undefined,
    after: (cursor ?? null) as OutcomeId | null,
    limit,
  });
  const shown = records.slice(0, limit);
  return ok({ entries: await showSummaries(work, shown), nextCursor: records.length > limit ? (shown.at(-1)?.id ?? null) : null });
}

const mostAbout = 500;

/** Every outcome that has to do with any of the things and that the actor may see, with its ledger; the last recorded first. */
export const outcomesAbout = async (work: Work, subjectIds: readonly string[]): Promise<readonly Answer<'getOutcome'>[]> =>
  showOutcomes(work, await findOutcomesAbout(work.tx, subjectIds, mostAbout));
