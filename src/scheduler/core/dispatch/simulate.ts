// Plays a day through a policy: everybody learns what happens only when it happens.

import type { LiveDay, Talk } from './day.ts';
import { nth, openQueue, type Queue } from './queue.ts';
import type { QueueEvent, Seating } from './queue-facts.ts';
import { record } from './record.ts';

/** Whom to call at minute `now`. */
export type Policy = (queue: Queue, now: number) => { readonly calls: readonly Seating[]; readonly askAgainAt: number | null };

export interface Run {
  readonly talks: readonly Talk[];
  /** Per talk, in the same order: minutes that the two were both here and it was requested, until the call. */
  readonly waited: readonly number[];
  /** What happened, in order. */
  readonly events: readonly { readonly at: number; readonly event: QueueEvent }[];
}

/** What is certain to happen, by minute. */
const agendaOf = (day: LiveDay): Map<number, QueueEvent[]> => {
  const agenda = new Map<number, QueueEvent[]>();
  day.arrivesAt.forEach((at, participant) => {
    if (at === null) return;
    put(agenda, at, { kind: 'arrive', participant });
    put(agenda, Math.max(at, day.leavesAt[participant] ?? 0), { kind: 'leave', participant });
  });
  for (const { at, request } of day.later) put(agenda, at, { kind: 'request', request });
  day.withdrawnAt.forEach((at, request) => {
    if (at !== null) put(agenda, at, { kind: 'withdraw', request });
  });
  return agenda;
};

const put = (agenda: Map<number, QueueEvent[]>, at: number, event: QueueEvent): void => {
  const there = agenda.get(at);
  if (there === undefined) agenda.set(at, [event]);
  else there.push(event);
};

/** The day under a policy. `onDecision` is told before and after each decision, for those who measure. */
export const simulate = (day: LiveDay, policy: Policy, onDecision: (phase: 'before' | 'after') => void = () => undefined): Run => {
  const opened = openQueue(day.facts);
  if (!opened.ok) throw new Error(`The day contradicts itself: ${JSON.stringify(opened.refusal.problems?.[0])}`);
  const queue = opened.value;
  const agenda = agendaOf(day);
  const talks: Talk[] = [];
  const waited: number[] = [];
  const events: { at: number; event: QueueEvent }[] = [];
  const happen = (event: QueueEvent, at: number): void => {
    const written = record(queue, event, at);
    // A request that is withdrawn while its talk is under way is the one thing that may come too late.
    const tooLate = event.kind === 'withdraw' && !written.ok && written.refusal.code === 'meetings.queue_not_waiting';
    if (!written.ok && !tooLate) throw new Error(`${event.kind} at ${at}: ${written.refusal.code}`);
    if (written.ok) events.push({ at, event });
  };
  let askAt: number | null = null;
  const end = day.facts.closesAt + day.facts.changeMinutes + day.facts.talkMinutes.longest;
  for (let now = 0; now <= end; now += 1) {
    const due = agenda.get(now) ?? [];
    for (const event of due) happen(event, now);
    if (now < day.opensAt || now >= day.facts.closesAt) continue;
    if (due.length === 0 && now !== askAt && now !== day.opensAt) continue;
    onDecision('before');
    const { calls, askAgainAt } = policy(queue, now);
    onDecision('after');
    askAt = askAgainAt;
    for (const { request, table, interpreter } of calls) {
      waited.push(now - nth(queue.wishes, request).since);
      happen({ kind: 'call', request, table, interpreter }, now);
      const beginsAt = now + day.facts.changeMinutes;
      const endsAt = beginsAt + nth(day.talkMinutes, request);
      put(agenda, beginsAt, { kind: 'talkBegins', request });
      put(agenda, endsAt, { kind: 'talkEnds', request });
      talks.push({ request, table, interpreter, calledAt: now, endsAt });
    }
  }
  return { talks, waited, events };
};
