// Sends background work in the transaction of its cause.
import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Tx } from '../postgres/tx.ts';

/** Ids only: a job loads what it needs as the actor it names. */
export type JobPayload = Readonly<Record<string, string | number | null>>;

export const jobsSchema = 'jobs';

/** pg-boss on our pool; `supervise` also lets it plan and clean up. */
export const bossOn = (pool: pg.Pool, supervise: boolean): PgBoss => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    supervise,
    schedule: supervise,
  });
  boss.on('error', () => undefined);
  return boss;
};

export interface Sender {
  /** Sends a job in the transaction: it starts when, and only if, the transaction commits. */
  readonly send: (tx: Tx, name: string, payload: JobPayload) => Promise<void>;
  /** Says that jobs of these names were sent and committed: workers of this node do not wait until they ask again. */
  readonly wake: (names: Iterable<string>) => void;
  readonly onSent: (name: string, worker: () => void) => void;
  readonly close: () => Promise<void>;
}

/** A sender that starts pg-boss at its first use, so that reading nodes and most tests never do. */
export function createSender(pool: pg.Pool): Sender {
  let started: Promise<PgBoss> | undefined;
  const workers = new Map<string, () => void>();
  return {
    wake: (names) => {
      for (const name of names) workers.get(name)?.();
    },
    onSent: (name, worker) => void workers.set(name, worker),
    send: async (tx, name, payload) => {
      started ??= bossOn(pool, false).start();
      const boss = await started;
      await boss.send(name, payload, {
        db: {
          executeSql: async (text, values) => ({
            rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values ?? []))).rows],
          }),
        },
      });
    },
    close: async () => void (await (await started)?.stop({ graceful: false })),
  };
}
