// Opens the live queue of a day from the edition's facts and the wishes that stand.
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { openLiveQueue } from '../../domain/queue/live-queue.ts';
import { openingFrom, type AskedOpening } from '../../domain/queue/opening.ts';
import { loadWanted } from '../../store/meetings.ts';
import { countBookedBetween, insertQueue } from '../../store/queues.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { organise } from '../open-edition.ts';

const millisecondsOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

const askedOpening = (input: Asked<'openQueue'>): AskedOpening => ({
  ...input,
  opensAt: Date.parse(input.opensAt),
  closesAt: Date.parse(input.closesAt),
  expected: input.expected.map(({ participantId, placeIds, from, until }) => ({
    ...{ participantId, placeIds, from: millisecondsOf(from), until: millisecondsOf(until) },
  })),
});

/**
 * Opens the queue: who sits where, who is expected when, whom wishes join. Refuses, all problems at once, what contradicts itself; a time that has
 * passed; a day that has a queue, or a queue beside it that goes on; and hours in which meetings of the schedule are held.
 */
export async function openQueue(work: Work, input: Asked<'openQueue'>): Promise<Result<Answer<'openQueue'>>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, head } = opened.value;
  const asked = askedOpening(input);
  if (asked.closesAt <= work.now.getTime()) return refuseInput([{ path: ['closesAt'], code: 'meetings.queue_in_the_past' }]);
  const { shortest, usual, longest } = input.talkMinutes;
  if (shortest > usual || usual > longest) return refuseInput([{ path: ['talkMinutes', 'usual'], code: 'meetings.queue_bad_lengths' }]);
  const edition = await loadEditionFacts(work, input.editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const built = openingFrom(edition, await loadWanted(work.tx, input.editionId), asked);
  if (!built.ok) return built;
  const live = openLiveQueue(built.value.opening);
  if (!live.ok) return live;
  const [opensAt, closesAt] = [new Date(asked.opensAt), new Date(asked.closesAt)];
  const booked = await countBookedBetween(work.tx, input.editionId, opensAt, closesAt);
  if (booked > 0) return refuse({ kind: 'conflict', code: 'meetings.queue_beside_schedule', params: { count: booked } });
  const { opening, sameSide } = built.value;
  const id = work.newId();
  const day = dayAt(asked.opensAt, head.timeZone);
  const kept = await insertQueue(work.tx, scope, { id, day, opensAt, closesAt, opening, askAgainAt: opensAt });
  if (!kept) return refuse({ kind: 'conflict', code: 'meetings.queue_day_taken' });
  await audit(work, { useCase: 'open-queue', office: scope.office, subjects: [id], fields: ['opensAt', 'closesAt', 'seating'] });
  const count = (role: 'exhibitor' | 'buyer'): number => opening.people.filter((person) => person.role === role).length;
  return ok({ id, exhibitors: count('exhibitor'), buyers: count('buyer'), wishes: opening.wishes.length, sameSide });
}
