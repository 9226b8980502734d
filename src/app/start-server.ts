// Builds the server out of its modules on an open database and listens.
import { join } from 'node:path';
import { createSignIn, type SignIn } from '#modules/accounts/api/sign-in.ts';
import type { Config } from '#platform/config.ts';
import { createApi } from '#platform/http/api.ts';
import { referencePage } from '#platform/http/reference.ts';
import { createApp, listen, type Listening } from '#platform/http/server.ts';
import { startWorkers } from '#platform/jobs/jobs.ts';
import { createLogger } from '#platform/logging/logger.ts';
import { createMetrics } from '#platform/logging/metrics.ts';
import { openDatabase, type Database } from '#platform/postgres/database.ts';
import { jobs } from './jobs.ts';
import { openApi } from './open-api.ts';
import type { OpenPostgres } from './open-postgres.ts';
import { createRouter } from './router.ts';
import { say } from './say.ts';

export interface RunningServer {
  readonly database: Database;
  readonly signIn: SignIn;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export const pagesFolder = join(import.meta.dirname, '..', '..', 'dist');

/** Listens on the configured port with workers running; `close` ends requests, workers and connections in that order. */
export async function startServer(config: Config, postgres: Pick<OpenPostgres, 'serverUrl' | 'secret'>): Promise<RunningServer> {
  const database = openDatabase(postgres.serverUrl);
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const signIn = createSignIn({ database, origin: config.origin, secret: postgres.secret, say, now: () => Date.now() });
  const app = createApp({
    database,
    origin: config.origin,
    logger,
    metrics,
    say,
    signIn: signIn.respond,
    accountOf: signIn.accountOf,
    api: createApi({ router: createRouter(database, config), say, logger, metrics }),
    openApi,
    reference: async (language) => referencePage(await openApi(), language, '/bare.css'),
    doors: [],
    pages: pagesFolder,
  });
  let listening: Listening;
  try {
    listening = await listen(app, config.port, config.host);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  const stopWorkers = await startWorkers(database, jobs, logger);
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
