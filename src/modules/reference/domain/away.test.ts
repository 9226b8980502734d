import { expect, test } from 'vitest';
import { kilometresAway } from './away.ts';

const springfieldMassachusetts = { latitude: 42.1, longitude: -72.59 };

test('a place is told with its distance from the position that a file gives, and without one where it gives none', () => {
  expect(kilometresAway({ latitude: 39.8, longitude: -89.64 }, springfieldMassachusetts)).toBe(1452);
  expect(kilometresAway({ latitude: null, longitude: 1 }, springfieldMassachusetts)).toBeNull();
});
