// The thread beside the search: what it is asked depends on how far the search is.

import { Worker } from 'node:worker_threads';
import type { Progress } from '../core/engines/search.ts';
import type { Facts } from '../core/model.ts';
import type { Holding } from '../core/scale/room.ts';

/** A search makes much that is garbage at once: room for more of it than this is memory taken, not time saved. */
export const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** What the thread that looks for a bound is given. */
export interface BoundOrder {
  readonly facts: Facts;
  /** As in `WorkOrder`. */
  readonly shared: SharedArrayBuffer;
  /** What a plan holds so far: asks how much more could be; null = all, then breaks are asked for. */
  readonly held: Holding | null;
}

/** Looks for bounds, once there is something to look for. */
interface Prover {
  /** What no plan can exceed, as far as known by now. */
  readonly most: () => Holding | null;
  /** Chooses what to look for by how far the search is. */
  readonly follow: (progress: Progress) => void;
  /** Resolves once it has found what it can, or after some milliseconds. */
  readonly ended: (milliseconds: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A prover that has not begun; bounds on breaks go to `shared`. */
export const proverFor = (
  { facts, shared }: Omit<BoundOrder, 'held'>,
  breaksMatter: boolean,
  onFault: (fault: unknown) => void,
): Prover => {
  let asked: 'nothing' | 'room' | 'breaks' = 'nothing';
  let thread: Worker | null = null;
  let most: Holding | null = null;
  const musts = facts.meetings.reduce((sum, { must }) => sum + (must ? 1 : 0), 0);
  const ask = (held: Holding | null): void => {
    const order: BoundOrder = { facts, shared, held };
    const asking = new Worker(new URL('./bound.worker.ts', import.meta.url), {
      workerData: order,
      name: 'scheduler-bound',
      resourceLimits,
    });
    asking.on('message', (news: Holding) => {
      most = news;
    });
    asking.once('error', onFault);
    asking.once('exit', () => {
      if (thread === asking) thread = null;
    });
    void thread?.terminate();
    thread = asking;
  };
  return {
    most: () => most,
    follow: ({ placed, total, settled, unplacedMusts, weight }) => {
      // Before all are placed a bound on breaks says nothing, and the search may have the processor to itself until it knows that not all will be.
      if (placed === total && asked !== 'breaks') {
        asked = 'breaks';
        if (breaksMatter) ask(null);
      } else if (placed < total && settled && asked === 'nothing') {
        asked = 'room';
        ask({ musts: musts - unplacedMusts, weight, placed });
      }
    },
    ended: async (milliseconds) => {
      const waiting = Promise.withResolvers<undefined>();
      const go = (): void => {
        waiting.resolve(undefined);
      };
      const late = setTimeout(go, Math.max(0, milliseconds));
      if (thread === null) go();
      thread?.once('exit', go);
      await waiting.promise;
      clearTimeout(late);
    },
    end: async () => {
      await thread?.terminate();
    },
  };
};
