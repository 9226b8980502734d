import path from 'node:path';
import { expect, test } from 'vitest';
import { among, found, isOpenHalf, ranked, readPairs } from './match-pairs.ts';

const fixture = (name: string) => readPairs(path.resolve(import.meta.dirname, `../tests/fixtures/${name}.json`));

test('of the written pairs, also of those that nobody looked at, nine of ten needs find a right offer among the first five, in either language', () => {
  const pairs = fixture('match-pairs');
  const ranking = ranked(pairs);
  for (const half of [isOpenHalf, (need: string): boolean => !isOpenHalf(need)]) {
    const { needs, hit5, hit5Across, reciprocalRank, trapped } = found(pairs, ranking, half);
    expect(needs).toBe(150);
    expect(hit5).toBeGreaterThanOrEqual(0.92);
    expect(hit5Across).toBeGreaterThanOrEqual(0.9);
    expect(reciprocalRank).toBeGreaterThanOrEqual(0.88);
    expect(trapped).toBeLessThanOrEqual(0.1);
  }
});

test('so are offers in the other language of trades that the words were not written for: furniture, toys, lifts, looms, optics, museums', () => {
  const pairs = among(fixture('match-pairs-trades'), fixture('match-pairs'));
  const { needs, hit5, reciprocalRank, trapped } = found(pairs, ranked(pairs), () => true);
  expect(needs).toBe(90);
  expect(hit5).toBeGreaterThanOrEqual(0.95);
  expect(reciprocalRank).toBeGreaterThanOrEqual(0.92);
  expect(trapped).toBeLessThanOrEqual(0.05);
});
