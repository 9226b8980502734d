// Reads that do not wait for each other go to PostgreSQL as one statement (batching): a round trip costs more than most queries.
import { sql, type Expression } from 'kysely';
import type { Tx } from './tx.ts';

/** A row as JSON brings it: an instant as its text. An amount (numeric) is to be selected as text, or it loses digits. */
export type Told<R> = { readonly [C in keyof R]: Date extends R[C] ? string | Exclude<R[C], Date> : R[C] };

export type RowOf<Q> = Q extends Expression<infer R> ? Told<R> : never;

interface Asked {
  readonly query: Expression<unknown>;
  readonly tell: (rows: readonly never[]) => void;
  readonly fail: (fault: unknown) => void;
}

/** What was asked for since the last statement went out. */
const waiting = new WeakMap<Tx, Asked[]>();

async function send(tx: Tx): Promise<void> {
  const asked = waiting.get(tx) ?? [];
  waiting.delete(tx);
  const columns = asked.map(
    ({ query }, at) => sql`(select coalesce(json_agg(the_row), '[]') from (${query}) as the_row) as ${sql.ref(`q${at}`)}`,
  );
  try {
    const { rows } = await sql<Readonly<Record<string, readonly never[]>>>`select ${sql.join(columns)}`.execute(tx);
    for (const [at, { tell }] of asked.entries()) tell(rows[0]?.[`q${at}`] ?? []);
  } catch (fault) {
    for (const { fail } of asked) fail(fault);
  }
}

/**
 * The rows of a query that writes nothing. It is sent when nothing can go on without an answer, together with whatever else has been
 * asked for in the transaction by then: whoever asks for several things asks for them at once (`Promise.all`).
 */
export function read<R>(tx: Tx, query: Expression<R>): Promise<readonly Told<R>[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Told<R>[]>();
  const asked = waiting.get(tx) ?? [];
  asked.push({ query, tell: resolve, fail: reject });
  // After all that runs by itself in this turn of the event loop, as `dataloader` does it.
  if (asked.length === 1) void Promise.resolve().then(() => process.nextTick(() => void send(tx)));
  waiting.set(tx, asked);
  return promise;
}
