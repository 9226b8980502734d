// Why meetings have no place in a plan, as it is kept with the plan.
import type { Explanation } from '#scheduler/core/explain.ts';

export interface Explained {
  /** The mark of all that they follow from. */
  readonly of: string;
  /** When they were worked out, ISO 8601. */
  readonly at: string;
  readonly entries: readonly Explanation[];
}
