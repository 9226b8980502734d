// What happens on the day, written into the queue: each event changes only what it touches, or is refused and changes nothing.

import { ok, type Params, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { interpreterProblems, participantProblems, requestProblems } from './check-queue.ts';
import {
  addInterpreter,
  addPerson,
  addWish,
  type Interpreter,
  isFree,
  link,
  nth,
  type Person,
  type Queue,
  refresh,
  sidesOf,
  type Stretch,
  unlink,
  type Wish,
} from './queue.ts';
import type { QueueEvent } from './queue-facts.ts';
import { stretchAt } from './seating.ts';

const no = (code: string, params: Params = {}): Result<null> => refuse({ kind: 'conflict', code: `meetings.queue_${code}`, params });
const done = ok(null);

const arrive = (queue: Queue, person: Person, until: number | undefined, at: number): Result<null> => {
  if (person.state === 'here') return no('already_here', { participant: person.facts.id });
  person.state = 'here';
  person.arrivedAt = at;
  person.freeSince = at;
  person.until = until ?? person.until;
  for (const index of person.requests) {
    const wish = nth(queue.wishes, index);
    const [seated, rotating] = sidesOf(queue, wish);
    wish.since = Math.max(wish.requestedAt, seated.arrivedAt, rotating.arrivedAt);
    link(queue, index);
  }
  return done;
};

const leave = (queue: Queue, person: Person): Result<null> => {
  if (person.state === 'gone') return no('not_here', { participant: person.facts.id });
  person.state = 'gone';
  person.arrivedAt = Infinity;
  for (const index of [...person.waiting]) unlink(queue, index);
  return done;
};

type Call = Extract<QueueEvent, { kind: 'call' }>;

const whyNotCalled = (queue: Queue, wish: Wish, { table, interpreter }: Call): Result<null> => {
  const place = queue.tables[table];
  const who = interpreter === null ? null : queue.interpreters[interpreter];
  const busy = sidesOf(queue, wish).find((person) => !isFree(person));
  if (wish.state !== 'waiting') return no('not_waiting', { request: wish.facts.id });
  if (busy !== undefined) return no('not_free', { participant: busy.facts.id });
  if (place === undefined) return no('unknown', { index: table });
  if (!place.open || place.talks >= place.facts.capacity) return no('table_taken', { place: place.facts.id });
  if (who === undefined) return no('unknown', { index: interpreter ?? 0 });
  if (who === null) return done;
  if (who.busy || !who.here) return no('interpreter_taken', { resource: who.facts.id });
  if (who.facts.table !== null && who.facts.table !== table) return no('interpreter_elsewhere', { resource: who.facts.id });
  return done;
};

/** From the call on an interpreter works; answers what was before. */
const engage = (queue: Queue, index: number, at: number): { readonly before: Stretch } => {
  const interpreter = nth(queue.interpreters, index);
  const before = interpreter.stretch;
  interpreter.busy = true;
  interpreter.stretch = { ...before, from: stretchAt(interpreter, at) };
  return { before };
};

/** Frees an interpreter at the end of a talk; of a call that came to nothing (null) nothing is left. */
const release = (interpreter: Interpreter, { before }: { readonly before?: Stretch }, endedAt: number | null): void => {
  interpreter.busy = false;
  interpreter.stretch = endedAt === null ? (before ?? interpreter.stretch) : { ...interpreter.stretch, freeSince: endedAt };
};

/** An organiser may seat people otherwise than proposed, without an interpreter too; only what cannot be is refused. */
const call = (queue: Queue, wish: Wish, event: Call, at: number): Result<null> => {
  const possible = whyNotCalled(queue, wish, event);
  if (!possible.ok) return possible;
  unlink(queue, event.request);
  wish.state = 'called';
  wish.seating = {
    table: event.table,
    interpreter: event.interpreter,
    ...(event.interpreter === null ? {} : engage(queue, event.interpreter, at)),
  };
  wish.beganAt = at + queue.facts.changeMinutes;
  nth(queue.tables, event.table).talks += 1;
  for (const person of sidesOf(queue, wish)) {
    person.underWay.add(event.request);
    refresh(queue, person);
  }
  return done;
};

/** Frees whom and what a call or talk held. */
const part = (queue: Queue, index: number, state: 'held' | 'waiting', at: number): Result<null> => {
  const wish = nth(queue.wishes, index);
  if (wish.seating !== null) {
    nth(queue.tables, wish.seating.table).talks -= 1;
    if (wish.seating.interpreter !== null)
      release(nth(queue.interpreters, wish.seating.interpreter), wish.seating, state === 'held' ? at : null);
  }
  wish.seating = null;
  wish.state = state;
  for (const person of sidesOf(queue, wish)) {
    person.underWay.delete(index);
    person.freeSince = at;
    refresh(queue, person);
  }
  link(queue, index);
  return done;
};

const withdraw = (queue: Queue, wish: Wish, index: number): Result<null> => {
  if (wish.state !== 'waiting') return no('not_waiting', { request: wish.facts.id });
  unlink(queue, index);
  wish.state = 'withdrawn';
  return done;
};

const hold = (wish: Wish, until: number | null): Result<null> => {
  if (wish.state !== 'waiting') return no('not_waiting', { request: wish.facts.id });
  wish.heldUntil = until ?? 0;
  return done;
};

type OfRequest = Extract<QueueEvent, { kind: 'withdraw' | 'call' | 'callOff' | 'talkBegins' | 'talkEnds' | 'hold' }>;

const recordOfRequest = (queue: Queue, event: OfRequest, at: number): Result<null> => {
  const wish = queue.wishes[event.request];
  if (wish === undefined) return no('unknown', { index: event.request });
  if (event.kind === 'withdraw') return withdraw(queue, wish, event.request);
  if (event.kind === 'call') return call(queue, wish, event, at);
  if (event.kind === 'hold') return hold(wish, event.until);
  const expected = event.kind === 'talkEnds' ? 'talking' : 'called';
  if (wish.state !== expected) return no(expected === 'talking' ? 'not_talking' : 'not_called', { request: wish.facts.id });
  if (event.kind !== 'talkBegins') return part(queue, event.request, event.kind === 'talkEnds' ? 'held' : 'waiting', at);
  wish.state = 'talking';
  wish.beganAt = at;
  return done;
};

const recordOfPerson = (queue: Queue, event: Extract<QueueEvent, { participant: number }>, at: number): Result<null> => {
  const person = queue.people[event.participant];
  if (person === undefined) return no('unknown', { index: event.participant });
  return event.kind === 'arrive' ? arrive(queue, person, event.until, at) : leave(queue, person);
};

type OfInterpreter = Extract<QueueEvent, { kind: 'interpreterComes' | 'interpreterGoes' }>;

/** Who says that they are here is, whatever was expected; without a word of when they go it is as was expected, or to the end where that is past. */
const recordOfInterpreter = (queue: Queue, event: OfInterpreter, at: number): Result<null> => {
  const one = queue.interpreters[event.interpreter];
  if (one === undefined) return no('unknown', { index: event.interpreter });
  one.here = event.kind === 'interpreterComes';
  if (event.kind === 'interpreterGoes') return done;
  one.from = Math.min(one.facts.from, at);
  one.until = event.until ?? (one.facts.until > at ? one.facts.until : Infinity);
  return done;
};

/** From then on calls end at another minute. */
const close = (queue: Queue, minute: number): Result<null> => {
  const { closesAt } = queue.facts;
  for (const person of queue.people) if (person.until >= closesAt) person.until = minute;
  queue.facts = { ...queue.facts, closesAt: minute };
  return done;
};

/** Writes an event that happens at minute `at` into the queue; a refusal (`meetings.queue_…`) changes nothing. */
export const record = (queue: Queue, event: QueueEvent, at: number): Result<null> => {
  switch (event.kind) {
    case 'join': {
      const problems = participantProblems(['participant'], event.participant, queue.tables.length);
      if (problems.length > 0) return refuseInput(problems);
      addPerson(queue, event.participant);
      return done;
    }
    case 'request': {
      const people = queue.people.map(({ facts }) => facts);
      const problems = requestProblems(['request'], event.request, people);
      if (problems.length > 0) return refuseInput(problems);
      addWish(queue, event.request, at);
      return done;
    }
    case 'arrive':
    case 'leave':
      return recordOfPerson(queue, event, at);
    case 'interpreterJoins': {
      const problems = interpreterProblems(['interpreter'], event.interpreter, queue.tables.length);
      if (problems.length > 0) return refuseInput(problems);
      addInterpreter(queue, event.interpreter);
      return done;
    }
    case 'interpreterComes':
    case 'interpreterGoes':
      return recordOfInterpreter(queue, event, at);
    case 'tableOpens':
    case 'tableCloses': {
      const one = queue.tables[event.table];
      if (one === undefined) return no('unknown', { index: event.table });
      one.open = event.kind === 'tableOpens';
      return done;
    }
    case 'closesAt':
      return close(queue, event.minute);
    default:
      return recordOfRequest(queue, event, at);
  }
};
