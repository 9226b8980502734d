// The talks that somebody still wants, as seen from their side: when the other side is likely to be free, until when it can be, what it is worth.

import { nth, type Person, type Queue, sidesOf, type Wish } from './queue.ts';
import { interpretedFrom, lastCall } from './seating.ts';

/** A must against a want of usual weight. This and the numbers below are set by measurement on generated days (README). */
const mustWorth = 2.6;
/** Part of a talk's worth lost when it begins much later than the other side is free, times how much else that side has to do. */
const contention = 0.3;
/** How far from the shortest to the longest that a talk can still be it is taken to end. */
const lengthShare = 0.25;
/** Somebody overdue for longer is not waited for. */
const overdueMinutes = 45;
/** Talks looked at for one person; hardly more fit into what is left of a day. */
export const mostProspects = 6;

/** A talk somebody still wants, as seen from their side. */
export interface Prospect {
  readonly request: number;
  /** When the other side, and somebody to interpret where one is needed, are likely to be free. */
  readonly from: number;
  readonly lastCall: number;
  readonly worth: number;
  readonly contested: number;
}

/** What the talk of a request is worth to the queue. */
export const worthOf = ({ facts }: Wish): number => (facts.must ? mustWorth : facts.weight);

/** When a person who is in talks may have a free seat: a quarter of what the talk can still last. */
const freeAt = (queue: Queue, person: Person, now: number): number => {
  const { shortest, usual, longest } = queue.facts.talkMinutes;
  if (person.state === 'gone') return Infinity;
  if (person.state === 'expected') {
    if (person.facts.from >= now) return person.facts.from;
    return now - person.facts.from > overdueMinutes ? Infinity : now + overdueMinutes / 3;
  }
  if (person.underWay.size < person.facts.seats) return now;
  let first = Infinity;
  for (const index of person.underWay) {
    const { beganAt, state } = nth(queue.wishes, index);
    const lasted = Math.max(0, now - beganAt);
    const [least, most] = [Math.max(lasted, shortest), Math.max(lasted + 2, longest)];
    const minutes = state === 'talking' ? least + lengthShare * (most - least) : usual;
    first = Math.min(first, Math.max(now + 1, Math.round(beganAt + minutes)));
  }
  return first;
};

/** Everybody's prospects at minute `now`, found when asked for; valid as long as the queue does not change. */
export const prospectsAt = (queue: Queue, now: number): ((person: Person) => readonly Prospect[]) => {
  const length = queue.facts.changeMinutes + queue.facts.talkMinutes.usual;
  const free = new Map<number, number>();
  const lists = new Map<number, readonly Prospect[]>();
  const freeFrom = (person: Person): number => {
    const known = free.get(person.index) ?? freeAt(queue, person, now);
    free.set(person.index, known);
    return known;
  };
  // Talks between the same languages have the same list.
  const interpreted = new Map<readonly number[], number>();
  const atHandFrom = ({ interpreters }: Wish): number => {
    if (interpreters === null) return now;
    const known = interpreted.get(interpreters) ?? interpretedFrom(queue, interpreters, now);
    interpreted.set(interpreters, known);
    return known;
  };
  /** Talks wanted, for each that fits into the time left. */
  const load = (person: Person): number => {
    const left = Math.max(length, person.until - Math.max(now, person.facts.from));
    return (person.waiting.size * length) / person.facts.seats / left;
  };
  const prospectOf = (request: number, person: Person, wish: Wish): Prospect => {
    const [seated, rotating] = sidesOf(queue, wish);
    const other = seated === person ? rotating : seated;
    const busy = load(other);
    const alone = busy / Math.max(1, other.waiting.size);
    return {
      request,
      from: Math.max(now, freeFrom(other), wish.heldUntil, atHandFrom(wish)),
      lastCall: lastCall(queue, seated, rotating),
      worth: worthOf(wish) / Math.sqrt(Math.max(1, busy)),
      contested: Math.min(1, Math.max(0, busy - alone) * contention),
    };
  };
  return (person) => {
    const known = lists.get(person.index);
    if (known !== undefined) return known;
    const all = [...person.waiting].map((request) => prospectOf(request, person, nth(queue.wishes, request)));
    const open = all.filter((one) => one.from <= one.lastCall);
    if (open.length > mostProspects)
      open.sort((a, b) => b.worth - a.worth || a.from - b.from || a.lastCall - b.lastCall || a.request - b.request);
    const list = open.slice(0, mostProspects);
    lists.set(person.index, list);
    return list;
  };
};
