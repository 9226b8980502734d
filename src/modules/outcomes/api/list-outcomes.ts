// Outcomes as lists: those the caller may see, and those everybody sees of a tie.
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { sidesAmong } from '#modules/ties/api/hearing.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import { asPublic, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { OutcomeSummary } from '../contract/shapes.ts';
import { findOutcomesAbout, findParts, listOutcomeRecords, outcomeRecordsByIds } from '../store/outcomes.ts';
import { showOutcomes, showSummaries } from './show-outcome.ts';
import { describeSubjects } from './subjects.ts';

/** A page of outcomes, the last recorded first, of all or of what they have to do with; each with its parts behind it, which the limit does not count. */
export async function listOutcomes(caller: Work, input: Asked<'listOutcomes'>): Promise<Result<Answer<'listOutcomes'>>> {
  const work = input.audience === 'public' ? await asPublic(caller) : caller;
  const { cursor, limit, subjectKind, subjectId, ownerOffice, cityId, only, kind, stage } = input;
  const after = readCursor<'Outcome'>(cursor);
  if (!after.ok) return after;
  if ((subjectKind === undefined) !== (subjectId === undefined))
    return refuseInput([{ path: [subjectKind === undefined ? 'subjectKind' : 'subjectId'], code: 'kernel.required' }]);
  // Whoever cannot see a thing does not learn either which outcomes have to do with it.
  const subject =
    subjectKind === undefined || subjectId === undefined
      ? undefined
      : (await describeSubjects(work, [{ subjectKind, subjectId }], 'own')).get(subjectId);
  if (subjectKind !== undefined && subject === undefined) return ok({ entries: [], nextCursor: null });
  const about = cityId !== undefined ? { city: cityId } : subject === undefined ? undefined : { tie: subject.cities };
  const filter = {
    about: subjectKind === undefined || subjectId === undefined ? undefined : { kind: subjectKind, id: subjectId },
    ofCity: cityId === undefined ? undefined : { id: cityId, ties: await tiesOfCity(work, cityId as Id<'City'>) },
    voices: await voicesOn(work, subject?.cities ?? []),
    ...{ ownerOffice, kind, stage, limit, wholes: true },
  };
  const isAll = only === undefined && cityId === undefined;
  // Those that stand on pages of cities and ties may lie anywhere: a page of them is full, or the list has been looked through.
  const found: OutcomeSummary[] = [];
  for (let from = after.value, looked = limit; ; looked += limit) {
    const { entries: wholes, nextCursor } = cutPage(await listOutcomeRecords(work.tx, { ...filter, after: from }), limit, byId);
    const ids = wholes.map(({ id }) => id);
    const parts = ids.length === 0 ? [] : await findParts(work.tx, ids);
    const entries = wholes.flatMap((whole) => [whole, ...parts.filter(({ partOf }) => partOf === whole.id)]);
    const shown = await showSummaries(work, entries, about);
    found.push(...shown.filter(({ attributions }) => only === undefined || attributions.some(isHeardOfTie)));
    if (isAll || nextCursor === null || found.length >= limit || looked >= MOST_LOOKED_THROUGH) return ok({ entries: found, nextCursor });
    from = wholes.at(-1)?.id ?? null;
  }
}

const MOST_LOOKED_THROUGH = 2000;

const isHeardOfTie = ({ subjectKind, heard }: OutcomeSummary['attributions'][number]): boolean => subjectKind === 'tie' && heard;

/** Whose outcomes can stand on a page about the cities of a tie: their desks', and the actor's own. Undefined of no cities: everybody's can. */
async function voicesOn(work: Work, cities: readonly string[]): Promise<readonly OfficeId[] | undefined> {
  if (cities.length === 0) return undefined;
  return [...sidesAmong(await citiesByIds(work, cities), cities), ...work.actor.memberships.map(({ office }) => office)];
}

const mostAbout = 500;

/**
 * Every outcome that has to do with any of the things of a tie, that the actor may see and that a side keeps or has taken up, with its
 * ledger; the last recorded first. `tie` are its cities.
 */
export const outcomesAbout = async (
  work: Work,
  { subjectIds, tie }: { readonly subjectIds: readonly string[]; readonly tie: readonly string[] },
): Promise<readonly Answer<'getOutcome'>[]> =>
  showOutcomes(work, await findOutcomesAbout(work.tx, subjectIds, { voices: await voicesOn(work, tie), limit: mostAbout }), {
    about: { tie },
  });

/** Outcomes with their ledgers that the actor may see, the last recorded first, a page at a time: for files that hold all of them. */
export async function pageOutcomes(
  work: Work,
  { after, limit }: { readonly after: Id<'Outcome'> | null; readonly limit: number },
): Promise<{ readonly outcomes: readonly Answer<'getOutcome'>[]; readonly last: Id<'Outcome'> | null }> {
  const { entries } = cutPage(await listOutcomeRecords(work.tx, { after, limit }), limit, byId);
  return { outcomes: await showOutcomes(work, entries), last: entries.length < limit ? null : (entries.at(-1)?.id ?? null) };
}

/** These outcomes with their ledgers, as far as the actor may see them, in the order of recording. */
export const outcomesByIds = async (work: Work, ids: readonly Id<'Outcome'>[]): Promise<readonly Answer<'getOutcome'>[]> =>
  showOutcomes(work, await outcomeRecordsByIds(work.tx, ids));
