import { expect, test } from 'vitest';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import { givenTo, hasHosts } from './hosts.ts';
import { pairProblemOf } from './pair-problem.ts';

const problemOf = (people: number, pairs: readonly (readonly [number, number])[]) => {
  const facts = factsFrom({
    slots: slotsOf(4),
    participants: Array.from({ length: people }, () => ({})),
    meetings: pairs.map((participants) => ({ participants: [...participants], must: true })),
    places: [{}],
  });
  return pairProblemOf(facts) ?? expect.fail('no problem of pairs');
};

test('whoever has most meetings not yet given takes them all, and every meeting is given once', () => {
  const problem = problemOf(5, [
    [0, 2],
    [0, 3],
    [0, 4],
    [1, 2],
    [1, 3],
  ]);
  const given = givenTo(problem);
  expect(given).toEqual([[0, 1, 2], [3, 4], [], [], []]);
  expect(hasHosts(problem, given)).toBe(true);
});

test('where everybody meets everybody, nobody hosts all of theirs but the first, and hosts are not counted', () => {
  const everybody = [0, 1, 2, 3, 4].flatMap((a) => [0, 1, 2, 3, 4].flatMap((b): [number, number][] => (a < b ? [[a, b]] : [])));
  const problem = problemOf(5, everybody);
  const given = givenTo(problem);
  expect(given.flat().sort((x, y) => x - y)).toEqual(everybody.map((_, meeting) => meeting));
  expect(hasHosts(problem, given)).toBe(false);
});
