// Why somebody is called now, or not yet, as codes and params; the words are the caller's (README lists the codes).

import type { Params } from '#kernel/result.ts';
import { nth, type Person, type Queue, sidesOf } from './queue.ts';
import { lastCall, type Missing } from './seating.ts';
import type { Seating } from './queue-facts.ts';

export interface CallReason {
  readonly code: string;
  readonly params: Params;
}

/** Whoever waited this long hears it as a reason. */
const longWait = 20;

const busiest = (queue: Queue, people: readonly Person[], now: number): readonly CallReason[] => {
  const length = queue.facts.changeMinutes + queue.facts.talkMinutes.usual;
  return people.flatMap((person) => {
    const minutes = person.until - now;
    const count = person.waiting.size;
    if (count < 2 || (count * length) / person.facts.seats < minutes) return [];
    return [{ code: 'meetings.call_much_left', params: { participant: person.facts.id, count, minutes } }];
  });
};

/** Why the pair is called, the weightiest first; never empty. */
export const reasonsToCall = (queue: Queue, { request, interpreter }: Seating, now: number): readonly CallReason[] => {
  const wish = nth(queue.wishes, request);
  const [seated, rotating] = sidesOf(queue, wish);
  const first = seated.until <= rotating.until ? seated : rotating;
  const length = queue.facts.changeMinutes + queue.facts.talkMinutes.usual;
  const waited = now - wish.since;
  const reasons: CallReason[] = [];
  if (wish.facts.must) reasons.push({ code: 'meetings.call_must', params: {} });
  if (lastCall(queue, seated, rotating) < now + length) {
    reasons.push({ code: 'meetings.call_leaves_soon', params: { participant: first.facts.id, minutes: first.until - now } });
  }
  reasons.push(...busiest(queue, [seated, rotating], now));
  if (interpreter !== null) {
    const { facts } = nth(queue.interpreters, interpreter);
    if (facts.table === null) reasons.push({ code: 'meetings.call_interpreter_free', params: { resource: facts.id } });
  }
  if (waited >= longWait) reasons.push({ code: 'meetings.call_waited', params: { minutes: waited } });
  return reasons.length > 0 ? reasons : [{ code: 'meetings.call_both_free', params: {} }];
};

/** Between which languages of two sides somebody would interpret: those that an interpreter of the day has, else the first of each. */
const tonguesBetween = ({ interpreters }: Queue, sides: readonly [Person, Person]): readonly string[] => {
  const common = (spoken: readonly string[]): readonly string[] =>
    sides.flatMap(({ facts }) => facts.languages.find((one) => spoken.includes(one)) ?? []);
  const known = interpreters.map(({ facts }) => common(facts.languages)).find((found) => found.length === sides.length);
  return (known ?? sides.map(({ facts }) => facts.languages[0] ?? '')).toSorted();
};

/** Why a pair that is free waits: no table, nobody who interprets, or only who must rest first. */
export const reasonMissing = (queue: Queue, request: number, missing: Missing): CallReason => {
  const sides = sidesOf(queue, nth(queue.wishes, request));
  if (missing === 'table') return { code: 'meetings.wait_no_table', params: { participant: sides[0].facts.id } };
  const languages = tonguesBetween(queue, sides).join(', ');
  return { code: missing === 'rest' ? 'meetings.wait_rest' : 'meetings.wait_no_interpreter', params: { languages } };
};

/** Why a pair that could talk waits: `person` is kept free for `other`. */
export const reasonKept = (person: Person, other: Person): CallReason => ({
  code: 'meetings.wait_kept_free',
  params: { participant: person.facts.id, other: other.facts.id },
});

/** Why a pair that could talk waits: a person holds it back for so many minutes more. */
export const reasonHeld = (minutes: number): CallReason => ({ code: 'meetings.wait_held', params: { minutes } });
