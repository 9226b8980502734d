import { expect, test } from 'vitest';
import { openQueue } from './queue.ts';
import { rehearse } from './rehearse.ts';
import { queueFacts } from './day-fixture.ts';
import { whomToCallNext } from './call-next.ts';
import { record } from './record.ts';

test('a rehearsal decides in a queue of its own: whoever opens the same day finds everybody expected and nobody called', () => {
  const facts = queueFacts({ seated: [{}], rotating: [{}, {}], requests: [[0, 0], [0, 1]] }); // prettier-ignore
  const [asGiven, queue] = [structuredClone(facts), openQueue(facts)];
  rehearse(facts, 540);
  expect(facts).toEqual(asGiven);
  if (!queue.ok) throw new Error(queue.refusal.code);
  expect(queue.value.people.map(({ state }) => state)).toEqual(['expected', 'expected', 'expected']);
  record(queue.value, { kind: 'arrive', participant: 0 }, 540);
  record(queue.value, { kind: 'arrive', participant: 1 }, 540);
  expect(whomToCallNext(queue.value, 540).calls.map(({ request }) => request)).toEqual([0]);
});
