// What is learned is shrunk and capped, says nothing without answers, and leaves every bill with lines that sum to its score.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { sumOf } from './bill.ts';
import { indexOf, suggestFor } from './edition-index.ts';
import { factorOf, learnedOf, weightsWith, type Factors } from './learning.ts';
import { unsaid } from './side-fixture.ts';
import type { Side } from './side.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const human = (text: string) => ({ en: { text, origin: 'human' as const } });
const side = (id: string, facts: Partial<Side>): Side => ({
  ...{ ...unsaid, participantId: id as Side['participantId'], country: null, role: id.startsWith('b') ? 'buyer' : 'exhibitor' },
  ...facts,
});
const counts = (answeredWith: number, acceptedWith: number, answeredWithout: number, acceptedWithout: number) => ({
  ...{ answeredWith, acceptedWith, answeredWithout, acceptedWithout },
});

test('a handful of answers changes little, many change more, and never beyond half or twice', () => {
  expect(factorOf(counts(0, 0, 0, 0))).toBe(1);
  expect(factorOf(counts(50, 20, 50, 20))).toBe(1);
  expect(factorOf(counts(3, 3, 3, 0))).toBeLessThan(1.25);
  expect(factorOf(counts(300, 240, 300, 60))).toBe(2);
  expect(factorOf(counts(300, 0, 300, 240))).toBe(0.5);
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), (a, b, c, d) => {
      const factor = factorOf(counts(a + b, a, c + d, c));
      expect(factor).toBeGreaterThanOrEqual(0.5);
      expect(factor).toBeLessThanOrEqual(2);
    }),
    { seed: 7 },
  );
});

test('pairs are counted by what they have: a topic that one seeks and the other brings, a market, an earlier meeting', () => {
  const [b, e] = [
    side('b1', { needTopics: ['t'] as never, country: 'GB' }),
    side('e1', { offerTopics: ['t'] as never, markets: ['GB'], country: 'BR' }),
  ];
  const other = side('e2', { country: 'BR' });
  expect(
    learnedOf([
      { sides: [b, e], hasMet: false, isAccepted: true },
      { sides: [other, b], hasMet: true, isAccepted: false },
    ]),
  ).toEqual([
    { part: 'topics', ...counts(1, 1, 1, 0) },
    { part: 'market', ...counts(1, 1, 1, 0) },
    { part: 'met_before', ...counts(1, 0, 1, 1) },
  ]);
});

test('with other weights the lines still sum to the score; a topic that was accepted more often gives more', () => {
  const topics = ['t'] as never;
  const all = [
    side('b1', { need: human('Shore power for ferries'), needTopics: topics }),
    side('e1', { offer: human('Shore power'), offerTopics: topics, markets: ['GB'] }),
    side('e2', { offer: human('Shore power for ferries and ships') }),
  ];
  const wanted = { ownId: 'b1', excluded: [], met: ['e2'], role: null, top: 10, share: 0, slots: 6 };
  const free = { prices: new Map(), sharedOut: new Map() };
  const pointsWith = (factors: Factors) => {
    const { suggestions } = suggestFor(lexicon, indexOf(lexicon, all, { weights: weightsWith(factors) }), wanted, free);
    for (const { score, bill } of suggestions)
      if (score !== null) expect(sumOf(bill.sought) + sumOf(bill.brought) + sumOf(bill.both) + sumOf(bill.besides)).toBe(score);
    const lines = suggestions.flatMap(({ bill }) => [...bill.sought, ...bill.brought, ...bill.both, ...bill.besides]);
    return lines.filter(({ part }) => part === 'topics').reduce((sum, { value }) => sum + value, 0);
  };
  const usual = pointsWith({});
  expect(usual).toBeGreaterThan(0);
  expect(pointsWith({ topics: 2 })).toBeGreaterThan(usual);
  expect(pointsWith({ topics: 0.5, met_before: 2 })).toBeLessThan(usual);
});
