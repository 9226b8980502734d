// Changing a draft by hand: every change is done, and answers what it caused; undo is the change back to `before`.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Reason } from '#scheduler/core/model.ts';
import type { Answer, Asked } from '../../contract.ts';
import { causedConflicts, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { Meeting, Placed } from '../../domain/edition-facts.ts';
import { boundsThatHold, figuresOf } from '../../domain/planning/figures.ts';
import { conflictsAt, tooLateFor } from '../../domain/planning/begun.ts';
import { interpreterInSlot, isOver, moveOptions, targetProblems, type Target } from '../../domain/planning/moves.ts';
import { toPlanner } from '../../domain/planning/planner-facts.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { explainUnplaced, keptWith } from './explain-unplaced.ts';
import { companyNames, readerNames } from '../reader-names.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { deletePlacement, savePlacement } from '../../store/placements.ts';
import { bumpPlan } from '../../store/plans.ts';
import { momentFor, openDraft, type OpenPlan } from './open-plan.ts';
import { shownSentence } from './show-plan.ts';

type Change = Answer<'movePlacement'>;
type OnMeeting = Asked<'unplaceMeeting'>;

interface OpenMeeting {
  readonly draft: OpenPlan & { readonly scope: OrganiserScope };
  readonly meeting: Meeting;
  readonly before: Placed | null;
}

async function openMeeting(work: Work, input: OnMeeting): Promise<Result<OpenMeeting>> {
  const draft = await openDraft(work, input);
  if (!draft.ok) return draft;
  const meeting = draft.value.board.meetings.find((m) => m.id === input.meetingId);
  if (meeting === undefined) return notFound('meetings.meeting_unknown');
  return ok({ draft: draft.value, meeting, before: draft.value.board.placed.find((p) => p.meetingId === meeting.id) ?? null });
}

export const shownPlacement = (p: Placed | null): Change['before'] =>
  p === null ? null : { slotId: p.slotId, placeId: p.placeId, interpreterId: p.interpreterId, pinned: p.pinned };

/** Reasons by the meetings that they concern, in the reader's words. */
export function causedBy({ edition, board }: OpenPlan, caused: readonly DraftConflict[], reader: Language): Change['caused'] {
  const names = readerNames(edition, board.meetings, reader);
  return board.meetings.flatMap((m) => {
    const reasons = caused.filter((c) => c.meetings.includes(m.id));
    if (reasons.length === 0) return [];
    return [
      {
        meetingId: m.id,
        number: m.number,
        reasons: reasons.map((c) => ({ ...shownSentence(sentenceOf(c.reason, names, reader)), severity: c.severity })),
      },
    ];
  });
}

/** The draft with the meeting there (null: nowhere): its figures, and the conflicts that it has not now. */
function outcomeOf({ draft, meeting }: OpenMeeting, after: Placed | null) {
  const { edition, input, board, conflicts, clock } = draft;
  const rest = board.placed.filter((p) => p.meetingId !== meeting.id);
  const placed = after === null ? rest : [...rest, after];
  const now = conflictsAt(edition, input, placed, clock);
  const figures = figuresOf(input, placed, now, boundsThatHold(board.plan, input));
  return { figures, caused: causedConflicts(conflicts, now) };
}

/** Stores the meeting's new place (null: none), with figures counted anew, and tells what that caused. */
async function change(work: Work, opened: OpenMeeting, after: Placed | null, useCase: AuditedChange['useCase']): Promise<Result<Change>> {
  const { draft, meeting, before } = opened;
  const { board, scope } = draft;
  const outcome = outcomeOf(opened, after);
  const { figures } = outcome;
  // The version decides between two who change the same draft at once; only then is the placement written.
  if (!(await bumpPlan(work.tx, scope, board.plan.id, { figures, expectedVersion: board.plan.version }))) return refuse(stale);
  if (after === null) await deletePlacement(work.tx, scope, board.plan.id, meeting.id);
  else await savePlacement(work.tx, scope, board.plan.id, after);
  await audit(work, {
    useCase,
    office: scope.office,
    subjects: [board.plan.id, meeting.id],
    fields: ['slot', 'place', 'interpreter', 'pinned'],
  });
  const caused = causedBy(draft, outcome.caused, work.actor.language);
  return ok({
    meetingId: meeting.id,
    before: shownPlacement(before),
    after: shownPlacement(after),
    caused,
    figures,
    version: board.plan.version + 1,
  });
}

/** Puts a meeting into a slot and place, whether it had one or not; the pin stays. Without an interpreter named, a free one is taken where one is needed. */
export async function movePlacement(work: Work, input: Asked<'movePlacement'>): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { draft, meeting, before } = opened.value;
  const problems = targetProblems(draft.edition, input);
  const slot = draft.edition.slots.find((s) => s.id === input.slotId);
  if (problems.length > 0 || slot === undefined) return refuseInput(problems);
  const moment = momentFor(draft, meeting);
  if (isOver(slot, moment.now, moment.inForce)) return refuse({ kind: 'conflict', code: 'meetings.slot_over' });
  const interpreterId =
    input.interpreterId === undefined ? interpreterInSlot({ edition: draft.edition, ...draft.board }, meeting, slot) : input.interpreterId;
  const after = { meetingId: meeting.id, slotId: slot.id, placeId: input.placeId, interpreterId, pinned: before?.pinned ?? false };
  return change(work, opened.value, after, 'move-placement');
}

/** Takes a meeting out of the draft. */
export async function unplaceMeeting(work: Work, input: OnMeeting): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  return opened.ok ? change(work, opened.value, null, 'unplace-meeting') : opened;
}

/** Why it has no place, and the spot that the list of meetings without a place names for it. */
async function explained(
  work: Work,
  { draft, meeting }: OpenMeeting,
): Promise<{ readonly free: Target | null; readonly why: readonly Pick<Reason, 'code' | 'params'>[] }> {
  const { inputAhead: input, board, clock } = draft;
  const index = input.meetings.findIndex((m) => m.id === meeting.id);
  if (index < 0 || input.facts.slots.length === 0) return { free: null, why: [tooLateFor(meeting, clock)] };
  const kept = keptWith(work, draft.edition.id, board.plan.id);
  const [known] = await explainUnplaced(input.facts, toPlanner(input, board.placed), [index], kept);
  const reasons = known?.explanation.reasons ?? [];
  const free = reasons.find(({ code }) => code === 'meetings.blocked_free');
  const [slotId, placeId] = [input.facts.slots[free?.slot ?? -1]?.id, input.placeIds[free?.place ?? -1]];
  return {
    free: slotId === undefined || placeId === undefined ? null : { slotId, placeId },
    why: reasons.filter((reason) => reason !== free),
  };
}

/** The first spot that would cause nothing at all. */
function harmlessSpot({ draft, meeting }: OpenMeeting): Target | null {
  const found = moveOptions({ edition: draft.edition, ...draft.board }, meeting, momentFor(draft, meeting)).find(
    (o) => o.placeId !== null && o.caused.length === 0,
  );
  return found === undefined || found.placeId === null ? null : { slotId: found.slot.id, placeId: found.placeId };
}

function fitsNowhere({ edition, board }: OpenPlan, why: readonly Pick<Reason, 'code' | 'params'>[], reader: Language): Refusal {
  const names = companyNames(edition, board.meetings, reader);
  const problems = why.map((reason) => ({ path: [], ...shownSentence(sentenceOf(reason, names, reader)) }));
  return { kind: 'conflict', code: 'meetings.fits_nowhere', problems };
}

/** Puts a meeting where nothing stands against it, as its row says. Refuses `meetings.fits_nowhere`, with what stands in the way, where it would do any harm. */
export async function placeUnplaced(work: Work, input: OnMeeting): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { draft, meeting, before } = opened.value;
  const { free, why } = before === null ? await explained(work, opened.value) : { free: null, why: [] };
  for (const target of [free, harmlessSpot(opened.value)]) {
    const slot = draft.edition.slots.find((s) => s.id === target?.slotId);
    if (target === null || slot === undefined) continue;
    const interpreterId = interpreterInSlot({ edition: draft.edition, ...draft.board }, meeting, slot);
    const after = { meetingId: meeting.id, slotId: slot.id, placeId: target.placeId, interpreterId, pinned: false };
    if (outcomeOf(opened.value, after).caused.length === 0) return change(work, opened.value, after, 'place-unplaced');
  }
  return refuse(fitsNowhere(draft, why, work.actor.language));
}

async function setPin(work: Work, input: OnMeeting, pinned: 'pinned' | 'free'): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { before } = opened.value;
  if (before === null) return refuse({ kind: 'conflict', code: 'meetings.not_placed' });
  return change(work, opened.value, { ...before, pinned: pinned === 'pinned' }, pinned === 'pinned' ? 'pin-meeting' : 'unpin-meeting');
}

/** Pins a meeting where it is: a plan made anew from this one keeps it. */
export const pinMeeting = (work: Work, input: OnMeeting): Promise<Result<Change>> => setPin(work, input, 'pinned');

/** Takes the pin off. */
export const unpinMeeting = (work: Work, input: OnMeeting): Promise<Result<Change>> => setPin(work, input, 'free');
