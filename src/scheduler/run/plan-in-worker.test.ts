import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import { allPlans, randomPairs } from '../core/pairs/pairs-fixture.ts';
import { randomFrom } from '../core/random.ts';
import { factsFrom, randomFacts, slotsOf } from '../core/facts-fixture.ts';
import type { Facts } from '../core/model.ts';
import { violationsOf } from '../core/verify.ts';
import { planInWorker } from './plan-in-worker.ts';

const drawn = (size: Parameters<typeof randomFacts>[1]): Facts => {
  const facts = randomFacts(randomFrom(3), size);
  return { ...facts, meetings: facts.meetings.map((meeting) => ({ ...meeting, pinnedSlot: null })) };
};

const medium = drawn({ people: 30, meetings: 60, slots: 16, places: 12 });
const large = drawn({ people: 60, meetings: 400, slots: 20, places: 30 });

const small = factsFrom({
  slots: slotsOf(2),
  participants: [{}, {}, {}, {}],
  meetings: [
    { participants: [0, 1], must: true },
    { participants: [2, 3] },
    { participants: [0, 2] },
    { participants: [1, 3], allowedSlots: [0] },
  ],
  places: [{}],
});

test('answers with a plan, its value and why each other meeting is not placed', async () => {
  const { plan, value, unplaced, stopped } = await planInWorker(small, { seed: 4, seconds: 20 });
  expect(plan).toMatchObject({ engine: 'greedy', seed: 4 });
  expect(value).toMatchObject({ placed: 2, total: 4, unplacedMusts: 0, weight: 1 });
  expect(unplaced).toHaveLength(2);
  expect(unplaced.every(({ reasons }) => reasons.length > 0)).toBe(true);
  expect(stopped).toBe(false);
});

fullTest('the same seed gives the same plan', async () => {
  const options = { seed: 11, seconds: 60, iterations: 500 };
  const first = await planInWorker(medium, options);
  const second = await planInWorker(medium, options);
  expect(first.stopped).toBe(false);
  expect(second).toEqual(first);
});

test('ends at the deadline with the best so far', async () => {
  const { plan, stopped } = await planInWorker(large, { seed: 1, seconds: 0.5, iterations: 1_000_000_000 });
  expect(stopped).toBe(true);
  expect(violationsOf(large, plan.placements)).toEqual([]);
});

test('tells how far it is, and stops when asked', async () => {
  const controller = new AbortController();
  const placed: number[] = [];
  const { plan, stopped } = await planInWorker(large, {
    seed: 1,
    seconds: 60,
    iterations: 1_000_000_000,
    signal: controller.signal,
    onProgress: (progress) => {
      placed.push(progress.placed);
      if (placed.length === 2) controller.abort();
    },
  });
  expect(stopped).toBe(true);
  expect(plan.placements.length).toBeGreaterThan(200);
  expect(placed.length).toBeGreaterThanOrEqual(2);
});

test('a second thread proves a bound, and the search ends when it gets there', async () => {
  const facts = factsFrom({
    slots: slotsOf(3),
    participants: [{ unavailableSlots: [1] }, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }],
  });
  const heard: (number | undefined)[] = [];
  const { value, bound, stopped } = await planInWorker(facts, {
    seed: 1,
    seconds: 60,
    iterations: 1_000_000_000,
    onProgress: (progress) => heard.push(progress.gap),
  });
  expect({ value: value.breaks, bound, stopped }).toEqual({ value: 1, bound: 1, stopped: false });
  expect(heard.at(-1)).toBe(0);
});

test('where not all fit, a second thread proves how much would', async () => {
  const heard: unknown[] = [];
  const { value, most, bound } = await planInWorker(small, {
    seed: 4,
    seconds: 20,
    onProgress: (progress) => heard.push([progress.placed, progress.most]),
  });
  expect({ placed: value.placed, bound, most }).toEqual({ placed: 2, bound: null, most: { musts: 1, weight: 1, placed: 2 } });
  expect(heard.at(-1)).toEqual([2, most]);
});

test('nobody asks how much would fit where nobody listens', async () => {
  const { most } = await planInWorker(small, { seed: 4, seconds: 20 });
  expect(most).toBeNull();
});

test('a thread that crashes is a fault of the caller, not a plan', async () => {
  // Facts no validation would let through: a meeting of more slots than an array can hold.
  const broken = factsFrom({ participants: [{}, {}], meetings: [{ participants: [0, 1], lengthSlots: 2 ** 40 }] });
  await expect(planInWorker(broken, { seed: 1, seconds: 5 })).rejects.toThrow('Invalid array length');
});

fullTest('where plans can be proven, time that is left goes into fewest breaks and their proof', async () => {
  const random = randomFrom(7);
  const days = Array.from({ length: 60 }, () => ({ ...randomPairs(random), maxBreakSpread: null })).flatMap((facts) => {
    const breaks = allPlans(facts).map((plan) => plan.breaks);
    return breaks.length === 0 || Math.min(...breaks) === 0 ? [] : [{ facts, fewest: Math.min(...breaks) }];
  });
  expect(days.length).toBeGreaterThan(0);
  for (const { facts, fewest } of days.slice(0, 3)) {
    const { value, bound, plan, stopped } = await planInWorker(facts, { seed: 1, seconds: 60, bounded: true });
    expect({ breaks: value.breaks, bound, stopped }).toEqual({ breaks: fewest, bound: fewest, stopped: false });
    expect(violationsOf(facts, plan.placements)).toEqual([]);
  }
});
