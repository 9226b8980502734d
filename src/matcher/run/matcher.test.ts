// The matcher as a whole, on the words of the product: what must hold of every score, and what words are read as.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { matchOf, quotedProfile } from '../core/explain.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { unstated, type Between, type Passage, type Profile } from '../core/model.ts';
import { bestFor } from '../core/rank.ts';
import { readProfile, stockOf } from '../core/stock.ts';
import { loadLexicon } from './load-lexicon.ts';

const said: readonly string[] = [
  ...[
    'shore power for ferries',
    'cold chain trucks',
    'flood protection',
    'river bank',
    'bank loans',
    'desulphurisation of flue gas',
    'care homes',
  ],
  ...[
    '码头岸电',
    '冷链运输',
    '防洪',
    '河岸加固',
    '银行贷款',
    '烟气脱硫',
    '养老院',
    '储能电站',
    '居民储蓄',
    'grid batteries',
    'savings accounts',
  ],
  ...[
    'we seek suppliers',
    '寻求合作',
    'botanical garden plants',
    'chemical plant',
    'museum exhibits',
    '博物馆展陈',
    'waste sorting',
    '垃圾分类',
  ],
];
const passage = (text: string, title = ''): Passage => ({ language: null, title, text });
const wording = fc
  .array(fc.constantFrom(...said), { minLength: 1, maxLength: 4 })
  .map((words) => passage(words.slice(1).join('. '), words[0]));
const keys = fc.subarray(['energy', 'health', 'ports']);
const profile: fc.Arbitrary<Profile> = fc.record({
  ...{ id: fc.constant(''), needs: fc.array(wording, { maxLength: 2 }), offers: fc.array(wording, { maxLength: 2 }) },
  ...{
    needTopics: keys,
    offerTopics: keys,
    wantedMarkets: keys,
    markets: keys,
    wantedSizes: keys,
    size: fc.constantFrom(null, 'energy'),
    languages: keys,
  },
});
const between: fc.Arbitrary<Between> = fc.record({
  ...{ stance: fc.constantFrom(null, 'must' as const, 'no' as const), metBefore: fc.boolean() },
  ...{ accepted: fc.nat(5), answered: fc.constantFrom(0, 5, 9) },
});

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon({ local: '# own\nfesta do peixe = 鱼类节' });
});
const stockFrom = (profiles: readonly Profile[]) => stockOf(profiles.map((each) => readProfile(lexicon, each)));

describe('whatever is compared', () => {
  test('reasons sum to the score, either side sees the same one, and the best of many are those of each pair', () => {
    fc.assert(
      fc.property(
        fc.array(profile, { minLength: 2, maxLength: 12 }),
        fc.array(between, { minLength: 12, maxLength: 12 }),
        fc.nat(5),
        (drawn, known, top) => {
          const all = drawn.map((each, at) => ({ ...each, id: `profile ${at}` }));
          const stock = stockFrom(all);
          const [own] = all;
          if (own === undefined) return;
          const pairs = all.slice(1).map((other, before) => {
            const sides = [quotedProfile(lexicon, own), quotedProfile(lexicon, other)] as const;
            const one = matchOf(lexicon, stock, sides, { between: known[before + 1] ?? null });
            const turned = matchOf(lexicon, stock, [sides[1], sides[0]], { between: known[before + 1] ?? null });
            expect(one.reasons.reduce((sum, { value }) => sum + value, 0)).toBe(one.score);
            expect(Math.abs(turned.score - one.score)).toBeLessThanOrEqual(1);
            return { at: before + 1, score: one.score, stance: known[before + 1]?.stance ?? null };
          });
          const best = bestFor(stock, readProfile(lexicon, own), { top: top + 1, between: (at) => known[at] ?? null });
          // Leaders first, then by score; below half a point nothing is told.
          const rank = (stance: Between['stance'], score: number): number => (stance === 'must' ? 1e6 : 0) + score;
          const told = best.map(({ at, score }) => rank(known[at]?.stance ?? null, score)).filter((value) => value >= 0.5);
          const expected = pairs
            .filter(({ stance, score }) => stance !== 'no' && rank(stance, score) > 0)
            .map(({ stance, score }) => rank(stance, score));
          const first = expected.sort((a, b) => b - a).slice(0, top + 1);
          expect(told.length).toBe(first.length);
          told.forEach((value, at) => {
            expect(Math.abs(value - (first[at] ?? 0))).toBeLessThanOrEqual(0.5);
          });
        },
      ),
      { numRuns: rounds(60) },
    );
  });

  test('a quoted word that is taken out lowers the score', () => {
    fc.assert(
      fc.property(wording, wording, fc.array(wording, { maxLength: 5 }), (need, offer, others) => {
        const own = { ...unstated('need'), needs: [need] };
        const profiles = [offer, ...others].map((each, at) => ({ ...unstated(`offer ${at}`), offers: [each] }));
        const stock = stockFrom(profiles);
        const score = (seeks: Profile) =>
          matchOf(lexicon, stock, [quotedProfile(lexicon, seeks), quotedProfile(lexicon, profiles[0] ?? own)]);
        const whole = score(own);
        const quoted = whole.reasons.flatMap(({ words }) => words).filter((words) => `${need.title} ${need.text}`.includes(words));
        for (const words of quoted) {
          const without = { ...need, title: need.title.replaceAll(words, ' '), text: need.text.replaceAll(words, ' ') };
          expect(score({ ...own, needs: [without] }).score).toBeLessThan(whole.score);
        }
      }),
      { numRuns: rounds(100) },
    );
  });
});

const offers: Readonly<Record<string, readonly [string, string]>> = {
  岸电: ['码头岸电系统', '为停靠船舶供电，减少港口排放'],
  river: ['River bank protection', 'Geotextile mattresses for eroding banks'],
  loans: ['Bank credit for exporters', 'Working capital loans for small companies'],
  储蓄: ['居民储蓄', '存款业务'],
  batteries: ['Grid batteries', 'Large batteries that even out peaks in the network'],
  garden: ['Plants for botanical gardens', 'Nursery with two thousand species'],
  works: ['Turnkey chemical plant', 'We build plants for the chemical industry'],
  水闸: ['防洪闸', '内涝防治与城市排水'],
  festival: ['鱼类节', '每年九月'],
};
const firstFor = (title: string, text = ''): string | undefined => {
  const names = Object.keys(offers);
  const stock = stockFrom(names.map((name) => ({ ...unstated(name), offers: [passage(offers[name]?.[1] ?? '', offers[name]?.[0])] })));
  const [best] = bestFor(stock, readProfile(lexicon, { ...unstated('need'), needs: [passage(text, title)] }), { top: 1 });
  return names[best?.at ?? -1];
};

test.each([
  ['Power for ferries at berth', 'cold ironing', '岸电'],
  ['寻求储能系统', '用于工业园区削峰填谷', 'batteries'],
  ['A bank for our exporters', 'loans for small firms', 'loans'],
  ['A bank is washed away', 'the river takes it', 'river'],
  ['Plants', 'for the palm house of our botanical garden', 'garden'],
  ['寻求化工厂总承包', '', 'works'],
  ['Flooding after heavy rain', 'drains overflow', '水闸'],
  ['Festa do peixe', '', 'festival'],
])('%s: %s finds %s first', (title, text, name) => {
  expect(firstFor(title, text)).toBe(name);
});
