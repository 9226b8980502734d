// Starting the search for a plan, and asking it to stop.
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import { validate } from '#scheduler/core/validate.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionFacts, Meeting } from '../../domain/edition-facts.ts';
import { aheadOf } from '../../domain/planning/begun.ts';
import { plannerInput } from '../../domain/planning/planner-facts.ts';
import { sentenceOf } from '../../domain/planning/sentences.ts';
import { readerNames } from '../reader-names.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadOrders, loadWanted, lockSchedule, saveCounters } from '../../store/meetings.ts';
import { loadPlanBoard } from '../../store/placements.ts';
import { hasRunningPlan, insertPlan, loadPlan } from '../../store/plans.ts';
import { askStop, cancelUntaken } from '../../store/searches.ts';
import { rederiveMeetings } from './derive-meetings.ts';
import { organise } from '../open-edition.ts';
import { clockOf } from './open-plan.ts';
import { showPlan } from './show-plan.ts';

/** Name of the job that searches; its payload is a `PlanJob`. */
export const planJobName = 'plan-meetings';

const named = (problems: readonly Problem[], edition: EditionFacts, meetings: readonly Meeting[], reader: Language): readonly Problem[] => {
  const names = readerNames(edition, meetings, reader);
  return problems.map((problem) => ({
    path: problem.path,
    ...sentenceOf({ code: problem.code, params: problem.params ?? {} }, names, reader),
  }));
};

/** Everything that keeps these facts from being planned, in words; null when they can be. */
async function hindrance(work: Work, scope: OrganiserScope, keepPinsOf: string | undefined): Promise<Result<null>> {
  const edition = await loadEditionFacts(work, scope.editionId);
  const meetings = await loadWanted(work.tx, scope.editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  if (meetings.length === 0) return refuse({ kind: 'conflict', code: 'meetings.nothing_to_plan' });
  const kept = keepPinsOf === undefined ? null : await loadPlanBoard(work.tx, scope.editionId, keepPinsOf);
  if (keepPinsOf !== undefined && kept === null) return notFound('meetings.plan_unknown');
  const pins = (kept?.placed ?? []).filter((p) => p.pinned);
  const given = { meetings, orders: await loadOrders(work.tx, scope.editionId), pins };
  const ahead = aheadOf(edition, given, await clockOf(work, edition));
  if (edition.slots.length > 0 && ahead.edition.slots.length === 0) return refuse({ kind: 'conflict', code: 'meetings.edition_over' });
  const checked = validate(plannerInput(ahead.edition, ahead.given).facts);
  if (checked.ok) return ok(null);
  const problems = named(checked.refusal.problems ?? [], edition, meetings, work.actor.language);
  return refuse({ kind: 'conflict', code: 'meetings.cannot_plan', params: { count: problems.length }, problems });
}

const running: Refusal = { kind: 'conflict', code: 'meetings.plan_is_running' };

/**
 * Starts the search in the background. It stays close to the schedule in force, if there is one, unless it may move freely. Refuses while another runs for this edition, when there is nothing to plan or no time left to plan for,
 * and names everything that contradicts itself.
 */
export async function startPlan(work: Work, input: Asked<'startPlan'>): Promise<Result<Answer<'startPlan'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  // Participants may have been withdrawn since their requests were entered.
  await rederiveMeetings(work, scope);
  const counters = await lockSchedule(work.tx, scope);
  if (await hasRunningPlan(work.tx, input.editionId)) return refuse(running);
  const possible = await hindrance(work, scope, input.keepPinsOf);
  if (!possible.ok) return possible;
  const id = work.newId<'Plan'>();
  const number = counters.lastPlan + 1;
  const nothing = {
    movesFreely: input.movesFreely ?? false,
    copiedFrom: input.keepPinsOf ?? null,
    startedBy: work.actor.account,
    endedAt: null,
    bound: null,
    breaksBound: null,
    figures: null,
  };
  const inserted = await insertPlan(work.tx, scope, {
    id,
    number,
    status: 'running',
    engine: '',
    seed: input.seed,
    seconds: input.seconds,
    startedAt: work.now,
    ...nothing,
  });
  if (!inserted) return refuse(running);
  await saveCounters(work.tx, scope, { lastPlan: number });
  await work.enqueue(planJobName, { editionId: input.editionId, planId: id, account: work.actor.account, attempt: 1 });
  await audit(work, {
    useCase: 'start-plan',
    office: scope.office,
    subjects: [id],
    fields: ['seed', 'seconds', 'keepPinsOf', 'movesFreely'],
  });
  const row = await loadPlan(work.tx, input.editionId, id);
  return row === null ? notFound('meetings.plan_unknown') : ok(showPlan(row));
}

/**
 * Asks a running search to end; it keeps the best plan it has, within two seconds. One that no node has taken up yet ends here and now,
 * without a plan. A search that has ended is answered as it is.
 */
export async function stopPlan(work: Work, input: Asked<'stopPlan'>): Promise<Result<Answer<'stopPlan'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  await cancelUntaken(work.tx, scope, input.planId, work.now);
  await askStop(work.tx, scope, input.planId, work.now);
  const row = await loadPlan(work.tx, input.editionId, input.planId);
  if (row === null) return notFound('meetings.plan_unknown');
  await audit(work, { useCase: 'stop-plan', office: scope.office, subjects: [row.id], fields: ['stopAskedAt'] });
  return ok(showPlan(row));
}
