import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { givenTo, hasHosts } from '../core/pairs/hosts.ts';
import { pairProblemOf } from '../core/pairs/pair-problem.ts';
import { allPlans, randomPairs, randomSides } from '../core/pairs/pairs-fixture.ts';
import { randomFrom } from '../core/random.ts';
import { factsFrom } from '../core/facts-fixture.ts';
import { valueOf, violationsOf } from '../core/verify.ts';
import { instanceFacts } from '../core/dzn/instance-facts.ts';
import { provePlan } from './prove.ts';
import { sentenceOf } from './sentences.ts';

test('decides small problems as trying every plan does', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const facts = randomPairs(randomFrom(seed));
    const plans = allPlans(facts);
    const proof = await provePlan(facts, { seed, seconds: 60, threads: 1 + (seed % 2) });
    const best = plans.length === 0 ? null : Math.min(...plans.map(({ breaks }) => breaks));
    expect([seed, proof?.status, proof?.value]).toEqual([seed, best === null ? 'infeasible' : 'optimal', best]);
    expect(violationsOf(facts, proof?.placements ?? [])).toEqual([]);
    if (best !== null) expect(valueOf(facts, proof?.placements ?? [])).toMatchObject({ placed: facts.meetings.length, breaks: best });
  }
});

test('decides days of two sides, where tables are counted in hosts, as trying every plan does', async () => {
  let counted = 0;
  for (let seed = 1; seed <= 24; seed += 1) {
    const facts = randomSides(randomFrom(seed));
    const problem = pairProblemOf(facts);
    if (problem !== null && hasHosts(problem, givenTo(problem))) counted += 1;
    const plans = allPlans(facts);
    const proof = await provePlan(facts, { seed, seconds: 60, threads: 1 });
    const best = plans.length === 0 ? null : Math.min(...plans.map(({ breaks }) => breaks));
    expect([seed, proof?.status, proof?.value]).toEqual([seed, best === null ? 'infeasible' : 'optimal', best]);
    expect(violationsOf(facts, proof?.placements ?? [])).toEqual([]);
  }
  expect(counted).toBeGreaterThan(12);
});

test('says in words why there is no plan', async () => {
  const facts = factsFrom({
    participants: [{ unavailableSlots: [0, 1, 2] }, {}, {}],
    meetings: [{ participants: [0, 1] }, { participants: [0, 2] }],
  });
  const proof = await provePlan(facts, { seed: 1, seconds: 5, threads: 1 });
  expect(proof).toMatchObject({ status: 'infeasible', value: null, bound: null, placements: [] });
  expect(proof?.obstacles.map((obstacle) => sentenceOf(facts, obstacle))).toEqual([
    'Participant p0 has 2 meetings that have to share 1 slot.',
  ]);
});

test('facts that are no problem of pairs are not tried', async () => {
  const facts = factsFrom({ participants: [{}, {}, {}], meetings: [{ participants: [0, 1, 2] }] });
  expect(await provePlan(facts, { seed: 1, seconds: 5, threads: 1 })).toBeNull();
});

const instance = new URL('../../../../shared/data/b2b/forumt-14.original.dzn', import.meta.url);
const absent = !existsSync(instance);
if (absent) process.stdout.write('The published instances are not here (../shared/data/b2b): no proof of theirs is tested.\n');

test.skipIf(absent)(
  'proves the five breaks of forumt-14.original',
  async () => {
    const facts = instanceFacts(readFileSync(instance, 'utf8'));
    const standings: number[] = [];
    const proof = await provePlan(facts, { seed: 1, seconds: 60, threads: 2, onProgress: ({ bound }) => standings.push(bound) });
    expect(proof).toMatchObject({ status: 'optimal', value: 5, bound: 5 });
    expect(standings).toEqual([...standings].sort((a, b) => a - b));
  },
  180_000,
);
