// The one door to PostgreSQL for the running server: pools that have taken on a role without rights to bypass policies.
import { Kysely } from 'kysely';
import pg from 'pg';
import { ListsDialect } from './lists-dialect.ts';
import { PreparingClient } from './preparing-client.ts';
import { createSender, type Sender } from '../jobs/sender.ts';
import type { DB } from './schema.ts';

export type { Tx } from './tx.ts';

export interface Database {
  /** As hansa_app: sees and writes only what the policies allow the actor of the transaction. */
  readonly app: Kysely<DB>;
  /** The same for transactions that only read, over connections of their own (a bulkhead): who waits for a lock keeps nobody from looking. */
  readonly looks: Kysely<DB>;
  readonly appPool: pg.Pool;
  /** As hansa_auth: the sign-in tables only. */
  readonly authPool: pg.Pool;
  readonly jobs: Sender;
  readonly close: () => Promise<void>;
}

// Whole numbers beyond 2^53 do not occur in our tables; counts may come as JavaScript numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar date is its ISO text: a JavaScript Date would shift it by the server's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * A connection that rests is kept so long. A new one has to plan what all others know, and it is needed when many ask at once: given up after ten seconds,
 * as the library does, each wave of requests would pay for it.
 */
const restMs = 300_000;

// A plan is made for a statement, not for each use of it (generic plan): under row-level security planning costs more than most answers.
const poolAs = (url: string, role: string, max: number, schema?: string): pg.Pool => {
  const options = `-c role=${role}${schema === undefined ? '' : ` -c search_path=${schema}`} -c timezone=UTC -c plan_cache_mode=force_generic_plan -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000`;
  const pool = new pg.Pool({
    Client: PreparingClient,
    // What is asked for at once is sent at once (pipelining).
    pipeline: true,
    connectionString: url,
    max,
    options,
    application_name: role,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: restMs,
  });
  // A connection that dies is replaced at the next query, and what was asked of it fails; without listeners, on the pool for idle ones and
  // on each that is in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** Opens the pools of a server; nothing connects until the first query. */
export function openDatabase(serverUrl: string): Database {
  const appPool = poolAs(serverUrl, 'hansa_app', 12);
  const lookPool = poolAs(serverUrl, 'hansa_app', 10);
  const authPool = poolAs(serverUrl, 'hansa_auth', 5, 'sign_in');
  const jobs = createSender(appPool);
  const app = new Kysely<DB>({ dialect: new ListsDialect({ pool: appPool }) });
  const looks = new Kysely<DB>({ dialect: new ListsDialect({ pool: lookPool }) });
  return {
    app,
    looks,
    appPool,
    authPool,
    jobs,
    close: async () => {
      await jobs.close();
      await app.destroy();
      await looks.destroy();
      await authPool.end();
    },
  };
}
