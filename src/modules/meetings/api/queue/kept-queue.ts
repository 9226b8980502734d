// The live queue in memory, as a cache of what the database holds: one an edition's day and node, brought up to date by playing the events that it lacks.
// It may be ahead of the database while a change has not been committed; whoever reads waits for that, and whoever finds that it never came drops it.
import { setTimeout as wait } from 'node:timers/promises';
import { rehearse } from '#scheduler/core/dispatch/rehearse.ts';
import type { Work } from '#platform/work.ts';
import { happen, openLiveQueue, type LiveQueue } from '../../domain/queue/live-queue.ts';
import type { KeptEvent } from '../../domain/queue/queue-day.ts';
import { loadOpening, loadQueue, loadQueueEvents, type QueueRow } from '../../store/queues.ts';

export interface KeptQueue {
  readonly id: string;
  readonly live: LiveQueue;
  /** Number and id of the newest event that was played. */
  number: number;
  last: string | null;
}

const kept = new Map<string, KeptQueue>();
/** More queues at once are built anew each time they are asked for. */
const mostKept = 20;

/** Whether this process has decided for a full hall. */
let rehearsed = false;

const stands = (queue: KeptQueue, row: QueueRow): boolean => queue.number === row.lastNumber && queue.last === row.lastEvent;

/** Plays one event; the queue is at that event then. */
const play = (queue: KeptQueue, { id, number, at, event }: KeptEvent): void => {
  const played = happen(queue.live, event, at);
  if (!played.ok) throw new Error(`event ${number} of queue ${queue.id} cannot be played: ${played.refusal.code}`);
  queue.number = number;
  queue.last = id;
};

async function build(work: Work, editionId: string, row: QueueRow): Promise<KeptQueue> {
  const live = openLiveQueue(await loadOpening(work.tx, editionId, row.id));
  if (!live.ok) throw new Error(`queue ${row.id} does not open: ${live.refusal.code}`);
  if (!rehearsed) rehearse(live.value.queue.facts, live.value.opening.opensAt);
  rehearsed = true;
  const queue: KeptQueue = { id: row.id, live: live.value, number: 0, last: null };
  for (const event of await loadQueueEvents(work.tx, editionId, row.id, { from: 1, to: row.lastNumber })) play(queue, event);
  return queue;
}

/** Plays what the kept queue lacks; false where it is not the beginning of what the database holds. */
async function catchUp(work: Work, editionId: string, row: QueueRow, queue: KeptQueue): Promise<boolean> {
  const { number, last } = queue;
  const events = await loadQueueEvents(work.tx, editionId, row.id, { from: Math.max(1, number), to: row.lastNumber });
  // Somebody else may have brought it up to date meanwhile; from here on nothing waits.
  if (queue.number !== number || queue.last !== last) return true;
  if (number > 0 && events[0]?.id !== last) return false;
  for (const event of number > 0 ? events.slice(1) : events) play(queue, event);
  return true;
}

export const forgetQueue = (id: string): void => void kept.delete(id);

/** The queue as the row says; the caller holds the lock, so that nobody changes it meanwhile. */
export async function queueUnderLock(work: Work, editionId: string, row: QueueRow): Promise<KeptQueue> {
  const known = kept.get(row.id);
  if (known !== undefined && stands(known, row)) return known;
  if (known !== undefined && known.number < row.lastNumber && (await catchUp(work, editionId, row, known)) && stands(known, row))
    return known;
  const built = await build(work, editionId, row);
  if (kept.size >= mostKept) kept.clear();
  kept.set(row.id, built);
  return built;
}

/** Times that a reader looks again, while a change that is in memory is not committed. */
const looks = 40;

/** The newest queue of an edition, as committed; null where none was opened. */
export async function queueToRead(work: Work, editionId: string): Promise<KeptQueue | null> {
  for (let look = 0; look < looks; look += 1) {
    const row = await loadQueue(work.tx, editionId, work.now);
    if (row === null) return null;
    const known = kept.get(row.id);
    if (known === undefined || known.number < row.lastNumber) {
      if (known === undefined || !(await catchUp(work, editionId, row, known))) kept.set(row.id, await build(work, editionId, row));
    }
    const now = kept.get(row.id);
    if (now !== undefined && stands(now, row)) return now;
    await wait(5);
  }
  // What was ahead was never committed.
  const row = await loadQueue(work.tx, editionId, work.now);
  if (row === null) return null;
  const built = await build(work, editionId, row);
  kept.set(row.id, built);
  return built;
}
