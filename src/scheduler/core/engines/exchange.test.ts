import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import type { Facts } from '../model.ts';
import { randomFrom } from '../random.ts';
import { factsFrom, randomFacts, slotsOf } from '../facts-fixture.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { boardOf, placementsOf, put, type Board } from './board.ts';
import { construct } from './construct.ts';
import { exchange } from './exchange.ts';
import type { Search } from './search.ts';
import { terrainOf } from './terrain.ts';

const searchOn = (facts: Facts, seed = 1): Search => ({
  board: boardOf(terrainOf(facts)),
  random: randomFrom(seed),
  journal: [],
  tick: () => false,
});

const holding = (search: Search, ...slots: readonly number[]): Board => {
  slots.forEach((slot, meeting) => {
    put(search.board, meeting, slot, { place: meeting, resource: -1 });
  });
  return search.board;
};

const patient = { patience: 2_000, wandering: true };
const tables = [{}, {}, {}, {}];

test('a meeting that waits is placed by a chain of three', () => {
  // 0 and 1 have time in slot 0 only; 1's meeting there goes to slot 1, where 2 is busy, whose meeting goes to slot 2.
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{ unavailableSlots: [1, 2] }, {}, { unavailableSlots: [0] }, {}],
    meetings: [{ participants: [1, 3], allowedSlots: [0, 1] }, { participants: [3, 2] }, { participants: [0, 1] }],
    places: tables,
  });
  const search = searchOn(facts);
  const { slotOf } = holding(search, 0, 1);
  expect(exchange(search, [2], { patience: 100, wandering: false })).toEqual([]);
  expect([...slotOf]).toEqual([1, 2, 0]);
});

test('where two are in the way one steps aside and the other goes on', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{}, {}, {}, {}],
    meetings: [{ participants: [0, 2] }, { participants: [1, 3] }, { participants: [0, 1], allowedSlots: [0] }],
    places: tables,
  });
  const search = searchOn(facts);
  const { slotOf } = holding(search, 0, 0);
  expect(exchange(search, [2], { patience: 100, wandering: false })).toEqual([]);
  expect([...slotOf]).toEqual([1, 1, 0]);
});

test('who could never be held keeps waiting, and nobody looks for long', () => {
  const facts = factsFrom({ participants: [{}, {}], meetings: [{ participants: [0, 1], allowedSlots: [] }] });
  expect(exchange(searchOn(facts), [0], patient)).toEqual([0]);
});

test('who is wished less waits in the end, wherever in the chain', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{}, {}, {}, {}],
    meetings: [
      { participants: [0, 2], allowedSlots: [0, 1], weight: 2 },
      { participants: [2, 3], allowedSlots: [1], weight: 1 },
      { participants: [0, 1], allowedSlots: [0], weight: 2 },
    ],
    places: tables,
  });
  const search = searchOn(facts);
  const { slotOf } = holding(search, 0, 1);
  expect(exchange(search, [2], { patience: 100, wandering: false })).toEqual([1]);
  expect([...slotOf]).toEqual([1, -1, 0]);
});

test('a must takes the room of a want, a want never that of a must', () => {
  const meetings = [
    { participants: [0, 1], must: true },
    { participants: [0, 2], weight: 9 },
  ];
  const facts = factsFrom({ slots: slotsOf(1), participants: [{}, {}, {}], meetings, places: tables });
  const wanted = searchOn(facts);
  put(wanted.board, 0, 0, { place: 0, resource: -1 });
  expect(exchange(wanted, [1], patient)).toEqual([1]);
  const must = searchOn(facts);
  put(must.board, 1, 0, { place: 0, resource: -1 });
  expect(exchange(must, [0], patient)).toEqual([1]);
  expect([...must.board.slotOf]).toEqual([0, -1]);
});

test('where nobody wanders, those wished as much stay where they are', () => {
  const meetings = [{ participants: [0, 1] }, { participants: [0, 2] }];
  const search = searchOn(factsFrom({ slots: slotsOf(1), participants: [{}, {}, {}], meetings, places: tables }));
  const { slotOf } = holding(search, 0);
  expect(exchange(search, [1], { patience: 500, wandering: false })).toEqual([1]);
  expect([...slotOf]).toEqual([0, -1]);
});

test('whatever the facts, no rule is broken, no must is lost and no weight of wants, unless for a must', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = randomFacts(randomFrom(seed), { people: 10, meetings: 40, slots: 6, places: 4 });
      fc.pre(validate(facts).ok);
      const search = searchOn(facts, seed);
      const left = construct(search, [...facts.meetings.keys()]);
      const before = valueOf(facts, placementsOf(search.board));
      const still = exchange(search, left, { patience: 2_000, wandering: seed % 2 === 0 });
      const placements = placementsOf(search.board);
      const after = valueOf(facts, placements);
      expect(violationsOf(facts, placements)).toEqual([]);
      expect(still.length).toBe(facts.meetings.length - placements.length);
      expect(after.unplacedMusts).toBeLessThanOrEqual(before.unplacedMusts);
      if (after.unplacedMusts === before.unplacedMusts) expect(after.weight).toBeGreaterThanOrEqual(before.weight);
    }),
    { seed: 5, numRuns: rounds(100) },
  );
});
