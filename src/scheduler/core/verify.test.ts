import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullTest, rounds } from '#platform/full-size.ts';
import { conflictsOf } from './conflicts.ts';
import { planGreedily } from './engines/greedy.ts';
import type { Facts, Placement, Reason } from './model.ts';
import { randomFrom, type Random } from './random.ts';
import { factsFrom, placed, randomFacts, slotsOf } from './facts-fixture.ts';
import { validate } from './validate.ts';
import { valueOf, violationsOf } from './verify.ts';

const runs = { seed: 20_191_105, numRuns: rounds(200) };
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const size = { people: 6, meetings: 10, slots: 6, places: 3 };

const rulesOf = (facts: Facts, placements: readonly Placement[]): string[] => violationsOf(facts, placements).map(({ rule }) => rule);

const people = [{}, {}, {}];
const meetings = [{ participants: [0, 1] }, { participants: [0, 2] }];

test('a right plan has no violation', () => {
  const facts = factsFrom({ participants: people, meetings });
  expect(violationsOf(facts, [placed(0, 0, 0), placed(1, 1, 0)])).toEqual([]);
});

test('names each broken rule', () => {
  const facts = factsFrom({ participants: people, meetings });
  expect(violationsOf(facts, [placed(0, 0, 0), placed(1, 0, 1)])).toEqual([{ rule: 'overbook participant 0', meetings: [0, 1] }]);
  expect(rulesOf(facts, [placed(0, 0, 0), placed(0, 1, 0)])).toEqual(['is placed twice']);
  expect(rulesOf(facts, [placed(0, 9, 0)])).toEqual(['names an unknown meeting, slot or place']);
  expect(rulesOf(facts, [placed(0, 0, 0, 3)])).toEqual(['names an unknown interpreter']);
  const tight = factsFrom({ participants: [{}, {}, {}, {}], meetings: [{ participants: [0, 1] }, { participants: [2, 3] }] });
  expect(rulesOf(tight, [placed(0, 0, 0), placed(1, 0, 0)])).toEqual(['overbook place 0']);
});

test('a long meeting overlaps the next one in time', () => {
  const facts = factsFrom({ participants: people, meetings: [{ participants: [0, 1], lengthSlots: 2 }, { participants: [0, 2] }] });
  expect(rulesOf(facts, [placed(0, 0, 0), placed(1, 1, 1)])).toEqual(['overbook participant 0']);
  expect(rulesOf(facts, [placed(0, 0, 0), placed(1, 2, 1)])).toEqual([]);
  expect(rulesOf(facts, [placed(0, 3, 0)])).toEqual(['runs over the end of its session']);
});

test('values a plan: what is placed, breaks, changes of place, minutes on foot', () => {
  const facts = factsFrom({
    slots: slotsOf(6),
    participants: [{ seated: true, minMeetings: 4 }, {}, {}, {}],
    meetings: [
      { participants: [0, 1], must: true },
      { participants: [0, 2], weight: 2 },
      { participants: [0, 3], weight: 3 },
      { participants: [1, 2], must: true },
    ],
    places: [{ zone: 0 }, { zone: 1 }],
    walkingMinutes: [
      [0, 4],
      [4, 0],
    ],
  });
  expect(valueOf(facts, [placed(0, 0, 0), placed(1, 1, 1), placed(2, 4, 0)])).toEqual({
    placed: 3,
    total: 4,
    unplacedMusts: 1,
    weight: 5,
    shortfall: 1,
    breaks: 1,
    breakSpread: 1,
    placeChanges: 2,
    walkingMinutes: 8,
  });
});

/** Placements drawn without looking at any rule. */
const anyPlacements = (facts: Facts, random: Random, share: number): Placement[] =>
  facts.meetings.flatMap((_, meeting) => {
    if (random.next() > share) return [];
    const resource = random.next() < 0.8 ? null : random.below(facts.resources.length);
    return [placed(meeting, random.below(facts.slots.length), random.below(facts.places.length), resource)];
  });

const total = (reasons: readonly Reason[], code: string): number =>
  reasons.filter((reason) => reason.code === `meetings.reason_${code}`).reduce((sum, { weight }) => sum + weight, 0);

test('agrees with the constraints on any placements whatever', () => {
  let right = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const random = randomFrom(seed);
      const facts = randomFacts(random, size);
      const placements = anyPlacements(facts, random, seed % 3 === 0 ? 0.8 : 0.25);
      const reasons = conflictsOf(facts, placements);
      const broken = reasons.some(({ hard }) => hard);
      expect(violationsOf(facts, placements).length > 0).toBe(broken);
      if (broken) return;
      right += 1;
      const value = valueOf(facts, placements);
      expect(total(reasons, 'breaks')).toBe(value.breaks);
      expect(total(reasons, 'place_changes')).toBe(value.placeChanges);
      expect(total(reasons, 'walk')).toBe(value.walkingMinutes);
      expect(total(reasons, 'too_few_meetings')).toBe(value.shortfall);
      expect(total(reasons, 'must_unplaced')).toBe(value.unplacedMusts);
    }),
    { ...runs, numRuns: 600 },
  );
  expect(right).toBeGreaterThan(30);
});

type Mutation = (facts: Facts, placements: readonly Placement[], random: Random) => readonly Placement[] | null;

const pick = <T>(things: readonly T[], random: Random): T | undefined => things[random.below(things.length)];

const replaced = (placements: readonly Placement[], old: Placement, over: Partial<Placement>): Placement[] =>
  placements.map((one) => (one === old ? { ...one, ...over } : one));

/** Each makes a right plan wrong in one way, or answers null where it does not apply. */
const mutations: Readonly<Record<string, Mutation>> = {
  'a meeting twice': (_, placements, random) => {
    const one = pick(placements, random);
    return one === undefined ? null : [...placements, one];
  },
  'a person in two meetings': (facts, placements, random) => {
    const seats = (meeting: number, other: number): boolean =>
      (facts.meetings[meeting]?.participants ?? []).some(
        (who) => facts.participants[who]?.seats === 1 && facts.meetings[other]?.participants.includes(who) === true,
      );
    const one = pick(placements, random);
    const other = placements.find(({ meeting }) => one !== undefined && meeting !== one.meeting && seats(meeting, one.meeting));
    return one === undefined || other === undefined ? null : replaced(placements, one, { slot: other.slot });
  },
  'a table for two meetings': (facts, placements, random) => {
    const one = pick(placements, random);
    const other = placements.find(({ slot, place }) => slot === one?.slot && place !== one.place && facts.places[place]?.capacity === 1);
    return one === undefined || other === undefined ? null : replaced(placements, one, { place: other.place });
  },
  'somebody away': (facts, placements, random) => {
    const one = pick(placements, random);
    const away = facts.meetings[one?.meeting ?? -1]?.participants.flatMap((who) => facts.participants[who]?.unavailableSlots ?? []) ?? [];
    const slot = pick(away, random);
    return one === undefined || slot === undefined ? null : replaced(placements, one, { slot });
  },
  'an unknown slot': (facts, placements, random) => {
    const one = pick(placements, random);
    return one === undefined ? null : replaced(placements, one, { slot: facts.slots.length + random.below(3) });
  },
  'no interpreter': (_, placements) => {
    const one = placements.find(({ resource }) => resource !== null);
    return one === undefined ? null : replaced(placements, one, { resource: null });
  },
  'a pin left': (facts, placements) => {
    const one = placements.find(({ pinned }) => pinned);
    return one === undefined ? null : replaced(placements, one, { slot: (one.slot + 1) % facts.slots.length });
  },
};

fullTest('rejects every mutated plan', () => {
  let tried = 0;
  fc.assert(
    fc.property(seeds, fc.constantFrom(...Object.keys(mutations)), (seed, name) => {
      const random = randomFrom(seed);
      const facts = randomFacts(random, size);
      if (!validate(facts).ok) return;
      const { placements } = planGreedily(facts, { seed, iterations: 0, patience: 20 });
      const mutated = mutations[name]?.(facts, placements, random) ?? null;
      if (mutated === null) return;
      tried += 1;
      expect(violationsOf(facts, mutated), name).not.toEqual([]);
    }),
    { ...runs, numRuns: rounds(1_000) },
  );
  expect(tried).toBeGreaterThan(250);
});
