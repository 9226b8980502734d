// What is alike, by the trigrams of PostgreSQL: the index finds what may be, the forms themselves decide.
import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../work.ts';

/** Less alike than this is not what was meant. */
export const LEAST_LIKE = 0.35;
/** The index knows a name of several words with and without its blanks at once, and so finds either half less alike than it is. */
const LESS_IN_INDEX = 0.1;

/** Has the index give what is alike so much at least, as far as this transaction asks. */
export async function beginLikeness(work: Work, least: number): Promise<void> {
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(least - LESS_IN_INDEX)}, true)`.execute(work.tx);
}

/** The expression that the index of letters holds; its rows have some. */
export const letters = sql<string>`(case when folded like '% %' then folded || '|' || compact else folded end)`;
export const hasLetters = sql<boolean>`folded ~ '[a-z0-9]'`;

/** Is it perhaps alike? */
export const mayBeLike = (form: RawBuilder<string>): RawBuilder<boolean> => sql<boolean>`(${hasLetters} and ${letters} % ${form})`;

/** From 0 to 1, with and without blanks. */
export const likeness = (form: RawBuilder<string>): RawBuilder<number> =>
  sql<number>`greatest(similarity(folded, ${form}), similarity(compact, ${form}))`;
