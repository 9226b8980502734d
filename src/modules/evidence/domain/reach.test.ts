import { expect, test } from 'vitest';
import { noReach, reachProblems, sameReach, saysReach } from './reach.ts';

test('a sample is a part of those whom it stands for', () => {
  const problems = (sample: string | null, outOf: string | null) => reachProblems({ sample, outOf }).map(({ code }) => code);
  expect(problems('31', '217')).toEqual([]);
  expect(problems('31', null)).toEqual([]);
  expect(problems(null, null)).toEqual([]);
  expect(problems('218', '217')).toEqual(['evidence.sample_above_all']);
  expect(problems(null, '217')).toEqual(['evidence.sample_missing']);
  // Asked of whatever was sent: a field that is no number says so itself.
  expect([problems('0000-01-01', '217'), problems('31', 'all')]).toEqual([[], []]);
});

test('a reach of which nothing is said is none', () => {
  expect(saysReach(noReach)).toBe(false);
  expect(saysReach({ ...noReach, period: '2018' })).toBe(true);
  expect(sameReach(null, noReach)).toBe(true);
  expect(sameReach(null, { ...noReach, period: '2018' })).toBe(false);
});
