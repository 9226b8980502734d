import { expect, test } from 'vitest';
import { randomFrom } from '../random.ts';
import { climberOf } from './climb.ts';
import { encode } from './encode.ts';
import { breaksOfEach } from './neighbourhood.ts';
import { pairProblemOf } from './pair-problem.ts';
import { presolve } from './presolve.ts';
import { allPlans, randomPairs } from './pairs-fixture.ts';

test('tells for every number of breaks whether there is a plan with no more of them', () => {
  const limits = { conflicts: Infinity, shouldStop: () => false };
  let climbed = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const facts = { ...randomPairs(randomFrom(seed)), maxBreakSpread: null };
    const problem = pairProblemOf(facts);
    if (problem === null) throw new Error(`Seed ${seed} draws no problem of pairs.`);
    const reduced = presolve(problem, { least: 0, most: facts.meetings.length });
    if (!reduced.feasible) continue;
    const plans = allPlans(facts);
    const climber = climberOf(encode(reduced.problem, reduced.days));
    for (let most = 0; most <= facts.meetings.length; most += 1) {
      const answer = climber.ask(most, limits);
      const isThere = plans.some(({ breaks }) => breaks <= most);
      expect([seed, most, Array.isArray(answer)]).toEqual([seed, most, isThere]);
      if (typeof answer === 'string') expect(answer === 'never' && plans.length > 0).toBe(false);
      else if (answer !== null) {
        expect(plans.map(({ slots }) => slots)).toContainEqual(answer);
        expect(breaksOfEach(problem, answer).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(most);
      }
    }
    climbed += 1;
  }
  expect(climbed).toBeGreaterThan(100);
});
