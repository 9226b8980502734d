// One step of the live queue: what has happened is written into it, then it decides whom to call. One at a time, under the lock of its row.
import { notFound, ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { decide, eventsOf } from '../../domain/queue/happenings.ts';
import { happen, instantAt, type LiveQueue, type TalkChange } from '../../domain/queue/live-queue.ts';
import type { Happening, QueueEvent } from '../../domain/queue/queue-day.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { lockQueue, type NewEvent, saveStep, toldBefore } from '../../store/queues.ts';
import { forgetQueue, type KeptQueue, queueUnderLock } from './kept-queue.ts';

/** What somebody tells, under a name of their own; `at` in UTC milliseconds. */
export interface Telling {
  readonly told: string;
  readonly at: number;
  readonly what: Happening;
  /** Why it cannot be, before the queue is asked; null: nothing speaks against it. */
  readonly refusal: Refusal | null;
}

export interface Told {
  readonly told: string;
  readonly refusal: Refusal | null;
}

/** A step in the making: all of it is written at its end, or nothing. */
interface Step {
  readonly work: Work;
  readonly queue: KeptQueue;
  readonly events: NewEvent[];
  readonly changes: TalkChange[];
}

/** Events that belong together failed half way: the queue in memory is no longer what the database holds. */
class HalfDone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function enter({ work, queue, events, changes }: Step, list: readonly QueueEvent[], at: number, told: string | null): Refusal | null {
  for (const [index, event] of list.entries()) {
    const happened = happen(queue.live, event, at);
    if (!happened.ok) {
      if (index > 0) throw new HalfDone(happened.refusal);
      return happened.refusal;
    }
    const id = work.newId();
    queue.number += 1;
    queue.last = id;
    events.push({ id, number: queue.number, at, told, event });
    if (happened.value !== null) changes.push(happened.value);
  }
  return null;
}

const hasEnded: Refusal = { kind: 'conflict', code: 'meetings.queue_closed' };

/** When the queue has ended, talks end yet, and people go. */
const stillOpen = (live: LiveQueue, { kind }: Happening): boolean => live.state !== 'closed' || kind === 'end' || kind === 'leave';

function enterTelling(step: Step, { told, at, what, refusal: known }: Telling): Told {
  if (known !== null) return { told, refusal: known };
  if (!stillOpen(step.queue.live, what)) return { told, refusal: hasEnded };
  const events = eventsOf(step.queue.live, what, at, step.work.newId);
  if (!events.ok) return { told, refusal: events.refusal };
  return { told, refusal: enter(step, events.value, at, told) };
}

/** The queue's own calls; answers when it is to be asked again. */
function enterCalls(step: Step): number | null {
  const at = step.work.now.getTime();
  const { calls, askAgainAt } = decide(step.queue.live, at, step.work.newId);
  for (const call of calls) {
    const refusal = enter(step, [call], at, null);
    if (refusal !== null) throw new Error(`the queue called whom it cannot: ${refusal.code}`);
  }
  return askAgainAt;
}

/** Runs `use` on the queue under its lock, lets it decide, and keeps all that came of it. */
async function inStep<T>(work: Work, scope: OrganiserScope, use: (step: Step) => Result<T>): Promise<Result<T>> {
  const row = await lockQueue(work.tx, scope.editionId, work.now);
  if (row === null) return notFound('meetings.queue_not_opened');
  const queue = await queueUnderLock(work, scope.editionId, row);
  const step: Step = { work, queue, events: [], changes: [] };
  try {
    // Nothing is waited for until all has been decided, so that nobody reads the queue in between.
    const result = use(step);
    if (!result.ok) {
      if (step.events.length > 0) forgetQueue(queue.id);
      return result;
    }
    const askAgainAt = enterCalls(step);
    const { events, changes } = step;
    const { state, opening } = queue.live;
    const [opensAt, closesAt] = [instantAt(queue.live, opening.opensAt), instantAt(queue.live, opening.closesAt)];
    await saveStep(work.tx, scope, { queueId: queue.id, events, changes, state, opensAt, closesAt, askAgainAt });
    return result;
  } catch (fault) {
    forgetQueue(queue.id);
    if (fault instanceof HalfDone) return refuse(fault.refusal);
    throw fault;
  }
}

const noneEntered = (results: readonly Told[]): Result<readonly Told[]> => {
  const [only] = results;
  if (results.length === 1 && only?.refusal != null) return refuse(only.refusal);
  const problems = results.flatMap(({ refusal }, index) =>
    refusal === null
      ? []
      : [{ path: ['happenings', index], code: refusal.code, params: 'params' in refusal ? (refusal.params ?? {}) : {} }],
  );
  return refuse({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: problems.length }, problems });
};

/**
 * Writes what was told, each by itself: one that cannot be is answered with its refusal and hinders no other; what was told before is known already.
 * Refuses where nothing at all could be entered.
 */
export async function tellLiveQueue(work: Work, scope: OrganiserScope, tellings: readonly Telling[]): Promise<Result<readonly Told[]>> {
  const known = await toldBefore(
    work.tx,
    scope.editionId,
    tellings.map(({ told }) => told),
  );
  return inStep(work, scope, (step) => {
    const results = tellings.map((telling) =>
      known.has(telling.told) ? { told: telling.told, refusal: null } : enterTelling(step, telling),
    );
    return results.every(({ refusal }) => refusal !== null) ? noneEntered(results) : ok(results);
  });
}

/** Writes events that the queue itself brings about, such as another state; what is refused ends the step. */
export const enterInQueue = (
  work: Work,
  scope: OrganiserScope,
  eventsFor: (live: LiveQueue) => readonly QueueEvent[],
): Promise<Result<LiveQueue>> =>
  inStep(work, scope, (step) => {
    const refusal = enter(step, eventsFor(step.queue.live), work.now.getTime(), null);
    return refusal === null ? ok(step.queue.live) : refuse(refusal);
  });
