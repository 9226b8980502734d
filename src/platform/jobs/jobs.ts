// Background work on pg-boss: done by any node, repeated when a node dies.
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Logger } from '../logging/logger.ts';
import type { Database } from '../postgres/database.ts';
import { bossOn, jobsSchema as schema, type JobPayload } from './sender.ts';

export interface Job {
  readonly name: string;
  /** Seconds after which a silent run counts as dead and is tried again. */
  readonly expireSeconds: number;
  readonly retries: number;
  /** Runs by itself at this cron time, once in the cluster. */
  readonly cron?: string;
  readonly run: (
    payload: JobPayload,
    context: { readonly database: Database; readonly logger: Logger; readonly signal: AbortSignal },
  ) => Promise<void>;
}

/** Creates or updates pg-boss' own tables and the queues, as the migrator, and lets the app role use them. */
export async function installJobs(migratorUrl: string, jobs: readonly Pick<Job, 'name' | 'expireSeconds' | 'retries'>[]): Promise<void> {
  const boss = new PgBoss({ connectionString: migratorUrl, schema, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  for (const { name, expireSeconds, retries } of jobs) {
    const options = { retryLimit: retries, retryDelay: 2, expireInSeconds: expireSeconds };
    await ((await boss.getQueue(name)) === null ? boss.createQueue(name, options) : boss.updateQueue(name, options));
  }
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  await client.query(
    `grant usage on schema ${schema} to hansa_app, hansa_backup;
     grant select, insert, update, delete on all tables in schema ${schema} to hansa_app;
     grant select on all tables in schema ${schema} to hansa_backup;
     grant execute on all functions in schema ${schema} to hansa_app`,
  );
  await client.end();
}

/** How often a node asks for work that others have sent or that a cron time has brought; of its own it is told (`Sender.wake`). */
const asksEverySeconds = 2;

/**
 * Starts the workers of this node.
 * @returns a function that ends them: running jobs are told to stop and given two seconds, the rest is done again later
 */
export async function startWorkers(database: Database, jobs: readonly Job[], logger: Logger): Promise<() => Promise<void>> {
  const boss = bossOn(database.appPool, true);
  const ending = new AbortController();
  boss.on('error', (fault) => logger.warn({ err: fault }, 'jobs'));
  await boss.start();
  for (const job of jobs) {
    const worker = await boss.work<JobPayload>(job.name, { pollingIntervalSeconds: asksEverySeconds, batchSize: 1 }, async ([taken]) => {
      if (taken === undefined) return;
      try {
        await job.run(taken.data, { database, logger, signal: ending.signal });
      } catch (fault) {
        logger.error({ err: fault, job: job.name, id: taken.id }, 'job failed');
        throw fault;
      }
    });
    database.jobs.onSent(job.name, () => boss.notifyWorker(worker));
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron);
  }
  return async () => {
    ending.abort();
    await boss.stop({ graceful: true, timeout: 2000 });
  };
}
