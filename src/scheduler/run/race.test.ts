import { expect, test } from 'vitest';
import { encode } from '../core/pairs/encode.ts';
import { pairProblemOf } from '../core/pairs/pair-problem.ts';
import { presolve } from '../core/pairs/presolve.ts';
import { factsFrom } from '../core/sample-facts.ts';
import type { ClaspThread } from './clasp-thread.ts';
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

test('a race that is over asks nothing more and starts no other thread, however long its last question takes', async () => {
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
    seed: 1,
    bound: 0,
    first: null,
    another: () => null,
    threads: 1,
    start: () => {
      started += 1;
      return never;
    },
    signal: halt.signal,
    onBound: () => undefined,
    onPlan: () => undefined,
  });
  halt.abort();
  work(1_700);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(started).toBe(1);
});
