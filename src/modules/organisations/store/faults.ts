// Which rule of the database a failed statement broke; a use case turns the expected ones into refusals.
import pg from 'pg';

/** Whether the fault is a breach of this foreign key. */
export const breaksReference = (fault: unknown, constraint: string): boolean =>
  fault instanceof pg.DatabaseError && fault.code === '23503' && fault.constraint === constraint;
