// Whom to call next, and why: the policy of the live queue.

import { type CallReason, reasonHeld, reasonKept, reasonMissing, reasonsToCall } from './call-reasons.ts';
import { type Outlook, outlookOn } from './outlook.ts';
import { isFree, nth, type Queue, sidesOf, type Wish } from './queue.ts';
import { lastCall, occupy, restsUntil, seatFor, type Taken } from './seating.ts';
import type { Seating } from './queue-facts.ts';

export interface Call extends Seating {
  readonly seated: number;
  readonly rotating: number;
  readonly reasons: readonly CallReason[];
}

/** A pair that is free and still not called. */
export interface Waiting {
  readonly request: number;
  readonly reason: CallReason;
}

export interface NextCalls {
  readonly calls: readonly Call[];
  readonly waiting: readonly Waiting[];
  /** When to ask again even if nothing happens; null = not before something happens. */
  readonly askAgainAt: number | null;
}

/** Two who are both free are not kept apart longer than this. */
const longestKept = 30;
/** Worth of a minute of waiting against the loss that the outlook sees: it settles ties. */
const worthOfWaiting = 0.0005;
/** Calling now is worth this much by itself. */
const worthOfCalling = 0.04;
/** A must is called this much before a want that costs as much: on generated days one must in a thousand more, and as many talks. */
const mustFirst = 0.4;

interface Candidate {
  readonly request: number;
  readonly wish: Wish;
  readonly value: number;
}

const candidatesOf = (queue: Queue, outlook: Outlook, now: number): Candidate[] => {
  const found: Candidate[] = [];
  for (const request of queue.ready) {
    const wish = nth(queue.wishes, request);
    const [seated, rotating] = sidesOf(queue, wish);
    if (lastCall(queue, seated, rotating) < now || wish.heldUntil > now) continue;
    const gain = outlook.gainOf(request) + worthOfCalling + worthOfWaiting * (now - wish.since);
    const bothFreeFor = now - Math.max(wish.since, seated.freeSince, rotating.freeSince);
    found.push({ request, wish, value: bothFreeFor >= longestKept ? Math.max(0, gain) : gain });
  }
  const placeOf = ({ value, wish }: Candidate): number => value + (wish.facts.must ? mustFirst : 0);
  return found.sort((a, b) => placeOf(b) - placeOf(a) || a.request - b.request);
};

const whyKept = (queue: Queue, outlook: Outlook, { request, wish }: Candidate): CallReason => {
  const [seated, rotating] = sidesOf(queue, wish);
  for (const person of [seated, rotating]) {
    const other = outlook.keptFor(person);
    if (other === null || other === request) continue;
    const [a, b] = sidesOf(queue, nth(queue.wishes, other));
    return reasonKept(person, a === person ? b : a);
  }
  return reasonKept(seated, rotating);
};

/** Pairs that could talk and that a person holds back. */
const heldOf = (queue: Queue, now: number): readonly { readonly request: number; readonly until: number }[] =>
  [...queue.ready].flatMap((request) => {
    const { heldUntil } = nth(queue.wishes, request);
    return heldUntil > now ? [{ request, until: heldUntil }] : [];
  });

/**
 * Whom to call at minute `now`, best first. Changes nothing: the calls are carried out by `call` events. Same queue, same answer.
 *
 * Every pair that could begin is valued by what calling it now costs both sides, against keeping them free (`outlook.ts`); pairs are called from the
 * best downwards, musts a little before wants, while tables and interpreters last; a pair whose value is below nothing waits, for `longestKept` minutes at most.
 */
export const whomToCallNext = (queue: Queue, now: number): NextCalls => {
  if (queue.ready.size === 0 || now >= queue.facts.closesAt) return { calls: [], waiting: [], askAgainAt: null };
  const outlook = outlookOn(queue, now);
  const taken: Taken = { tables: new Map(), interpreters: new Set() };
  const engaged = new Map<number, number>();
  const calls: Call[] = [];
  const held = heldOf(queue, now);
  const waiting: Waiting[] = held.map(({ request, until }) => ({ request, reason: reasonHeld(until - now) }));
  let askAgainAt = held.reduce((first, { until }) => Math.min(first, until), Infinity);
  for (const candidate of candidatesOf(queue, outlook, now)) {
    const { request, wish, value } = candidate;
    const sides = sidesOf(queue, wish);
    if (sides.some((one) => !isFree(one) || one.underWay.size + (engaged.get(one.index) ?? 0) >= one.facts.seats)) continue;
    const seating = seatFor(queue, request, taken, now);
    if (typeof seating === 'string') {
      waiting.push({ request, reason: reasonMissing(queue, request, seating) });
      if (seating === 'rest') askAgainAt = Math.min(askAgainAt, restsUntil(queue, request, now) ?? Infinity);
    } else if (value < 0) {
      askAgainAt = Math.min(askAgainAt, now + 1);
      waiting.push({ request, reason: whyKept(queue, outlook, candidate) });
    } else {
      calls.push({ ...seating, seated: wish.facts.seated, rotating: wish.facts.rotating, reasons: reasonsToCall(queue, seating, now) });
      occupy(taken, seating);
      for (const one of sides) engaged.set(one.index, (engaged.get(one.index) ?? 0) + 1);
    }
  }
  return { calls, waiting, askAgainAt: askAgainAt === Infinity ? null : askAgainAt };
};
