// A stock in which some say something else: the same, number by number, as one made anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unstated } from './model.ts';
import type { Terms } from './read.ts';
import { stockAfter, stockOf, type ReadProfile, type Stock } from './stock.ts';

const texts: fc.Arbitrary<Terms> = fc
  .dictionary(fc.integer({ min: 0, max: 30 }).map(String), fc.integer({ min: 1, max: 9 }))
  .map((terms) => {
    const ids = Int32Array.from(Object.keys(terms), Number).sort();
    return { ids, weights: Float32Array.from(ids, (id) => (terms[id] ?? 0) / 7), han: 0 };
  });
const profiles: fc.Arbitrary<readonly ReadProfile[]> = fc
  .array(fc.record({ needs: texts, offers: texts }), { minLength: 41, maxLength: 60 })
  .map((all) => all.map((one, at) => ({ profile: unstated(String(at)), ...one })));
const changes = fc.array(fc.record({ at: fc.nat(40), needs: fc.option(texts), offers: fc.option(texts) }), { maxLength: 4 });

/** Without terms that nobody has at the end: there a stock may go on further, and says nothing. */
const numbersOf = ({ offers, needs, rareness, profiles: of, ...rest }: Stock) => {
  const terms = [offers, needs].map(({ starts, holders, weights }) =>
    Array.from(starts.subarray(1), (end, term) => {
      const [from, to] = [starts[term] ?? 0, end];
      return { holders: [...holders.subarray(from, to)], weights: [...weights.subarray(from, to)], rareness: rareness[term] };
    }),
  );
  const said = terms.map((list) => list.map((one, term) => [term, one] as const).filter(([, one]) => one.holders.length > 0));
  return { said, of, ...rest };
};

test('a few that say something else, or nothing any more, make the same stock as all of them anew, one change after another', () => {
  fc.assert(
    fc.property(profiles, fc.array(changes, { maxLength: 3 }), (first, rounds) => {
      let [now, stock] = [first, stockOf(first)];
      for (const round of rounds) {
        now = now.map((profile, at) => {
          const change = round.find((one) => one.at === at);
          return change === undefined
            ? profile
            : { ...profile, needs: change.needs ?? profile.needs, offers: change.offers ?? profile.offers };
        });
        stock = stockAfter(stock, now);
        expect(numbersOf(stock)).toEqual(numbersOf(stockOf(now)));
      }
      expect(numbersOf(stockAfter(stock, now.slice(1)))).toEqual(numbersOf(stockOf(now.slice(1))));
    }),
    { numRuns: 100 },
  );
});
