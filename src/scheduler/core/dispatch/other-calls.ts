// Whom somebody who sits could meet instead of whom the queue called, and what each choice costs the one who is passed over: for a person who
// overrules the queue.

import { whomToCallNext } from './call-next.ts';
import type { CallReason } from './call-reasons.ts';
import { nth, type Queue, sidesOf } from './queue.ts';
import type { QueueEvent, Seating } from './queue-facts.ts';
import { record } from './record.ts';
import { lastCall, seatFor } from './seating.ts';

export interface OtherCall extends Seating {
  readonly cost: CallReason;
  /** Minutes that the pair has been here together. */
  readonly waited: number;
}

/** More are not looked at. */
const mostChoices = 12;

const happen = (queue: Queue, event: QueueEvent, at: number): void => {
  const recorded = record(queue, event, at);
  if (!recorded.ok) throw new Error(`A trial failed: ${recorded.refusal.code}`);
};

/** Runs `use` as if the call had not been made, and leaves the queue as it was. */
const withoutCall = <T>(queue: Queue, request: number, now: number, use: () => T): T => {
  const wish = nth(queue.wishes, request);
  const { seating, beganAt } = wish;
  const breath = queue.interpreters.map(({ stretch }) => stretch);
  if (wish.state !== 'called' || seating === null) throw new Error(`Request ${request} is not called.`);
  const before = sidesOf(queue, wish).map((person) => [person, person.freeSince] as const);
  happen(queue, { kind: 'callOff', request }, now);
  const result = use();
  happen(queue, { kind: 'call', request, table: seating.table, interpreter: seating.interpreter }, now);
  // The call stands since it was made, and so does the stretch that it is part of.
  wish.seating = seating;
  for (const [index, stretch] of breath.entries()) nth(queue.interpreters, index).stretch = stretch;
  wish.beganAt = beganAt;
  for (const [person, freeSince] of before) person.freeSince = freeSince;
  return result;
};

const costOf = (queue: Queue, passed: number, chosen: Seating, now: number): CallReason => {
  const [seated, rotating] = sidesOf(queue, nth(queue.wishes, passed));
  const other = nth(queue.people, nth(queue.wishes, chosen.request).facts.rotating);
  const { facts } = queue;
  const minutes = facts.changeMinutes + facts.talkMinutes.usual;
  const participant = rotating.facts.id;
  if (now + minutes > lastCall(queue, seated, rotating)) {
    const code = nth(queue.wishes, passed).facts.must ? 'meetings.pass_loses_must' : 'meetings.pass_loses_want';
    return { code, params: { participant, minutes: Math.min(seated.until, rotating.until) - now } };
  }
  const before = [seated, other].map((person) => [person, person.freeSince] as const);
  happen(queue, { kind: 'call', ...chosen }, now);
  const elsewhere = whomToCallNext(queue, now).calls.find((call) => call.rotating === rotating.index);
  happen(queue, { kind: 'callOff', request: chosen.request }, now);
  for (const [person, freeSince] of before) person.freeSince = freeSince;
  return elsewhere === undefined
    ? { code: 'meetings.pass_waits', params: { participant, minutes } }
    : { code: 'meetings.pass_called', params: { participant, other: nth(queue.people, elsewhere.seated).facts.id } };
};

/**
 * Whom the one who sits could meet instead of the request that is called, musts and the longest waiting first, with the table and interpreter of each and
 * what it costs who is passed over. The queue is left as it was. Throws where the request is not called.
 */
export const otherCalls = (queue: Queue, request: number, now: number): readonly OtherCall[] => {
  const passed = nth(queue.wishes, request);
  const person = nth(queue.people, passed.facts.seated);
  return withoutCall(queue, request, now, () => {
    const open = [...person.waiting].filter((one) => {
      const [seated, rotating] = sidesOf(queue, nth(queue.wishes, one));
      return one !== request && queue.ready.has(one) && lastCall(queue, seated, rotating) >= now;
    });
    const rank = (one: number): number => (nth(queue.wishes, one).facts.must ? 1_000_000 : 0) + (now - nth(queue.wishes, one).since);
    open.sort((a, b) => rank(b) - rank(a) || a - b);
    return open.slice(0, mostChoices).flatMap((one): OtherCall[] => {
      const seating = seatFor(queue, one, { tables: new Map(), interpreters: new Set() }, now);
      if (typeof seating === 'string') return [];
      return [{ ...seating, cost: costOf(queue, request, seating, now), waited: now - nth(queue.wishes, one).since }];
    });
  });
};
