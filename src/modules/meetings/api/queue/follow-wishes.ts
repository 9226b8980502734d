// The live queue follows what happens beside it: wishes made or withdrawn during the day, companies that come to it; and it is asked again in time.
import { ok, type Result } from '#kernel/result.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import type { Database } from '#platform/postgres/database.ts';
import { interpreterGoes } from '../../domain/queue/happenings.ts';
import { instantAt, type LiveQueue, minuteAt } from '../../domain/queue/live-queue.ts';
import { interpreterFrom, mayCall, sidesOfWish } from '../../domain/queue/opening.ts';
import type { QueueEvent, QueuePerson } from '../../domain/queue/queue-day.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayAskQueue, mayOrganise } from '../../policy.ts';
import type { EditionParticipant } from '../../domain/edition-facts.ts';
import { actingFor } from '../../store/acting.ts';
import { loadScheduled } from '../../store/bookings.ts';
import { loadMeetings } from '../../store/meetings.ts';
import { loadQueue, queuesToAsk } from '../../store/queues.ts';
import { loadEditionFacts, loadEditionHall, loadEditionHead } from '../edition-facts.ts';
import { enterInQueue } from './step-queue.ts';

/** Who comes to the edition during the day takes any table, and is expected until the end. */
const joining = (live: LiveQueue, { id, code, name, country, role, seats, languages }: EditionParticipant, minute: number): QueueEvent => {
  const person: QueuePerson = {
    id,
    code,
    name,
    country,
    role,
    seats,
    languages,
    placeIds: null,
    from: minute,
    until: live.opening.closesAt,
  };
  return { kind: 'join', person };
};

/**
 * Tells an open queue of the edition which wishes of these people, or of all, it is to call and which no longer: they were made or withdrawn, or the
 * schedule in force holds them. Of all, who has withdrawn from the edition leaves it. Runs as the organiser, who alone sees both sides.
 */
export async function queueFollowsWishes(work: Work, scope: OrganiserScope, among?: readonly string[]): Promise<void> {
  const queue = await loadQueue(work.tx, scope.editionId, work.now);
  if (queue === null || queue.state === 'closed' || queue.closesAt <= work.now.getTime()) return;
  const hall = await loadEditionHall(work, scope.editionId, among);
  const people = new Map((hall?.participants ?? []).filter(({ withdrawn }) => !withdrawn).map((one) => [one.id, one]));
  const meetings = await loadMeetings(work.tx, scope.editionId, among);
  const scheduled = await loadScheduled(work.tx, scope.editionId);
  await enterInQueue(work, scope, (live) => {
    const minute = Math.max(0, minuteAt(live, work.now.getTime()));
    const wanted = meetings.flatMap((meeting) => {
      const state = stateOf(live, meeting.id);
      const wish = sidesOfWish(meeting, (id) => people.get(id)?.role);
      if (meeting.standing === 'wanted' && wish !== null && mayCall(live.opening.pairs, scheduled, meeting.id))
        return state === undefined || state === 'withdrawn' ? [{ kind: 'wish', wish } as const] : [];
      return state === 'waiting' || state === 'called' ? withdrawal(live, meeting.id) : [];
    });
    const named = wanted.flatMap((event) => (event.kind === 'wish' ? [event.wish.seatedId, event.wish.rotatingId] : []));
    const joins = [...new Set(named)].flatMap((id) => {
      const one = people.get(id);
      return one === undefined || live.people.has(id) ? [] : [joining(live, one, minute)];
    });
    const gone = among === undefined ? live.persons.filter(({ id }) => !people.has(id) && personIn(live, id)?.state !== 'gone') : [];
    return [...joins, ...wanted, ...gone.map(({ id }) => ({ kind: 'leave', participantId: id }) as const)];
  });
}

/** The roster of an edition has changed: an open queue of it follows. Subscribed in app to expos's word, in the same transaction. */
export async function queueFollowsRoster(work: Work, { editionId }: { readonly editionId: string }): Promise<void> {
  if ((await loadQueue(work.tx, editionId, work.now)) === null) return;
  const head = await loadEditionHead(work, editionId);
  const scope = head === null ? null : mayOrganise(work.actor, head);
  if (scope?.ok !== true) return;
  await queueFollowsInterpreters(work, scope.value);
  await queueFollowsWishes(work, scope.value);
}

/** Whoever interprets at the edition by now joins its open queue, to be called once they are here; who was taken off its list goes. */
async function queueFollowsInterpreters(work: Work, scope: OrganiserScope): Promise<void> {
  const queue = await loadQueue(work.tx, scope.editionId, work.now);
  if (queue === null || queue.state === 'closed' || queue.closesAt <= work.now.getTime()) return;
  const edition = await loadEditionFacts(work, scope.editionId);
  const all = new Map((edition?.interpreters ?? []).map((one) => [one.id, one]));
  await enterInQueue(work, scope, (live) => {
    const day = { start: instantAt(live, live.opening.opensAt), end: instantAt(live, live.opening.closesAt) };
    const minute = (at: number): number => Math.max(0, minuteAt(live, at));
    const joins = [...all.values()].flatMap((one): readonly QueueEvent[] =>
      live.interpreters.has(one.id)
        ? []
        : [{ kind: 'interpreterJoins', interpreter: interpreterFrom(one, { bound: [] }, { day, minute }) }],
    );
    const gone = live.queue.interpreters.filter(({ facts, here }) => here && !all.has(facts.id));
    return [...joins, ...gone.flatMap(({ facts }) => interpreterGoes(live, facts.id))];
  });
}

const personIn = (live: LiveQueue, id: string) => live.queue.people[live.people.get(id) ?? -1];

const stateOf = (live: LiveQueue, meetingId: string) => live.queue.wishes[live.wishes.get(meetingId) ?? -1]?.state;

const withdrawal = (live: LiveQueue, meetingId: string): readonly QueueEvent[] => {
  const talk = live.talkOf.get(meetingId);
  const off = talk === undefined ? [] : [{ kind: 'callOff', talkId: talk.id, cause: 'withdrawn', because: null } as const];
  return [...off, { kind: 'withdraw', meetingId }];
};

/** Asks every queue whose time has come whom it calls now, though nothing has happened. */
export async function askQueues(database: Database): Promise<void> {
  const due = await inWork(database, nobody(), async (work) => ok(await queuesToAsk(work.tx)));
  if (!due.ok) return;
  for (const one of due.value) await inWork(database, nobody(), (work) => actingFor(work, mayAskQueue(one), (acting) => ask(acting, one)));
}

async function ask(
  work: Work,
  { editionId, office }: { readonly editionId: string; readonly office: OrganiserScope['office'] },
): Promise<Result<null>> {
  const scope = mayOrganise(work.actor, { id: editionId, organiser: office });
  if (!scope.ok) return scope;
  const entered = await enterInQueue(work, scope.value, () => []);
  return entered.ok ? ok(null) : entered;
}
