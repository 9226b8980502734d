// The verifier rejects every plan made wrong, and names the rule that was broken and the meeting that breaks it.
// `npm run trust -- plans` breaks ten thousand plans, `npm test` several hundred.
import { expect, test } from 'vitest';
import { violationsOf } from '#scheduler/core/verify.ts';
import { mutations } from '../../fixtures/drawn/plan-mutations.ts';
import { drawnPlan } from '../../fixtures/drawn/random-plans.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const wanted = full ? 10_000 : 60;

test(`the verifier rejects each of ${wanted} mutated plans by the rule it breaks`, { timeout: full ? 1_200_000 : 240_000 }, () => {
  const names = Object.keys(mutations);
  const counts = new Map(names.map((name) => [name, 0]));
  let broken = 0;
  for (let seed = 1; broken < wanted; seed += 1) {
    const drawn = drawnPlan(seed);
    if (violationsOf(drawn.facts, drawn.placements).length > 0) throw new Error(`The plan of seed ${seed} is wrong before it is mutated.`);
    const name = names.reduce((a, b) => ((counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a));
    // The rarest one first, and another one where it cannot be tried.
    for (const tried of [name, names[seed % names.length] ?? name]) {
      const one = drawn.placements[drawn.random.below(drawn.placements.length)];
      const mutated = one === undefined ? null : mutations[tried]?.(drawn, one);
      if (mutated === null || mutated === undefined) continue;
      broken += 1;
      counts.set(tried, (counts.get(tried) ?? 0) + 1);
      const named = violationsOf(mutated.facts, mutated.placements).filter(({ rule }) => rule === mutated.rule);
      expect([seed, tried, named.some(({ meetings }) => meetings.includes(mutated.meeting))]).toEqual([seed, tried, true]);
    }
  }
  expect([...counts].filter(([, count]) => count < Math.floor(wanted / 200))).toEqual([]);
});
