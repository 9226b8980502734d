// The live queue in memory: the opening and its events played again. Changed by `happen` alone, so that whoever plays the same events has the same queue.
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { nth, openQueue, type Queue } from '#scheduler/core/dispatch/queue.ts';
import type { QueueEvent as DispatchEvent, QueueInterpreter, QueueParticipant } from '#scheduler/core/dispatch/queue-facts.ts';
import { record } from '#scheduler/core/dispatch/record.ts';
import type { CallOffCause, QueueEvent, QueueInterpreterFacts, QueueOpening, QueuePerson, QueueState, QueueWish } from './queue-day.ts';
import type { Sentence } from '../planning/sentences.ts';

/** A call, then a talk; out of the list once it has ended or was called off. */
export interface Talk {
  readonly id: string;
  readonly meetingId: string;
  readonly seatedId: string;
  readonly rotatingId: string;
  readonly placeId: string;
  readonly interpreterId: string | null;
  /** Which of their seats each uses, from 0: no two talks of one use the same. */
  readonly seatNo: number;
  readonly rotatingSeatNo: number;
  readonly placeNo: number;
  readonly calledAt: number;
  readonly goesOutAt: number;
  readonly reasons: readonly Sentence[];
  readonly because: string | null;
  begunAt: number | null;
}

/** What a change of the queue did to a talk, for whoever keeps talks elsewhere. */
export type TalkChange =
  | { readonly kind: 'called'; readonly talk: Talk }
  | { readonly kind: 'begun' | 'ended'; readonly talk: Talk; readonly at: number }
  | { readonly kind: 'calledOff'; readonly talk: Talk; readonly at: number; readonly cause: CallOffCause };

type Index = Map<string, number>;

export interface LiveQueue {
  opening: QueueOpening;
  readonly queue: Queue;
  readonly people: Index;
  readonly places: Index;
  readonly interpreters: Index;
  /** By meeting. */
  readonly wishes: Index;
  readonly persons: QueuePerson[];
  readonly wished: QueueWish[];
  /** Under way, by id. */
  readonly talks: Map<string, Talk>;
  readonly talkOf: Map<string, Talk>;
  /** Why a pair is held back, by meeting. */
  readonly holds: Map<string, string>;
  /** Where and how long each meeting was held. */
  readonly ended: Map<string, { readonly placeId: string; readonly begunAt: number; readonly endedAt: number }>;
  state: QueueState;
}

const indexOf = (list: readonly { readonly id: string }[]): Index => new Map(list.map(({ id }, index) => [id, index]));

/** A meeting, participant, place, interpreter or talk that the queue does not know. */
const unknown = refuse<Refusal>({ kind: 'not_found', code: 'meetings.queue_thing_unknown' });

const participantOf = (places: Index, person: QueuePerson): QueueParticipant => ({
  id: person.id,
  seated: person.role === 'exhibitor',
  seats: person.seats,
  languages: person.languages,
  tables: person.placeIds === null ? null : person.placeIds.map((id) => places.get(id) ?? -1),
  from: person.from,
  until: person.until,
});

const interpreterOf = (places: Index, { placeId, ...one }: QueueInterpreterFacts): QueueInterpreter => ({
  ...one,
  table: placeId === null ? null : (places.get(placeId) ?? -1),
});

/** The queue as it opens; refuses an opening that contradicts itself, with every problem. */
export function openLiveQueue(opening: QueueOpening): Result<LiveQueue> {
  const [people, places, interpreters] = [indexOf(opening.people), indexOf(opening.places), indexOf(opening.interpreters)];
  const queue = openQueue({
    participants: opening.people.map((person) => participantOf(places, person)),
    tables: opening.places.map(({ id, seats }) => ({ id, capacity: seats })),
    interpreters: opening.interpreters.map((one) => interpreterOf(places, one)),
    requests: opening.wishes.map((wish) => requestOf(people, wish)),
    closesAt: opening.closesAt,
    talkMinutes: opening.talkMinutes,
    changeMinutes: opening.changeMinutes,
  });
  if (!queue.ok) return queue;
  return ok({
    opening,
    queue: queue.value,
    people,
    places,
    interpreters,
    wishes: new Map(opening.wishes.map(({ meetingId }, index) => [meetingId, index])),
    persons: [...opening.people],
    wished: [...opening.wishes],
    talks: new Map(),
    talkOf: new Map(),
    holds: new Map(),
    ended: new Map(),
    state: 'open',
  });
}

const requestOf = (people: Index, wish: QueueWish) => ({
  id: wish.meetingId,
  seated: people.get(wish.seatedId) ?? -1,
  rotating: people.get(wish.rotatingId) ?? -1,
  must: wish.must,
  weight: 1,
});

/** The minute of the queue's day at an instant; below zero on the days before. */
export const minuteAt = ({ opening }: LiveQueue, at: number): number => Math.floor((at - opening.midnight) / 60_000);

/** The instant at which a minute of the queue's day begins. */
export const instantAt = ({ opening }: LiveQueue, minute: number): number => opening.midnight + minute * 60_000;

const firstFree = (taken: readonly number[]): number => {
  let number = 0;
  while (taken.includes(number)) number += 1;
  return number;
};

const talkFrom = (live: LiveQueue, event: Extract<QueueEvent, { kind: 'call' }>, calledAt: number): Talk => {
  const { seatedId, rotatingId } = nth(live.wished, live.wishes.get(event.meetingId) ?? -1);
  const others = [...live.talks.values()];
  const { talkId: id, meetingId, placeId, interpreterId, goesOutAt, reasons, because } = event;
  return {
    ...{ id, meetingId, seatedId, rotatingId, placeId, interpreterId, calledAt, goesOutAt, reasons, because },
    seatNo: firstFree(others.flatMap((one) => (one.seatedId === seatedId ? [one.seatNo] : []))),
    rotatingSeatNo: firstFree(others.flatMap((one) => (one.rotatingId === rotatingId ? [one.rotatingSeatNo] : []))),
    placeNo: firstFree(others.flatMap((one) => (one.placeId === placeId ? [one.placeNo] : []))),
    begunAt: null,
  };
};

const forget = (live: LiveQueue, talk: Talk): void => {
  live.talks.delete(talk.id);
  live.talkOf.delete(talk.meetingId);
};

type Told = Result<DispatchEvent | null>;

const found = (index: number | undefined, event: (index: number) => DispatchEvent): Told =>
  index === undefined ? unknown : ok(event(index));

/** The event in the words of the dispatcher; null where it does not concern it. */
function toldTo(live: LiveQueue, event: QueueEvent): Told {
  const ofTalk = (id: string, told: (request: number) => DispatchEvent): Told => {
    const talk = live.talks.get(id);
    return talk === undefined
      ? refuse({ kind: 'conflict', code: 'meetings.queue_talk_over' })
      : found(live.wishes.get(talk.meetingId), told);
  };
  switch (event.kind) {
    case 'join':
      return ok({ kind: 'join', participant: participantOf(live.places, event.person) });
    case 'arrive':
      return found(live.people.get(event.participantId), (participant) => ({
        ...{ kind: event.kind, participant },
        ...(event.until === null ? {} : { until: event.until }),
      }));
    case 'leave':
      return found(live.people.get(event.participantId), (participant) => ({ kind: 'leave', participant }));
    case 'wish':
      return ok({ kind: 'request', request: requestOf(live.people, event.wish) });
    case 'withdraw':
      return found(live.wishes.get(event.meetingId), (request) => ({ kind: 'withdraw', request }));
    case 'call': {
      const table = live.places.get(event.placeId);
      const interpreter = event.interpreterId === null ? null : live.interpreters.get(event.interpreterId);
      if (table === undefined || interpreter === undefined) return unknown;
      return found(live.wishes.get(event.meetingId), (request) => ({ kind: 'call', request, table, interpreter }));
    }
    case 'callOff':
      return ofTalk(event.talkId, (request) => ({ kind: 'callOff', request }));
    case 'begin':
      return ofTalk(event.talkId, (request) => ({ kind: 'talkBegins', request }));
    case 'end':
      return ofTalk(event.talkId, (request) => ({ kind: 'talkEnds', request }));
    case 'hold':
      return found(live.wishes.get(event.meetingId), (request) => ({ kind: 'hold', request, until: event.until }));
    case 'letGo':
      return found(live.wishes.get(event.meetingId), (request) => ({ kind: 'hold', request, until: null }));
    case 'placeOpens':
    case 'placeCloses':
      return found(live.places.get(event.placeId), (table) => ({
        kind: event.kind === 'placeOpens' ? 'tableOpens' : 'tableCloses',
        table,
      }));
    case 'interpreterJoins':
      return ok({ kind: event.kind, interpreter: interpreterOf(live.places, event.interpreter) });
    case 'interpreterComes':
      return found(live.interpreters.get(event.interpreterId), (interpreter) => ({
        ...{ kind: event.kind, interpreter },
        ...(event.until == null ? {} : { until: event.until }),
      }));
    case 'interpreterGoes':
      return found(live.interpreters.get(event.interpreterId), (interpreter) => ({ kind: event.kind, interpreter }));
    case 'hours':
      return ok({ kind: 'closesAt', minute: event.closesAt });
    case 'state':
      return ok(null);
  }
}

/** What the dispatcher does not keep: names, talks, holds, the state. */
function keep(live: LiveQueue, event: QueueEvent, at: number): TalkChange | null {
  switch (event.kind) {
    case 'join':
      live.people.set(event.person.id, live.persons.length);
      live.persons.push(event.person);
      return null;
    case 'interpreterJoins': {
      const { interpreters } = live.opening;
      live.interpreters.set(event.interpreter.id, interpreters.length);
      live.opening = { ...live.opening, interpreters: [...interpreters, event.interpreter] };
      return null;
    }
    case 'wish':
      live.wishes.set(event.wish.meetingId, live.wished.length);
      live.wished.push(event.wish);
      return null;
    case 'call': {
      const talk = talkFrom(live, event, at);
      live.talks.set(talk.id, talk);
      live.talkOf.set(talk.meetingId, talk);
      live.holds.delete(talk.meetingId);
      return { kind: 'called', talk };
    }
    case 'hold':
      live.holds.set(event.meetingId, event.because);
      return null;
    case 'letGo':
      live.holds.delete(event.meetingId);
      return null;
    case 'state':
      live.state = event.state;
      return null;
    case 'hours': {
      const { opensAt, closesAt } = event;
      live.opening = { ...live.opening, opensAt, closesAt };
      return null;
    }
    case 'callOff':
    case 'begin':
    case 'end': {
      const talk = live.talks.get(event.talkId);
      if (talk === undefined) return null;
      if (event.kind === 'begin') {
        talk.begunAt = at;
        return { kind: 'begun', talk, at };
      }
      forget(live, talk);
      if (event.kind === 'callOff') return { kind: 'calledOff', talk, at, cause: event.cause };
      live.ended.set(talk.meetingId, { placeId: talk.placeId, begunAt: talk.begunAt ?? talk.calledAt, endedAt: at });
      return { kind: 'ended', talk, at };
    }
    default:
      return null;
  }
}

/** Writes what happened at an instant into the queue; a refusal changes nothing. Answers what it did to a talk. */
export function happen(live: LiveQueue, event: QueueEvent, at: number): Result<TalkChange | null> {
  const told = toldTo(live, event);
  if (!told.ok) return told;
  const recorded = told.value === null ? ok(null) : record(live.queue, told.value, minuteAt(live, at));
  return recorded.ok ? ok(keep(live, event, at)) : recorded;
}
