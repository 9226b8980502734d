// Copying a plan to a new draft, and what differs between two.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { differencesOf } from '../../domain/planning/plan-differences.ts';
import { figuresOf, unsearched } from '../../domain/planning/figures.ts';
import { loadMeetings, lockSchedule, saveCounters } from '../../store/meetings.ts';
import { insertPlacements, loadPlanBoard } from '../../store/placements.ts';
import { insertPlan, loadPlan } from '../../store/plans.ts';
import { organise } from '../open-edition.ts';
import { openPlan } from './open-plan.ts';
import { namedSpots, showChanges, toldChanges, toldMeetings } from '../schedule/show-differences.ts';
import { showPlan } from './show-plan.ts';

/** Copies a plan with its pins to a new draft that can be changed; the way to go on from a released one. */
export async function copyPlan(work: Work, input: Asked<'copyPlan'>): Promise<Result<Answer<'copyPlan'>>> {
  const organised = await organise(work, input.editionId);
  if (!organised.ok) return organised;
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const { scope } = organised.value;
  const { board, input: planner, conflicts } = opened.value;
  const counters = await lockSchedule(work.tx, scope);
  const id = work.newId<'Plan'>();
  const number = counters.lastPlan + 1;
  const { engine, seed } = board.plan;
  const figures = figuresOf(planner, board.placed, conflicts, unsearched);
  const times = { startedAt: work.now, endedAt: work.now, seconds: 0 };
  await insertPlan(work.tx, scope, {
    id,
    number,
    status: 'ready',
    engine,
    seed,
    ...times,
    movesFreely: board.plan.movesFreely,
    copiedFrom: board.plan.id,
    startedBy: work.actor.account,
    ...unsearched,
    figures,
  });
  await insertPlacements(work.tx, scope, id, board.placed);
  await saveCounters(work.tx, scope, { lastPlan: number });
  await audit(work, { useCase: 'copy-plan', office: scope.office, subjects: [id, board.plan.id], fields: ['copiedFrom'] });
  const row = await loadPlan(work.tx, input.editionId, id);
  return row === null ? notFound('meetings.plan_unknown') : ok(showPlan(row));
}

/** What differs in this plan from another of the edition, in order of time. */
export async function comparePlans(work: Work, input: Asked<'comparePlans'>): Promise<Result<Answer<'comparePlans'>>> {
  const opened = await openPlan(work, input);
  if (!opened.ok) return opened;
  const other = await loadPlanBoard(work.tx, input.editionId, input.from);
  if (other === null) return notFound('meetings.plan_unknown');
  const { edition, board } = opened.value;
  const differences = differencesOf(namedSpots(edition, other.placed), namedSpots(edition, board.placed));
  const told = toldMeetings(edition, await loadMeetings(work.tx, input.editionId));
  return ok({ from: showPlan(other.plan), to: showPlan(board.plan), ...showChanges(toldChanges(differences, told)) });
}
