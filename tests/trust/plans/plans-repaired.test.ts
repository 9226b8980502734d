// Repairs of tiny plans beside the best of all plans there are. `npm run trust -- plans` repairs fifteen hundred.
import { expect, test } from 'vitest';
import { planGreedily } from '#scheduler/core/engines/greedy.ts';
import { randomFrom } from '#scheduler/core/random.ts';
import { repair } from '#scheduler/core/repair.ts';
import { bestRepair, compareWorth, randomChange, touchedBy, worthOf } from '#scheduler/core/changes-fixture.ts';
import { randomFacts } from '#scheduler/core/facts-fixture.ts';
import { validate } from '#scheduler/core/validate.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const plans = full ? 1_500 : 20;

test(
  `${plans} tiny plans are repaired as well as trying every plan does, but for one in a hundred; no bound on moves is wrong`,
  {
    timeout: full ? 600_000 : 240_000,
  },
  () => {
    let [compared, best, proven] = [0, 0, 0];
    for (let seed = 1; seed <= plans; seed += 1) {
      const random = randomFrom(seed);
      const facts = randomFacts(random, { people: 4, meetings: 5, slots: 4, places: 2 });
      if (!validate(facts).ok) continue;
      const before = planGreedily(facts, { seed, iterations: 100, patience: 60 }).placements;
      const { change, now } = randomChange(facts, random);
      const answer = repair(facts, before, [change], now);
      // A meeting that goes on where it now cannot be breaks rules for all plans alike.
      if (!answer.ok || answer.value.running.length > 0) continue;
      const after = answer.value;
      const touched = touchedBy(facts, after, before);
      const short = compareWorth(worthOf(after.facts, before, after.placements, touched), bestRepair(after, before, now, touched));
      const held = new Set(after.placements.map(({ meeting }) => meeting));
      const fewest = -bestRepair(after, before, now, touched, held)[3];
      expect([seed, short <= 0, after.fewestMoved <= fewest]).toEqual([seed, true, true]);
      compared += 1;
      if (short === 0) best += 1;
      if (after.moved.length === after.fewestMoved) proven += 1;
    }
    expect(compared).toBeGreaterThan(plans / 2);
    expect(best).toBeGreaterThanOrEqual(0.99 * compared);
    expect(proven).toBeGreaterThanOrEqual(0.95 * compared);
  },
);
