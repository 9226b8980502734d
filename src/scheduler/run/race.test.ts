import { expect, test } from 'vitest';
import { fullTest } from '#platform/full-size.ts';
import type { Climber } from '../core/pairs/climb.ts';
import { encode } from '../core/pairs/encode.ts';
import { pairProblemOf } from '../core/pairs/pair-problem.ts';
import { presolve } from '../core/pairs/presolve.ts';
import { allPlans, randomPairs } from '../core/pairs/pairs-fixture.ts';
import { randomFrom } from '../core/random.ts';
import { factsFrom } from '../core/facts-fixture.ts';
import { startClasp, type ClaspThread } from './clasp-thread.ts';
import { raceToProof } from './race.ts';

/** Uses up the processor: budgets are in its time. */
const work = (milliseconds: number): void => {
  const from = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  while (spent() < milliseconds);
};

/** Always out of time: what is decided beside it is decided by clasp. */
const slow: Climber = { ask: () => null };

const problems = process.env['HANSA_ROUNDS'] === undefined ? 1 : 6;

test('clasp alone decides small problems as trying every plan does', async () => {
  let decided = 0;
  for (let seed = 1; decided < problems; seed += 1) {
    const facts = randomPairs(randomFrom(seed));
    const problem = pairProblemOf(facts);
    const range = { least: 0, most: facts.meetings.length };
    const reduced = problem === null ? null : presolve(problem, range);
    // The rule of fairness is kept by cases of the range, which are not drawn here.
    if (reduced?.feasible !== true || facts.maxBreakSpread !== null) continue;
    const threads: ClaspThread[] = [];
    const halt = new AbortController();
    const finish = await raceToProof({
      problem: reduced.problem,
      range,
      encoded: encode(reduced.problem, reduced.days),
      climber: slow,
      seed,
      bound: 0,
      another: () => Promise.resolve(null),
      threads: 1 + (seed % 2),
      start: () => {
        const thread = startClasp();
        threads.push(thread);
        return thread;
      },
      isAnswered: () => false,
      signal: halt.signal,
      onBound: () => undefined,
      onPlan: () => undefined,
    });
    halt.abort();
    for (const thread of threads) thread.stop();
    const plans = allPlans(facts);
    const best = plans.length === 0 ? null : Math.min(...plans.map(({ breaks }) => breaks));
    expect([seed, finish.kind === 'optimal' ? finish.value : null]).toEqual([seed, best]);
    expect(threads.length).toBeGreaterThan(0);
    decided += 1;
  }
});

fullTest('a race that is over asks nothing more and starts no other thread, however long its last question takes', async () => {
  const facts = factsFrom({
    participants: [{}, {}, {}],
    meetings: [
      { participants: [0, 1], must: true },
      { participants: [0, 2], must: true },
    ],
  });
  const problem = pairProblemOf(facts);
  const range = { least: 0, most: 1 };
  const reduced = problem === null ? null : presolve(problem, range);
  if (reduced?.feasible !== true) throw new Error('The sample is a feasible problem of pairs.');
  const never: ClaspThread = { ask: () => new Promise(() => undefined), hasAnswered: () => false, stop: () => undefined };
  const halt = new AbortController();
  let started = 0;
  void raceToProof({
    problem: reduced.problem,
    range,
    encoded: encode(reduced.problem, reduced.days),
    climber: slow,
    seed: 1,
    bound: 0,
    another: () => Promise.resolve(null),
    threads: 1,
    isAnswered: () => false,
    start: () => {
      started += 1;
      return never;
    },
    signal: halt.signal,
    onBound: () => undefined,
    onPlan: () => undefined,
  });
  // Our own solver is out of time, clasp asked, and then all is over.
  await new Promise((resolve) => setTimeout(resolve, 100));
  halt.abort();
  work(1_700);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(started).toBe(1);
});
