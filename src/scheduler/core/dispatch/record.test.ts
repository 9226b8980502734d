import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { isFree, nth, openQueue, type Queue, sidesOf } from './queue.ts';
import type { QueueEvent } from './queue-facts.ts';
import { record } from './record.ts';
import { queueFacts, sampleDay } from './day-fixture.ts';
import { simulate } from './simulate.ts';
import { whomToCallNext } from './call-next.ts';

const opened = (facts: Parameters<typeof openQueue>[0]): Queue => {
  const queue = openQueue(facts);
  if (!queue.ok) throw new Error(JSON.stringify(queue.refusal));
  return queue.value;
};

const pair = queueFacts({ seated: [{}], rotating: [{}, {}], requests: [[0, 0], [0, 1]] }); // prettier-ignore

const happen = (queue: Queue, at: number, ...events: readonly QueueEvent[]): readonly (string | null)[] =>
  events.map((event) => {
    const written = record(queue, event, at);
    return written.ok ? null : written.refusal.code;
  });

const arrive = (participant: number): QueueEvent => ({ kind: 'arrive', participant });
const call = (request: number): QueueEvent => ({ kind: 'call', request, table: 0, interpreter: null });

test('a pair is ready when both are here, not while one of them talks, and again afterwards', () => {
  const queue = opened(pair);
  happen(queue, 540, arrive(0), arrive(1));
  expect([...queue.ready]).toEqual([0]);
  happen(queue, 545, arrive(2), call(0));
  expect([...queue.ready]).toEqual([]);
  happen(queue, 548, { kind: 'talkBegins', request: 0 });
  happen(queue, 580, { kind: 'talkEnds', request: 0 });
  expect([...queue.ready]).toEqual([1]);
  expect(queue.wishes.map(({ state, since }) => [state, since])).toEqual([
    ['held', 540],
    ['waiting', 545],
  ]);
});

test('a call that is called off waits again', () => {
  const queue = opened(pair);
  happen(queue, 540, arrive(0), arrive(1), call(0), { kind: 'callOff', request: 0 });
  expect([...queue.ready]).toEqual([0]);
  expect(queue.tables[0]?.talks).toBe(0);
});

test('who left is not ready, and is again when they come back', () => {
  const queue = opened(pair);
  happen(queue, 540, arrive(0), arrive(1), { kind: 'leave', participant: 1 });
  expect([...queue.ready]).toEqual([]);
  happen(queue, 600, arrive(1));
  expect([...queue.ready]).toEqual([0]);
});

test('an interpreter who comes is here until they said, and one who was not known when the queue opened is called once they are here', () => {
  const strangers = queueFacts({
    seated: [{ languages: ['zh'] }],
    rotating: [{ languages: ['en'] }],
    requests: [[0, 0]],
    interpreters: [{ languages: ['zh', 'en'], from: 600, until: 660 }],
  });
  const queue = opened(strangers);
  const calls = (now: number) => whomToCallNext(queue, now).calls.map(({ interpreter }) => interpreter);
  happen(queue, 540, arrive(0), arrive(1));
  expect(calls(540)).toEqual([]);
  happen(queue, 545, { kind: 'interpreterComes', interpreter: 0, until: 550 });
  expect(calls(545)).toEqual([]);
  happen(queue, 546, { kind: 'interpreterComes', interpreter: 0 });
  expect(calls(546)).toEqual([0]);
  happen(queue, 547, { kind: 'interpreterGoes', interpreter: 0 });
  const interpreter = { id: 'later', languages: ['en', 'zh'], table: null, from: 0, until: 2880 };
  happen(queue, 548, { kind: 'interpreterJoins', interpreter });
  expect(calls(548)).toEqual([]);
  happen(queue, 549, { kind: 'interpreterComes', interpreter: 1 });
  expect(calls(549)).toEqual([1]);
  expect(happen(queue, 550, { kind: 'interpreterJoins', interpreter: { ...interpreter, table: 99 } })).toEqual(['kernel.invalid_input']);
});

test('people and requests can be added during the day', () => {
  const queue = opened(pair);
  const participant = { id: 'B9', seated: false, seats: 1, languages: [], tables: null, from: 560, until: 700 };
  const request = { id: 'r9', seated: 0, rotating: 3, must: true, weight: 1 };
  expect(happen(queue, 560, { kind: 'join', participant }, arrive(3), arrive(0), { kind: 'request', request })).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([...queue.ready]).toEqual([2]);
});

test('refuses what cannot be, and then changes nothing', () => {
  const queue = opened(pair);
  expect(happen(queue, 540, call(0))).toEqual(['meetings.queue_not_free']);
  happen(queue, 540, arrive(0), arrive(1), arrive(2), call(0));
  expect(
    happen(
      queue,
      541,
      arrive(0),
      call(0),
      call(1),
      { kind: 'talkEnds', request: 0 },
      { kind: 'withdraw', request: 0 },
      { kind: 'callOff', request: 1 },
      { kind: 'call', request: 7, table: 0, interpreter: null },
      arrive(9),
      { kind: 'tableCloses', table: 4 },
      { kind: 'interpreterGoes', interpreter: 0 },
      { kind: 'request', request: { id: 'x', seated: 1, rotating: 0, must: false, weight: 0 } },
    ),
  ).toEqual([
    'meetings.queue_already_here',
    'meetings.queue_not_waiting',
    'meetings.queue_not_free',
    'meetings.queue_not_talking',
    'meetings.queue_not_waiting',
    'meetings.queue_not_called',
    'meetings.queue_unknown',
    'meetings.queue_unknown',
    'meetings.queue_unknown',
    'meetings.queue_unknown',
    'kernel.invalid_input',
  ]);
  expect(queue.wishes.map(({ state }) => state)).toEqual(['called', 'waiting']);
});

test('refuses a full table and an interpreter who is busy, gone or elsewhere', () => {
  const facts = queueFacts({
    seated: [{ tables: null }, { tables: null }],
    rotating: [{}, {}],
    requests: [[0, 0], [1, 1]], // prettier-ignore
    tables: [{}, {}],
    interpreters: [{}, { table: 1 }],
  });
  const queue = opened(facts);
  happen(queue, 540, arrive(0), arrive(1), arrive(2), arrive(3), { kind: 'call', request: 0, table: 0, interpreter: 0 });
  const second = (table: number, interpreter: number): QueueEvent => ({ kind: 'call', request: 1, table, interpreter });
  expect(happen(queue, 541, second(0, 1), second(1, 0), second(5, 1), second(1, 8))).toEqual([
    'meetings.queue_table_taken',
    'meetings.queue_interpreter_taken',
    'meetings.queue_unknown',
    'meetings.queue_unknown',
  ]);
  happen(queue, 542, { kind: 'talkBegins', request: 0 }, { kind: 'talkEnds', request: 0 });
  expect(happen(queue, 543, second(0, 1))).toEqual(['meetings.queue_interpreter_elsewhere']);
  happen(queue, 544, { kind: 'interpreterGoes', interpreter: 1 });
  expect(happen(queue, 545, second(1, 1))).toEqual(['meetings.queue_interpreter_taken']);
});

test('names every problem of the facts at once', () => {
  const facts = queueFacts({ seated: [{ seats: 0, tables: [3] }], rotating: [{ from: 700, until: 600 }], requests: [[0, 4]] });
  const queue = openQueue({
    ...facts,
    changeMinutes: -1,
    requests: [...facts.requests, { id: 'r0', seated: 1, rotating: 0, must: true, weight: 1 }],
  });
  expect(queue.ok ? [] : queue.refusal.problems?.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['requests.1.id', 'meetings.queue_doubled_id'],
    ['changeMinutes', 'meetings.queue_bad_number'],
    ['participants.0.seats', 'meetings.queue_bad_number'],
    ['participants.0.tables.0', 'meetings.queue_unknown'],
    ['participants.1.until', 'meetings.queue_ends_before_start'],
    ['requests.0.rotating', 'meetings.queue_unknown'],
    ['requests.1.seated', 'meetings.queue_wrong_side'],
    ['requests.1.rotating', 'meetings.queue_wrong_side'],
  ]);
});

test('what is kept up to date event by event is what a look at everything would find', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const day = sampleDay(seed, { seated: 4, rotating: 7, requests: 16 });
      const queue = opened(day.facts);
      for (const { at, event } of simulate(day, whomToCallNext).events) {
        record(queue, event, at);
        const waiting = [...queue.wishes.keys()].filter((index) => nth(queue.wishes, index).state === 'waiting');
        const ready = waiting.filter((index) => sidesOf(queue, nth(queue.wishes, index)).every(isFree));
        expect([...queue.ready].sort((a, b) => a - b)).toEqual(ready);
        for (const person of queue.people) {
          const own = person.requests.filter((index) => sidesOf(queue, nth(queue.wishes, index)).every(({ state }) => state !== 'gone'));
          const left = own.filter((index) => waiting.includes(index));
          expect([...person.waiting].sort((a, b) => a - b)).toEqual(left);
          expect(person.musts).toBe(left.filter((index) => nth(queue.wishes, index).facts.must).length);
        }
      }
    }),
    { numRuns: rounds(60) },
  );
});
