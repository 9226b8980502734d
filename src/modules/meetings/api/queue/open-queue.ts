// Opens the live queue of a day from the edition's facts and the wishes that stand.
import type { Interval } from '#kernel/intervals.ts';
import { writing } from '#kernel/language.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { clockMeaning, daysBetween } from '#modules/expos/domain/venue-time.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { clockAt, dayAt, instantText } from '../../domain/agenda/venue-clock.ts';
import { openLiveQueue } from '../../domain/queue/live-queue.ts';
import { pausesOf } from '../../domain/pauses.ts';
import { freeHours, proposedHours } from '../../domain/queue/free-hours.ts';
import { openingFrom, type AskedOpening } from '../../domain/queue/opening.ts';
import { loadBusySpans, loadScheduled } from '../../store/bookings.ts';
import { loadWanted } from '../../store/meetings.ts';
import { countBookedBetween, insertQueue } from '../../store/queues.ts';
import { type EditionHead, loadEditionFacts, loadEditionHall } from '../edition-facts.ts';
import { organise, oversee } from '../open-edition.ts';
import { queueFollowsDoor } from './follow-door.ts';

const millisecondsOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

const askedOpening = (input: Asked<'openQueue'>, now: Date): AskedOpening => ({
  ...input,
  now: now.getTime(),
  opensAt: Date.parse(input.opensAt),
  closesAt: Date.parse(input.closesAt),
  expected: input.expected.map(({ participantId, placeIds, from, until }) => ({
    ...{ participantId, placeIds, from: millisecondsOf(from), until: millisecondsOf(until) },
  })),
});

/** Between which hours of the venue a day's free hours are looked for, and those usually proposed. */
const [widest, usual] = [
  ['08:00', '20:00'],
  ['09:00', '16:30'],
] as const;

const hoursOf = (head: EditionHead, date: string, [from, until]: readonly [string, string]): Interval => ({
  start: clockMeaning(head.timeZone, { date, time: from }).at,
  end: clockMeaning(head.timeZone, { date, time: until }).at,
});

const spanText = ({ start, end }: Interval) => ({ from: instantText(start), until: instantText(end) });

/** When the schedule in force holds a meeting, and when everybody has a pause. */
const takenHours = async (work: Work, head: EditionHead, slots: readonly Interval[]): Promise<readonly Interval[]> => [
  ...(await loadBusySpans(work.tx, head.id)),
  ...pausesOf(slots, head.timeZone),
];

/** What a live queue would begin with: requests, those of them that the schedule holds, and by day of the edition the hours without a meeting or a pause. */
export async function getQueueHours(work: Work, input: Asked<'getQueueHours'>): Promise<Result<Answer<'getQueueHours'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const { head } = opened.value;
  const [wanted, scheduled] = [await loadWanted(work.tx, input.editionId), await loadScheduled(work.tx, input.editionId)];
  const taken = await takenHours(work, head, (await loadEditionHall(work, head.id, []))?.slots ?? []);
  const days = daysBetween(head.firstDay, head.lastDay).map((day) => {
    const free = freeHours(hoursOf(head, day, widest), taken, work.now.getTime());
    const proposed = proposedHours(free, hoursOf(head, day, usual));
    return { day, free: free.map(spanText), proposed: proposed === null ? null : spanText(proposed) };
  });
  return ok({ requests: wanted.length, scheduled: wanted.filter(({ id }) => scheduled.has(id)).length, days });
}

/** Refuses hours in which meetings of the schedule are held, and says which hours of the day are free instead. */
export async function besideSchedule(
  work: Work,
  head: EditionHead,
  { hours: asked, slots }: { readonly hours: readonly Interval[]; readonly slots: readonly Interval[] },
): Promise<Result<null>> {
  let count = 0;
  for (const { start, end } of asked) count += start < end ? await countBookedBetween(work.tx, head.id, new Date(start), new Date(end)) : 0;
  if (count === 0) return ok(null);
  const opensAt = asked[0]?.start ?? 0;
  const day = hoursOf(head, dayAt(opensAt, head.timeZone), widest);
  const free = freeHours(day, await takenHours(work, head, slots), work.now.getTime());
  const { dash, enumeration } = writing[work.actor.language];
  const hours = free.map(({ start, end }) => `${clockAt(start, head.timeZone)}${dash}${clockAt(end, head.timeZone)}`).join(enumeration);
  if (hours === '') return refuse({ kind: 'conflict', code: 'meetings.queue_day_full', params: { count } });
  return refuse({ kind: 'conflict', code: 'meetings.queue_beside_schedule', params: { count, hours } });
}

/**
 * Opens the queue: who sits where, who is expected when, whom wishes join; who is checked in on its day is here. Refuses, all problems at once, what contradicts itself; a time that has
 * passed; a day that has a queue, or a queue beside it that goes on; and hours in which meetings of the schedule are held.
 */
export async function openQueue(work: Work, input: Asked<'openQueue'>): Promise<Result<Answer<'openQueue'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, head } = opened.value;
  const asked = askedOpening(input, work.now);
  const edition = await loadEditionFacts(work, input.editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const built = openingFrom(edition, await loadWanted(work.tx, input.editionId), asked, await loadScheduled(work.tx, input.editionId));
  if (!built.ok) return built;
  const live = openLiveQueue(built.value.opening);
  if (!live.ok) return live;
  const [opensAt, closesAt] = [new Date(asked.opensAt), new Date(asked.closesAt)];
  const free = await besideSchedule(work, head, { hours: [{ start: asked.opensAt, end: asked.closesAt }], slots: edition.slots });
  if (!free.ok) return free;
  const { opening, sameSide, scheduled } = built.value;
  const id = work.newId();
  const day = dayAt(asked.opensAt, head.timeZone);
  const kept = await insertQueue(work.tx, scope, { id, day, opensAt, closesAt, opening, askAgainAt: opensAt });
  if (!kept) return refuse({ kind: 'conflict', code: 'meetings.queue_day_taken' });
  // Whoever came to the door before the queue was opened is here for it.
  await queueFollowsDoor(work, scope);
  await audit(work, { useCase: 'open-queue', office: scope.office, subjects: [id], fields: ['opensAt', 'closesAt', 'seating', 'pairs'] });
  const count = (role: 'exhibitor' | 'buyer'): number => opening.people.filter((person) => person.role === role).length;
  return ok({ id, exhibitors: count('exhibitor'), buyers: count('buyer'), wishes: opening.wishes.length, sameSide, scheduled });
}
