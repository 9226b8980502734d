import { expect, test } from 'vitest';
import { inOrderOfWeight } from './problem-kinds.ts';

test('what asks for an answer comes before what was put right, and that before what is only worth knowing', () => {
  const counts = { 'reference.one_way': 624, 'reference.country_misspelt': 3, 'reference.homonym': 2, 'reference.self_tie': 0 };
  expect(inOrderOfWeight(counts)).toEqual(['reference.homonym', 'reference.country_misspelt', 'reference.one_way']);
});

test('kinds that are not known here come last', () => {
  expect(inOrderOfWeight({ 'files.odd': 1, 'reference.one_way': 1 })).toEqual(['reference.one_way', 'files.odd']);
});
