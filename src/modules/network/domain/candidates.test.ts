import { expect, test } from 'vitest';
import { hasSize, rankCandidates, reasonsFor, type CandidateFacts, type OwnFacts } from './candidates.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';

const id = (name: string): TieCityId => name as TieCityId;
const nothing = { strengths: [], practices: [], challenges: [] };
const own: OwnFacts = {
  country: 'GB',
  countries: new Set(['CN', 'DE']),
  published: { strengths: ['culture'], practices: [], challenges: ['health'] },
  population: 500_000,
};
const candidate = (name: string, facts: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id: id(name),
  slug: name,
  country: 'DE',
  shared: [],
  published: nothing,
  seeks: null,
  population: null,
  ...facts,
});

test('every point has its reason: shared sisters, what one solves for the other, a like strength, size and country', () => {
  const odense = candidate('odense-dk', {
    country: 'DK',
    shared: [id('cork'), id('cologne')],
    published: { strengths: ['culture'], practices: ['health'], challenges: ['culture'] },
    population: 260_000,
  });
  expect(reasonsFor(odense, own).map(({ kind, points, domain, count }) => [kind, points, domain, count])).toEqual([
    ['shared_sisters', 4, null, 2],
    ['answers_ours', 3, 'health', 0],
    ['we_answer', 3, 'culture', 0],
    ['strength_alike', 2, 'culture', 0],
    ['size_alike', 1, null, 0],
    ['country_new', 1, null, 0],
  ]);
  expect(reasonsFor(candidate('nowhere'), own)).toEqual([]);
});

test('a city that looks for a partner like us says so itself, with what it is about', () => {
  const [reason] = reasonsFor(candidate('odense-dk', { seeks: ['health', 'trade'] }), own);
  expect(reason).toMatchObject({ kind: 'seeks_partner', points: 4, domains: ['health', 'trade'] });
  expect(reasonsFor(candidate('odense-dk', { seeks: [] }), own)).toHaveLength(1);
});

test('a hub that is tied with everybody counts for five shared sisters at most', () => {
  const many = candidate('hub', { shared: Array.from({ length: 30 }, (_, at) => id(`sister ${at}`)) });
  expect(reasonsFor(many, own)[0]).toMatchObject({ points: 10, count: 30 });
});

test('more points go first, then more shared sisters, then those nearest in size, then the order of addresses', () => {
  const [six, seven] = [6, 7].map((count) => ({ shared: Array.from({ length: count }, (_, at) => id(`sister ${at}`)) }));
  const ranked = rankCandidates(
    [
      ...[candidate('a', six), candidate('c', seven), candidate('b', seven), candidate('z', { country: 'DK' })],
      ...[candidate('y', { ...seven, population: 20_000_000 }), candidate('x', { ...seven, population: 9_000_000 })],
    ],
    own,
  );
  expect(ranked.map(({ facts, points }) => [facts.slug, points])).toEqual([
    ['x', 10],
    ['y', 10],
    ['b', 10],
    ['c', 10],
    ['a', 10],
    ['z', 1],
  ]);
});

test('a city whose people nobody counted is of no size', () => {
  expect(hasSize(null, 'small', 500_000)).toBe(false);
  expect(hasSize(99_999, 'small', null)).toBe(true);
  expect(hasSize(100_000, 'middle', null)).toBe(true);
  expect(hasSize(250_000, 'alike', 500_000)).toBe(true);
  expect(hasSize(249_999, 'alike', 500_000)).toBe(false);
  expect(hasSize(250_000, 'alike', null)).toBe(false);
});
