import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { whomToCallNext } from './call-next.ts';
import { otherCalls } from './other-calls.ts';
import { openQueue, type Queue } from './queue.ts';
import type { QueueEvent } from './queue-facts.ts';
import { record } from './record.ts';
import { queueFacts, sampleDay } from './day-fixture.ts';

const opened = (facts: Parameters<typeof openQueue>[0]): Queue => {
  const queue = openQueue(facts);
  if (!queue.ok) throw new Error(JSON.stringify(queue.refusal));
  return queue.value;
};
const happen = (queue: Queue, at: number, ...events: readonly QueueEvent[]): void => {
  for (const event of events) expect(record(queue, event, at)).toMatchObject({ ok: true });
};
const arrive = (participant: number): QueueEvent => ({ kind: 'arrive', participant });

test('a choice says that who is passed over loses a must, waits for the table, or is called elsewhere', () => {
  const facts = queueFacts({
    seated: [{}, {}],
    rotating: [{ until: 600 }, {}, {}],
    requests: [
      [0, 0, { must: true }],
      [0, 1],
      [0, 2],
      [1, 1],
    ],
  });
  const queue = opened(facts);
  happen(queue, 540, ...[0, 1, 2, 3].map(arrive), { kind: 'call', request: 0, table: 0, interpreter: null });
  const costs = (request: number) => otherCalls(queue, request, 545).map((one) => [one.request, one.cost.code]);
  expect(costs(0)).toEqual([[1, 'meetings.pass_loses_must']]);
  happen(queue, 545, { kind: 'callOff', request: 0 }, { kind: 'call', request: 1, table: 0, interpreter: null });
  expect(costs(1)).toEqual([[0, 'meetings.pass_called']]);
  happen(queue, 546, arrive(4), { kind: 'leave', participant: 1 });
  expect(costs(1)).toEqual([
    [0, 'meetings.pass_waits'],
    [2, 'meetings.pass_waits'],
  ]);
});

test('a pair that is held is not called before its time, and says so', () => {
  const queue = opened(queueFacts({ seated: [{}], rotating: [{}], requests: [[0, 0]] }));
  happen(queue, 540, arrive(0), arrive(1), { kind: 'hold', request: 0, until: 545 });
  expect(whomToCallNext(queue, 541)).toEqual({
    calls: [],
    waiting: [{ request: 0, reason: { code: 'meetings.wait_held', params: { minutes: 4 } } }],
    askAgainAt: 545,
  });
  expect(whomToCallNext(queue, 545).calls).toHaveLength(1);
  happen(queue, 541, { kind: 'hold', request: 0, until: null });
  expect(whomToCallNext(queue, 541).calls).toHaveLength(1);
});

/** All that decides, without the order in which sets were filled. */
const stateOf = (queue: Queue) => ({
  people: queue.people.map((one) => ({ ...one, underWay: [...one.underWay].sort(), waiting: [...one.waiting].sort() })),
  // When a talk began means nothing while it waits.
  wishes: queue.wishes.map((one) => ({ ...one, beganAt: one.state === 'waiting' ? 0 : one.beganAt })),
  tables: queue.tables.map(({ talks }) => talks),
  interpreters: queue.interpreters.map(({ busy }) => busy),
  ready: [...queue.ready].sort(),
});

test('looking at other calls leaves the queue as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const day = sampleDay(seed, { seated: 6, rotating: 12, requests: 30 });
      const queue = opened(day.facts);
      for (const participant of day.facts.participants.keys()) happen(queue, 550, arrive(participant));
      for (const { request, table, interpreter } of whomToCallNext(queue, 560).calls)
        happen(queue, 560, { kind: 'call', request, table, interpreter });
      const before = structuredClone(stateOf(queue));
      for (const [request, { state }] of queue.wishes.entries()) if (state === 'called') otherCalls(queue, request, 561);
      expect(stateOf(queue)).toEqual(before);
    }),
    { numRuns: rounds(60) },
  );
});
