// The thread beside the search: looks for what no plan can do better, and ends. A bound on breaks is written where the search reads it; what
// there is room for at most is told to the caller.

import { parentPort, workerData } from 'node:worker_threads';
import { breaksBound } from '../core/scale/bound.ts';
import { roomIn } from '../core/scale/room.ts';
import { boundAt, stopAt } from './plan-in-worker.ts';
import type { BoundOrder } from './prover.ts';

// The only reader is the caller, which sent a BoundOrder.
const { facts, shared, held } = workerData as BoundOrder;
const numbers = new Int32Array(shared);
const shouldStop = (): boolean => Atomics.load(numbers, stopAt) === 1;

if (held === null) {
  breaksBound(facts, {
    onBound: (bound) => {
      Atomics.store(numbers, boundAt, bound);
    },
    shouldStop,
  });
} else {
  roomIn(facts, held, { onRoom: (most) => parentPort?.postMessage(most), shouldStop });
}
