// Small facts for tests: written down in one line each, or drawn at random from a seed.

import type { Facts, Meeting, Participant, Place, Placement, Resource, Rest, Slot } from './model.ts';
import type { Random } from './random.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Slots of half an hour on one day, from nine on, all in one session unless told. */
export const slotsOf = (count: number, over: (slot: number) => Partial<Slot> = () => ({})): Slot[] =>
  range(count).map((slot) => ({ id: `s${slot}`, day: 0, session: 1, startMinute: 540 + 30 * slot, lengthMinutes: 30, ...over(slot) }));

interface Sample {
  readonly slots?: readonly Slot[];
  readonly participants: readonly Partial<Participant>[];
  readonly meetings: readonly (Partial<Meeting> & Pick<Meeting, 'participants'>)[];
  readonly places?: readonly Partial<Place>[];
  readonly resources?: readonly Partial<Resource>[];
  readonly precedences?: Facts['precedences'];
  readonly walkingMinutes?: Facts['walkingMinutes'];
  readonly maxBreakSpread?: number | null;
}

/** Full facts from what a test cares about; ids are s0, p0, m0, t0, i0 and so on; four slots and two tables unless told. */
export const factsFrom = (sample: Sample): Facts => ({
  slots: sample.slots ?? slotsOf(4),
  participants: sample.participants.map((over, index) => ({
    id: `p${index}`,
    seats: 1,
    unavailableSlots: [],
    minMeetings: 0,
    maxMeetings: null,
    languages: [],
    seated: false,
    ownPlace: null,
    ...over,
  })),
  meetings: sample.meetings.map((over, index) => ({
    id: `m${index}`,
    weight: 1,
    must: false,
    allowedSlots: null,
    pinnedSlot: null,
    pinnedPlace: null,
    lengthSlots: 1,
    ...over,
  })),
  precedences: sample.precedences ?? [],
  places: (sample.places ?? [{}, {}]).map((over, index) => ({
    id: `t${index}`,
    capacity: 1,
    zone: 0,
    closedSlots: [],
    owner: null,
    ...over,
  })),
  resources: (sample.resources ?? []).map((over, index) => ({
    id: `i${index}`,
    languages: [],
    unavailableSlots: [],
    place: null,
    rest: null,
    ...over,
  })),
  walkingMinutes: sample.walkingMinutes ?? [],
  maxBreakSpread: sample.maxBreakSpread ?? null,
});

/** A placement by meeting, slot, place and interpreter. */
export const placed = (meeting: number, slot: number, place = 0, resource: number | null = null): Placement => ({
  meeting,
  slot,
  place,
  resource,
  pinned: false,
});

const some = (random: Random, count: number, share: number): number[] => range(count).filter(() => random.next() < share);

const randomMeeting = (random: Random, people: number, slots: number): Sample['meetings'][number] => {
  const first = random.below(people);
  const second = (first + 1 + random.below(people - 1)) % people;
  const third = random.next() < 0.1 ? range(people).find((one) => one !== first && one !== second) : undefined;
  return {
    participants: third === undefined ? [first, second] : [first, second, third],
    weight: 1 + random.below(3),
    must: random.next() < 0.4,
    allowedSlots: random.next() < 0.3 ? some(random, slots, 0.6) : null,
    pinnedSlot: random.next() < 0.1 ? random.below(slots) : null,
    lengthSlots: random.next() < 0.15 ? 2 : 1,
  };
};

/** Slots are of half an hour: one, two or three without a rest, which a free slot is, or the pause at noon alone. */
const randomRest = (random: Random): Rest => ({
  longestMinutes: 30 * (1 + random.below(3)),
  restMinutes: random.next() < 0.7 ? 30 : 45,
  standing: random.next() < 0.3 ? [{ day: 0, startMinute: 510, endMinute: 535 }] : [],
});

/** Facts with a bit of everything, of a size that suits the test; not always free of contradictions (see `validate`). */
export const randomFacts = (random: Random, size: { people: number; meetings: number; slots: number; places: number }): Facts => {
  const languages = [['en'], ['zh'], ['en', 'zh'], []];
  const slots = slotsOf(size.slots, (slot) => (slot >= size.slots / 2 ? { session: 2, startMinute: 600 + 30 * slot } : {}));
  const stand = random.next() < 0.5 ? 0 : null;
  return factsFrom({
    slots,
    participants: range(size.people).map((index) => ({
      seats: random.next() < 0.2 ? 2 : 1,
      unavailableSlots: some(random, size.slots, 0.12),
      minMeetings: random.next() < 0.2 ? 1 : 0,
      maxMeetings: random.next() < 0.2 ? 2 + random.below(3) : null,
      languages: random.next() < 0.7 ? [] : (languages[random.below(4)] ?? []),
      seated: random.next() < 0.5,
      ownPlace: index === 0 ? stand : null,
    })),
    meetings: range(size.meetings).map(() => randomMeeting(random, size.people, size.slots)),
    places: range(size.places).map((index) => ({
      capacity: random.next() < 0.15 ? 2 : 1,
      zone: index % 2,
      closedSlots: some(random, size.slots, 0.08),
      owner: index === 0 ? stand : null,
    })),
    resources: [
      {
        languages: ['en', 'zh'],
        unavailableSlots: some(random, size.slots, 0.2),
        place: random.next() < 0.3 ? 1 : null,
        rest: random.next() < 0.5 ? randomRest(random) : null,
      },
    ],
    precedences: random.next() < 0.4 ? [{ earlier: 0, later: 1 }] : [],
    walkingMinutes: [
      [0, 7],
      [7, 0],
    ],
  });
};
