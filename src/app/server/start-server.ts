// Starts the application: listens, works on jobs, and ends both in order.
import type { SignIn } from '#modules/accounts/api/sign-in.ts';
import { useVectors } from '#modules/matching/api/find/finder.ts';
import type { Config } from '#platform/config.ts';
import { listen, type Listening } from '#platform/http/server.ts';
import { startWorkers } from '#platform/jobs/jobs.ts';
import { openDatabase, type Database } from '#platform/postgres/database.ts';
import { buildApp } from './build-app.ts';
import { jobsOf } from './jobs.ts';
import type { OpenPostgres } from './open-postgres.ts';

export interface RunningServer {
  readonly database: Database;
  readonly signIn: SignIn;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on the configured port with workers running; `close` ends requests, workers and connections in that order. */
export async function startServer(config: Config, postgres: Pick<OpenPostgres, 'serverUrl' | 'secret'>): Promise<RunningServer> {
  useVectors(config.vectors);
  const database = openDatabase(postgres.serverUrl);
  const { app, signIn, logger } = buildApp(config, database, { secret: postgres.secret, now: () => Date.now() });
  let listening: Listening;
  try {
    listening = await listen(app, config.port, config.host);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  const stopWorkers = await startWorkers(database, jobsOf({ ...config, secret: postgres.secret }), logger);
  return {
    database,
    signIn,
    port: listening.port,
    close: async () => {
      await listening.close();
      await stopWorkers();
      await database.close();
    },
  };
}
