// Whether a plan may be released: the one rule of the question before a release, the release itself, and what waits for a decision.
import { remembered } from '#kernel/memory/remembered.ts';
import { violationsOf } from '#scheduler/core/verify.ts';
import { bearableRules, type DraftConflict } from './draft-conflicts.ts';
import type { Placed } from '../edition-facts.ts';
import { toPlanner, type PlannerInput } from './planner-facts.ts';
import type { Sentence } from './sentences.ts';

/** A plan beside the facts of its edition as they are now, not as they were when it was searched for. */
export interface Releasable {
  readonly board: {
    readonly plan: { readonly status: 'running' | 'ready' | 'cancelled' | 'failed'; readonly releasedAs: number | null };
    readonly placed: readonly Placed[];
  };
  /** Of what is still to come. */
  readonly inputAhead: PlannerInput;
  readonly conflicts: readonly DraftConflict[];
}

const isRefused = remembered((input: PlannerInput, placed: readonly Placed[]): boolean =>
  violationsOf(input.facts, toPlanner(input, placed)).some(({ rule }) => !bearableRules.has(rule)),
);

/** Why the plan cannot be released; null when it can. What the independent verifier finds and people cannot bear hinders it whatever the conflicts say. */
export function hindranceOf({ board: { plan, placed }, inputAhead, conflicts }: Releasable): Sentence | null {
  const hindered = (code: string, params: Sentence['params'] = {}): Sentence => ({ code: `meetings.${code}`, params });
  if (plan.status === 'running') return hindered('plan_is_running');
  if (plan.releasedAs !== null) return hindered('plan_was_released', { number: plan.releasedAs });
  if (plan.status !== 'ready' || placed.length === 0) return hindered('nothing_to_release');
  const count = conflicts.filter(({ severity }) => severity === 'hard').length;
  if (count > 0) return hindered('hard_conflicts_stand', { count });
  return isRefused(inputAhead, placed) ? hindered('plan_not_verified') : null;
}
