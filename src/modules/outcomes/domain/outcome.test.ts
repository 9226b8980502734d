import { expect, test } from 'vitest';
import { seenFrom } from './outcome.ts';

const [liverpool, shanghai] = [{ id: 'liverpool' }, { id: 'shanghai' }];

test('an investment is inward to the city that receives it and outward to the one that gives it', () => {
  const investment = { fromCity: shanghai, toCity: liverpool };
  expect(['liverpool', 'shanghai', 'odense'].map((city) => seenFrom(investment, city))).toEqual(['inward', 'outward', null]);
});

test('where one end is not known nobody is told inward or outward', () => {
  expect(seenFrom({ fromCity: null, toCity: liverpool }, 'liverpool')).toBeNull();
  expect(seenFrom({ fromCity: shanghai, toCity: null }, 'shanghai')).toBeNull();
});
