// The thread beside the search: looks for a bound on breaks, writes it where the search reads it, and ends.

import { workerData } from 'node:worker_threads';
import { breaksBound } from '../core/scale/bound.ts';
import { boundAt, stopAt, type BoundOrder } from './plan-in-worker.ts';

// The only reader is the caller, which sent a BoundOrder.
const { facts, shared } = workerData as BoundOrder;
const numbers = new Int32Array(shared);

breaksBound(facts, {
  onBound: (bound) => {
    Atomics.store(numbers, boundAt, bound);
  },
  shouldStop: () => Atomics.load(numbers, stopAt) === 1,
});
