import path from 'node:path';
import { expect, test } from 'vitest';
import { found, isOpenHalf, ranked, readPairs } from './match-pairs.ts';

test('of the written pairs, also of those that nobody looked at, nine of ten needs find a right offer among the first five, in either language', () => {
  const pairs = readPairs(path.resolve(import.meta.dirname, '../tests/fixtures/match-pairs.json'));
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
