// What planning in a thread answers.

import type { Explanation } from '../core/explain.ts';
import type { Plan, Value } from '../core/model.ts';
import type { Holding } from '../core/scale/room.ts';

export interface PlanOutcome {
  readonly plan: Plan;
  readonly value: Value;
  readonly unplaced: readonly Explanation[];
  /** Breaks that no plan with all meetings can go below, where all are placed and a bound is known. */
  readonly bound: number | null;
  /** What no plan can exceed, where not all are placed and it was sought: musts, and with as many musts as here weight of wants and meetings. */
  readonly most: Holding | null;
  /** Whether time or the caller hurried or ended the search; a plan that ended by itself is repeatable from its seed. */
  readonly stopped: boolean;
}
