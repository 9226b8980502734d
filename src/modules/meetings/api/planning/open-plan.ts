// Opens a plan with all it stands on: facts of the edition, meetings wished, placements, and what speaks against them.
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { aheadOf, before, conflictsAt, someBegun, type Ahead, type Clock } from '../../domain/planning/begun.ts';
import type { DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { EditionFacts, Placed } from '../../domain/edition-facts.ts';
import type { Moment } from '../../domain/planning/moves.ts';
import { plannerInput, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayOrganise, mayOversee } from '../../policy.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadHeld } from '../../store/bookings.ts';
import { loadPlanBoard, type PlanBoard } from '../../store/placements.ts';

export interface OpenPlan {
  readonly edition: EditionFacts;
  readonly board: PlanBoard;
  readonly input: PlannerInput;
  /** What of it is still to come, and the planner's facts of that. */
  readonly ahead: Ahead;
  readonly inputAhead: PlannerInput;
  readonly clock: Clock;
  /** Worked out when they are asked for: not every question about a plan needs them. */
  readonly conflicts: readonly DraftConflict[];
}

/** A plan as the organiser sees it; two queries, one more once the edition has begun. */
export async function openPlan(
  work: Work,
  { editionId, planId }: { readonly editionId: string; readonly planId: string },
): Promise<Result<OpenPlan>> {
  const edition = await loadEditionFacts(work, editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const scope = mayOversee(work.actor, edition);
  if (!scope.ok) return scope;
  const board = await loadPlanBoard(work.tx, editionId, planId);
  if (board === null) return notFound('meetings.plan_unknown');
  return ok(planOn(edition, board, await clockOf(work, edition, board)));
}

/** The moment, with the schedule in force where it matters: once the edition has begun. A plan that was released is judged by its own time. */
export async function clockOf({ tx, now, heard }: Work, edition: EditionFacts, board?: PlanBoard): Promise<Clock> {
  if (board !== undefined && board.plan.releasedAs !== null) return before;
  const moment = now.getTime();
  heard?.holdsUntilNext(edition.slots, moment);
  return { now: moment, held: someBegun(edition, moment) ? await loadHeld(tx, edition.id) : [] };
}

/** What can be planned at a moment, and the planner's facts of it. */
export function aheadOn(
  edition: EditionFacts,
  { meetings, orders }: Pick<PlanBoard, 'meetings' | 'orders'>,
  clock: Clock,
): Pick<OpenPlan, 'input' | 'ahead' | 'inputAhead'> {
  const given = { meetings, orders, pins: [] };
  const input = plannerInput(edition, given);
  const ahead = aheadOf(edition, given, clock);
  return { input, ahead, inputAhead: ahead.edition === edition ? input : plannerInput(ahead.edition, ahead.given) };
}

/** A plan beside the facts of its edition at a moment. */
export function planOn(edition: EditionFacts, board: PlanBoard, clock: Clock): OpenPlan {
  const open = aheadOn(edition, board, clock);
  return {
    ...{ edition, board, ...open, clock },
    get conflicts() {
      return conflictsAt(edition, open.input, board.placed, clock);
    },
  };
}

/** The schedule that a release of the plan makes: what has been stays in it, even where nobody wishes it any more. */
export function placedAfterRelease({ board, ahead }: OpenPlan): readonly Placed[] {
  if (ahead.past.length === 0) return board.placed;
  const wished = new Set(board.meetings.map(({ id }) => id));
  return [...board.placed, ...ahead.past.filter(({ meetingId }) => !wished.has(meetingId))];
}

/** The moment for a move of a meeting. */
export const momentFor = ({ clock }: OpenPlan, { id }: { readonly id: string }): Moment => ({
  now: clock.now,
  inForce: clock.held.find(({ meetingId }) => meetingId === id)?.slotId ?? null,
});

/** A draft to be changed by hand: refuses one that is being searched for, was released, or was changed by somebody else meanwhile. */
export async function openDraft(
  work: Work,
  asked: { readonly editionId: string; readonly planId: string },
): Promise<Result<OpenPlan & { readonly scope: OrganiserScope }>> {
  const opened = await openPlan(work, asked);
  if (!opened.ok) return opened;
  const scope = mayOrganise(work.actor, opened.value.edition);
  if (!scope.ok) return scope;
  const { plan } = opened.value.board;
  if (work.expectedVersion !== null && work.expectedVersion !== plan.version) return refuse(stale);
  if (plan.status === 'running') return refuse({ kind: 'conflict', code: 'meetings.plan_is_running' });
  if (plan.releasedAs !== null)
    return refuse({ kind: 'conflict', code: 'meetings.plan_was_released', params: { number: plan.releasedAs } });
  return ok({ ...opened.value, scope: scope.value });
}
