// The live queue follows the door: who is checked in on its day is here for it, and who left or was checked in by mistake is not.
import type { Work } from '#platform/work.ts';
import { whoIsHere } from '../../domain/door/who-is-here.ts';
import { eventsOf } from '../../domain/queue/happenings.ts';
import type { LiveQueue } from '../../domain/queue/live-queue.ts';
import type { QueueEvent } from '../../domain/queue/queue-day.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { loadCheckIns } from '../../store/check-ins.ts';
import { loadQueue } from '../../store/queues.ts';
import { enterInQueue } from './step-queue.ts';

const dayLength = 24 * 3_600_000;

/** Brings the open queue of today in step with the door, for these people or for all of it. */
export async function queueFollowsDoor(work: Work, scope: OrganiserScope, among?: ReadonlySet<string>): Promise<void> {
  const now = work.now.getTime();
  const queue = await loadQueue(work.tx, scope.editionId, work.now);
  if (queue === null || queue.state === 'closed' || queue.closesAt <= now) return;
  const said = await loadCheckIns(work.tx, scope.editionId, new Date(now - dayLength), new Date(now + 1));
  await enterInQueue(work, scope, (live) => {
    const here = whoIsHere(said.filter(({ at }) => at >= live.opening.midnight));
    return [...live.people.keys()]
      .filter((id) => among === undefined || among.has(id))
      .flatMap((participantId) => eventsFor(live, participantId, here.get(participantId)?.state === 'here', work));
  });
}

function eventsFor(live: LiveQueue, participantId: string, isHere: boolean, work: Work): readonly QueueEvent[] {
  const wasHere = live.queue.people[live.people.get(participantId) ?? -1]?.state === 'here';
  if (isHere === wasHere) return [];
  const events = eventsOf(live, { kind: isHere ? 'arrive' : 'leave', participantId }, work.now.getTime(), work.newId);
  return events.ok ? events.value : [];
}
