// The simple ways that the live queue is compared with: everybody waits for all they want to talk to, and whoever has waited longest is called.

import { nth, type Queue, sidesOf } from './queue.ts';
import type { Seating } from './queue-facts.ts';
import { lastCall, occupy, seatFor, type Taken } from './seating.ts';

type Answer = { readonly calls: readonly Seating[]; readonly askAgainAt: null };

const inOrder = (queue: Queue, now: number, requests: readonly number[]): Answer => {
  const taken: Taken = { tables: new Map(), interpreters: new Set() };
  const engaged = new Map<number, number>();
  const calls: Seating[] = [];
  for (const request of requests) {
    const sides = sidesOf(queue, nth(queue.wishes, request));
    if (lastCall(queue, ...sides) < now) continue;
    if (sides.some((one) => one.underWay.size + (engaged.get(one.index) ?? 0) >= one.facts.seats)) continue;
    const seating = seatFor(queue, request, taken, now);
    if (typeof seating === 'string') continue;
    calls.push(seating);
    occupy(taken, seating);
    for (const one of sides) engaged.set(one.index, (engaged.get(one.index) ?? 0) + 1);
  }
  return { calls, askAgainAt: null };
};

const byWaiting = (queue: Queue): number[] =>
  [...queue.ready].sort((a, b) => nth(queue.wishes, a).since - nth(queue.wishes, b).since || a - b);

/** First come, first served. */
export const firstComeFirstServed = (queue: Queue, now: number): Answer => inOrder(queue, now, byWaiting(queue));

/** Musts before wants, each first come, first served. */
export const mustsFirstServed = (queue: Queue, now: number): Answer => {
  const order = byWaiting(queue);
  const isMust = (request: number): boolean => nth(queue.wishes, request).facts.must;
  return inOrder(queue, now, [...order.filter(isMust), ...order.filter((request) => !isMust(request))]);
};
