// How searches begin, die, are given back and end, whoever started them.
import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Answer } from '../../contract.ts';
import { copyPlan } from './compare-plans.ts';
import { openForum, untilOneWaits, type Forum } from '../forum-fixture.ts';
import { getPlan } from './get-plan.ts';
import { listDecisions } from './list-decisions.ts';
import { reviveSearches, runPlan, type PlanRun } from './run-plan.ts';
import { startPlan, stopPlan } from './start-plan.ts';

const db = await ownTestDatabase();

const run = (more: Partial<PlanRun> = {}): PlanRun => ({
  database: db.database,
  signal: new AbortController().signal,
  now: () => performance.now(),
  onFault: (fault) => expect.fail(String(fault)),
  ...more,
});
const search = (f: Forum, planId: string, attempt = 1, more: Partial<PlanRun> = {}): Promise<void> =>
  runPlan(run(more), { editionId: f.editionId, planId, account: f.organiser.owner, attempt });

interface Searched extends Forum {
  readonly planId: string;
  readonly plan: () => Promise<Answer<'getPlan'>>;
}

/** A forum of three wishes with a search that waits in the queue. */
async function searched(seconds = 5): Promise<Searched> {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E02, f.ids.B01);
  await f.ask(f.ids.E02, f.ids.B02);
  const { id } = valueOf(await f.as(f.organiser, (w) => startPlan(w, { editionId: f.editionId, seconds, seed: 1 })));
  return {
    ...f,
    planId: id,
    plan: async () => valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId: f.editionId, planId: id }))),
  };
}

const revive = async (): Promise<void> => void valueOf(await db.as(null, (w) => reviveSearches(w, 20)));
const jobsOf = async (planId: string): Promise<readonly { readonly attempt: number; readonly account: string }[]> => {
  const { rows } = await db.owner.query<{ attempt: number; account: string }>(
    "select (data ->> 'attempt')::int as attempt, data ->> 'account' as account from jobs.job where data ->> 'planId' = $1 order by created_on, attempt",
    [planId],
  );
  return rows;
};
const heard = (planId: string, ago: string) =>
  db.owner.query('update meetings.plan set heard_at = now() - $2::interval where id = $1', [planId, ago]);

test('a search that fell silent is handed out once more, then failed with a sentence; a late first attempt changes nothing', async () => {
  const { planId, plan, ...f } = await searched();
  await revive();
  expect(await jobsOf(planId)).toHaveLength(1);
  await heard(planId, '1 hour');
  await revive();
  const account = f.organiser.owner;
  expect(await jobsOf(planId)).toEqual([
    { attempt: 1, account },
    { attempt: 2, account },
  ]);
  await search(f, planId, 1);
  expect((await plan()).status).toBe('running');
  await heard(planId, '1 hour');
  await revive();
  expect(await jobsOf(planId)).toHaveLength(2);
  expect(await plan()).toMatchObject({ status: 'failed', failure: { code: 'meetings.plan_died' } });
  expect(valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId: f.editionId }))).entries[0]).toMatchObject({
    kind: 'plan_failed',
    attention: true,
  });
});

test('a search that waits behind others for hours is not dead; one that the queue has lost is', async () => {
  const { planId, plan } = await searched();
  const queued = async () => {
    await db.owner.query("update meetings.plan set started_at = now() - interval '9 hours' where id = $1", [planId]);
    await revive();
    return (await jobsOf(planId)).map((j) => j.attempt);
  };
  expect(await queued()).toEqual([1]);
  await heard(planId, '1 hour');
  expect(await queued()).toEqual([1, 2]);
  // Handed out again, it waits again: that is no second death.
  expect(await queued()).toEqual([1, 2]);
  expect((await plan()).status).toBe('running');
  await db.owner.query("update jobs.job set state = 'active', started_on = now() where data ->> 'planId' = $1", [planId]);
  await queued();
  expect((await plan()).status).toBe('running');
  await db.owner.query("update jobs.job set state = 'failed', completed_on = now() where data ->> 'planId' = $1", [planId]);
  await queued();
  expect(await plan()).toMatchObject({ status: 'failed', failure: { code: 'meetings.plan_died' } });
});

test('a search whose starter may no longer plan ends with a sentence', async () => {
  const { planId, plan, ...f } = await searched();
  const editor = await db.addMember(f.organiser.office, 'editor');
  const job = { editionId: f.editionId, planId, account: editor, attempt: 1 };
  await db.owner.query("update accounts.membership set role = 'viewer' where account = $1", [editor]);
  await runPlan(run(), job);
  expect(await plan()).toMatchObject({ status: 'failed', failure: { code: 'meetings.plan_not_allowed' } });
  // And what has ended stays as it is.
  await runPlan(run(), { ...job, account: null });
  expect((await plan()).version).toBe(2);
});

test('a search that cannot begin for a fault ends with a sentence, and the fault is told', async () => {
  const { planId, plan, ...f } = await searched();
  const faults: unknown[] = [];
  const breaking: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind === 'SelectQueryNode') throw new Error('no such luck');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const database = { ...db.database, app: db.database.app.withPlugin(breaking) };
  await search(f, planId, 1, { database, onFault: (fault) => faults.push(fault) });
  expect(faults).toMatchObject([{ message: 'no such luck' }]);
  expect(await plan()).toMatchObject({ status: 'failed', failure: { code: 'meetings.plan_thread_failed' } });
});

test('a search that nobody has taken up yet is stopped at once, and leaves nothing to decide about', async () => {
  const { planId, plan, ...f } = await searched();
  const { editionId } = f;
  const stopped = valueOf(await f.as(f.organiser, (w) => stopPlan(w, { editionId, planId })));
  expect(stopped).toMatchObject({ status: 'cancelled', figures: null, failure: null });
  expect(stopped.endedAt).not.toBeNull();
  await search(f, planId);
  expect(await plan()).toMatchObject({ status: 'cancelled', figures: null, version: stopped.version });
  const decisions = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId })));
  expect(decisions.entries.map((d) => d.kind)).toEqual(['no_plan']);
});

test('stop keeps the best plan so far', async () => {
  const { planId, plan, ...f } = await searched(60);
  await heard(planId, '0 seconds');
  const asked = valueOf(await f.as(f.organiser, (w) => stopPlan(w, { editionId: f.editionId, planId })));
  expect(asked.status).toBe('running');
  await search(f, planId);
  expect(await plan()).toMatchObject({ status: 'ready', figures: { placed: 3 } });
});

test('a node that ends gives its search back to the queue, and that is no death', async () => {
  const { planId, plan, ...f } = await searched(60);
  const node = new AbortController();
  node.abort();
  for (let nodes = 1; nodes <= 3; nodes += 1) {
    await search(f, planId, 1, { signal: node.signal });
    expect((await jobsOf(planId)).map((j) => j.attempt)).toEqual(Array.from({ length: nodes + 1 }, () => 1));
    await revive();
    expect((await plan()).status).toBe('running');
  }
  await search(f, planId);
  expect(await plan()).toMatchObject({ status: 'ready', figures: { placed: 3 } });
});

const isRunning = { refusal: { kind: 'conflict', code: 'meetings.plan_is_running' } };

test('no second search begins beside one that runs, even when a copy was made meanwhile', async () => {
  const { planId, ...f } = await searched();
  const { editionId } = f;
  const start = () => f.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1 }));
  valueOf(await f.as(f.organiser, (w) => copyPlan(w, { editionId, planId })));
  expect(await start()).toMatchObject(isRunning);
  await search(f, planId);
  expect((await start()).ok).toBe(true);
});

test('of two searches that begin at once, the database lets one', async () => {
  const { planId, ...f } = await searched();
  const { editionId } = f;
  await search(f, planId);
  const other = await db.owner.connect();
  try {
    await other.query('begin');
    await other.query(
      `insert into meetings.plan (edition_id, id, owner_office, number, status, seed, seconds, started_at)
       select edition_id, gen_random_uuid(), owner_office, 99, 'running', 1, 5, now() from meetings.plan where id = $1`,
      [planId],
    );
    const started = f.as(f.organiser, (w) => startPlan(w, { editionId, seconds: 5, seed: 1 }));
    await untilOneWaits(db);
    await other.query('commit');
    expect(await started).toMatchObject(isRunning);
  } finally {
    other.release();
  }
});
