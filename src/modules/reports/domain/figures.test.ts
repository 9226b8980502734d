import { expect, test } from 'vitest';
import { hashOf } from '#modules/evidence/api/content-hash.ts';
import { figuresOf, printedSeal, type Figured } from './figures.ts';

const date = (text: string) => ({ text, qualifier: 'exact' as const });
const said = (first: string, differing: readonly string[]) => ({
  ...{ kind: 'said' as const, standing: 'known', attribute: 'established', cityId: null },
  shown: {
    first: { value: { type: 'date' as const, date: date(first) } },
    differing: differing.map((text) => ({ value: { type: 'date' as const, date: date(text) } })),
  },
});
const outcome = (value: string) => ({
  ...{ kind: 'outcome' as const, standing: 'reported' },
  outcome: {
    ...{ id: 'deals', kind: 'deal', partOf: null },
    figures: [
      {
        stage: 'potential',
        amount: { value, currency: 'GBP' },
        count: '45',
        qualifier: 'exact',
        countQualifier: 'exact',
        assurance: 'reported',
      },
    ],
  },
});
const report = (facts: Partial<Figured>): Figured => ({ slug: 'liverpool-gb--shanghai-cn', entries: [], totals: [], ...facts });
const seal = (facts: Partial<Figured>): string => printedSeal(hashOf(figuresOf(report(facts))));

test('the seal is of the figures alone: their order and whatever words stand beside them change nothing', () => {
  const one = seal({ entries: [said('1999-10-18', ['1980', '1979']), outcome('139000000')] });
  const other = seal({ entries: [outcome('139000000'), { ...said('1999-10-18', ['1979', '1980']) }] });
  expect(one).toBe(other);
  expect(one).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/);
});

test('every other figure, date, standing or stage has another seal', () => {
  const base = { entries: [said('1999-10-18', []), outcome('139000000')] };
  const others: readonly Partial<Figured>[] = [
    { entries: [said('1999-10-19', []), outcome('139000000')] },
    { entries: [said('1999-10-18', ['1999-10-19']), outcome('139000000')] },
    { entries: [said('1999-10-18', []), outcome('139000001')] },
    { entries: [said('1999-10-18', [])] },
    { slug: 'liverpool-gb--york-gb', ...base },
  ];
  expect(new Set([base, ...others].map(seal)).size).toBe(others.length + 1);
});
