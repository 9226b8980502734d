// The state of the live queue. It is changed by events only (`record.ts`) and kept so that a decision looks at nothing but pairs who could begin now.

import { refuseInput, ok, type Result } from '#kernel/result.ts';
import { problemsOf } from './check-queue.ts';
import type { QueueFacts, QueueInterpreter, QueueParticipant, QueueRequest, QueueTable } from './queue-facts.ts';

export interface Person {
  readonly index: number;
  readonly facts: QueueParticipant;
  /** When they are expected to go. */
  until: number;
  state: 'expected' | 'here' | 'gone';
  arrivedAt: number;
  /** When a seat of theirs became free for the last time. */
  freeSince: number;
  /** Requests they are called for or talk about now. */
  readonly underWay: Set<number>;
  readonly requests: number[];
  /** Requests that can still come about: waiting, and the other side has not gone. */
  readonly waiting: Set<number>;
  /** How many of those are musts. */
  musts: number;
}

export interface Wish {
  readonly facts: QueueRequest;
  state: 'waiting' | 'called' | 'talking' | 'held' | 'withdrawn';
  readonly requestedAt: number;
  /** Since when both are here and it is requested; Infinity = they are not. */
  since: number;
  /** A person holds it back: it is not called before this minute. */
  heldUntil: number;
  /** Who can interpret; null = the two have a language in common. */
  interpreters: readonly number[] | null;
  seating: { readonly table: number; readonly interpreter: number | null; readonly before?: Stretch } | null;
  /** When the talk began, or should after the call. */
  beganAt: number;
}

export interface Table {
  readonly facts: QueueTable;
  open: boolean;
  /** Somebody calls it theirs. */
  owned: boolean;
  /** Whether an interpreter is bound to it. */
  readonly interpreted: boolean;
  talks: number;
}

export interface Interpreter {
  readonly facts: QueueInterpreter;
  here: boolean;
  /** From when and until when they can be called: as was expected, until it is told that they are here. */
  from: number;
  until: number;
  busy: boolean;
  /** When the stretch began that goes on, or was the last; and when they last were free. What a call changed comes back where it is called off. */
  stretch: Stretch;
}

export interface Stretch {
  readonly from: number;
  readonly freeSince: number;
}

/** Of one who has not worked yet: rested. */
const rested: Stretch = { from: -Infinity, freeSince: -Infinity };

export interface Queue {
  facts: QueueFacts;
  readonly people: Person[];
  readonly wishes: Wish[];
  readonly tables: readonly Table[];
  readonly interpreters: Interpreter[];
  /** Waiting requests whose two sides are here with a free seat. */
  readonly ready: Set<number>;
  /** Who interprets between two sets of languages, found once for each pair of them. */
  readonly interpretersOf: Map<string, readonly number[] | null>;
}

/** The element of an index that is right by construction. */
export const nth = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error(`There is no ${index} in a list of ${list.length}.`);
  return one;
};

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Who can interpret between the two; null where they need nobody. */
const interpretersBetween = (queue: Queue, a: QueueParticipant, b: QueueParticipant): readonly number[] | null => {
  const key = `${a.languages.join(' ')}|${b.languages.join(' ')}|${a.tables?.join(' ') ?? ''}`;
  const known = queue.interpretersOf.get(key);
  if (known !== undefined) return known;
  const strangers = a.languages.length > 0 && b.languages.length > 0 && !meet(a.languages, b.languages);
  const fit = ({ facts }: Interpreter): boolean =>
    meet(facts.languages, a.languages) &&
    meet(facts.languages, b.languages) &&
    (facts.table === null || a.tables === null || a.tables.includes(facts.table));
  const found = strangers ? [...queue.interpreters.keys()].filter((index) => fit(nth(queue.interpreters, index))) : null;
  queue.interpretersOf.set(key, found);
  return found;
};

/** Who sits, then who is called there. */
export const sidesOf = (queue: Queue, wish: Wish): readonly [Person, Person] => [
  nth(queue.people, wish.facts.seated),
  nth(queue.people, wish.facts.rotating),
];

export const isFree = (person: Person): boolean => person.state === 'here' && person.underWay.size < person.facts.seats;

/** Lets a waiting request count for both sides. */
export const link = (queue: Queue, index: number): void => {
  const wish = nth(queue.wishes, index);
  const sides = sidesOf(queue, wish);
  if (wish.state !== 'waiting' || sides.some(({ state }) => state === 'gone')) return;
  for (const person of sides) {
    if (wish.facts.must && !person.waiting.has(index)) person.musts += 1;
    person.waiting.add(index);
  }
  if (sides.every(isFree)) queue.ready.add(index);
};

/** Lets a request count for nobody any more. */
export const unlink = (queue: Queue, index: number): void => {
  const wish = nth(queue.wishes, index);
  for (const person of sidesOf(queue, wish)) if (person.waiting.delete(index) && wish.facts.must) person.musts -= 1;
  queue.ready.delete(index);
};

/** Brings `ready` up to date after somebody became free or busy. */
export const refresh = (queue: Queue, person: Person): void => {
  for (const index of person.waiting) {
    if (sidesOf(queue, nth(queue.wishes, index)).every(isFree)) queue.ready.add(index);
    else queue.ready.delete(index);
  }
};

export const addPerson = (queue: Queue, facts: QueueParticipant): void => {
  if (facts.seated) for (const table of facts.tables ?? []) nth(queue.tables, table).owned = true;
  queue.people.push({
    index: queue.people.length,
    facts,
    until: facts.until,
    state: 'expected',
    arrivedAt: Infinity,
    freeSince: Infinity,
    underWay: new Set(),
    requests: [],
    waiting: new Set(),
    musts: 0,
  });
};

const interpreterOf = (facts: QueueInterpreter, here: boolean): Interpreter => ({
  ...{ facts, here, from: facts.from, until: facts.until, busy: false, stretch: rested },
});

/** One who was not known when the queue opened; whom they can interpret between is looked up anew. */
export const addInterpreter = (queue: Queue, facts: QueueInterpreter): void => {
  queue.interpreters.push(interpreterOf(facts, false));
  queue.interpretersOf.clear();
  for (const wish of queue.wishes) {
    const [seated, rotating] = sidesOf(queue, wish);
    wish.interpreters = interpretersBetween(queue, seated.facts, rotating.facts);
  }
};

export const addWish = (queue: Queue, facts: QueueRequest, at: number): void => {
  const index = queue.wishes.length;
  const [seated, rotating] = [nth(queue.people, facts.seated), nth(queue.people, facts.rotating)];
  queue.wishes.push({
    facts,
    state: 'waiting',
    requestedAt: at,
    since: Math.max(at, seated.arrivedAt, rotating.arrivedAt),
    heldUntil: 0,
    interpreters: interpretersBetween(queue, seated.facts, rotating.facts),
    seating: null,
    beganAt: 0,
  });
  seated.requests.push(index);
  rotating.requests.push(index);
  link(queue, index);
};

/** A queue in which nobody has arrived yet and every table and interpreter is ready; refuses facts that contradict themselves, with all problems. */
export const openQueue = (facts: QueueFacts): Result<Queue> => {
  const problems = problemsOf(facts);
  if (problems.length > 0) return refuseInput(problems);
  const bound = new Set(facts.interpreters.map(({ table }) => table));
  const queue: Queue = {
    facts,
    people: [],
    wishes: [],
    tables: facts.tables.map((one, index) => ({ facts: one, open: true, owned: false, interpreted: bound.has(index), talks: 0 })),
    interpreters: facts.interpreters.map((one) => interpreterOf(one, true)),
    ready: new Set(),
    interpretersOf: new Map(),
  };
  for (const one of facts.participants) addPerson(queue, one);
  // Wished before the day: whoever is checked in on its eve waits from then on, at a minute below zero.
  for (const one of facts.requests) addWish(queue, one, -Infinity);
  return ok(queue);
};
