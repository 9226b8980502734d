// Changing a draft by hand: every change is done, and answers what it caused; undo is the change back to `before`.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { causedConflicts, draftConflicts, type DraftConflict } from '../domain/draft-conflicts.ts';
import type { Meeting, Placed } from '../domain/edition-facts.ts';
import { figuresOf } from '../domain/figures.ts';
import { bestMove, interpreterInSlot, moveOptions, targetProblems } from '../domain/moves.ts';
import { sentenceOf } from '../domain/sentences.ts';
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

/** Puts a meeting where it does least harm: where nothing stands against it, else where least does. */
export async function placeUnplaced(work: Work, input: OnMeeting): Promise<Result<Change>> {
  const opened = await openMeeting(work, input);
  if (!opened.ok) return opened;
  const { draft, meeting } = opened.value;
  const best = bestMove(moveOptions({ edition: draft.edition, ...draft.board }, meeting));
  if (best === null || best.placeId === null) return refuse(noPlace);
  const after = { meetingId: meeting.id, slotId: best.slot.id, placeId: best.placeId, interpreterId: best.interpreterId, pinned: false };
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
