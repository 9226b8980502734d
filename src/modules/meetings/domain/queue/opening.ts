// What a day's queue begins with, from the facts of the edition: who sits where, who is expected when, who wishes to meet whom.
import { ok, type Problem, refuseInput, type Result } from '#kernel/result.ts';
import type { EditionFacts, EditionInterpreter, EditionParticipant, Meeting } from '../edition-facts.ts';
import { wishOf } from '../edition-facts.ts';
import { minuteOfDay } from '../agenda/venue-clock.ts';
import type { QueueInterpreterFacts, QueueOpening, QueuePairs, QueuePerson, QueueRules, QueueWish } from './queue-day.ts';

/** What the organiser knows of somebody beyond the roster; instants in UTC milliseconds. */
export interface ExpectedPerson {
  readonly participantId: string;
  readonly placeIds?: readonly string[] | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

export interface AskedOpening {
  /** When it is asked. */
  readonly now: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly talkMinutes: QueueRules['talkMinutes'];
  readonly changeMinutes: number;
  readonly standsSeconds: number;
  /** own: each exhibitor without a stand is dealt a table, in order of codes; any: they take any table that nobody calls theirs. */
  readonly seating: 'own' | 'any';
  readonly expected: readonly ExpectedPerson[];
  readonly pairs: QueuePairs;
  /** Interpreters who stay at one place. */
  readonly bound: readonly { readonly interpreterId: string; readonly placeId: string }[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** When somebody who is away at the beginning or the end of the day is expected to come and to go. */
function stayOf(away: readonly Span[], { start, end }: Span): Span {
  const from = away.reduce((at, one) => (one.start <= at && one.end > at ? one.end : at), start);
  const until = away.reduce((at, one) => (one.end >= at && one.start < at ? one.start : at), end);
  return until > from ? { start: from, end: until } : { start: end, end };
}

/** A wish between two of the same side has no place in a queue, where one sits and the other comes. */
export const sidesOfWish = (
  meeting: Pick<Meeting, 'id' | 'a' | 'b' | 'wishOfA' | 'wishOfB'>,
  roleOf: (id: string) => string | undefined,
): QueueWish | null => {
  const [a, b] = [roleOf(meeting.a), roleOf(meeting.b)];
  if (a === undefined || b === undefined || a === b) return null;
  const [seatedId, rotatingId] = a === 'exhibitor' ? [meeting.a, meeting.b] : [meeting.b, meeting.a];
  return { meetingId: meeting.id, seatedId, rotatingId, must: wishOf(meeting) === 'must' };
};

/** Whether a queue of these pairs calls a meeting, given those that the schedule in force holds. */
export const mayCall = (pairs: QueuePairs | undefined, scheduled: ReadonlySet<string>, meetingId: string): boolean =>
  pairs !== 'unscheduled' || !scheduled.has(meetingId);

const seatsDealt = (
  edition: EditionFacts,
  seated: readonly EditionParticipant[],
  asked: AskedOpening,
): ReadonlyMap<string, readonly string[]> => {
  const taken = new Set(asked.expected.flatMap(({ placeIds }) => placeIds ?? []));
  const standOf = new Map(edition.places.flatMap(({ id, standId }) => (standId === null ? [] : [[standId, id] as const])));
  const free = edition.places.filter(({ id, kind }) => kind === 'table' && !taken.has(id));
  const named = new Map(
    asked.expected.flatMap(({ participantId, placeIds }) => (placeIds === undefined ? [] : [[participantId, placeIds] as const])),
  );
  const seats = new Map<string, readonly string[]>();
  for (const { id, meetsAt, standId } of seated) {
    const stand = meetsAt === 'stand' && standId !== null ? standOf.get(standId) : undefined;
    const own = named.get(id) ?? (stand === undefined ? undefined : [stand]);
    const dealt = own === undefined && asked.seating === 'own' ? free.shift() : undefined;
    if (own !== undefined) seats.set(id, own);
    else if (dealt !== undefined) seats.set(id, [dealt.id]);
  }
  return seats;
};

/** At the field that is wrong: the ends by themselves first, then what lies between them. */
export function lengthProblems({ shortest, usual, longest }: AskedOpening['talkMinutes']): readonly Problem[] {
  if (shortest > longest) return [{ path: ['talkMinutes', 'shortest'], code: 'meetings.queue_shortest_above' }];
  return usual < shortest || usual > longest ? [{ path: ['talkMinutes', 'usual'], code: 'meetings.queue_bad_lengths' }] : [];
}

function problemsOf(edition: EditionFacts, seated: readonly EditionParticipant[], asked: AskedOpening): readonly Problem[] {
  const [people, places, interpreters] = [edition.participants, edition.places, edition.interpreters].map(
    (list) => new Set<string>(list.map(({ id }) => id)),
  );
  const unknown = (path: Problem['path'], set: ReadonlySet<string> | undefined, id: string): readonly Problem[] =>
    set?.has(id) === true ? [] : [{ path, code: 'meetings.queue_thing_unknown' }];
  const without = seated.length - seatsDealt(edition, seated, asked).size;
  const tables = edition.places.filter(({ kind }) => kind === 'table').length;
  return [
    ...lengthProblems(asked.talkMinutes),
    ...(asked.closesAt > asked.opensAt && asked.closesAt <= asked.now ? [{ path: ['closesAt'], code: 'meetings.queue_in_the_past' }] : []),
    ...(asked.closesAt <= asked.opensAt ? [{ path: ['closesAt'], code: 'meetings.queue_ends_before_start' }] : []),
    ...(asked.closesAt - asked.opensAt > 24 * 3_600_000 ? [{ path: ['closesAt'], code: 'meetings.queue_too_long' }] : []),
    ...(asked.seating === 'own' && without > 0
      ? [{ path: ['seating'], code: 'meetings.queue_too_few_tables', params: { count: without, tables } }]
      : []),
    ...(edition.places.length === 0 ? [{ path: ['seating'], code: 'meetings.queue_no_places' }] : []),
    ...asked.expected.flatMap((one, index) => [
      ...unknown(['expected', index, 'participantId'], people, one.participantId),
      ...(one.placeIds ?? []).flatMap((id, at) => unknown(['expected', index, 'placeIds', at], places, id)),
      ...(one.from !== undefined && one.until !== undefined && one.until < one.from
        ? [{ path: ['expected', index, 'until'], code: 'meetings.queue_ends_before_start' }]
        : []),
    ]),
    ...asked.bound.flatMap((one, index) => [
      ...unknown(['bound', index, 'interpreterId'], interpreters, one.interpreterId),
      ...unknown(['bound', index, 'placeId'], places, one.placeId),
    ]),
  ];
}

/** What came of an opening: how many wishes have no place in it since both are of one side, and how many since the schedule holds them. */
export interface Opened {
  readonly opening: QueueOpening;
  readonly sameSide: number;
  readonly scheduled: number;
}

/**
 * The opening of a day's queue. `scheduled`: meetings that the schedule in force holds. Refuses what contradicts itself, every problem at once.
 * Wishes of those who withdrew are left out with them.
 */
export function openingFrom(
  edition: EditionFacts,
  meetings: readonly Meeting[],
  asked: AskedOpening,
  scheduled: ReadonlySet<string> = new Set(),
): Result<Opened> {
  const present = edition.participants.filter(({ withdrawn }) => !withdrawn);
  const seated = present.filter(({ role }) => role === 'exhibitor');
  const problems = problemsOf(edition, seated, asked);
  if (problems.length > 0) return refuseInput(problems);
  const day = { start: asked.opensAt, end: asked.closesAt };
  const midnight = asked.opensAt - (asked.opensAt % 60_000) - minuteOfDay(asked.opensAt, edition.timeZone) * 60_000;
  const minute = (at: number): number => Math.max(0, Math.floor((at - midnight) / 60_000));
  const seats = seatsDealt(edition, seated, asked);
  const known = new Map(asked.expected.map((one) => [one.participantId, one]));
  const people = present.map((one): QueuePerson => {
    const stay = stayOf(one.away, day);
    const from = known.get(one.id)?.from ?? stay.start;
    const { id, code, name, country, role, languages } = one;
    const until = Math.max(from, known.get(one.id)?.until ?? stay.end);
    const common = { id, code, name, country, role, languages, seats: one.seats, from: minute(from), until: minute(until) };
    return { ...common, placeIds: role === 'exhibitor' ? (seats.get(id) ?? null) : null };
  });
  const roles = new Map(present.map(({ id, role }) => [id, role]));
  const there = meetings.filter(({ a, b }) => roles.has(a) && roles.has(b));
  const ofBothSides = there.flatMap((meeting) => sidesOfWish(meeting, (id) => roles.get(id)) ?? []);
  const wishes = ofBothSides.filter(({ meetingId }) => mayCall(asked.pairs, scheduled, meetingId));
  const { pairs, talkMinutes, changeMinutes, standsSeconds } = asked;
  const rules = { opensAt: minute(asked.opensAt), closesAt: minute(asked.closesAt), talkMinutes, changeMinutes, standsSeconds };
  const places = edition.places.map(({ id, code, kind, hall, seats: count }) => ({ id, code, kind, hall, seats: count }));
  const interpreters = edition.interpreters.map((one) => interpreterFrom(one, asked, { day, minute }));
  return ok({
    opening: { ...rules, pairs, midnight, people, places, interpreters, wishes },
    sameSide: there.length - ofBothSides.length,
    scheduled: ofBothSides.length - wishes.length,
  });
}

/** An interpreter of the edition as a day's queue takes them; one who is away at its beginning or end comes later or goes sooner. */
export const interpreterFrom = (
  { id, name, languages, away, longestMinutes = null, restMinutes = null }: EditionInterpreter,
  { bound }: Pick<AskedOpening, 'bound'>,
  { day, minute }: { readonly day: Span; readonly minute: (at: number) => number },
): QueueInterpreterFacts => {
  const stay = stayOf(away, day);
  // Who interprets the last talk stays until it ends, unless they said when they go.
  const until = stay.end === day.end ? 2 * 24 * 60 : minute(stay.end);
  const placeId = bound.find(({ interpreterId }) => interpreterId === id)?.placeId ?? null;
  return { id, name, languages, placeId, from: minute(stay.start), until, longestMinutes, restMinutes };
};
