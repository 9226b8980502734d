// Looking at plans: the list, one with its search, its grid, its conflicts, what is not placed, and one meeting of it.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuseInput, type Result } from '#kernel/result.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { askedOf, languageSentence, understandingOf, whySentence } from '../../domain/agenda/agenda.ts';
import { conflictsByMeeting, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import { wishOf, type Meeting, type Placed } from '../../domain/edition-facts.ts';
import { tooLateFor } from '../../domain/planning/begun.ts';
import { boundsThatHold, figuresOf, summaryOf } from '../../domain/planning/figures.ts';
import { moveOptions, tablesBeside, type Draft, type Moment, type MoveOption } from '../../domain/planning/moves.ts';
import { toPlanner, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import { sentenceOf, type Names } from '../../domain/planning/sentences.ts';
import { groupsIn } from './group-unplaced.ts';
import { explainUnplaced, keptWith } from './explain-unplaced.ts';
import { readerNames } from '../reader-names.ts';
import { listPlanRows, loadPlan, loadProgress, type PlanRow } from '../../store/plans.ts';
import { loadNotice } from '../../store/releases.ts';
import { countRequestsSince } from '../../store/requests.ts';
import { oversee } from '../open-edition.ts';
import { momentFor, openPlan } from './open-plan.ts';
import { showGrid } from './show-grid.ts';
import { showConflicts } from './show-conflicts.ts';
import { showPlan, shownSentence } from './show-plan.ts';
import { meetingShower, placeRef, slotRef } from '../show-refs.ts';

/** Every other time with its best place, and other tables at the present one, in order of time. */
function optionsOf(draft: Draft, meeting: Meeting, moment: Moment): readonly MoveOption[] {
  const moves = moveOptions(draft, meeting, moment);
  const known = new Set(moves.map(({ slot, placeId }) => `${slot.id} ${placeId ?? ''}`));
  const beside = tablesBeside(draft, meeting, moment).filter(({ slot, placeId }) => !known.has(`${slot.id} ${placeId ?? ''}`));
  return [...moves, ...beside].toSorted((one, other) => one.slot.start - other.slot.start);
}

/** Plans of an edition, newest first. */
export async function listPlans(work: Work, input: Asked<'listPlans'>): Promise<Result<Answer<'listPlans'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const after = readCursor<'Plan'>(input.cursor);
  if (!after.ok) return after;
  const rows = await listPlanRows(work.tx, input.editionId, { after: after.value, limit: input.limit });
  const page = cutPage(rows, input.limit, byId);
  const [newest, ...earlier] = page.entries;
  // The first of all is the one that people work on.
  const first = newest === undefined || after.value !== null ? newest : await asOfNow(work, input.editionId, newest);
  return ok({ ...page, entries: [...(first === undefined ? [] : [first]), ...earlier].map(showPlan) });
}

/** A draft with its figures counted anew where requests have changed since: a meeting that was declined is in it no longer. */
async function asOfNow(work: Work, editionId: string, row: PlanRow): Promise<PlanRow> {
  if (row.figures === null || row.releasedAs !== null || row.status === 'running') return row;
  if ((await countRequestsSince(work.tx, editionId, row.startedAt)) === 0) return row;
  const opened = await openPlan(work, { editionId, planId: row.id });
  if (!opened.ok) return row;
  const { input, board, conflicts } = opened.value;
  return { ...row, figures: figuresOf(input, board.placed, conflicts, boundsThatHold(row, input)) };
}

/** The schedule in force, where it was released after this draft was begun and is not the draft itself. */
async function newerSchedule(work: Work, editionId: string, plan: PlanRow): Promise<number | null> {
  const inForce = await loadNotice(work.tx, editionId);
  if (inForce === null || plan.releasedAs !== null) return null;
  return inForce.publishedAt > plan.startedAt ? inForce.number : null;
}

/** A plan with its figures in a sentence and the steps of its search; light enough to be asked for every second. */
export async function getPlan(work: Work, input: Asked<'getPlan'>): Promise<Result<Answer<'getPlan'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const kept = await loadPlan(work.tx, input.editionId, input.planId);
  if (kept === null) return notFound('meetings.plan_unknown');
  const row = await asOfNow(work, input.editionId, kept);
  const progress = await loadProgress(work.tx, input.editionId, input.planId);
  return ok({
    ...showPlan(row),
    summary: row.figures === null ? null : shownSentence(summaryOf(row.figures)),
    progress: [...progress],
    requestsSince: await countRequestsSince(work.tx, input.editionId, row.startedAt),
    newerSchedule: await newerSchedule(work, input.editionId, row),
  });
}

/** A plan as slots × places; two queries, whatever the number of meetings. */
export async function planGrid(work: Work, input: Asked<'planGrid'>): Promise<Result<Answer<'planGrid'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { edition, board, conflicts } = opened.value;
  const names = readerNames(edition, board.meetings, work.actor.language);
  return ok(
    showGrid({
      edition,
      meetings: board.meetings,
      placed: board.placed,
      conflicts,
      names,
      reader: work.actor.language,
      day: input.day,
      part: input,
      version: board.plan.version,
    }),
  );
}

/** Looking for a way out costs a look at every slot: the first few conflicts are those that people solve first. */
const mostSuggestions = 5;

/** All conflicts and warnings, the first few each with a move that would solve it where there is one. */
export async function listConflicts(work: Work, input: Asked<'listConflicts'>): Promise<Result<Answer<'listConflicts'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  return ok({
    entries: showConflicts(opened.value, opened.value.conflicts, work.actor.language, mostSuggestions),
    version: opened.value.board.plan.version,
  });
}

/** Meetings without a place, musts first. */
const openIn = remembered((input: PlannerInput, placements: readonly Placed[]): readonly Meeting[] => {
  const placed = new Set(placements.map(({ meetingId }) => meetingId));
  const open = input.meetings.filter(({ id }) => !placed.has(id));
  return [...open.filter((m) => wishOf(m) === 'must'), ...open.filter((m) => wishOf(m) !== 'must')];
});

/** Meetings without a place, all or those of one participant or group, musts first: why, and what would help. The cursor is the number of the last one shown. */
export async function listUnplaced(work: Work, input: Asked<'listUnplaced'>): Promise<Result<Answer<'listUnplaced'>>> {
  const after = input.cursor === undefined ? 0 : Number(input.cursor);
  if (!Number.isInteger(after) || after < 0) return refuseInput([{ path: ['cursor'], code: 'kernel.bad_format' }]);
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { edition, board, ahead, inputAhead, clock } = opened.value;
  const names = readerNames(edition, board.meetings, work.actor.language);
  const show = meetingShower(edition);
  const { participantId } = input;
  const group =
    input.group === undefined ? null : groupsIn(opened.value.inputAhead, opened.value.board.placed).find(({ key }) => key === input.group);
  const inGroup = group === null ? null : new Set((group?.meetings ?? []).map((index) => inputAhead.meetings[index]?.id));
  const isOf = ({ a, b }: Meeting): boolean => participantId === undefined || a === participantId || b === participantId;
  const inOrder = openIn(opened.value.input, board.placed).filter((meeting) => isOf(meeting) && inGroup?.has(meeting.id) !== false);
  const told = (reason: { readonly code: string; readonly params: DraftConflict['reason']['params'] }) =>
    shownSentence(sentenceOf(reason, names, work.actor.language));
  const shown = inOrder.slice(after, after + input.limit);
  const isAhead = ahead.edition.slots.length > 0;
  const indices = shown.flatMap(({ id }) => (isAhead ? (inputAhead.numberOf.get(id) ?? []) : []));
  const kept = keptWith(work, input.editionId, input.planId);
  const explained = await explainUnplaced(inputAhead.facts, toPlanner(inputAhead, board.placed), indices, kept);
  const reasonsFor = new Map(indices.map((index, i) => [index, explained[i]?.explanation]));
  const entries = shown.map((meeting) => {
    const explanation = reasonsFor.get(isAhead ? (inputAhead.numberOf.get(meeting.id) ?? -1) : -1);
    if (explanation === undefined)
      return { meeting: show(meeting), reasons: [{ ...told(tooLateFor(meeting, clock)), severity: 'hard' as const }], helps: [] };
    return {
      meeting: show(meeting),
      reasons: explanation.reasons.map((r) => ({ ...told(r), severity: r.hard ? ('hard' as const) : ('warning' as const) })),
      helps: explanation.helps.map((changes) => changes.map(told)),
    };
  });
  const workedOut = explained.map(({ at }) => at).toSorted()[0] ?? null;
  return ok({ entries, nextCursor: inOrder.length > after + input.limit ? String(after + input.limit) : null, workedOut });
}

const reasonsOf = (conflicts: readonly DraftConflict[], names: Names, reader: Language) =>
  conflicts.map((c) => ({ ...shownSentence(sentenceOf(c.reason, names, reader)), severity: c.severity }));

/** One meeting of a plan: where it is, why it is wished, and for every slot the best place with what the move would cause. */
export async function getPlannedMeeting(work: Work, input: Asked<'getPlannedMeeting'>): Promise<Result<Answer<'getPlannedMeeting'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { edition, board, conflicts } = opened.value;
  const meeting: Meeting | undefined = board.meetings.find((m) => m.id === input.meetingId);
  if (meeting === undefined) return notFound('meetings.meeting_unknown');
  const reader = work.actor.language;
  const names = readerNames(edition, board.meetings, reader);
  const at = board.placed.find((p) => p.meetingId === meeting.id);
  const [a, b] = [meeting.a, meeting.b].map((id) => edition.participants.find((p) => p.id === id)?.languages ?? []);
  const interpreter = edition.interpreters.find((i) => i.id === at?.interpreterId)?.name ?? null;
  const places = new Map(edition.places.map((p) => [p.id, p]));
  return ok({
    meeting: meetingShower(edition)(meeting),
    placement: at === undefined ? null : { slotId: at.slotId, placeId: at.placeId, interpreterId: at.interpreterId, pinned: at.pinned },
    reasons: reasonsOf(conflictsByMeeting(conflicts).get(meeting.id) ?? [], names, reader),
    language: shownSentence(languageSentence(understandingOf(a ?? [], b ?? [], interpreter), reader)),
    why: shownSentence({
      ...whySentence(askedOf(meeting, meeting.a)),
      code: `meetings.wished_${askedOf(meeting, meeting.a)}`,
      params: { a: names.participant(meeting.a), b: names.participant(meeting.b) },
    }),
    options: optionsOf({ edition, ...board }, meeting, momentFor(opened.value, meeting)).map((o) => {
      const place = o.placeId === null ? undefined : places.get(o.placeId);
      return { slot: slotRef(o.slot), place: place === undefined ? null : placeRef(place), reasons: reasonsOf(o.caused, names, reader) };
    }),
    version: board.plan.version,
  });
}
