// That there is no plan, or none with fewer breaks, is never claimed falsely: small problems of pairs beside their answer by trying every plan.
// `npm run trust -- plans` tries ten thousand without the exact engines, five hundred with them.
import { expect, test } from 'vitest';
import { breakBound } from '#scheduler/core/pairs/bound.ts';
import { pairProblemOf } from '#scheduler/core/pairs/pair-problem.ts';
import { presolve } from '#scheduler/core/pairs/presolve.ts';
import { allPlans, randomPairs } from '#scheduler/core/pairs/pairs-fixture.ts';
import { randomFrom } from '#scheduler/core/random.ts';
import { valueOf, violationsOf } from '#scheduler/core/verify.ts';
import { provePlan } from '#scheduler/run/prove.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const presolved = full ? 10_000 : 60;
const proven = full ? 500 : 8;

const bestOf = (facts: Parameters<typeof allPlans>[0]): number | null => {
  const plans = allPlans(facts);
  return plans.length === 0 ? null : plans.reduce((least, { breaks }) => Math.min(least, breaks), Infinity);
};

test(
  `presolve refutes none of ${presolved} problems that has a plan, and no bound is above the best`,
  { timeout: full ? 1_200_000 : 240_000 },
  () => {
    let refuted = 0;
    for (let seed = 1_001; seed <= 1_000 + presolved; seed += 1) {
      const facts = randomPairs(randomFrom(seed));
      const problem = pairProblemOf(facts);
      if (problem === null) throw new Error(`Seed ${seed} draws no problem of pairs.`);
      const reduced = presolve(problem, { least: 0, most: facts.meetings.length });
      const best = bestOf(facts);
      if (!reduced.feasible) {
        refuted += 1;
        expect([seed, best]).toEqual([seed, null]);
      } else if (best !== null) expect([seed, breakBound(reduced.days, problem.capacity) <= best]).toEqual([seed, true]);
    }
    expect(refuted).toBeGreaterThan(presolved / 20);
  },
);

test(`${proven} problems are decided as trying every plan does`, { timeout: full ? 1_800_000 : 240_000 }, async () => {
  let infeasible = 0;
  for (let seed = 101; seed <= 100 + proven; seed += 1) {
    const facts = randomPairs(randomFrom(seed));
    const best = bestOf(facts);
    if (best === null) infeasible += 1;
    const proof = await provePlan(facts, { seed, seconds: 60, threads: 1 + (seed % 2) });
    expect([seed, proof?.status, proof?.value]).toEqual([seed, best === null ? 'infeasible' : 'optimal', best]);
    expect([seed, violationsOf(facts, proof?.placements ?? [])]).toEqual([seed, []]);
    if (best !== null) expect(valueOf(facts, proof?.placements ?? [])).toMatchObject({ placed: facts.meetings.length, breaks: best });
  }
  expect(infeasible).toBeGreaterThan(0);
});
