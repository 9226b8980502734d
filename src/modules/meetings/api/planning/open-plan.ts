// Opens a plan with all it stands on: facts of the edition, meetings wished, placements, and what speaks against them.
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { draftConflicts, type DraftConflict } from '../../domain/planning/draft-conflicts.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import { plannerInput, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayOrganise, mayOversee } from '../../policy.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadPlanBoard, type PlanBoard } from '../../store/placements.ts';

export interface OpenPlan {
  readonly edition: EditionFacts;
  readonly board: PlanBoard;
  readonly input: PlannerInput;
  readonly conflicts: readonly DraftConflict[];
}

/** A plan as the organiser sees it; two queries. */
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
  return ok(planOn(edition, board));
}

/** A plan beside the facts of its edition. */
export function planOn(edition: EditionFacts, board: PlanBoard): OpenPlan {
  const input = plannerInput(edition, { meetings: board.meetings, orders: board.orders, pins: [] });
  return { edition, board, input, conflicts: draftConflicts(edition, input, board.placed) };
}

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
