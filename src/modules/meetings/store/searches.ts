// SQL of a search while it runs: who has it, whether it goes on, and how it ends.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { PlanFigures } from '../domain/planning/figures.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import type { Sentence } from '../domain/planning/sentences.ts';
import type { PlanStatus } from './plans.ts';

export interface Ending {
  readonly status: Exclude<PlanStatus, 'running'>;
  readonly engine: string;
  readonly figures: PlanFigures | null;
  readonly bound: number | null;
  readonly breaksBound: number | null;
  readonly failure: Sentence | null;
  readonly at: Date;
}

/** Ends a running search; false when it has ended already or another attempt goes on with it. */
export async function endPlan(tx: Tx, { editionId }: OrganiserScope, planId: string, attempt: number, ending: Ending): Promise<boolean> {
  const result = await tx
    .updateTable('meetings.plan')
    .set((eb) => ({
      version: eb('version', '+', 1),
      status: ending.status,
      engine: ending.engine,
      ended_at: ending.at,
      bound: ending.bound,
      breaks_bound: ending.breaksBound,
      figures: ending.figures === null ? null : JSON.stringify(ending.figures),
      failure: ending.failure === null ? null : JSON.stringify(ending.failure),
    }))
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .where('status', '=', 'running')
    .where('attempts', '=', attempt)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Asks a running search to end; it looks for this every other second. */
export const askStop = async (tx: Tx, { editionId }: OrganiserScope, planId: string, at: Date): Promise<void> =>
  void (await tx
    .updateTable('meetings.plan')
    .set({ stop_asked_at: at })
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .where('status', '=', 'running')
    .execute());

/** Says that the search is alive; answers whether it should stop: asked to, ended, or taken over by another attempt. */
export async function hearPlan(tx: Tx, { editionId }: OrganiserScope, planId: string, attempt: number): Promise<'go on' | 'stop' | 'lost'> {
  const { rows } = await sql<{ stop: boolean }>`
    update meetings.plan set heard_at = clock_timestamp() where edition_id = ${editionId} and id = ${planId} and status = 'running' and attempts = ${attempt}
    returning stop_asked_at is not null as stop`.execute(tx);
  const heard = rows[0];
  if (heard === undefined) return 'lost';
  return heard.stop ? 'stop' : 'go on';
}

export interface SilentPlan {
  readonly editionId: string;
  readonly planId: string;
  readonly account: string | null;
  readonly attempt: number;
}

/** Searches that have fallen silent: handed out once more each, failed with a sentence after that; outside any actor. */
export async function sweepSilentPlans(tx: Tx, silentSeconds: number): Promise<readonly SilentPlan[]> {
  const { rows } =
    await sql<SilentPlan>`select edition_id as "editionId", plan_id as "planId", account, attempt from meetings.sweep_silent_plans(${silentSeconds})`.execute(
      tx,
    );
  return rows;
}

/** Ends a search that no node has taken up yet; one that runs goes on. */
export const cancelUntaken = async (tx: Tx, { editionId }: OrganiserScope, planId: string, at: Date): Promise<void> =>
  void (await tx
    .updateTable('meetings.plan')
    .set((eb) => ({ version: eb('version', '+', 1), status: 'cancelled', stop_asked_at: at, ended_at: at }))
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .where('status', '=', 'running')
    .where('heard_at', 'is', null)
    .execute());

/** Gives a search back as one that nobody has taken up; false when it has ended or another attempt goes on with it. */
export async function returnPlan(tx: Tx, { editionId }: OrganiserScope, planId: string, attempt: number): Promise<boolean> {
  const result = await tx
    .updateTable('meetings.plan')
    .set({ heard_at: null })
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .where('status', '=', 'running')
    .where('attempts', '=', attempt)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends a search that could not begin, whoever started it and whatever they may do now; outside any actor. */
export const failSearch = async (
  tx: Tx,
  { editionId, planId, attempt }: Pick<SilentPlan, 'editionId' | 'planId' | 'attempt'>,
  code: string,
): Promise<void> => void (await sql`select meetings.fail_search(${editionId}, ${planId}, ${attempt}, ${code})`.execute(tx));

/** The plan whose pins a search keeps; null when it keeps none. */
export async function loadPlanSource(tx: Tx, editionId: string, planId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('meetings.plan')
    .select('copied_from')
    .where('edition_id', '=', editionId)
    .where('id', '=', planId)
    .executeTakeFirst();
  return row?.copied_from ?? null;
}

/** Forgets the steps of an earlier attempt. */
export const deleteProgress = async (tx: Tx, { editionId }: OrganiserScope, planId: string): Promise<void> =>
  void (await tx.deleteFrom('meetings.plan_progress').where('edition_id', '=', editionId).where('plan_id', '=', planId).execute());
