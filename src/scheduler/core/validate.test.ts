import { expect, test } from 'vitest';
import type { Facts } from './model.ts';
import { factsFrom, slotsOf } from './facts-fixture.ts';
import { validate } from './validate.ts';

const people = [{}, {}, {}];

const problemsOf = (facts: Facts): readonly (readonly [string, string, unknown])[] => {
  const answer = validate(facts);
  return answer.ok ? [] : (answer.refusal.problems ?? []).map(({ path, code, params }) => [path.join('.'), code, params] as const);
};

test('right facts come back as they are', () => {
  const facts = factsFrom({
    participants: people,
    meetings: [{ participants: [0, 1], pinnedSlot: 1, pinnedPlace: 0 }, { participants: [1, 2] }],
  });
  expect(validate(facts)).toEqual({ ok: true, value: facts });
});

test('names every wrong number and reference at once', () => {
  const facts = factsFrom({
    slots: slotsOf(3, (slot) => (slot === 1 ? { lengthMinutes: -30 } : slot === 2 ? { id: 's0', startMinute: 550 } : {})),
    participants: [
      { seats: 0, unavailableSlots: [3] },
      { minMeetings: 4, maxMeetings: 2, ownPlace: 1 },
    ],
    meetings: [
      { participants: [0], weight: -1 },
      { participants: [0, 0, 7], lengthSlots: 0, allowedSlots: [1.5], pinnedSlot: 8, pinnedPlace: -1 },
    ],
    places: [{ capacity: 0 }, { owner: 9 }],
    resources: [{ place: 5 }],
    precedences: [{ earlier: 0, later: 12 }],
    maxBreakSpread: -2,
  });
  expect(problemsOf(facts)).toEqual([
    ['slots.2.id', 'meetings.facts_doubled_id', { id: 's0' }],
    ['slots.1.lengthMinutes', 'meetings.facts_bad_number', { value: -30, least: 1, most: 1_440 }],
    ['slots.2', 'meetings.facts_slots_unsorted', { slot: 's0', other: 's1' }],
    ['participants.0.seats', 'meetings.facts_bad_number', { value: 0, least: 1, most: 1_000 }],
    ['participants.0.unavailableSlots.0', 'meetings.facts_unknown_slot', { index: 3 }],
    ['participants.1.minMeetings', 'meetings.facts_min_over_max', { participant: 'p1', min: 4, max: 2 }],
    ['participants.1.ownPlace', 'meetings.facts_own_place_not_owned', { participant: 'p1', place: 't1' }],
    ['meetings.0.participants', 'meetings.facts_too_few_participants', { meeting: 'm0' }],
    ['meetings.0.weight', 'meetings.facts_bad_number', { value: -1, least: 0, most: 1_000_000 }],
    ['meetings.1.participants.2', 'meetings.facts_unknown_participant', { index: 7 }],
    ['meetings.1.participants.1', 'meetings.facts_doubled_participant', { meeting: 'm1', participant: 'p0' }],
    ['meetings.1.lengthSlots', 'meetings.facts_bad_number', { value: 0, least: 1, most: 1_000 }],
    ['meetings.1.allowedSlots.0', 'meetings.facts_unknown_slot', { index: 1.5 }],
    ['meetings.1.pinnedSlot', 'meetings.facts_unknown_slot', { index: 8 }],
    ['meetings.1.pinnedPlace', 'meetings.facts_unknown_place', { index: -1 }],
    ['places.0.capacity', 'meetings.facts_bad_number', { value: 0, least: 1, most: 10_000 }],
    ['places.1.owner', 'meetings.facts_unknown_participant', { index: 9 }],
    ['resources.0.place', 'meetings.facts_unknown_place', { index: 5 }],
    ['maxBreakSpread', 'meetings.facts_bad_number', { value: -2, least: 0, most: 1_000 }],
    ['precedences.0.later', 'meetings.facts_unknown_meeting', { index: 12 }],
  ]);
});

test('slots that overlap, zones without a row, and rows of another length are named', () => {
  const slots = slotsOf(2, (slot) => (slot === 1 ? { startMinute: 560 } : {}));
  const facts = factsFrom({ slots, participants: people, meetings: [], places: [{ zone: 1 }], walkingMinutes: [[0, 2]] });
  expect(problemsOf(facts)).toEqual([
    ['slots.1', 'meetings.facts_slots_overlap', { slot: 's1', other: 's0' }],
    ['places.0.zone', 'meetings.facts_unknown_zone', { index: 1 }],
    ['walkingMinutes.0', 'meetings.facts_bad_number', { value: 2, least: 1, most: 1 }],
  ]);
});

test('nothing can be planned without slots or places', () => {
  const facts = factsFrom({ slots: [], participants: people, meetings: [{ participants: [0, 1] }], places: [] });
  expect(problemsOf(facts)).toEqual([
    ['slots', 'meetings.facts_no_slots', undefined],
    ['places', 'meetings.facts_no_places', undefined],
  ]);
});

test('a million slots are refused for their number alone', () => {
  const one = { id: 's', day: 0, session: 1, startMinute: 540, lengthMinutes: 30 };
  const facts = factsFrom({ slots: Array.from({ length: 1_000_000 }, () => one), participants: people, meetings: [] });
  expect(problemsOf(facts)).toEqual([['slots', 'meetings.facts_too_many_slots', { count: 1_000_000, limit: 2_000 }]]);
});

test('many slots and many people together are refused', () => {
  const facts = factsFrom({ slots: slotsOf(2_000), participants: Array.from({ length: 60_000 }, () => ({})), meetings: [] });
  expect(problemsOf(facts)).toEqual([['', 'meetings.facts_too_many_cells', { count: 120_000_000, limit: 100_000_000 }]]);
});

test('an order that leads back to itself is named at each of its steps', () => {
  const facts = factsFrom({
    participants: people,
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }, { participants: [1, 2] }],
    precedences: [
      { earlier: 0, later: 1 },
      { earlier: 1, later: 0 },
      { earlier: 0, later: 2 },
    ],
  });
  expect(problemsOf(facts)).toEqual([
    ['precedences.0', 'meetings.facts_order_circle', { meeting: 'm1' }],
    ['precedences.1', 'meetings.facts_order_circle', { meeting: 'm0' }],
  ]);
});

test('a pin against its own meeting is named', () => {
  const facts = factsFrom({
    slots: slotsOf(4, (slot) => ({ session: slot < 2 ? 1 : 2 })),
    participants: [{ unavailableSlots: [1] }, {}, {}],
    meetings: [
      { participants: [0, 1], pinnedSlot: 1, pinnedPlace: 0, allowedSlots: [0], lengthSlots: 2 },
      { participants: [0, 2], pinnedPlace: 1 },
    ],
    places: [{ closedSlots: [1] }, { owner: 1 }],
  });
  expect(problemsOf(facts)).toEqual([
    ['meetings.0.pinnedSlot', 'meetings.facts_pin_runs_over', { meeting: 'm0', slot: 's1', length: 2 }],
    ['meetings.0.pinnedSlot', 'meetings.facts_pin_not_allowed', { meeting: 'm0', slot: 's1' }],
    ['meetings.0.pinnedSlot', 'meetings.facts_pin_unavailable', { meeting: 'm0', participant: 'p0', slot: 's1' }],
    ['meetings.0.pinnedSlot', 'meetings.facts_pin_place_closed', { meeting: 'm0', place: 't0', slot: 's1' }],
    ['meetings.1.pinnedPlace', 'meetings.facts_pin_foreign_place', { meeting: 'm1', place: 't1', participant: 'p1' }],
  ]);
});

test('pins that contradict each other are named: people, places, limits, order', () => {
  const facts = factsFrom({
    participants: [{ maxMeetings: 1 }, {}, {}, {}, {}],
    meetings: [
      { participants: [0, 1], pinnedSlot: 1, pinnedPlace: 0 },
      { participants: [0, 2], pinnedSlot: 1, pinnedPlace: 0 },
      { participants: [3, 4], pinnedSlot: 1 },
    ],
    precedences: [{ earlier: 2, later: 0 }],
  });
  expect(problemsOf(facts)).toEqual([
    ['participants.0', 'meetings.facts_pins_clash', { participant: 'p0', slot: 's1', count: 2, seats: 1 }],
    ['places.0', 'meetings.facts_pins_share_place', { place: 't0', slot: 's1', count: 2, capacity: 1 }],
    ['slots.1', 'meetings.facts_pins_over_places', { slot: 's1', count: 3, capacity: 2 }],
    ['participants.0', 'meetings.facts_pins_over_limit', { participant: 'p0', count: 2, max: 1 }],
    ['precedences.0', 'meetings.facts_pins_order', { earlier: 'm2', later: 'm0' }],
  ]);
});

test('numbers that are none, endless or broken are named wherever they stand', () => {
  const facts = factsFrom({
    slots: slotsOf(2, (slot) => (slot === 1 ? { startMinute: NaN, lengthMinutes: 12.5, day: -1, session: Infinity } : {})),
    participants: [
      { seats: 1.5, minMeetings: NaN, maxMeetings: Infinity },
      { maxMeetings: -3, ownPlace: NaN },
    ],
    meetings: [
      { participants: [0, NaN], weight: NaN, lengthSlots: Infinity, allowedSlots: [-1, NaN], pinnedSlot: 0.5, pinnedPlace: Infinity },
    ],
    places: [{ capacity: NaN, zone: NaN, closedSlots: [2], owner: -1 }],
    resources: [{ unavailableSlots: [NaN], place: 1.5 }],
    walkingMinutes: [[NaN]],
    precedences: [{ earlier: NaN, later: -1 }],
    maxBreakSpread: NaN,
  });
  expect(problemsOf(facts).map(([path, code]) => `${path} ${code.replace('meetings.facts_', '')}`)).toEqual([
    'slots.1.day bad_number',
    'slots.1.session bad_number',
    'slots.1.startMinute bad_number',
    'slots.1.lengthMinutes bad_number',
    'participants.0.seats bad_number',
    'participants.0.minMeetings bad_number',
    'participants.0.maxMeetings bad_number',
    'participants.1.maxMeetings bad_number',
    'participants.1.minMeetings min_over_max',
    'participants.1.ownPlace unknown_place',
    'meetings.0.participants.1 unknown_participant',
    'meetings.0.lengthSlots bad_number',
    'meetings.0.weight bad_number',
    'meetings.0.allowedSlots.0 unknown_slot',
    'meetings.0.allowedSlots.1 unknown_slot',
    'meetings.0.pinnedSlot unknown_slot',
    'meetings.0.pinnedPlace unknown_place',
    'places.0.capacity bad_number',
    'places.0.closedSlots.0 unknown_slot',
    'places.0.owner unknown_participant',
    'places.0.zone unknown_zone',
    'walkingMinutes.0.0 bad_number',
    'resources.0.unavailableSlots.0 unknown_slot',
    'resources.0.place unknown_place',
    'maxBreakSpread bad_number',
    'precedences.0.earlier unknown_meeting',
    'precedences.0.later unknown_meeting',
  ]);
});

test('lists longer than what they refer to, and orders and zones beyond measure, are refused for their length', () => {
  const long = new Array<number>(5_000_000).fill(7);
  const facts = factsFrom({
    participants: [{ unavailableSlots: long }, {}],
    meetings: [{ participants: long, allowedSlots: long }],
    places: [{ closedSlots: long }],
    resources: [{ unavailableSlots: long }],
  });
  const tooLong = (path: string, most: number) => [path, 'meetings.facts_bad_number', { value: 5_000_000, least: 0, most }];
  expect(problemsOf(facts)).toEqual([
    tooLong('participants.0.unavailableSlots', 4),
    tooLong('meetings.0.participants', 2),
    tooLong('meetings.0.allowedSlots', 4),
    tooLong('places.0.closedSlots', 4),
    tooLong('resources.0.unavailableSlots', 4),
  ]);
  const order = { earlier: 0, later: 1 };
  const endless = {
    ...facts,
    precedences: new Array<typeof order>(2_000_000).fill(order),
    walkingMinutes: new Array<number[]>(3_000).fill([]),
  };
  expect(problemsOf(endless)).toEqual([
    ['precedences', 'meetings.facts_bad_number', { value: 2_000_000, least: 0, most: 1_000_000 }],
    ['walkingMinutes', 'meetings.facts_bad_number', { value: 3_000, least: 0, most: 1_000 }],
  ]);
});

test('a million of everything is refused with all that is too much', () => {
  const one = factsFrom({ participants: people, meetings: [{ participants: [0, 1] }], resources: [{}] });
  const many = <T>(things: readonly T[]): readonly T[] => {
    const [thing] = things;
    return thing === undefined ? [] : new Array<T>(2_000_000).fill(thing);
  };
  const all = {
    slots: many(one.slots),
    participants: many(one.participants),
    meetings: many(one.meetings),
    places: many(one.places),
    resources: many(one.resources),
  };
  expect(problemsOf({ ...one, ...all }).map(([path]) => path)).toEqual(['slots', 'participants', 'meetings', 'places', 'resources', '']);
});

test('a meeting that must be before itself is named', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1] }], precedences: [{ earlier: 0, later: 0 }] });
  expect(problemsOf(facts)).toEqual([['precedences.0', 'meetings.facts_order_circle', { meeting: 'm0' }]]);
});

test('a hundred thousand meetings in order after one are read in good time', () => {
  const meetings = Array.from({ length: 100_000 }, () => ({ participants: [0, 1] }));
  const precedences = meetings.slice(1).map((_, index) => ({ earlier: 0, later: index + 1 }));
  const began = process.cpuUsage();
  expect(problemsOf(factsFrom({ participants: people, meetings, precedences }))).toEqual([]);
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
});
