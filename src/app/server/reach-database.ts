// The configured database for a command of the operator, whether a server works on it or not.
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { databaseRuns } from '#platform/postgres/postmaster.ts';
import { openPostgres, type OpenPostgres } from './open-postgres.ts';

type Reached = Pick<OpenPostgres, 'serverUrl' | 'migratorUrl' | 'close'>;

/** An embedded database that a server works on is reached beside it and left running; one that rests is started, and stopped again. */
export async function reachDatabase(config: Config, print: (sentence: string) => void): Promise<Reached> {
  const close = (): Promise<void> => Promise.resolve();
  if (config.outside !== null) return { serverUrl: config.outside.server, migratorUrl: config.outside.migrator, close };
  if (!(await databaseRuns(join(config.folder, 'cluster'), join(config.folder, 'run'))))
    return openPostgres(config, { reset: false, onStep: print });
  const { serverUrl, migratorUrl } = await startEmbeddedPostgres({ folder: config.folder, durability: 'safe' });
  return { serverUrl, migratorUrl, close };
}
