import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictsOf } from '../conflicts.ts';
import { explainer } from '../explain.ts';
import type { Facts, Placement } from '../model.ts';
import { randomFrom } from '../random.ts';
import { factsFrom, randomFacts, slotsOf } from '../facts-fixture.ts';
import { validate } from '../validate.ts';
import { valueOf, violationsOf } from '../verify.ts';
import { planGreedily } from './greedy.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const runs = { seed: 20_191_105, numRuns: full ? 100 : 6 };
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const middling = { people: 8, meetings: 22, slots: 8, places: 3 };
const tiny = { people: 4, meetings: 4, slots: 4, places: 2 };

/** Random facts, without pins where pins contradict each other. */
const validFacts = (seed: number, size: typeof middling): Facts => {
  const facts = randomFacts(randomFrom(seed), size);
  if (validate(facts).ok) return facts;
  return { ...facts, meetings: facts.meetings.map((meeting) => ({ ...meeting, pinnedSlot: null })) };
};

const plan = (facts: Facts, seed = 1): readonly Placement[] => planGreedily(facts, { seed, iterations: 300, patience: 130 }).placements;

test('breaks no rule, by the verifier and by the constraints', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      const placements = plan(facts, seed);
      expect(violationsOf(facts, placements)).toEqual([]);
      expect(conflictsOf(facts, placements).filter(({ hard }) => hard)).toEqual([]);
    }),
    runs,
  );
});

test('gives the same plan for the same seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      expect(plan(facts, seed)).toEqual(plan(facts, seed));
    }),
    { ...runs, numRuns: full ? 30 : 2 },
  );
});

test('keeps what is pinned where it is pinned', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      for (const { meeting, slot, pinned } of plan(facts, seed)) {
        const { pinnedSlot } = facts.meetings[meeting] ?? { pinnedSlot: null };
        expect(pinned).toBe(pinnedSlot !== null);
        if (pinnedSlot !== null) expect(slot).toBe(pinnedSlot);
      }
    }),
    runs,
  );
});

test('leaves out no must that would fit if all wants were left out', () => {
  let unplacedMusts = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      const placements = plan(facts, seed);
      const placed = new Set(placements.map(({ meeting }) => meeting));
      const firm = placements.filter(({ meeting, pinned }) => pinned || facts.meetings[meeting]?.must === true);
      const why = explainer(facts, firm);
      facts.meetings.forEach(({ must }, meeting) => {
        if (!must || placed.has(meeting)) return;
        unplacedMusts += 1;
        expect(why(meeting).reasons.map(({ code }) => code)).not.toContain('meetings.blocked_free');
      });
    }),
    runs,
  );
  expect(unplacedMusts).toBeGreaterThan(runs.numRuns / 5);
});

test('leaves out no want that has a free slot', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      const placements = plan(facts, seed);
      const placed = new Set(placements.map(({ meeting }) => meeting));
      const why = explainer(facts, placements);
      facts.meetings.forEach((_, meeting) => {
        if (!placed.has(meeting)) expect(why(meeting).reasons.map(({ code }) => code)).not.toContain('meetings.blocked_free');
      });
    }),
    runs,
  );
});

/** Best (pins placed, musts placed, weight of wants) over all plans, by trying everything; who has a stand is met there. */
const best = (facts: Facts): readonly [number, number, number] => {
  let top: readonly [number, number, number] = [-1, -1, -1];
  const places = facts.places.map((_, place) => place);
  const resources = [null, ...facts.resources.map((_, resource) => resource)];
  const options = (meeting: number): Placement[] =>
    facts.slots.flatMap((_, slot) =>
      places.flatMap((place) => resources.map((resource) => ({ meeting, slot, place, resource, pinned: false }))),
    );
  const visit = (meeting: number, chosen: readonly Placement[], score: readonly [number, number, number]): void => {
    const now = facts.meetings[meeting];
    if (now === undefined) {
      const better = score[0] - top[0] || score[1] - top[1] || score[2] - top[2];
      if (better > 0) top = score;
      return;
    }
    const pinned = now.pinnedSlot !== null;
    const more = [pinned ? 1 : 0, !pinned && now.must ? 1 : 0, pinned || now.must ? 0 : now.weight] as const;
    for (const placement of options(meeting)) {
      const next = [...chosen, placement];
      if (violationsOf(facts, next).length > 0 || conflictsOf(facts, next).some(({ code }) => code === 'meetings.reason_away_from_stand'))
        continue;
      visit(meeting + 1, next, [score[0] + more[0], score[1] + more[1], score[2] + more[2]]);
    }
    visit(meeting + 1, chosen, score);
  };
  visit(0, [], [0, 0, 0]);
  return top;
};

test('places as much as trying everything does, on tiny facts', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, tiny);
      const [pins, musts, weight] = best(facts);
      const placements = plan(facts, seed);
      const placed = placements.flatMap(({ meeting }) => facts.meetings[meeting] ?? []);
      const free = placed.filter(({ pinnedSlot }) => pinnedSlot === null);
      expect(placed.length - free.length).toBe(pins);
      expect(free.filter(({ must }) => must).length).toBe(musts);
      expect(free.filter(({ must }) => !must).reduce((sum, one) => sum + one.weight, 0)).toBe(weight);
    }),
    { ...runs, numRuns: full ? 40 : 3 },
  );
});

test('moves others aside when the last free slots do not fit', () => {
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{}, {}, {}, {}],
    meetings: [0, 1, 2].flatMap((one) =>
      [1, 2, 3].filter((other) => other > one).map((other) => ({ participants: [one, other], must: true })),
    ),
  });
  expect(plan(facts)).toHaveLength(6);
});

test('takes breaks out of a plan', () => {
  const facts = factsFrom({
    slots: slotsOf(8),
    participants: [{}, {}, {}, {}, {}],
    meetings: [1, 2, 3, 4].map((other) => ({ participants: [0, other] })),
    places: [{}],
  });
  expect(valueOf(facts, planGreedily(facts, { seed: 1 }).placements)).toMatchObject({ placed: 4, breaks: 0 });
});

test('keeps a seated participant at one table', () => {
  const buyers = [2, 3, 4, 5];
  const facts = factsFrom({
    slots: slotsOf(5),
    participants: [{ seated: true }, { seated: true }, {}, {}, {}, {}],
    meetings: [0, 1].flatMap((host) => buyers.map((buyer) => ({ participants: [host, buyer] }))),
    places: [{}, {}, {}],
  });
  expect(valueOf(facts, planGreedily(facts, { seed: 3 }).placements)).toMatchObject({ placed: 8, placeChanges: 0 });
});

test('ends with the best so far when told to stop, and tells how far it is', () => {
  const facts = validFacts(7, { people: 20, meetings: 100, slots: 12, places: 10 });
  let asked = 0;
  const seen: number[] = [];
  const { placements } = planGreedily(facts, {
    seed: 1,
    iterations: 100_000_000,
    shouldStop: () => {
      asked += 1;
      return asked > 400;
    },
    onProgress: ({ placed }) => seen.push(placed),
  });
  expect(violationsOf(facts, placements)).toEqual([]);
  expect(seen.at(-1)).toBe(placements.length);
  expect(seen.length).toBeGreaterThan(1);
});

const again = (facts: Facts, start: readonly Placement[]): readonly Placement[] =>
  planGreedily(facts, { seed: 2, patience: 130, start }).placements;

test('planning again from a plan breaks no rule and leaves everything where it stands when nothing has changed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const facts = validFacts(seed, middling);
      const start = plan(facts, seed);
      const next = again(facts, start);
      expect(violationsOf(facts, next)).toEqual([]);
      const [before, after] = [valueOf(facts, start), valueOf(facts, next)];
      const better = after.unplacedMusts < before.unplacedMusts || after.weight > before.weight;
      if (!better) expect(next).toEqual(start);
    }),
    runs,
  );
});

test('one more meeting finds its place beside the others, or moves as few as that takes', () => {
  const people = Array.from({ length: 6 }, () => ({}));
  const pairs = [
    [0, 1],
    [2, 3],
    [0, 3],
    [2, 1],
    [4, 5],
    [4, 1],
  ];
  const facts = factsFrom({ slots: slotsOf(6), participants: people, meetings: pairs.map((participants) => ({ participants })) });
  const start = plan({ ...facts, meetings: facts.meetings.slice(0, 5) });
  const next = again(facts, start);
  expect(next).toHaveLength(6);
  expect(next.filter(({ meeting }) => meeting !== 5)).toEqual(start);
});

test('who cannot stay is the only one to move', () => {
  const people = Array.from({ length: 4 }, () => ({}));
  const meetings = [
    [0, 1],
    [2, 3],
    [0, 3],
    [2, 1],
  ].map((participants) => ({ participants }));
  const facts = factsFrom({ slots: slotsOf(6), participants: people, meetings });
  const start = plan(facts);
  const [first] = start;
  const away = first?.slot ?? 0;
  const changed = { ...facts, participants: facts.participants.map((p, n) => (n === 0 ? { ...p, unavailableSlots: [away] } : p)) };
  const next = again(changed, start);
  expect(next).toHaveLength(4);
  expect(next.filter(({ meeting }) => meeting !== first?.meeting)).toEqual(start.filter(({ meeting }) => meeting !== first?.meeting));
});
