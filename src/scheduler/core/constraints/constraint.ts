import type { Draft } from '../draft.ts';
import type { Reason } from '../model.ts';

/** One rule a plan is judged by: a name, and everything in a draft that speaks against it. */
export interface Constraint {
  readonly name: string;
  readonly reasonsIn: (draft: Draft) => readonly Reason[];
}
