// What was changed by hand in each draft since the product was opened, the latest last: the way back for longer than a toast.
import { useSyncExternalStore } from 'react';
import type { PlacementChange } from '../edition/answers.ts';

/** What became of one meeting, or of two that were exchanged, and what it was, in the reader's words. */
export interface Done {
  readonly changes: readonly Pick<PlacementChange, 'meetingId' | 'before' | 'after'>[];
  readonly words: string;
  /** Under which its notice stands. */
  readonly notice: string;
}

const mostKept = 50;
const nothing: readonly Done[] = [];
const done = new Map<string, readonly Done[]>();
const undone = new Map<string, readonly Done[]>();
const listeners = new Set<() => void>();

function keep(planId: string, steps: readonly Done[]): void {
  done.set(planId, steps.slice(-mostKept));
  for (const listener of listeners) listener();
}

export const stepsOf = (planId: string): readonly Done[] => done.get(planId) ?? nothing;

/** A step that could not be undone, or was done once more, stands last. */
export const keepStep = (planId: string, step: Done): void => keep(planId, [...stepsOf(planId), step]);

/** A new step ends the way forward: what was undone before it belongs to another draft. */
export function noteStep(planId: string, step: Done): void {
  undone.delete(planId);
  keepStep(planId, step);
}

const undoneOf = (planId: string): readonly Done[] => undone.get(planId) ?? nothing;

export const noteUndone = (planId: string, step: Done): unknown => undone.set(planId, [...undoneOf(planId), step].slice(-mostKept));

export const undoneLast = (planId: string): Done | undefined => undoneOf(planId).at(-1);

/** Takes a step off the list of those that can be done once more; undefined where it is not on it. */
export function takeUndone(planId: string, step: Done): Done | undefined {
  const steps = undoneOf(planId);
  if (!steps.includes(step)) return undefined;
  undone.set(
    planId,
    steps.filter((one) => one !== step),
  );
  return step;
}

/** Takes a step off the list, wherever it stands; false where it is gone already. */
export function dropStep(planId: string, step: Done): boolean {
  const steps = stepsOf(planId);
  if (!steps.includes(step)) return false;
  keep(
    planId,
    steps.filter((one) => one !== step),
  );
  return true;
}

/** The steps of a draft, drawn anew as they come and go. */
export const useSteps = (planId: string): readonly Done[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => stepsOf(planId),
  );
