// What was changed, step by step, with the way back and forth; typing in one field is one step.
import { useState } from 'react';

interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  readonly step: string | null;
}

const MOST = 200;

export interface Edited<T> {
  readonly now: T;
  /** `step` names what is changed: changes of one name that follow each other are one step. */
  readonly change: (next: T, step?: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Begins anew with this. */
  readonly begin: (next: T) => void;
}

export function useHistory<T>(first: () => T): Edited<T> {
  const [history, setHistory] = useState<History<T>>(() => ({ past: [], now: first(), future: [], step: null }));
  const { past, now, future } = history;
  const [before, after] = [past.at(-1), future[0]];
  return {
    now,
    change: (next, step) =>
      setHistory((was) => ({
        past: step !== undefined && step === was.step ? was.past : [...was.past, was.now].slice(-MOST),
        now: next,
        future: [],
        step: step ?? null,
      })),
    undo: before === undefined ? null : () => setHistory({ past: past.slice(0, -1), now: before, future: [now, ...future], step: null }),
    redo: after === undefined ? null : () => setHistory({ past: [...past, now], now: after, future: future.slice(1), step: null }),
    begin: (next) => setHistory({ past: [], now: next, future: [], step: null }),
  };
}
