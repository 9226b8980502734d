// How long the search for a plan took, as its picture has it.
import type { PlanDetail } from '../edition/answers.ts';

export type Searched = Pick<PlanDetail, 'progress' | 'seconds' | 'status' | 'stopped' | 'figures'>;

const SECOND = 1000;

/** Seconds that the search itself took, as on the axis of its picture: waiting for its turn is no search. */
export const searchedSeconds = ({ progress, seconds }: Pick<Searched, 'progress' | 'seconds'>): number => {
  const last = progress.at(-1);
  return last === undefined ? seconds : Math.max(1, Math.round(last.elapsedMs / SECOND));
};

/** A search that left something out although it had time left; a copy never searched. */
export const endedByItself = (plan: Searched): boolean =>
  plan.status === 'ready' &&
  !plan.stopped &&
  plan.progress.length > 0 &&
  (plan.figures?.unplaced ?? 0) > 0 &&
  searchedSeconds(plan) < plan.seconds;
