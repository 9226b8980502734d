// The facts in the shape the engines search in: typed arrays and, per meeting, where it could ever be.

import { fitsSession } from '../draft.ts';
import { canInterpret, strangersIn } from '../languages.ts';
import type { Facts, Meeting } from '../model.ts';

/** Higher ranks may push lower ones aside. */
export const rank = { want: 0, must: 1, pinned: 2 } as const;

export interface Terrain {
  readonly facts: Facts;
  readonly slots: number;
  readonly participantsOf: readonly Int32Array[];
  readonly meetingsOf: readonly Int32Array[];
  /** Per meeting the slots in which it could begin if nothing else were placed. */
  readonly startsOf: readonly Int32Array[];
  /** `[meeting × slots + slot]`: the same as flags. */
  readonly mayStart: Int32Array;
  readonly length: Int32Array;
  readonly rankOf: Int32Array;
  readonly weight: Float64Array;
  readonly seats: Int32Array;
  readonly maxMeetings: Int32Array;
  /** Capacity by `[place × slots + slot]`, 0 when closed. */
  readonly capacity: Int32Array;
  /** Places open to every meeting. */
  readonly pool: Int32Array;
  /** Per place: 1 when it belongs to the pool. */
  readonly pooled: Int32Array;
  /** Per meeting its own places (stands, pinned place), or null for the pool. */
  readonly ownPlacesOf: readonly (Int32Array | null)[];
  readonly needsInterpreter: Int32Array;
  readonly interpretersOf: readonly Int32Array[];
  /** Per resource the only place where it works, -1 when anywhere. */
  readonly boundTo: Int32Array;
  /** `[resource × slots + slot]`: 1 when there. */
  readonly interpreterThere: Int32Array;
  readonly earlierOf: readonly Int32Array[];
  readonly laterOf: readonly Int32Array[];
  /** First and last sensible start when everything in order with the meeting is held too. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Per participant the place they should keep, -1 when they walk. */
  readonly home: Int32Array;
  /** 1 for the first slot of each day. */
  readonly firstOfDay: Int32Array;
}

const capacities = (facts: Facts): Int32Array => {
  const count = facts.slots.length;
  const capacity = new Int32Array(facts.places.length * count);
  facts.places.forEach((place, index) => {
    capacity.fill(place.capacity, index * count, (index + 1) * count);
    for (const slot of place.closedSlots) capacity[index * count + slot] = 0;
  });
  return capacity;
};

const ownPlaces = (facts: Facts, meeting: Meeting): Int32Array | null => {
  if (meeting.pinnedPlace !== null) return Int32Array.of(meeting.pinnedPlace);
  const stands = meeting.participants.flatMap((participant) => facts.participants[participant]?.ownPlace ?? []);
  return stands.length > 0 ? Int32Array.from(new Set(stands)) : null;
};

/** Seated participants take turns through the open places, those with most meetings first, so that the busiest have a table to themselves. */
const homes = (facts: Facts, meetingsOf: readonly Int32Array[], pool: Int32Array): Int32Array => {
  const home = new Int32Array(facts.participants.length).fill(-1);
  const seated = facts.participants.flatMap(({ seated: sits, ownPlace }, index) => (sits && ownPlace === null ? [index] : []));
  seated.sort((a, b) => (meetingsOf[b]?.length ?? 0) - (meetingsOf[a]?.length ?? 0) || a - b);
  seated.forEach((participant, at) => {
    home[participant] = pool[at % Math.max(1, pool.length)] ?? -1;
  });
  facts.participants.forEach(({ ownPlace }, participant) => {
    if (ownPlace !== null) home[participant] = ownPlace;
  });
  return home;
};

const startsFor = (
  facts: Facts,
  meeting: Meeting,
  capacity: Int32Array,
  places: Int32Array,
  away: readonly ReadonlySet<number>[],
): Int32Array => {
  const count = facts.slots.length;
  const allowed = meeting.allowedSlots === null ? null : new Set(meeting.allowedSlots);
  const usable = (slot: number): boolean =>
    (allowed === null || allowed.has(slot)) && meeting.participants.every((participant) => away[participant]?.has(slot) !== true);
  const starts: number[] = [];
  for (let slot = 0; slot < count; slot += 1) {
    if (meeting.pinnedSlot !== null && meeting.pinnedSlot !== slot) continue;
    const span = Array.from({ length: meeting.lengthSlots }, (_, at) => slot + at);
    if (!fitsSession(facts, slot, meeting.lengthSlots) || !span.every(usable)) continue;
    if (places.some((place) => span.every((at) => (capacity[place * count + at] ?? 0) > 0))) starts.push(slot);
  }
  return Int32Array.from(starts);
};

const orderLists = (facts: Facts): { earlierOf: Int32Array[]; laterOf: Int32Array[] } => {
  const earlierOf = facts.meetings.map((): number[] => []);
  const laterOf = facts.meetings.map((): number[] => []);
  for (const { earlier, later } of facts.precedences) {
    earlierOf[later]?.push(earlier);
    laterOf[earlier]?.push(later);
  }
  return { earlierOf: earlierOf.map((list) => Int32Array.from(list)), laterOf: laterOf.map((list) => Int32Array.from(list)) };
};

/** Pushes starts forward along chains of order until nothing changes; orders have no circles. */
const earliestStarts = (startsOf: readonly Int32Array[], length: Int32Array, laterOf: readonly Int32Array[]): Int32Array => {
  const earliest = Int32Array.from(startsOf, (starts) => starts[0] ?? 0);
  const queue = earliest.length > 0 ? [...earliest.keys()].filter((meeting) => (laterOf[meeting]?.length ?? 0) > 0) : [];
  for (let at = 0; at < queue.length; at += 1) {
    const meeting = queue[at] ?? 0;
    const end = (earliest[meeting] ?? 0) + (length[meeting] ?? 1);
    for (const later of laterOf[meeting] ?? []) {
      const start = startsOf[later]?.find((slot) => slot >= end) ?? end;
      if (start > (earliest[later] ?? 0)) {
        earliest[later] = start;
        queue.push(later);
      }
    }
  }
  return earliest;
};

const latestStarts = (startsOf: readonly Int32Array[], length: Int32Array, earlierOf: readonly Int32Array[], slots: number): Int32Array => {
  const latest = Int32Array.from(startsOf, (starts) => starts.at(-1) ?? slots);
  const queue = [...latest.keys()].filter((meeting) => (earlierOf[meeting]?.length ?? 0) > 0);
  for (let at = 0; at < queue.length; at += 1) {
    const meeting = queue[at] ?? 0;
    for (const earlier of earlierOf[meeting] ?? []) {
      const limit = (latest[meeting] ?? 0) - (length[earlier] ?? 1);
      const start = startsOf[earlier]?.findLast((slot) => slot <= limit) ?? limit;
      if (start < (latest[earlier] ?? 0)) {
        latest[earlier] = start;
        queue.push(earlier);
      }
    }
  }
  return latest;
};

const interpreterFlags = (facts: Facts): Int32Array => {
  const there = new Int32Array(facts.resources.length * facts.slots.length).fill(1);
  facts.resources.forEach(({ unavailableSlots }, resource) => {
    for (const slot of unavailableSlots) there[resource * facts.slots.length + slot] = 0;
  });
  return there;
};

/** Interpreters of a meeting, those who could serve the fewest meetings' languages first; memoised by the participants' languages. */
const interpreterLists = (facts: Facts): { needs: Int32Array; lists: readonly Int32Array[] } => {
  const needs = new Int32Array(facts.meetings.length);
  const known = new Map<string, Int32Array>();
  const none = new Int32Array(0);
  const lists = facts.meetings.map((meeting, index) => {
    if (strangersIn(facts, index) === null) return none;
    needs[index] = 1;
    const key = meeting.participants.map((participant) => facts.participants[participant]?.languages.join() ?? '').join('|');
    const before = known.get(key);
    if (before !== undefined) return before;
    const fit = facts.resources.flatMap((_, resource) => (canInterpret(facts, resource, index) ? [resource] : []));
    fit.sort((a, b) => (facts.resources[a]?.languages.length ?? 0) - (facts.resources[b]?.languages.length ?? 0) || a - b);
    const list = Int32Array.from(fit);
    known.set(key, list);
    return list;
  });
  return { needs, lists };
};

const rankOfMeeting = ({ pinnedSlot, must }: Meeting): number => (pinnedSlot !== null ? rank.pinned : must ? rank.must : rank.want);

/** Arranges valid facts for searching; O(meetings × slots). */
export const terrainOf = (facts: Facts): Terrain => {
  const slots = facts.slots.length;
  const capacity = capacities(facts);
  const pool = Int32Array.from(facts.places.flatMap(({ owner }, place) => (owner === null ? [place] : [])));
  const ownPlacesOf = facts.meetings.map((meeting) => ownPlaces(facts, meeting));
  const away = facts.participants.map(({ unavailableSlots }) => new Set(unavailableSlots));
  const startsOf = facts.meetings.map((meeting, index) => startsFor(facts, meeting, capacity, ownPlacesOf[index] ?? pool, away));
  const mayStart = new Int32Array(facts.meetings.length * slots);
  startsOf.forEach((starts, meeting) => {
    for (const slot of starts) mayStart[meeting * slots + slot] = 1;
  });
  const lists = facts.participants.map((): number[] => []);
  facts.meetings.forEach(({ participants }, meeting) => {
    for (const participant of participants) lists[participant]?.push(meeting);
  });
  const meetingsOf = lists.map((list) => Int32Array.from(list));
  const length = Int32Array.from(facts.meetings, ({ lengthSlots }) => lengthSlots);
  const { earlierOf, laterOf } = orderLists(facts);
  const interpreters = interpreterLists(facts);
  return {
    facts,
    slots,
    participantsOf: facts.meetings.map(({ participants }) => Int32Array.from(participants)),
    meetingsOf,
    startsOf,
    mayStart,
    length,
    rankOf: Int32Array.from(facts.meetings, rankOfMeeting),
    weight: Float64Array.from(facts.meetings, ({ weight }) => weight),
    seats: Int32Array.from(facts.participants, ({ seats }) => seats),
    maxMeetings: Int32Array.from(facts.participants, ({ maxMeetings }) => maxMeetings ?? 2_147_483_647),
    capacity,
    pool,
    pooled: Int32Array.from(facts.places, ({ owner }) => (owner === null ? 1 : 0)),
    ownPlacesOf,
    needsInterpreter: interpreters.needs,
    interpretersOf: interpreters.lists,
    boundTo: Int32Array.from(facts.resources, ({ place }) => place ?? -1),
    interpreterThere: interpreterFlags(facts),
    earlierOf,
    laterOf,
    earliest: earliestStarts(startsOf, length, laterOf),
    latest: latestStarts(startsOf, length, earlierOf, slots),
    home: homes(facts, meetingsOf, pool),
    firstOfDay: Int32Array.from(facts.slots, ({ day }, slot) => (facts.slots[slot - 1]?.day === day ? 0 : 1)),
  };
};
