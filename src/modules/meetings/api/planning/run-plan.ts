// The search itself, as a job does it: facts in one transaction, the engine in a thread, the verified plan in another transaction.
import type { AccountId } from '#kernel/ids.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { makeRoom } from '#platform/memory.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Caller, type Work } from '#platform/work.ts';
import type { Progress } from '#scheduler/core/engines/search.ts';
import type { Placement } from '#scheduler/core/model.ts';
import { planInWorker } from '#scheduler/run/plan-in-worker.ts';
import type { PlanOutcome } from '#scheduler/run/plan-outcome.ts';
import { aheadOf, conflictsAt, type Ahead, type Given } from '../../domain/planning/begun.ts';
import type { EditionFacts, Placed } from '../../domain/edition-facts.ts';
import { figuresFrom, figuresOf } from '../../domain/planning/figures.ts';
import { endPoint, pointAfter, type SearchPoint } from '../../domain/planning/search-points.ts';
import { placementBound } from '../../domain/planning/placement-bound.ts';
import { secondsToSearch } from '../../domain/planning/search-time.ts';
import { fromPlanner, plannerInput, toPlanner, type PlannerInput } from '../../domain/planning/planner-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { loadHeld } from '../../store/bookings.ts';
import { loadOrders, loadWanted } from '../../store/meetings.ts';
import { keepExplained } from '../../store/explained.ts';
import { insertPlacements, loadPlanBoard } from '../../store/placements.ts';
import { insertProgress, loadPlan, type PlanRow } from '../../store/plans.ts';
import { deleteProgress, endPlan, failSearch, hearPlan, loadPlanSource, returnPlan, sweepSilentPlans } from '../../store/searches.ts';
import { organise } from '../open-edition.ts';
import { explainedBy } from './explain-unplaced.ts';
import { planJobName } from './start-plan.ts';

export interface PlanJob {
  readonly editionId: string;
  readonly planId: string;
  readonly account: AccountId | null;
  /** A search taken over by a later attempt gives up. */
  readonly attempt: number;
}

export interface PlanRun {
  readonly database: Database;
  /** Aborted when this node ends: the search is then left to another. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Told what went wrong in the planning thread. */
  readonly onFault: (fault: unknown) => void;
}

/** Hands out the searches that died once more; those that died twice end with a sentence. */
export async function reviveSearches(work: Work, silentSeconds: number): Promise<Result<number>> {
  const silent = await sweepSilentPlans(work.tx, silentSeconds);
  for (const { editionId, planId, account, attempt } of silent) await work.enqueue(planJobName, { editionId, planId, account, attempt });
  return ok(silent.length);
}

interface Prepared {
  readonly scope: OrganiserScope;
  readonly plan: PlanRow;
  readonly edition: EditionFacts;
  readonly given: Given;
  /** What had not begun when the search was asked for, which is all that it plans. */
  readonly ahead: Ahead;
  readonly input: PlannerInput;
  /** The schedule in force, to stay close to. */
  readonly start: readonly Placement[];
}

async function prepare(work: Work, job: PlanJob): Promise<Result<Prepared>> {
  const opened = await organise(work, job.editionId);
  if (!opened.ok) return opened;
  const [plan, edition] = [await loadPlan(work.tx, job.editionId, job.planId), await loadEditionFacts(work, job.editionId)];
  if (plan === null || edition === null || plan.status !== 'running' || plan.attempts !== job.attempt)
    return refuse({ kind: 'conflict', code: 'meetings.plan_has_ended' });
  await hearPlan(work.tx, opened.value.scope, job.planId, job.attempt);
  await deleteProgress(work.tx, opened.value.scope, job.planId);
  const source = await loadPlanSource(work.tx, job.editionId, job.planId);
  const kept = source === null ? null : await loadPlanBoard(work.tx, job.editionId, source);
  const pins = (kept?.placed ?? []).filter((p) => p.pinned);
  const given = { meetings: await loadWanted(work.tx, job.editionId), orders: await loadOrders(work.tx, job.editionId), pins };
  const held = await loadHeld(work.tx, job.editionId);
  const ahead = aheadOf(edition, given, { now: plan.startedAt.getTime(), held });
  const input = plannerInput(ahead.edition, ahead.given);
  const start = plan.movesFreely ? [] : toPlanner(input, held);
  return ok({ scope: opened.value.scope, plan, edition, given, ahead, input, start });
}

/** What the search needs; null when it cannot begin: a plan that waited for it has then failed, with a sentence. */
async function prepareOrFail(run: PlanRun, caller: Caller, job: PlanJob): Promise<Prepared | null> {
  const fail = (code: string) => inWork(run.database, nobody(), async (work) => ok(await failSearch(work.tx, job, code)));
  let prepared: Result<Prepared>;
  try {
    prepared = await inWork(run.database, caller, (work) => prepare(work, job));
  } catch (fault) {
    // A node that ends closes its database; the search is then handed out again.
    if (run.signal.aborted) throw fault;
    run.onFault(fault);
    await fail('meetings.plan_thread_failed');
    return null;
  }
  if (prepared.ok) return prepared.value;
  await fail('meetings.plan_not_allowed');
  return null;
}

/** Tells where the search is, and listens whether it should go on: both in transactions of their own. `began`: when the job did. */
function companion(run: PlanRun, caller: Caller, { scope, plan, given, ahead, input }: Prepared, job: PlanJob, began: number) {
  const been = beenOf(given, ahead);
  const bound = placementBound(input.facts);
  const stopping = new AbortController();
  let lost = false;
  let step = 0;
  let latest: SearchPoint | null = null;
  let last: SearchPoint | null = null;
  let written = Promise.resolve();
  const write = (): void => {
    const point = latest;
    latest = null;
    written = written
      .then(async () => {
        const heard = await inWork(run.database, caller, async (work) => {
          if (point !== null) await insertProgress(work.tx, scope, plan.id, (step += 1), point);
          return ok(await hearPlan(work.tx, scope, plan.id, job.attempt));
        });
        if (!heard.ok || heard.value === 'lost') lost = true;
        if (!heard.ok || heard.value !== 'go on') stopping.abort();
      })
      // A database that is away for a moment must not end the search; the next beat tries again.
      .catch(() => undefined);
  };
  const elapsed = (): number => Math.max(0, Math.round(run.now() - began));
  const beat = setInterval(write, 1000);
  let tellEnd: (what: 'node ends') => void = () => undefined;
  const nodeEnds = new Promise<'node ends'>((resolve) => (tellEnd = resolve));
  const onEnd = (): void => {
    stopping.abort();
    tellEnd('node ends');
  };
  run.signal.addEventListener('abort', onEnd);
  if (run.signal.aborted) onEnd();
  return {
    signal: stopping.signal,
    nodeEnds,
    onProgress: (p: Progress) => {
      const most = (p.most?.placed ?? bound) + been;
      latest = pointAfter(last, {
        elapsedMs: elapsed(),
        placed: p.placed + been,
        bound: most,
        breaks: p.breaks,
        breaksBound: p.bound ?? null,
      });
      last = latest;
    },
    /** `usedUp`: the search went on until its time was over; what is left of it is for storing the plan. */
    close: async (usedUp: boolean): Promise<{ readonly lost: boolean }> => {
      clearInterval(beat);
      run.signal.removeEventListener('abort', onEnd);
      latest = endPoint(last, usedUp && !stopping.signal.aborted ? Math.max(elapsed(), plan.seconds * 1000) : elapsed());
      if (latest !== null) write();
      await written;
      return { lost };
    },
  };
}

const failed = (code: string) => ({
  status: 'failed' as const,
  engine: '',
  figures: null,
  bound: null,
  breaksBound: null,
  failure: { code, params: {} },
});

/** Meetings wished that have been. */
const beenOf = ({ meetings }: Given, { past }: Ahead): number => {
  const wished = new Set(meetings.map(({ id }) => id));
  return past.filter(({ meetingId }) => wished.has(meetingId)).length;
};

async function keep(work: Work, prepared: Prepared, job: PlanJob, outcome: PlanOutcome): Promise<Result<null>> {
  const { scope, plan, edition, given, ahead, input } = prepared;
  const found: readonly Placed[] = fromPlanner(input, outcome.plan.placements);
  // The thread verified and valued the plan, away from those who wait for this node; here is only told that all of it is stored.
  if (found.length !== outcome.plan.placements.length) {
    await endPlan(work.tx, scope, plan.id, job.attempt, { ...failed('meetings.plan_not_verified'), at: work.now });
    return ok(null);
  }
  const placed = [...ahead.past, ...found];
  const most = Math.min(outcome.most?.placed ?? Infinity, placementBound(input.facts)) + beenOf(given, ahead);
  // Gaps beside what has been are nobody's to close, so that what is proven of the rest is not said of the whole.
  const isWhole = ahead.edition === edition;
  const bounds = { bound: most, breaksBound: isWhole ? outcome.bound : null };
  const clock = { now: plan.startedAt.getTime(), held: ahead.past };
  // Pins are wishes of the draft; for its figures they count like any other placement.
  const whole = isWhole ? input : plannerInput(edition, { ...given, pins: [] });
  const conflicts = conflictsAt(edition, whole, placed, clock);
  const figures = isWhole ? figuresFrom(input, outcome.value, conflicts, bounds) : figuresOf(whole, placed, conflicts, bounds);
  const status = found.length === 0 && outcome.stopped ? ('cancelled' as const) : ('ready' as const);
  const ending = { status, engine: outcome.plan.engine, figures, ...bounds, failure: null, at: work.now };
  if (!(await endPlan(work.tx, scope, plan.id, job.attempt, ending))) return ok(null);
  await insertPlacements(work.tx, scope, plan.id, placed);
  if (outcome.unplaced.length > 0) await keepExplained(work.tx, scope, plan.id, explainedBy(input.facts, outcome, work.now.toISOString()));
  return ok(null);
}

/** Leaves the search to another node: it waits in the queue as if nobody had taken it up. */
async function giveBack(work: Work, { scope, plan }: Prepared, job: PlanJob): Promise<Result<null>> {
  if (await returnPlan(work.tx, scope, plan.id, job.attempt)) await work.enqueue(planJobName, { ...job });
  return ok(null);
}

/**
 * Does one search to its end: by itself, by its time, or because it was asked to stop; either way the best plan is kept, verified.
 * Does nothing when the plan has ended or a later attempt has taken it over. A node that ends gives it back at once, and that is no death.
 */
export async function runPlan(run: PlanRun, job: PlanJob): Promise<void> {
  const caller: Caller = { ...nobody(), account: job.account };
  const began = run.now();
  const prepared = await prepareOrFail(run, caller, job);
  if (prepared === null) return;
  const { plan, input, scope, start } = prepared;
  await makeRoom();
  const beside = companion(run, caller, prepared, job, began);
  const { signal, onProgress } = beside;
  const read = (run.now() - began) / 1000;
  const seconds = secondsToSearch({ allowed: plan.seconds, read, meetings: input.facts.meetings.length });
  const searched = planInWorker(input.facts, { seed: plan.seed, seconds, start, signal, onProgress }).catch((fault: unknown) => {
    run.onFault(fault);
    return null;
  });
  // Not the thread's own end: verifying a large plan may take longer than a node has to end in.
  const outcome = await Promise.race([searched, beside.nodeEnds]);
  const { lost } = await beside.close(outcome !== null && outcome !== 'node ends' && outcome.stopped);
  if (lost) return;
  await inWork(run.database, caller, async (work) => {
    if (outcome === 'node ends') return giveBack(work, prepared, job);
    if (outcome !== null) return keep(work, prepared, job, outcome);
    await endPlan(work.tx, scope, plan.id, job.attempt, { ...failed('meetings.plan_thread_failed'), at: work.now });
    return ok(null);
  });
  // What it has read and found is large, and whoever looks at the draft next reads it anew.
  await makeRoom();
}
