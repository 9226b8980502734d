// What a company sees of the live queue: its own number, whom it still meets, and about when.
import { nth, sidesOf, type Person } from '#scheduler/core/dispatch/queue.ts';
import { instantAt, type LiveQueue, minuteAt, type Talk } from './live-queue.ts';
import { soonOf } from './board.ts';

/** Whom the participant asked for, or who asked for them; what the other side wishes stays its own. */
export interface OwnAsking {
  readonly withId: string;
  readonly must: boolean;
}

export interface OwnWish extends OwnAsking {
  readonly state: 'waiting' | 'called' | 'talking' | 'ended';
  /** Whether the other side has checked in. */
  readonly here: boolean;
  /** About when the other side will be free; null: now, or nobody can say. */
  readonly freeAbout: number | null;
}

export interface OwnPlace {
  readonly state: 'expected' | 'here' | 'gone';
  /** Near the front. */
  readonly soon: boolean;
  /** Shown calls and talks under way. */
  readonly talks: readonly Talk[];
  readonly wishes: readonly OwnWish[];
  readonly arrivedAt: number | null;
}

const order = { talking: 0, called: 1, waiting: 2, ended: 3 } as const;

/** When the person's talk under way is likely to end, in minutes of the day; null while they are free or not here, or where that time has passed. */
const freeAbout = (live: LiveQueue, person: Person, now: number): number | null => {
  if (person.state !== 'here' || person.underWay.size < person.facts.seats) return null;
  const { usual } = live.opening.talkMinutes;
  const ends = [...person.underWay].map((request) => nth(live.queue.wishes, request).beganAt + usual);
  const first = Math.min(...ends);
  return first > now ? first : null;
};

/** How far the wishes of these two have come. One that the other side does not share, or took back, waits like any other: its "no" is never told. */
const stateWith = (live: LiveQueue, person: Person, other: Person, hidden: ReadonlySet<string>): OwnWish['state'] => {
  const common = person.requests.map((index) => nth(live.queue.wishes, index)).filter((wish) => sidesOf(live.queue, wish).includes(other));
  const states = common.map(({ state, facts }): OwnWish['state'] => {
    if (state === 'held') return 'ended';
    return state === 'withdrawn' || hidden.has(facts.id) ? 'waiting' : state;
  });
  return states.toSorted((a, b) => order[a] - order[b])[0] ?? 'waiting';
};

/** One participant's part of the queue; a call is theirs to see once it is shown. */
export function ownPlaceOf(live: LiveQueue, participantId: string, at: number, asked: readonly OwnAsking[]): OwnPlace {
  const person = nth(live.queue.people, live.people.get(participantId) ?? -1);
  const now = minuteAt(live, at);
  const shown = (talk: Talk): boolean => talk.begunAt !== null || talk.goesOutAt <= at;
  const own = [...live.talks.values()].filter(({ seatedId, rotatingId }) => [seatedId, rotatingId].includes(participantId));
  const hidden = new Set(own.filter((talk) => !shown(talk)).map(({ meetingId }) => meetingId));
  const wishes = asked.flatMap((asking): readonly OwnWish[] => {
    const other = live.queue.people[live.people.get(asking.withId) ?? -1];
    if (other === undefined) return [];
    const about = freeAbout(live, other, now);
    const freeAt = about === null || hidden.size > 0 ? null : instantAt(live, about);
    return [{ ...asking, state: stateWith(live, person, other, hidden), here: other.state === 'here', freeAbout: freeAt }];
  });
  wishes.sort((a, b) => order[a.state] - order[b.state] || Number(b.must) - Number(a.must));
  return {
    state: person.state,
    soon: hidden.size > 0 || soonOf(live, { at, most: 12, hall: '' }).includes(participantId),
    talks: own.filter(shown),
    wishes,
    arrivedAt: person.arrivedAt === Infinity ? null : instantAt(live, person.arrivedAt),
  };
}
