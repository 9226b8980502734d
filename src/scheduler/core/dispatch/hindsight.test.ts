import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostInHindsight } from './bound.ts';
import { whomToCallNext } from './call-next.ts';
import { type LiveDay, requestsOf, type Talk } from './day.ts';
import { planInHindsight } from './hindsight.ts';
import { isPossible, jobsOf } from './jobs.ts';
import { nth } from './queue.ts';
import { sampleDay } from './day-fixture.ts';
import { simulate } from './simulate.ts';
import { faultsOf } from './verify-run.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000_000 });

interface Value {
  readonly musts: number;
  readonly talks: number;
}

const valueOf = (day: LiveDay, talks: readonly Talk[]): Value => {
  const requests = requestsOf(day);
  return { musts: talks.filter(({ request }) => nth(requests, request).must).length, talks: talks.length };
};

const better = (a: Value, b: Value): Value => (b.musts > a.musts || (b.musts === a.musts && b.talks > a.talks) ? b : a);

/** Every order of the requests, each talk as early as what stands before it in the order allows: one of them is the best plan. */
const byBruteForce = (day: LiveDay): { readonly first: Value; readonly talks: number } => {
  const jobs = jobsOf(day);
  const possible = [...jobs.keys()].filter((index) => isPossible(nth(jobs, index)));
  let first: Value = { musts: 0, talks: 0 };
  let talks = 0;
  const go = (held: readonly Talk[]): void => {
    const value = valueOf(day, held);
    first = better(first, value);
    talks = Math.max(talks, value.talks);
    for (const request of possible) {
      if (held.some((talk) => talk.request === request)) continue;
      const { tables, interpreters, from, lastCall, length } = nth(jobs, request);
      for (const table of tables) {
        for (const interpreter of interpreters ?? [null]) {
          for (let calledAt = from; calledAt <= lastCall; calledAt += 1) {
            const next = [...held, { request, table, interpreter, calledAt, endsAt: calledAt + length }];
            if (faultsOf(day, next).length > 0) continue;
            go(next);
            break;
          }
        }
      }
    }
  };
  go([]);
  return { first, talks };
};

test('on tiny days the plan in hindsight is hardly ever below the best there is, never above it, and the bounds hold', () => {
  let [reached, days] = [0, 0];
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = sampleDay(seed, { seated: 2, rotating: 3, requests: 5, plain: true });
      const best = byBruteForce(day);
      const { talks } = simulate(day, whomToCallNext);
      const plan = planInHindsight(day, { seed, rounds: 200, start: talks });
      expect(faultsOf(day, plan)).toEqual([]);
      const [live, planned] = [valueOf(day, talks), valueOf(day, plan)];
      expect(better(best.first, planned)).toEqual(best.first);
      expect(better(planned, live)).toEqual(planned);
      expect(mostInHindsight(day, () => 1, planned.talks, 60)).toBeGreaterThanOrEqual(best.talks - 1e-6);
      expect(mostInHindsight(day, ({ must }) => (must ? 1 : 0), planned.musts, 60)).toBeGreaterThanOrEqual(best.first.musts - 1e-6);
      days += 1;
      if (planned.musts === best.first.musts && planned.talks === best.first.talks) reached += 1;
    }),
    { numRuns: 60 },
  );
  // It is a search: now and then it misses by a talk.
  expect(reached / days).toBeGreaterThan(0.9);
});

test('a plan in hindsight can be held, with shared tables and several seats too, and is repeatable', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const day = sampleDay(seed, { seated: 4, rotating: 8, requests: 20 });
      const oneSeat = {
        ...day,
        facts: { ...day.facts, participants: day.facts.participants.map((one) => (one.seated ? one : { ...one, seats: 1 })) },
      };
      const options = { seed, rounds: 200, start: simulate(oneSeat, whomToCallNext).talks };
      const plan = planInHindsight(oneSeat, options);
      expect(faultsOf(oneSeat, plan)).toEqual([]);
      expect(planInHindsight(oneSeat, options)).toEqual(plan);
      expect(mostInHindsight(oneSeat, () => 1, plan.length, 40)).toBeGreaterThanOrEqual(plan.length - 1e-6);
    }),
    { numRuns: process.env['HANSA_ROUNDS'] === undefined ? 3 : 60 },
  );
});
