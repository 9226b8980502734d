import { expect, test } from 'vitest';
import { hallForm } from './hall.ts';

test('a hall goes by number, by letter or by a name that needs no word beside it', () => {
  expect(['2', '5.1'].map(hallForm)).toEqual(['number', 'number']);
  expect(['A', 'B2', 'NH'].map(hallForm)).toEqual(['letter', 'letter', 'letter']);
  expect(['西厅', 'A馆', 'North Hall', 'hall 3'].map(hallForm)).toEqual(['named', 'named', 'named', 'named']);
});
