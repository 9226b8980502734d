import { expect, test } from 'vitest';
import { inWorkingOrder } from './working-office.ts';

const offices = [
  { id: 'r', kind: 'register' },
  { id: 'c', kind: 'city' },
  { id: 'o', kind: 'organiser' },
  { id: 'p', kind: 'organiser' },
] as const;
const ids = (chosen: string | null) => inWorkingOrder(offices, chosen).map(({ id }) => id);

test('the office that was chosen stands first, else the organiser before the register; of one kind the order stays', () => {
  expect(ids(null)).toEqual(['o', 'p', 'r', 'c']);
  expect(ids('c')).toEqual(['c', 'o', 'p', 'r']);
  expect(ids('an office that was left')).toEqual(['o', 'p', 'r', 'c']);
});
