import { expect, test } from 'vitest';
import { choicesText, tellChoices } from './choices.ts';

const words = {
  place: ({ name, country, inhabitants }: { name: string; country: string; inhabitants: number | null }) =>
    `${name} in ${country}${inhabitants === null ? '' : ` with ${inhabitants}`}`,
  more: (count: number) => `${count} more`,
  between: ' / ',
};
const springfield = (geonamesId: number, region: string, population: number) => ({
  ...{ geonamesId, name: 'Springfield', region, country: 'US', population },
});
const santaCruz = (geonamesId: number, population: number) => ({ geonamesId, name: 'Santa Cruz', country: 'PH', population });

test('namesakes are told by their state, and how many more there are', () => {
  const text = choicesText([
    springfield(1, 'MO', 9),
    springfield(2, 'MA', 8),
    springfield(3, 'IL', 7),
    springfield(4, 'OR', 6),
    springfield(5, 'OH', 5),
  ]);
  expect(tellChoices(text, words)).toBe('Springfield, MO in US / Springfield, MA in US / Springfield, IL in US / 2 more');
  expect(tellChoices(choicesText([springfield(1, 'MO', 9)], 26), words)).toBe('Springfield, MO in US / 25 more');
});

test('where no state is known they are told by their inhabitants, and only they', () => {
  const text = choicesText([santaCruz(1, 900), santaCruz(2, 80), springfield(3, 'IL', 7)]);
  expect(tellChoices(text, words)).toBe('Santa Cruz in PH with 900 / Santa Cruz in PH with 80 / Springfield, IL in US');
});

test('a place stands once where nothing tells it from another; texts without inhabitants and empty ones are told, too', () => {
  expect(tellChoices('Springfield (US, 1); Springfield (US, 2)', words)).toBe('Springfield in US');
  expect(tellChoices('', words)).toBe('');
});
