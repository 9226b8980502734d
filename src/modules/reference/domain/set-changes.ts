// What has to be written for a set to become what a plan says, and to become again what it was.
import type { Listed, PlannedTie } from './plan-import.ts';
import { saysTheSame } from './written.ts';

export interface SetChanges {
  /** Ties that the set lists from now on as they stand here. */
  readonly puts: readonly (Listed & { readonly importId: string })[];
  /** Ties that it lists no more. */
  readonly withdrawals: readonly Pick<Listed, 'a' | 'b'>[];
}

const sameRows = (x: readonly number[], y: readonly number[]): boolean => x.length === y.length && x.every((row, at) => row === y[at]);

/** A tie that is as it was keeps its import; only its rows follow the file. */
export function changesOf(ties: readonly PlannedTie[], importId: string): SetChanges {
  return {
    puts: ties.flatMap(({ kind, after, before }) => {
      if (after === null) return [];
      if (kind !== 'unchanged') return [{ ...after, importId }];
      return before === null || sameRows(after.rows, before.rows) ? [] : [{ ...after, importId: before.importId }];
    }),
    withdrawals: ties.flatMap(({ after, before }) => (after === null && before !== null ? [{ a: before.a, b: before.b }] : [])),
  };
}

/** The way back: what stood before stands again, what was new is listed no more. */
export function changesBack(ties: readonly PlannedTie[]): SetChanges {
  return {
    puts: ties.flatMap(({ after, before }) => {
      if (before === null) return [];
      const asBefore = after !== null && after.listedBy === before.listedBy && saysTheSame(after.said, before.said);
      return asBefore && sameRows(after.rows, before.rows) ? [] : [before];
    }),
    withdrawals: ties.flatMap(({ after, before }) => (before === null && after !== null ? [{ a: after.a, b: after.b }] : [])),
  };
}
