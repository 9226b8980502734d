import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planGreedily } from '../engines/greedy.ts';
import { fixedDayFrom } from '../generate/fixed-day.ts';
import { matchmakingDay2019 } from '../generate/live-day.ts';
import type { Facts, Placement } from '../model.ts';
import { randomFrom, type Random } from '../random.ts';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { roomIn, type Holding } from './room.ts';

/** Few slots and tables, people of two languages, an interpreter or two: small enough to try everything. */
const tinyFacts = (random: Random): Facts => {
  const some = (share: number): number[] => [0, 1, 2, 3].filter(() => random.next() < share);
  const tables = 1 + random.below(2);
  const stand = random.next() < 0.3 ? tables : null;
  return factsFrom({
    slots: slotsOf(4, (slot) => (slot > 1 ? { session: 2 } : {})),
    participants: [0, 1, 2, 3].map((one) => ({
      seats: random.next() < 0.2 ? 2 : 1,
      unavailableSlots: some(0.3),
      maxMeetings: random.next() < 0.15 ? 1 + random.below(2) : null,
      languages: random.next() < 0.3 ? [random.next() < 0.5 ? 'zh' : 'en'] : [],
      ownPlace: one === 0 ? stand : null,
    })),
    meetings: Array.from({ length: 3 + random.below(3) }, () => {
      const one = random.below(4);
      return {
        participants: [one, (one + 1 + random.below(3)) % 4],
        must: random.next() < 0.4,
        weight: 1 + random.below(2) / 2,
        allowedSlots: random.next() < 0.4 ? some(0.5) : null,
        pinnedPlace: random.next() < 0.1 ? 0 : null,
        lengthSlots: random.next() < 0.15 ? 2 : 1,
      };
    }),
    places: Array.from({ length: tables + (stand === null ? 0 : 1) }, (_, place) => ({
      owner: place === stand ? 0 : null,
      closedSlots: some(0.15),
    })),
    resources: random.next() < 0.6 ? [{ languages: ['en', 'zh'], place: random.next() < 0.4 ? 0 : null, unavailableSlots: some(0.2) }] : [],
  });
};

/** What each plan there is holds. */
const everyHolding = (facts: Facts): Holding[] => {
  const found = new Map<string, Holding>();
  const visit = (meeting: number, chosen: readonly Placement[]): void => {
    if (meeting === facts.meetings.length) {
      const { placed, unplacedMusts, weight } = valueOf(facts, chosen);
      const musts = facts.meetings.filter(({ must }) => must).length - unplacedMusts;
      found.set([musts, weight, placed].join(), { musts, weight, placed });
      return;
    }
    visit(meeting + 1, chosen);
    const { participants = [], pinnedPlace = null } = facts.meetings[meeting] ?? {};
    const stands = participants.flatMap((one) => facts.participants[one]?.ownPlace ?? []);
    for (const place of pinnedPlace === null && stands.length > 0 ? stands : facts.places.keys()) {
      for (const slot of facts.slots.keys()) {
        for (const resource of [null, ...facts.resources.keys()]) {
          const next = [...chosen, { meeting, slot, place, resource, pinned: false }];
          if (violationsOf(facts, next).length === 0) visit(meeting + 1, next);
        }
      }
    }
  };
  visit(0, []);
  return [...found.values()];
};

test('no plan holds more, whatever it holds of the musts, by trying everything; and often one holds as much', () => {
  let [asked, equal] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const facts = tinyFacts(randomFrom(seed));
      fc.pre(validate(facts).ok);
      const all = everyHolding(facts);
      const most = (of: keyof Holding, among = all): number => among.reduce((best, one) => Math.max(best, one[of]), 0);
      const held = all[seed % all.length] ?? { musts: 0, weight: 0, placed: 0 };
      const asGood = all.filter(({ musts }) => musts >= held.musts);
      const room = roomIn(facts, held, { rounds: 300 });
      expect(room.musts).toBeGreaterThanOrEqual(most('musts'));
      expect(room.weight).toBeGreaterThanOrEqual(most('weight', asGood));
      expect(room.placed).toBeGreaterThanOrEqual(most('placed', asGood));
      asked += 1;
      if (room.placed === most('placed', asGood)) equal += 1;
    }),
    { seed: 20_191_106, numRuns: 60 },
  );
  expect(equal).toBeGreaterThan(0.8 * asked);
});

test('where musts take a slot, the wants have what is left', () => {
  const facts = factsFrom({
    slots: slotsOf(2),
    participants: [{}, {}, {}, {}],
    meetings: [{ participants: [0, 1], must: true }, { participants: [0, 2] }, { participants: [0, 3] }],
  });
  expect(roomIn(facts, { musts: 1, weight: 1, placed: 2 })).toEqual({ musts: 1, weight: 1, placed: 2 });
});

test('meetings that no slot suits are never counted', () => {
  const facts = factsFrom({
    participants: [{}, {}],
    meetings: [
      { participants: [0, 1], must: true, allowedSlots: [] },
      { participants: [0, 1], weight: 3 },
    ],
  });
  expect(roomIn(facts, { musts: 0, weight: 3, placed: 1 })).toEqual({ musts: 0, weight: 3, placed: 1 });
});

test('a small matchmaking day is planned within a hundredth of what no plan exceeds, and the bound only falls', () => {
  const facts = fixedDayFrom(1, {
    ...matchmakingDay2019,
    seated: 80,
    rotating: 150,
    tables: 30,
    interpretedTables: 20,
    roaming: 2,
    requests: 300,
  });
  const { placements } = planGreedily(facts, { seed: 1, iterations: 5_000 });
  const { placed, weight, unplacedMusts } = valueOf(facts, placements);
  expect(unplacedMusts).toBe(0);
  const told: number[] = [];
  const room = roomIn(facts, { musts: placed - weight, weight, placed }, { onRoom: (one) => told.push(one.placed) });
  expect(told).toEqual([...told].sort((a, b) => b - a));
  expect(told.at(-1)).toBe(room.placed);
  expect(room.placed).toBeGreaterThanOrEqual(placed);
  expect((room.placed - placed) / room.placed).toBeLessThanOrEqual(0.01);
});
