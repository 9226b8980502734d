// The first decisions of a process take several times those after them, until their code is compiled: made here for a hall that nobody waits in.

import { whomToCallNext } from './call-next.ts';
import { openQueue } from './queue.ts';
import type { QueueFacts } from './queue-facts.ts';
import { record } from './record.ts';

/** Of a real day two are enough, a tenth of a second in all; more would hold up whoever opens the queue. */
const decisions = 2;

/** Opens a queue of its own by these facts, has everybody come at once, and decides, calls, begins and ends some rounds of talks. Keeps nothing. */
export const rehearse = (facts: QueueFacts, opensAt: number): void => {
  const opened = openQueue(facts);
  if (!opened.ok) return;
  const queue = opened.value;
  facts.participants.forEach((_, participant) => record(queue, { kind: 'arrive', participant }, opensAt));
  for (let now = opensAt; now < opensAt + decisions; now += 1) {
    const { calls } = whomToCallNext(queue, now);
    for (const { request, table, interpreter } of calls) record(queue, { kind: 'call', request, table, interpreter }, now);
    for (const { request } of calls) record(queue, { kind: 'talkBegins', request }, now);
    for (const { request } of calls) record(queue, { kind: 'talkEnds', request }, now);
  }
};
