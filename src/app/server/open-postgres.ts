// Opens the database that the configuration names, brought to the newest shape and safe to write to.
import type { Config } from '#platform/config.ts';
import { installJobs } from '#platform/jobs/jobs.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import type { Address } from '#platform/postgres/listening.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { migrationFolders } from '#platform/postgres/migration-folders.ts';
import { checkDurability, connect, ensureRoles } from '#platform/postgres/roles.ts';
import { isGoingDown } from '#platform/postgres/outage.ts';
import { FolderTaken, holdFolder } from '#platform/postgres/single-server.ts';
import { SentenceError } from '#platform/sentence-error.ts';
import { jobsOf } from './jobs.ts';

export interface OpenPostgres {
  readonly serverUrl: string;
  readonly migratorUrl: string;
  readonly secret: string;
  /** Rejects when the database is ours no more and never will be: another server took the folder while it was down. */
  readonly lost: Promise<never>;
  readonly close: () => Promise<void>;
}

interface Reached {
  readonly serverUrl: string;
  readonly migratorUrl: string;
  readonly secret: string;
  readonly lost: Promise<never>;
  readonly release: () => Promise<void>;
}

const demoSecret = 'a-demo-on-an-outside-database-signs-with-this-known-word';

/** The folder's database, with the lock that makes it ours; started anew where its last holder took it down in the same moment. */
async function holdDatabase(folder: string, onStep: (sentence: string) => void, kept?: Address) {
  for (let tries = 0; ; tries += 1) {
    try {
      const postgres = await startEmbeddedPostgres({ folder, durability: 'safe', onStep, ...(kept === undefined ? {} : { kept }) });
      return { postgres, hold: await holdFolder(postgres.serverUrl, folder) };
    } catch (fault) {
      if (tries >= 3 || !isGoingDown(fault)) throw fault;
    }
  }
}

/** Keeps trying: a database without room on its disk starts again once there is some. */
async function holdAgain(folder: string, onStep: (sentence: string) => void, kept: Address): ReturnType<typeof holdDatabase> {
  let told = '';
  for (;;)
    try {
      return await holdDatabase(folder, onStep, kept);
    } catch (fault) {
      if (fault instanceof FolderTaken) throw fault;
      const sentence = fault instanceof Error ? fault.message : String(fault);
      if (sentence !== told) onStep(sentence);
      told = sentence;
      await pause(2000);
    }
}

/** The embedded database of a folder, started again whenever it ends before it is released. */
async function reachEmbedded(config: Config, onStep: (sentence: string) => void): Promise<Reached> {
  let held = await holdDatabase(config.folder, onStep);
  let ending = false;
  const keep = async (): Promise<never> => {
    for (;;) {
      await held.hold.lost;
      // Nobody waits for this any more.
      if (ending) return new Promise<never>(() => undefined);
      onStep('The database ended; starting it again …');
      held = await holdAgain(config.folder, onStep, held.postgres.address);
      onStep('The database runs again.');
    }
  };
  const lost = keep();
  lost.catch(() => undefined);
  const { serverUrl, migratorUrl, secrets } = held.postgres;
  // The lock is held to the end, so that nobody begins to work on a database that is going down.
  const release = async (): Promise<void> => {
    ending = true;
    await held.postgres.stop();
    await held.hold.release();
  };
  return { serverUrl, migratorUrl, secret: config.secret ?? secrets.session, lost, release };
}

async function reach(config: Config, onStep: (sentence: string) => void): Promise<Reached> {
  if (config.outside === null) return reachEmbedded(config, onStep);
  return {
    serverUrl: config.outside.server,
    migratorUrl: config.outside.migrator,
    secret: config.secret ?? demoSecret,
    lost: new Promise<never>(() => undefined),
    release: () => Promise.resolve(),
  };
}

async function removeEverything(migratorUrl: string): Promise<void> {
  const client = await connect(migratorUrl, 'the migrator');
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace where nspowner = current_user::regrole and nspname <> 'public'`,
    );
    for (const { name } of rows) await client.query(`drop schema if exists ${name} cascade`);
  } finally {
    await client.end();
  }
}

/**
 * Starts or reaches the database, checks that it keeps what it confirms, and migrates it.
 * @throws SentenceError when it cannot be used; whatever was started is stopped again
 */
export async function openPostgres(
  config: Config,
  { reset, onStep }: { readonly reset: boolean; readonly onStep: (sentence: string) => void },
): Promise<OpenPostgres> {
  const { release, ...reached } = await reach(config, onStep);
  try {
    if (reset) {
      if (!config.demo) throw new SentenceError('Only a demo can be reset; set HANSA_DEMO=1 if this database holds nothing else.');
      onStep('Removing the old demo world …');
      await removeEverything(reached.migratorUrl);
    }
    for (const url of [reached.migratorUrl, reached.serverUrl]) await checkDurability(url, config.allowUnsafeDisk);
    await ensureRoles(reached.migratorUrl, reached.serverUrl);
    const ran = await migrate(reached.migratorUrl, migrationFolders);
    if (ran.length > 0) onStep(`Database brought up to date (${ran.length} steps).`);
    await installJobs(reached.migratorUrl, jobsOf(config));
  } catch (fault) {
    await release();
    throw fault;
  }
  return { ...reached, close: release };
}
