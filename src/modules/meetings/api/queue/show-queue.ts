// The live queue in the words of its reader: the organiser's view, the big screen, a company's own part.
import { chooseText, type Language, writing } from '#kernel/language.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { nth } from '#scheduler/core/dispatch/queue.ts';
import { otherCalls } from '#scheduler/core/dispatch/other-calls.ts';
import type { Answer, Asked } from '../../contract.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { languageName, type Names, sentenceOf } from '../../domain/planning/sentences.ts';
import {
  figuresOf,
  heldPairsOf,
  interpretersOf,
  isLate,
  languagesOf,
  soonOf,
  tablesOf,
  waitingOf,
  waitsSince,
  type InterpreterLine,
} from '../../domain/queue/board.ts';
import { instantAt, type LiveQueue, minuteAt, type Talk } from '../../domain/queue/live-queue.ts';
import { type OwnAsking, ownPlaceOf } from '../../domain/queue/own-place.ts';
import { mayAskWhoIsFree } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadAskings } from '../../store/queues.ts';
import { openParticipant, oversee } from '../open-edition.ts';
import { editionRef, participantRef, placeRef, unknownParticipant } from '../show-refs.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { queueToRead } from './kept-queue.ts';

const textOf = (at: number | null): string | null => (at === null ? null : instantText(at));

/** What the things of a queue are called in sentences. */
export function queueNames(live: LiveQueue, reader: Language): Names {
  const codeOf = (id: string): string => live.persons[live.people.get(id) ?? -1]?.code ?? '?';
  return {
    participant: (id) => {
      const person = live.persons[live.people.get(id) ?? -1];
      return person === undefined ? '?' : writing[reader].inBrackets(chooseText(person.name, reader).text, person.code);
    },
    place: (id) => live.opening.places[live.places.get(id) ?? -1]?.code ?? '?',
    interpreter: (id) => live.opening.interpreters[live.interpreters.get(id) ?? -1]?.name ?? '?',
    language: (tag) => languageName(tag, reader),
    meeting: (id) => {
      const wish = live.wished[live.wishes.get(id) ?? -1];
      return wish === undefined ? '?' : `${codeOf(wish.rotatingId)} → ${codeOf(wish.seatedId)}`;
    },
    slot: () => '?',
  };
}

const personOf = (live: LiveQueue, id: string) => participantRef(live.persons[live.people.get(id) ?? -1] ?? unknownParticipant(id));
const placeOf = (live: LiveQueue, id: string) => placeRef(nth(live.opening.places, live.places.get(id) ?? -1));
const interpreterOf = (live: LiveQueue, id: string | null) => {
  const one = id === null ? undefined : live.opening.interpreters[live.interpreters.get(id) ?? -1];
  return one === undefined ? null : { id: one.id, name: one.name };
};

const talkOf = (live: LiveQueue, talk: Talk) => ({
  id: talk.id,
  meetingId: talk.meetingId,
  rotating: personOf(live, talk.rotatingId),
  seated: personOf(live, talk.seatedId),
  place: placeOf(live, talk.placeId),
  interpreter: interpreterOf(live, talk.interpreterId),
  must: nth(live.wished, live.wishes.get(talk.meetingId) ?? -1).must,
  waitsSince: textOf(waitsSince(live, talk.meetingId)),
  calledAt: instantText(talk.calledAt),
  goesOutAt: instantText(talk.goesOutAt),
  begunAt: textOf(talk.begunAt),
});

/** Called, and shown by now. */
const isShown = (talk: Talk, at: number): boolean => talk.begunAt === null && talk.goesOutAt <= at;

const lineOf = ({ languages, from, until, ...one }: InterpreterLine) => ({
  ...{ ...one, languages: [...languages], from: textOf(from), until: textOf(until) },
});

type Board = NonNullable<Answer<'getQueue'>['queue']>;

function boardOf(id: string, live: LiveQueue, at: number, reader: Language): Board {
  const names = queueNames(live, reader);
  const { talkMinutes, changeMinutes, standsSeconds, opensAt, closesAt } = live.opening;
  return {
    id,
    state: live.state,
    opensAt: instantText(instantAt(live, opensAt)),
    closesAt: instantText(instantAt(live, closesAt)),
    ...{ talkMinutes, changeMinutes, standsSeconds },
    pairs: live.opening.pairs ?? 'all',
    at: instantText(at),
    figures: figuresOf(live),
    talks: [...live.talks.values()].map((talk) => ({
      ...talkOf(live, talk),
      late: isLate(live, talk, at),
      reasons: talk.reasons.slice(0, 3).map((reason) => sentenceOf(reason, names, reader)),
      because: talk.because,
    })),
    held: heldPairsOf(live, at).map(({ meetingId, seatedId, rotatingId, until, because }) => ({
      ...{ meetingId, because, until: instantText(until) },
      seated: personOf(live, seatedId),
      rotating: personOf(live, rotatingId),
    })),
    tables: tablesOf(live, at).map(({ placeId, state, talkIds, since, ownerId }) => ({
      ...{ state, talkIds: [...talkIds], since: textOf(since), place: placeOf(live, placeId) },
      owner: ownerId === null ? null : personOf(live, ownerId),
    })),
    waiting: waitingOf(live, at).map(({ reason, pairs, longestMinutes }) => ({
      reason: sentenceOf(reason, names, reader),
      pairs,
      longestMinutes,
    })),
    languages: languagesOf(live, at).map((line) => ({ ...line })),
    interpreters: interpretersOf(live, at).map(lineOf),
  };
}

/** What one interpreter sees of the queue; null where none is open or it does not know them. */
export async function queueOfInterpreter(
  work: Work,
  { editionId, interpreterId }: { readonly editionId: string; readonly interpreterId: string },
): Promise<Answer<'getInterpreterAgenda'>['queue']> {
  const live = (await queueToRead(work, editionId))?.live;
  const at = work.now.getTime();
  const line = live === undefined ? undefined : interpretersOf(live, at).find(({ id }) => id === interpreterId);
  if (live === undefined || line === undefined || live.state === 'closed') return null;
  const talk = [...live.talks.values()].find((one) => one.interpreterId === interpreterId && (one.begunAt !== null || one.goesOutAt <= at));
  const shown = talk === undefined ? null : talkOf(live, talk);
  const { state, from, until } = lineOf(line);
  return {
    ...{ opensAt: instantText(instantAt(live, live.opening.opensAt)), closesAt: instantText(instantAt(live, live.opening.closesAt)) },
    // A call that is not shown yet has called nobody.
    ...{ state: shown === null && state === 'working' ? 'free' : state, from, until },
    talk:
      shown === null
        ? null
        : { seated: shown.seated, rotating: shown.rotating, place: shown.place, goesOutAt: shown.goesOutAt, begunAt: shown.begunAt },
  };
}

/** The newest queue of the edition, for its organiser; null where none was opened. */
export async function getQueue(work: Work, input: Asked<'getQueue'>): Promise<Result<Answer<'getQueue'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const hall = await loadEditionHall(work, input.editionId, []);
  if (hall === null) return notFound('meetings.edition_unknown');
  const queue = await queueToRead(work, input.editionId);
  const board = queue === null ? null : boardOf(queue.id, queue.live, work.now.getTime(), work.actor.language);
  return ok({ edition: editionRef(hall), queue: board });
}

/** Whom the table of a call could call instead, with what each choice costs who is passed over. Refuses a call that has begun or is over. */
export async function listQueueChoices(work: Work, input: Asked<'listQueueChoices'>): Promise<Result<Answer<'listQueueChoices'>>> {
  const opened = await oversee(work, input.editionId);
  if (!opened.ok) return opened;
  const queue = await queueToRead(work, input.editionId);
  const talk = queue?.live.talks.get(input.talkId);
  if (queue === null || talk === undefined || talk.begunAt !== null) return refuse({ kind: 'conflict', code: 'meetings.queue_talk_over' });
  const { live } = queue;
  const [reader, request] = [work.actor.language, live.wishes.get(talk.meetingId) ?? -1];
  const names = queueNames(live, reader);
  const choices = otherCalls(live.queue, request, minuteAt(live, work.now.getTime())).map(
    ({ request: other, table, interpreter, cost, waited }) => {
      const wish = nth(live.wished, other);
      return {
        meetingId: wish.meetingId,
        rotating: personOf(live, wish.rotatingId),
        place: placeOf(live, nth(live.opening.places, table).id),
        interpreter: interpreter === null ? null : interpreterOf(live, nth(live.opening.interpreters, interpreter).id),
        must: wish.must,
        waitedMinutes: waited,
        cost: sentenceOf(cost, names, reader),
        losesMust: cost.code === 'meetings.pass_loses_must',
      };
    },
  );
  return ok({ choices });
}

type Calls = NonNullable<Answer<'getWall'>['calls']>;

/** What the big screen shows of the live queue, in one hall or all (''): numbers and tables, never a name. The work must read as the organiser. */
export async function wallOfQueue(work: Work, editionId: string, hall: string): Promise<Calls> {
  const queue = await queueToRead(work, editionId);
  const at = work.now.getTime();
  if (queue === null) return { state: null, calls: [], soon: [] };
  const { live } = queue;
  const isHere = ({ placeId }: Talk): boolean => hall === '' || nth(live.opening.places, live.places.get(placeId) ?? -1).hall === hall;
  const shown = [...live.talks.values()].filter((talk) => isShown(talk, at) && isHere(talk)).sort((a, b) => b.goesOutAt - a.goesOutAt);
  return {
    state: live.state,
    calls: shown.map((talk) => ({
      talkId: talk.id,
      number: personOf(live, talk.rotatingId).code,
      place: placeOf(live, talk.placeId),
      calledAt: instantText(talk.goesOutAt),
      last: isLate(live, talk, at),
    })),
    soon: soonOf(live, { at, most: 5, hall }).map((id) => personOf(live, id).code),
  };
}

type OwnQueue = NonNullable<Answer<'getOwnQueue'>['queue']>;

interface OwnView {
  readonly participantId: string;
  readonly at: number;
  readonly asked: readonly OwnAsking[];
}

function ownQueueOf(live: LiveQueue, { participantId, at, asked }: OwnView): OwnQueue | null {
  if (!live.people.has(participantId)) return null;
  const { state, soon, talks, wishes, arrivedAt } = ownPlaceOf(live, participantId, at, asked);
  return {
    state: live.state,
    opensAt: instantText(instantAt(live, live.opening.opensAt)),
    closesAt: instantText(instantAt(live, live.opening.closesAt)),
    own: state,
    arrivedAt: textOf(arrivedAt),
    soon,
    talks: talks.map((talk) => {
      const { must: _must, waitsSince: _since, ...shown } = talkOf(live, talk);
      return { ...shown, with: talk.seatedId === participantId ? shown.rotating : shown.seated };
    }),
    wishes: wishes.map(({ withId, must, state: of, here, freeAbout }) => ({
      ...{ must, state: of, here, freeAbout: textOf(freeAbout), with: personOf(live, withId) },
    })),
  };
}

/** A participant's own part of the queue: its calls once they are shown, whom it still meets, and about when they are free. */
export async function getOwnQueue(work: Work, input: Asked<'getOwnQueue'>): Promise<Result<Answer<'getOwnQueue'>>> {
  const opened = await openParticipant(work, input.editionId, input.participantId, 'viewer');
  if (!opened.ok) return opened;
  const { edition, participant, scope } = opened.value;
  const at = work.now.getTime();
  const queue = await actingFor(work, mayAskWhoIsFree(scope), (acting) => queueToRead(acting, input.editionId));
  const asked = await loadAskings(work.tx, input.editionId, participant.id);
  const mayTell = (await openParticipant(work, input.editionId, input.participantId, 'editor')).ok;
  return ok({
    edition: editionRef(edition),
    participant: participantRef(participant),
    mayTell,
    queue: queue === null ? null : ownQueueOf(queue.live, { participantId: participant.id, at, asked }),
  });
}
