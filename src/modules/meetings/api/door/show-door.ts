// The door as those see it who keep it: whom to expect, and who is here.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { soundOfAll } from '#modules/expos/api/list-directory.ts';
import { editionSpan } from '#modules/expos/domain/venue-time.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { dayAt, instantText } from '../../domain/agenda/venue-clock.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import { whoIsHere, type Presence } from '../../domain/door/who-is-here.ts';
import { withSound } from '../../formats/spoken-person.ts';
import { instantAt } from '../../domain/queue/live-queue.ts';
import { loadHeldIn, type HeldMeeting } from '../../store/bookings.ts';
import { loadCheckIns, loadReporters } from '../../store/check-ins.ts';
import { loadMet } from '../../store/queues.ts';
import { loadStewards } from '../../store/stewards.ts';
import { type EditionHead, loadEditionFacts } from '../edition-facts.ts';
import { oversee } from '../open-edition.ts';
import { queueToRead } from '../queue/kept-queue.ts';
import { editionRef, participantRef, placeRef } from '../show-refs.ts';
import { atDoor } from './open-door.ts';

/** Today at the venue, from midnight to midnight. */
function todayAt(work: Work, { timeZone }: Pick<EditionHead, 'timeZone'>) {
  const day = dayAt(work.now.getTime(), timeZone);
  return { day, ...editionSpan({ timeZone, firstDay: day, lastDay: day }) };
}

function meetingsOf(edition: EditionFacts, held: readonly HeldMeeting[]) {
  const places = new Map(edition.places.map((place) => [place.id, place]));
  const found = new Map<string, { startsAt: string; endsAt: string; place: ReturnType<typeof placeRef> }[]>();
  for (const { a, b, start, end, placeId } of held) {
    const place = places.get(placeId);
    if (place === undefined) continue;
    const meeting = { startsAt: instantText(start), endsAt: instantText(end), place: placeRef(place) };
    for (const side of [a, b]) found.set(side, [...(found.get(side) ?? []), meeting]);
  }
  return found;
}

/** Who is expected: everybody who takes part and has not withdrawn, with halls and meetings of today that were not held in the live queue before. For the organiser's members. */
export async function getDoor(work: Work, { editionId }: Asked<'getDoor'>): Promise<Result<Answer<'getDoor'>>> {
  const opened = await oversee(work, editionId);
  if (!opened.ok) return opened;
  const edition = await loadEditionFacts(work, editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const today = todayAt(work, edition);
  const ofToday = edition.slots.flatMap(({ id, start }) => (start >= today.start && start < today.end ? [id] : []));
  const [held, met] = [await loadHeldIn(work.tx, editionId, ofToday), await loadMet(work.tx, editionId)];
  const isDue = ({ meetingId, start }: HeldMeeting): boolean => (met.get(meetingId) ?? start) >= start;
  const meetings = meetingsOf(edition, held.filter(isDue));
  const participants = edition.participants.flatMap((one) => {
    if (one.withdrawn) return [];
    const own = meetings.get(one.id) ?? [];
    const halls = new Set([one.standHall ?? '', ...own.map(({ place }) => place.hall ?? '')]);
    halls.delete('');
    const people = one.contacts.map(({ surname, givenName, nameOrder, post }) =>
      withSound({ surname, givenName, nameOrder, post }, one.country),
    );
    return [{ ...participantRef(one), sound: soundOfAll(one.name), groupId: one.groupId, halls: [...halls], people, meetings: own }];
  });
  const interpreters = edition.interpreters.map(({ id, name }) => ({ id, name }));
  const mayTell = (await atDoor(work, editionId, async () => ok(null))).ok;
  const ownHalls = (await loadStewards(work.tx, editionId)).find(({ accountId }) => accountId === work.actor.account)?.halls ?? [];
  const groups = edition.groups.map(({ id, code, name }) => ({ id, code, name }));
  return ok({ edition: editionRef(edition), day: today.day, mayTell, ownHalls: [...ownHalls], groups, participants, interpreters });
}

/** Who is here by the live queue of today, with since when: it is told at its own desk, or by the companies themselves. */
async function hereInQueue(work: Work, editionId: string, midnight: number): Promise<ReadonlyMap<string, number>> {
  const queue = await queueToRead(work, editionId);
  if (queue === null || queue.live.opening.midnight !== midnight) return new Map();
  const { live } = queue;
  return new Map(
    live.queue.people.flatMap(({ state, facts, arrivedAt }) => (state === 'here' ? [[facts.id, instantAt(live, arrivedAt)]] : [])),
  );
}

/** Who has come and gone today at the venue, at a door or by the live queue, and who is known to be there otherwise: they report that somebody is missing. */
export async function listCheckIns(work: Work, { editionId }: Asked<'listCheckIns'>): Promise<Result<Answer<'listCheckIns'>>> {
  const opened = await oversee(work, editionId);
  if (!opened.ok) return opened;
  const { start, end } = todayAt(work, opened.value.head);
  const today = [new Date(start), new Date(end)] as const;
  const said = await loadCheckIns(work.tx, editionId, ...today);
  const atDoors = whoIsHere(said);
  const byQueue = await hereInQueue(work, editionId, start);
  // Whoever left by a door has left the queue with it, and is here where they came to that afterwards; what it says is not taken back at a door.
  const present = [...byQueue].flatMap(([id, since]): [string, Presence][] =>
    atDoors.get(id)?.state === 'here' ? [] : [[id, { state: 'here', since, told: [] }]],
  );
  const entries = [...new Map([...atDoors, ...present])].map(([participantId, { state, since, told }]) => ({
    ...{ participantId, state, since: instantText(since), told: [...told] },
  }));
  return ok({ at: instantText(work.now.getTime()), entries, inside: [...(await loadReporters(work.tx, editionId, ...today))] });
}
