// SQL of plans: their rows, and the steps of a search.
import { sql } from 'kysely';
import pg from 'pg';
import type { Tx } from '#platform/postgres/database.ts';
import type { PlanFigures } from '../domain/planning/figures.ts';
import type { SearchPoint } from '../domain/planning/search-points.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import type { Sentence } from '../domain/planning/sentences.ts';

export type PlanStatus = 'running' | 'ready' | 'cancelled' | 'failed';

export interface PlanRow {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly status: PlanStatus;
  readonly engine: string;
  readonly seed: number;
  readonly seconds: number;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly stopAskedAt: Date | null;
  readonly failure: Sentence | null;
  readonly bound: number | null;
  readonly breaksBound: number | null;
  readonly figures: PlanFigures | null;
  /** The search was free to move what the schedule in force holds. */
  readonly movesFreely: boolean;
  readonly copiedFrom: number | null;
  readonly releasedAs: number | null;
}

/** Columns of a plan under the alias `p`, with the numbers of the plan it was copied from and of its release. */
export const planColumns = sql`p.id, p.version, p.number, p.status, p.engine, p.seed, p.seconds, p.attempts, p.started_at as "startedAt", p.ended_at as "endedAt",
  p.stop_asked_at as "stopAskedAt", p.failure, p.bound, p.breaks_bound as "breaksBound", p.figures, p.moves_freely as "movesFreely",
  (select c.number from meetings.plan c where c.edition_id = p.edition_id and c.id = p.copied_from) as "copiedFrom",
  (select max(r.number) from meetings.release r where r.edition_id = p.edition_id and r.plan_id = p.id) as "releasedAs"`;

export async function loadPlan(tx: Tx, editionId: string, planId: string): Promise<PlanRow | null> {
  const { rows } =
    await sql<PlanRow>`select ${planColumns} from meetings.plan p where p.edition_id = ${editionId} and p.id = ${planId}`.execute(tx);
  return rows[0] ?? null;
}

/** One more than `limit` plans, newest first. */
export async function listPlanRows(
  tx: Tx,
  editionId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select ${planColumns} from meetings.plan p
    where p.edition_id = ${editionId} and (${after}::uuid is null or p.id < ${after}::uuid) order by p.id desc limit ${limit + 1}`.execute(
    tx,
  );
  return rows;
}

export interface NewPlan {
  readonly id: string;
  readonly number: number;
  readonly status: PlanStatus;
  readonly engine: string;
  readonly seed: number;
  readonly seconds: number;
  readonly movesFreely: boolean;
  readonly copiedFrom: string | null;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly bound: number | null;
  readonly breaksBound: number | null;
  readonly figures: PlanFigures | null;
}

const isSecondSearch = (fault: unknown): boolean =>
  fault instanceof pg.DatabaseError && fault.code === '23505' && fault.constraint === 'plan_running_once';

/** Adds a plan; false when it is a search and another of the edition runs. The transaction can then only be rolled back. */
export async function insertPlan(tx: Tx, { editionId, office }: OrganiserScope, plan: NewPlan): Promise<boolean> {
  const inserting = tx
    .insertInto('meetings.plan')
    .values({
      edition_id: editionId,
      id: plan.id,
      owner_office: office,
      number: plan.number,
      status: plan.status,
      engine: plan.engine,
      seed: plan.seed,
      seconds: plan.seconds,
      moves_freely: plan.movesFreely,
      copied_from: plan.copiedFrom,
      started_by: plan.startedBy,
      started_at: plan.startedAt,
      attempts: 1,
      ended_at: plan.endedAt,
      bound: plan.bound,
      breaks_bound: plan.breaksBound,
      figures: plan.figures === null ? null : JSON.stringify(plan.figures),
    })
    .execute();
  try {
    await inserting;
    return true;
  } catch (fault) {
    if (isSecondSearch(fault)) return false;
    throw fault;
  }
}

/** Whether a search of the edition runs or waits. */
export async function hasRunningPlan(tx: Tx, editionId: string): Promise<boolean> {
  const query = tx.selectFrom('meetings.plan').select('id').where('edition_id', '=', editionId).where('status', '=', 'running');
  return (await query.executeTakeFirst()) !== undefined;
}

/**
 * Takes the plan to its next version, with new figures where they changed; false when the version is not the expected one any more.
 * Whoever changes or releases a plan does this first: of two at once, one hears that the plan has changed.
 */
export async function bumpPlan(
  tx: Tx,
  { editionId }: OrganiserScope,
  planId: string,
  change: { readonly figures?: PlanFigures; readonly expectedVersion: number },
): Promise<boolean> {
  const figures = change.figures === undefined ? {} : { figures: JSON.stringify(change.figures) };
  const result = await tx
    .updateTable('meetings.plan')
    .set((eb) => ({ version: eb('version', '+', 1), ...figures }))
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .where('version', '=', change.expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertProgress(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  planId: string,
  step: number,
  point: SearchPoint,
): Promise<void> {
  const told = {
    elapsed_ms: point.elapsedMs,
    placed: point.placed,
    bound: point.bound,
    breaks: point.breaks,
    breaks_bound: point.breaksBound,
  };
  await tx
    .insertInto('meetings.plan_progress')
    .values({ edition_id: editionId, plan_id: planId, step, owner_office: office, ...told })
    .onConflict((c) => c.columns(['edition_id', 'plan_id', 'step']).doUpdateSet(told))
    .execute();
}

export async function loadProgress(tx: Tx, editionId: string, planId: string): Promise<readonly SearchPoint[]> {
  const { rows } = await sql<SearchPoint>`
    select elapsed_ms as "elapsedMs", placed, bound, breaks, breaks_bound as "breaksBound" from meetings.plan_progress where edition_id = ${editionId} and plan_id = ${planId} order by step limit 2000`.execute(
    tx,
  );
  return rows;
}
