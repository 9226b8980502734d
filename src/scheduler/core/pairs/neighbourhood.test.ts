import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { valueOf } from '../verify.ts';
import { randomFrom } from '../random.ts';
import { breaksOfEach, neighbourhoodOf } from './neighbourhood.ts';
import { pairProblemOf, slotsIn } from './pair-problem.ts';
import { allPlans, randomPairs } from './pairs-fixture.ts';
import { seatAtTables } from './seat.ts';

test('a plan is among its neighbours, which open nothing that was closed, and the whole reach frees everything', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('people', 'hours'), (seed, share, kind) => {
      const random = randomFrom(seed);
      const facts = randomPairs(random);
      const problem = pairProblemOf(facts);
      const plans = allPlans(facts);
      if (problem === null || plans.length === 0) return;
      const { slots, breaks } = plans[random.below(plans.length)] ?? { slots: [], breaks: 0 };
      expect(breaksOfEach(problem, slots).reduce((sum, one) => sum + one, 0)).toBe(breaks);
      expect(valueOf(facts, seatAtTables(facts, slots)).breaks).toBe(breaks);
      const near = neighbourhoodOf(problem, slots, { kind, share, random });
      for (const [meeting, slot] of slots.entries()) {
        const open = slotsIn(near.domains[meeting]);
        expect(open).toContain(slot);
        expect(slotsIn(problem.domains[meeting])).toEqual(expect.arrayContaining(open));
      }
      const whole = neighbourhoodOf(problem, slots, { kind, share: 1, random });
      expect(whole.domains.map(slotsIn)).toEqual(problem.domains.map(slotsIn));
    }),
    { numRuns: rounds(300) },
  );
});
