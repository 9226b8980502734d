// Changing a draft by hand: every change is done, and answers what it caused; undo is the change back to `before`.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { causedConflicts, draftConflicts, type DraftConflict } from '../domain/draft-conflicts.ts';
import type { Meeting, Placed } from '../domain/edition-facts.ts';
import { figuresOf } from '../domain/figures.ts';
import { bestMove, interpreterInSlot, moveOptions, targetProblems, type Target } from '../domain/moves.ts';
import { toPlanner } from '../domain/planner-facts.ts';
import { sentenceOf } from '../domain/sentences.ts';
import { explainUnplaced } from './explain-unplaced.ts';
import { readerNames } from './reader-names.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import { deletePlacement, savePlacement } from '../store/placements.ts';
import { bumpPlan } from '../store/plans.ts';
import { openDraft, type OpenPlan } from './open-plan.ts';
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

const shown = (p: Placed | null): Change['before'] =>
  p === null ? null : { slotId: p.slotId, placeId: p.placeId, interpreterId: p.interpreterId, pinned: p.pinned };

function causedBy({ edition, board }: OpenPlan, caused: readonly DraftConflict[], reader: Language): Change['caused'] {
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

/** Stores the meeting's new place (null: none), with figures counted anew, and tells what that caused. */
async function change(work: Work, opened: OpenMeeting, after: Placed | null, useCase: AuditedChange['useCase']): Promise<Result<Change>> {
  const { draft, meeting, before } = opened;
  const { edition, input, board, conflicts, scope } = draft;
  const rest = board.placed.filter((p) => p.meetingId !== meeting.id);
  const placed = after === null ? rest : [...rest, after];
  const now = draftConflicts(edition, input, placed);
  const figures = figuresOf(input, placed, now, { bound: board.plan.bound, breaksBound: board.plan.breaksBound });
  // The version decides between two who change the same draft at once; only then is the placement written.
  if (!(await bumpPlan(work.tx, scope, board.plan.id, { figures, expectedVersion: board.plan.version })))
    return refuse({ kind: 'stale', code: 'kernel.stale' });
  if (after === null) await deletePlacement(work.tx, scope, board.plan.id, meeting.id);
  else await savePlacement(work.tx, scope, board.plan.id, after);
  await audit(work, {
    useCase,
    office: scope.office,
    subjects: [board.plan.id, meeting.id],
    fields: ['slot', 'place', 'interpreter', 'pinned'],
  });
  const caused = causedBy(draft, causedConflicts(conflicts, now), work.actor.language);
  return ok({ meetingId: meeting.id, before: shown(before), after: shown(after), caused, figures, version: board.plan.version + 1 });
}

/** Puts a meeting into a slot and place, whether it had one or not; the pin stays. Without an interpreter named, a free one is taken where one is needed. */
export async function movePlacement(work: Work, input: Asked<'movePlacement'>): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { draft, meeting, before } = opened.value;
  const problems = targetProblems(draft.edition, input);
  const slot = draft.edition.slots.find((s) => s.id === input.slotId);
  if (problems.length > 0 || slot === undefined) return refuseInput(problems);
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

const noPlace: Refusal = { kind: 'conflict', code: 'meetings.no_place_at_all' };

/** Where it fits with nothing standing against it, the same spot that the list of meetings without a place names; null where there is none. */
async function freeSpot({ draft, meeting }: OpenMeeting): Promise<Target | null> {
  const { input, board } = draft;
  const index = input.meetings.findIndex((m) => m.id === meeting.id);
  const [explained] = await explainUnplaced(input.facts, toPlanner(input, board.placed), [index]);
  const free = explained?.reasons.find(({ code }) => code === 'meetings.blocked_free');
  const [slotId, placeId] = [input.facts.slots[free?.slot ?? -1]?.id, input.placeIds[free?.place ?? -1]];
  return slotId === undefined || placeId === undefined ? null : { slotId, placeId };
}

/** The move that does least harm where none does no harm. */
function leastHarm({ draft, meeting }: OpenMeeting): Target | null {
  const best = bestMove(moveOptions({ edition: draft.edition, ...draft.board }, meeting));
  return best === null || best.placeId === null ? null : { slotId: best.slot.id, placeId: best.placeId };
}

/** Puts a meeting where it does least harm: where nothing stands against it, as its row says, else where least does. */
export async function placeUnplaced(work: Work, input: OnMeeting): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { draft, meeting, before } = opened.value;
  const target = before === null ? ((await freeSpot(opened.value)) ?? leastHarm(opened.value)) : leastHarm(opened.value);
  const slot = draft.edition.slots.find((s) => s.id === target?.slotId);
  if (target === null || slot === undefined) return refuse(noPlace);
  const interpreterId = interpreterInSlot({ edition: draft.edition, ...draft.board }, meeting, slot);
  const after = { meetingId: meeting.id, slotId: slot.id, placeId: target.placeId, interpreterId, pinned: false };
  return change(work, opened.value, after, 'place-unplaced');
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
