import type { Transaction } from 'kysely';
import type { DB } from './schema.ts';

/** A running transaction: the only way SQL is spoken. */
export type Tx = Transaction<DB>;
