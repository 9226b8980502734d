import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { foundOnPairs } from './method.ts';

test('the figures that a researcher reads are those that the benchmark wrote last', () => {
  const written = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/benchmarks/match.md'), 'utf8');
  const rows = written
    .split('\n')
    .filter((line) => /^\| (this matcher|BM25), half/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, , , first, across, rank, trap]) => ({ first, across, rank, trap }))).toEqual(
    foundOnPairs.map(({ first, across, rank, trap }) => ({ first, across, rank, trap })),
  );
});
