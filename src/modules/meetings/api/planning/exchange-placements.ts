// Two meetings of a draft take each other's time: what it would cause is told beforehand, and done it is one step.
import { notFound, ok, refuse, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Meeting, Placed } from '../../domain/edition-facts.ts';
import { conflictsAt } from '../../domain/planning/begun.ts';
import { causedConflicts } from '../../domain/planning/draft-conflicts.ts';
import { boundsThatHold, figuresOf } from '../../domain/planning/figures.ts';
import { interpreterInSlot, isOver } from '../../domain/planning/moves.ts';
import { savePlacement } from '../../store/placements.ts';
import { bumpPlan } from '../../store/plans.ts';
import { causedBy, shownPlacement } from './change-placement.ts';
import { momentFor, openDraft, openPlan, type OpenPlan } from './open-plan.ts';

interface Standing {
  readonly meeting: Meeting;
  readonly now: Placed;
}

type Asking = Pick<Asked<'exchangePlacements'>, 'meetingId' | 'withMeetingId'>;

const notPlaced: Refusal = { kind: 'conflict', code: 'meetings.not_placed' };
const sameTime: Refusal = { kind: 'conflict', code: 'meetings.exchange_same_time' };
const over: Refusal = { kind: 'conflict', code: 'meetings.slot_over' };

function standingIn({ board }: OpenPlan, meetingId: string): Result<Standing> {
  const meeting = board.meetings.find(({ id }) => id === meetingId);
  if (meeting === undefined) return notFound('meetings.meeting_unknown');
  const now = board.placed.find((one) => one.meetingId === meetingId);
  return now === undefined ? refuse(notPlaced) : ok({ meeting, now });
}

/** One in the other's time and, at tables, its place; whoever meets at a stand stays there, and then so does the other at its own table. The pin stays with the meeting. */
function instead(draft: OpenPlan, one: Standing, other: Standing): Result<Placed> {
  const { edition, board } = draft;
  const slot = edition.slots.find(({ id }) => id === other.now.slotId);
  const moment = momentFor(draft, one.meeting);
  if (slot === undefined || isOver(slot, moment.now, moment.inForce)) return refuse(over);
  const atStand = [one, other].some(({ now }) => edition.places.some(({ id, kind }) => id === now.placeId && kind === 'stand'));
  const placed = board.placed.filter(({ meetingId }) => meetingId !== other.meeting.id);
  return ok({
    ...one.now,
    slotId: slot.id,
    placeId: atStand ? one.now.placeId : other.now.placeId,
    interpreterId: one.now.slotId === slot.id ? one.now.interpreterId : interpreterInSlot({ edition, ...board, placed }, one.meeting, slot),
  });
}

/** Where both would stand, and what the draft would be then. */
function exchanged(draft: OpenPlan, { meetingId, withMeetingId }: Asking) {
  const [one, other] = [standingIn(draft, meetingId), standingIn(draft, withMeetingId)];
  if (!one.ok) return one;
  if (!other.ok) return other;
  const { now } = one.value;
  const [first, second] = [instead(draft, one.value, other.value), instead(draft, other.value, one.value)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  if (first.value.slotId === now.slotId && first.value.placeId === now.placeId) return refuse(sameTime);
  const { edition, input, board, conflicts, clock } = draft;
  const both = [first.value, second.value];
  const placed = [...board.placed.filter((p) => !both.some((spot) => spot.meetingId === p.meetingId)), ...both];
  const after = conflictsAt(edition, input, placed, clock);
  return ok({
    both,
    before: [one.value.now, other.value.now],
    caused: causedConflicts(conflicts, after),
    figures: figuresOf(input, placed, after, boundsThatHold(board.plan, input)),
  });
}

/** What an exchange would cause that is not there now; nothing is changed. */
export async function previewExchange(work: Work, input: Asked<'previewExchange'>): Promise<Result<Answer<'previewExchange'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const outcome = exchanged(opened.value, input);
  return outcome.ok ? ok({ caused: causedBy(opened.value, outcome.value.caused, work.actor.language) }) : outcome;
}

/** Exchanges them in one step. Refuses a time that has begun, one that has no place, and two that would stand where they stand now; conflicts are told, not refused. */
export async function exchangePlacements(work: Work, input: Asked<'exchangePlacements'>): Promise<Result<Answer<'exchangePlacements'>>> {
  const opened = await openDraft(work, input);
  if (!opened.ok) return opened;
  const { scope, board } = opened.value;
  const outcome = exchanged(opened.value, input);
  if (!outcome.ok) return outcome;
  const { both, before, caused, figures } = outcome.value;
  if (!(await bumpPlan(work.tx, scope, board.plan.id, { figures, expectedVersion: board.plan.version }))) return refuse(stale);
  for (const spot of both) await savePlacement(work.tx, scope, board.plan.id, spot);
  await audit(work, {
    useCase: 'exchange-placements',
    office: scope.office,
    subjects: [board.plan.id, ...both.map(({ meetingId }) => meetingId)],
    fields: ['slot', 'place', 'interpreter'],
  });
  return ok({
    changes: both.map((spot, at) => ({
      meetingId: spot.meetingId,
      before: shownPlacement(before[at] ?? null),
      after: shownPlacement(spot),
    })),
    caused: causedBy(opened.value, caused, work.actor.language),
    figures,
    version: board.plan.version + 1,
  });
}
