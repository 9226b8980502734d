import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.ts';

/** A running transaction: the only way SQL is spoken. */
export type Tx = Transaction<DB>;

/** Whoever does the same thing at the same time waits here until the transaction before has ended, and then reads what it has written (a lock). */
export async function takeTurns(tx: Tx, ...thing: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${thing.join(' ')}, 70))`.execute(tx);
}
