import { expect, test } from 'vitest';
import { type NextCalls, whomToCallNext } from './call-next.ts';
import { openQueue, type Queue } from './queue.ts';
import type { QueueEvent, QueueFacts } from './queue-facts.ts';
import { record } from './record.ts';
import { queueFacts } from './day-fixture.ts';

type Dated = readonly [at: number, event: QueueEvent];

/** A queue in which everybody arrived when expected, unless they are expected later than `now`, and then the events happened. */
const asked = (facts: QueueFacts, now: number, events: readonly Dated[] = []): NextCalls => {
  const opened = openQueue(facts);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const queue: Queue = opened.value;
  facts.participants.forEach(({ from }, participant) => {
    if (from <= now) record(queue, { kind: 'arrive', participant }, from);
  });
  for (const [at, event] of events) {
    const written = record(queue, event, at);
    if (!written.ok) throw new Error(written.refusal.code);
  }
  return whomToCallNext(queue, now);
};

const called = ({ calls }: NextCalls): readonly (readonly [number, number, number | null])[] =>
  calls.map(({ request, table, interpreter }) => [request, table, interpreter]);
const codes = (next: NextCalls): readonly string[] => next.calls.flatMap(({ reasons }) => reasons.map(({ code }) => code));

test('calls a must before a want', () => {
  const next = asked(queueFacts({ seated: [{}], rotating: [{}, {}], requests: [[0, 0], [0, 1, { must: true }]] }), 540); // prettier-ignore
  expect(called(next)).toEqual([[1, 0, null]]);
  expect(codes(next)).toEqual(['meetings.call_must']);
});

test('calls a must before a want of the same person, though the one who is wanted elsewhere has more to do', () => {
  const facts = queueFacts({
    seated: [{}, {}, {}].map(() => ({ languages: ['en'] })),
    rotating: ['en', 'zh', 'zh'].map((language) => ({ languages: [language] })),
    requests: [
      [2, 2],
      [0, 0, { must: true }],
      [2, 0],
      [1, 1, { must: true }],
      [2, 1],
    ],
    closesAt: 749,
    interpreters: [{ languages: ['en', 'zh'] }],
  });
  expect(called(asked(facts, 542)).map(([request]) => request)).toEqual([1, 3]);
});

test('calls first who leaves first, and says so', () => {
  const next = asked(queueFacts({ seated: [{}], rotating: [{}, { until: 600 }], requests: [[0, 0], [0, 1]] }), 540); // prettier-ignore
  expect(called(next)).toEqual([[1, 0, null]]);
  expect(next.calls[0]?.reasons).toEqual([{ code: 'meetings.call_leaves_soon', params: { participant: 'B1', minutes: 60 } }]);
});

test('says who has more to do than time, and who waited long', () => {
  const facts = queueFacts({
    seated: [{ until: 640 }],
    rotating: [{}, {}, {}, {}],
    requests: [
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 3],
    ],
  });
  expect(asked(facts, 565).calls[0]?.reasons).toEqual([
    { code: 'meetings.call_much_left', params: { participant: 'E0', count: 4, minutes: 75 } },
    { code: 'meetings.call_waited', params: { minutes: 25 } },
  ]);
});

test('gives a reason where nothing presses', () => {
  expect(codes(asked(queueFacts({ seated: [{}], rotating: [{}], requests: [[0, 0]] }), 540))).toEqual(['meetings.call_both_free']);
});

test('keeps a table for a must who is expected in a moment and cannot come later, and says for whom', () => {
  const facts = queueFacts({
    seated: [{ until: 600 }],
    rotating: [{}, { from: 545 }],
    requests: [
      [0, 0],
      [0, 1, { must: true }],
    ],
  });
  const next = asked(facts, 540);
  expect(next.calls).toEqual([]);
  expect(next.waiting).toEqual([{ request: 0, reason: { code: 'meetings.wait_kept_free', params: { participant: 'E0', other: 'B1' } } }]);
  expect(next.askAgainAt).toBe(541);
});

test('does not keep a table for long: after half an hour whoever waits is called', () => {
  const facts = queueFacts({
    seated: [{ until: 700 }],
    rotating: [{}, { from: 640 }],
    requests: [
      [0, 0],
      [0, 1, { must: true }],
    ],
  });
  expect(called(asked(facts, 571))).toEqual([[0, 0, null]]);
});

test('leaves interpreters and interpreted tables to those who need them', () => {
  const facts = queueFacts({
    seated: [
      { languages: ['en'], tables: [0, 1] },
      { languages: ['en'], tables: [0, 1] },
    ],
    rotating: [{ languages: ['en'] }, { languages: ['zh'] }],
    requests: [
      [0, 0],
      [1, 1],
    ],
    tables: [{}, {}],
    interpreters: [{ languages: ['en', 'zh', 'ja'] }, { languages: ['en', 'zh'] }, { languages: ['en', 'zh'], table: 0 }],
  });
  expect(called(asked(facts, 540))).toEqual([
    [0, 1, null],
    [1, 0, 2],
  ]);
});

test('names the languages of an interpreter whom the day has, though the first language of a side is another', () => {
  const facts = queueFacts({
    seated: [{ languages: ['de', 'en'] }],
    rotating: [{ languages: ['zh'] }],
    requests: [[0, 0]],
    tables: [{}],
    interpreters: [{ languages: ['en', 'zh'], from: 600 }],
  });
  expect(asked(facts, 540).waiting.map(({ reason }) => reason)).toEqual([
    { code: 'meetings.wait_no_interpreter', params: { languages: 'en, zh' } },
  ]);
});

test('says that an interpreter or a table is missing', () => {
  const facts = queueFacts({
    seated: [{ languages: ['en'] }, { tables: null }],
    rotating: [{ languages: ['zh'] }, {}],
    requests: [
      [0, 0],
      [1, 1],
    ],
    tables: [{}],
  });
  const next = asked(facts, 540);
  expect(next.calls).toEqual([]);
  expect(next.waiting.map(({ reason }) => reason)).toEqual([
    { code: 'meetings.wait_no_interpreter', params: { languages: 'en, zh' } },
    { code: 'meetings.wait_no_table', params: { participant: 'E1' } },
  ]);
  expect(next.askAgainAt).toBeNull();
});

test('calls nobody to a talk that could not be finished', () => {
  const facts = queueFacts({ seated: [{}], rotating: [{ until: 562 }], requests: [[0, 0]] });
  expect(asked(facts, 540).calls).toEqual([]);
  expect(called(asked({ ...facts, participants: facts.participants.map((one) => ({ ...one, until: 563 })) }, 540))).toEqual([[0, 0, null]]);
});

test('calls nobody who withdrew, left, or is called already', () => {
  const facts = queueFacts({ seated: [{}, {}], rotating: [{}, {}], requests: [[0, 0], [1, 0], [1, 1]] }); // prettier-ignore
  const next = asked(facts, 550, [
    [541, { kind: 'call', request: 0, table: 0, interpreter: null }],
    [542, { kind: 'withdraw', request: 2 }],
  ]);
  expect(next.calls).toEqual([]);
  expect(asked(facts, 550, [[541, { kind: 'leave', participant: 0 }], [541, { kind: 'leave', participant: 1 }]]).calls).toEqual([]); // prettier-ignore
});

test('uses every seat of somebody with two', () => {
  const facts = queueFacts({ seated: [{ seats: 2 }], rotating: [{}, {}, {}], requests: [[0, 0], [0, 1], [0, 2]], tables: [{ capacity: 2 }] }); // prettier-ignore
  expect(called(asked(facts, 540))).toHaveLength(2);
});

test('an interpreter with whom it was agreed rests before the next talk, and the pair is asked for again when they have', () => {
  const facts = queueFacts({
    seated: [{ languages: ['en'] }, { languages: ['en'] }],
    rotating: [{ languages: ['zh'] }, { languages: ['zh'] }],
    requests: [
      [0, 0],
      [1, 1],
    ],
    interpreters: [{ languages: ['en', 'zh'], longestMinutes: 60, restMinutes: 20 }],
  });
  const opened = openQueue(facts);
  if (!opened.ok) return expect.fail(opened.refusal.code);
  const queue = opened.value;
  const happens = (at: number, event: QueueEvent) => expect(record(queue, event, at)).toMatchObject({ ok: true });
  for (const participant of [0, 1, 2, 3]) happens(540, { kind: 'arrive', participant });
  happens(540, { kind: 'call', request: 0, table: 0, interpreter: 0 });
  // What came to nothing leaves them rested.
  happens(545, { kind: 'callOff', request: 0 });
  expect(whomToCallNext(queue, 546).calls).toHaveLength(1);
  happens(546, { kind: 'call', request: 0, table: 0, interpreter: 0 });
  happens(549, { kind: 'talkBegins', request: 0 });
  happens(580, { kind: 'talkEnds', request: 0 });
  // 3 minutes to change and 40 of talk on top of 34 would be more than an hour.
  expect(whomToCallNext(queue, 581)).toEqual({
    calls: [],
    waiting: [{ request: 1, reason: { code: 'meetings.wait_rest', params: { languages: 'en, zh' } } }],
    askAgainAt: 600,
  });
  expect(whomToCallNext(queue, 600).calls).toMatchObject([{ request: 1, interpreter: 0 }]);
  // A person may seat them all the same.
  happens(582, { kind: 'call', request: 1, table: 1, interpreter: 0 });
});

test('keeps nobody free for a must that no interpreter can carry: none there is, or none in time', () => {
  const meeting = (interpreters: NonNullable<Parameters<typeof queueFacts>[0]['interpreters']>) =>
    queueFacts({
      seated: [{ languages: ['en'], until: 600 }],
      rotating: [{ languages: ['en'] }, { languages: ['zh'], from: 545 }],
      requests: [
        [0, 0],
        [0, 1, { must: true }],
      ],
      interpreters,
    });
  const both = ['en', 'zh'];
  expect(called(asked(meeting([]), 540))).toEqual([[0, 0, null]]);
  expect(called(asked(meeting([{ languages: both, from: 590 }]), 540))).toEqual([[0, 0, null]]);
  expect(called(asked(meeting([{ languages: both }]), 540, [[540, { kind: 'interpreterGoes', interpreter: 0 }]]))).toEqual([[0, 0, null]]);
  // One who is there carries it, and the table is kept.
  expect(called(asked(meeting([{ languages: both }]), 540))).toEqual([]);
});
