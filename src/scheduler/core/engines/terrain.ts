// The facts in the shape the engines search in: typed arrays and, per meeting, where it could ever be.

import { fitsSession } from '../draft.ts';
import { canInterpret, strangersIn } from '../languages.ts';
import type { Facts, Meeting, Precedence } from '../model.ts';
import { at, clearBit, hasBit, setBit } from './arrays.ts';

/** Higher ranks may push lower ones aside. */
export const rank = { want: 0, must: 1, pinned: 2 } as const;

export interface Terrain {
  readonly facts: Facts;
  readonly slots: number;
  readonly participantsOf: readonly Int32Array[];
  readonly meetingsOf: readonly Int32Array[];
  /** `participantsOf` once more, end to end: those of a meeting stand from `peopleFrom[meeting]` up to `peopleFrom[meeting + 1]`. */
  readonly people: Int32Array;
  readonly peopleFrom: Int32Array;
  /** Per meeting the slots in which it could begin if nothing else were placed. */
  readonly startsOf: readonly Int32Array[];
  /** The same as bits: `words` numbers of 32 slots a meeting. */
  readonly mayStart: Int32Array;
  readonly words: number;
  readonly length: Int32Array;
  readonly rankOf: Int32Array;
  readonly weight: Float64Array;
  readonly seats: Int32Array;
  readonly maxMeetings: Int32Array;
  /** Fewest meetings wished, per participant. */
  readonly least: Int32Array;
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
  /** Per resource the longest stretch, -1 = no limit, and the shortest rest; what they work besides, as beginnings and ends in turn. All in minutes. */
  readonly longestMinutes: Int32Array;
  readonly restMinutes: Int32Array;
  readonly standing: readonly Int32Array[];
  /** When slots begin and end, in minutes from the first day on. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
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

/** Where bits of slots are ruled out, and where they come from; see `hasBit`. */
interface Openings {
  readonly words: number;
  /** Per participant the slots in which they are there. */
  readonly there: Int32Array;
  /** Per place the slots in which it is open, and the slots in which any place of the pool is. */
  readonly places: Int32Array;
  readonly pool: Int32Array;
}

const openingsOf = (facts: Facts, capacity: Int32Array, pool: Int32Array): Openings => {
  const slots = facts.slots.length;
  const words = (slots + 31) >> 5;
  const there = new Int32Array(facts.participants.length * words).fill(-1);
  facts.participants.forEach(({ unavailableSlots }, participant) => {
    for (const slot of unavailableSlots) clearBit(there, words, participant, slot);
  });
  const places = new Int32Array(facts.places.length * words);
  const anywhere = new Int32Array(words);
  for (let place = 0; place < facts.places.length; place += 1) {
    for (let slot = 0; slot < slots; slot += 1) if (at(capacity, place * slots + slot) > 0) setBit(places, words, place, slot);
  }
  for (const place of pool)
    for (let word = 0; word < words; word += 1) anywhere[word] = at(anywhere, word) | at(places, place * words + word);
  return { words, there, places, pool: anywhere };
};

/** Slots, as bits, in which people, wishes and pin allow a meeting to be held. */
const timesFor = (meeting: Meeting, { words, there }: Openings): Int32Array => {
  const times = new Int32Array(words);
  if (meeting.allowedSlots === null) times.fill(-1);
  else for (const slot of meeting.allowedSlots) setBit(times, words, 0, slot);
  for (const participant of meeting.participants) {
    for (let word = 0; word < words; word += 1) times[word] = at(times, word) & at(there, participant * words + word);
  }
  return times;
};

const startsFor = (facts: Facts, meeting: Meeting, own: Int32Array | null, pool: Int32Array, openings: Openings): Int32Array => {
  const { words, places } = openings;
  const times = timesFor(meeting, openings);
  const openFor = (slot: number, length: number): boolean => {
    if (own === null && length === 1) return hasBit(openings.pool, words, 0, slot);
    for (const place of own ?? pool) {
      let fits = true;
      for (let now = slot; now < slot + length; now += 1) fits = fits && hasBit(places, words, place, now);
      if (fits) return true;
    }
    return false;
  };
  const starts: number[] = [];
  const length = meeting.lengthSlots;
  for (let slot = 0; slot < facts.slots.length; slot += 1) {
    if (meeting.pinnedSlot !== null && meeting.pinnedSlot !== slot) continue;
    if (!hasBit(times, words, 0, slot)) continue;
    if (length > 1) {
      const span = Array.from({ length }, (_, step) => slot + step);
      if (!fitsSession(facts, slot, length) || !span.every((now) => hasBit(times, words, 0, now))) continue;
    }
    if (openFor(slot, length)) starts.push(slot);
  }
  return new Int32Array(starts);
};

/** Few meetings are in an order with others; those in none share one empty list, for so many lists would take more memory than all else. */
const orderLists = (facts: Facts): { earlierOf: readonly Int32Array[]; laterOf: readonly Int32Array[] } => {
  const none = new Int32Array(0);
  const listsBy = (of: (order: Precedence) => number, listed: (order: Precedence) => number): Int32Array[] => {
    const found = new Map<number, number[]>();
    for (const order of facts.precedences) {
      const list = found.get(of(order));
      if (list === undefined) found.set(of(order), [listed(order)]);
      else list.push(listed(order));
    }
    return facts.meetings.map((_, meeting) => {
      const list = found.get(meeting);
      return list === undefined ? none : new Int32Array(list);
    });
  };
  return {
    earlierOf: listsBy(
      ({ later }) => later,
      ({ earlier }) => earlier,
    ),
    laterOf: listsBy(
      ({ earlier }) => earlier,
      ({ later }) => later,
    ),
  };
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

const minutesPerDay = 1_440;

const restRules = ({ resources }: Facts): Pick<Terrain, 'longestMinutes' | 'restMinutes' | 'standing'> => ({
  longestMinutes: Int32Array.from(resources, ({ rest }) => rest?.longestMinutes ?? -1),
  restMinutes: Int32Array.from(resources, ({ rest }) => rest?.restMinutes ?? 0),
  standing: resources.map(({ rest }) =>
    Int32Array.from(
      (rest?.standing ?? []).flatMap(({ day, startMinute, endMinute }) => [
        day * minutesPerDay + startMinute,
        day * minutesPerDay + endMinute,
      ]),
    ),
  ),
});

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

/** Lists end to end, and where each begins: read where lists of their own would be too slow. */
const endToEnd = (lists: readonly Int32Array[]): { readonly people: Int32Array; readonly peopleFrom: Int32Array } => {
  const peopleFrom = new Int32Array(lists.length + 1);
  lists.forEach(({ length }, index) => (peopleFrom[index + 1] = at(peopleFrom, index) + length));
  const people = new Int32Array(at(peopleFrom, lists.length));
  lists.forEach((list, index) => {
    people.set(list, at(peopleFrom, index));
  });
  return { people, peopleFrom };
};

const rankOfMeeting = ({ pinnedSlot, must }: Meeting): number => (pinnedSlot !== null ? rank.pinned : must ? rank.must : rank.want);

/** Arranges valid facts for searching; O(meetings × slots). */
export const terrainOf = (facts: Facts): Terrain => {
  const slots = facts.slots.length;
  const capacity = capacities(facts);
  const pool = Int32Array.from(facts.places.flatMap(({ owner }, place) => (owner === null ? [place] : [])));
  const ownPlacesOf = facts.meetings.map((meeting) => ownPlaces(facts, meeting));
  const openings = openingsOf(facts, capacity, pool);
  const { words } = openings;
  const startsOf = facts.meetings.map((meeting, index) => startsFor(facts, meeting, ownPlacesOf[index] ?? null, pool, openings));
  const mayStart = new Int32Array(facts.meetings.length * words);
  startsOf.forEach((starts, meeting) => {
    for (const slot of starts) setBit(mayStart, words, meeting, slot);
  });
  const lists = facts.participants.map((): number[] => []);
  facts.meetings.forEach(({ participants }, meeting) => {
    for (const participant of participants) lists[participant]?.push(meeting);
  });
  const meetingsOf = lists.map((list) => new Int32Array(list));
  const length = Int32Array.from(facts.meetings, ({ lengthSlots }) => lengthSlots);
  const participantsOf = facts.meetings.map(({ participants }) => new Int32Array(participants));
  const { earlierOf, laterOf } = orderLists(facts);
  const interpreters = interpreterLists(facts);
  return {
    facts,
    slots,
    participantsOf,
    ...endToEnd(participantsOf),
    meetingsOf,
    startsOf,
    mayStart,
    words,
    length,
    rankOf: Int32Array.from(facts.meetings, rankOfMeeting),
    weight: Float64Array.from(facts.meetings, ({ weight }) => weight),
    seats: Int32Array.from(facts.participants, ({ seats }) => seats),
    least: Int32Array.from(facts.participants, ({ minMeetings }) => minMeetings),
    maxMeetings: Int32Array.from(facts.participants, ({ maxMeetings }) => maxMeetings ?? 2_147_483_647),
    capacity,
    pool,
    pooled: Int32Array.from(facts.places, ({ owner }) => (owner === null ? 1 : 0)),
    ownPlacesOf,
    needsInterpreter: interpreters.needs,
    interpretersOf: interpreters.lists,
    boundTo: Int32Array.from(facts.resources, ({ place }) => place ?? -1),
    interpreterThere: interpreterFlags(facts),
    ...restRules(facts),
    begins: Int32Array.from(facts.slots, ({ day, startMinute }) => day * minutesPerDay + startMinute),
    ends: Int32Array.from(facts.slots, ({ day, startMinute, lengthMinutes }) => day * minutesPerDay + startMinute + lengthMinutes),
    earlierOf,
    laterOf,
    earliest: earliestStarts(startsOf, length, laterOf),
    latest: latestStarts(startsOf, length, earlierOf, slots),
    home: homes(facts, meetingsOf, pool),
    firstOfDay: Int32Array.from(facts.slots, ({ day }, slot) => (facts.slots[slot - 1]?.day === day ? 0 : 1)),
  };
};
