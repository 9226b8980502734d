// A stock in which some say something else: the same, number by number, as one made anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { unstated } from './model.ts';
import { bestFor } from './rank.ts';
import type { Reading } from './read.ts';
import { stockAfter, stockOf, type ReadProfile, type Stock } from './stock.ts';

const texts: fc.Arbitrary<Reading> = fc
  .dictionary(fc.integer({ min: 0, max: 30 }).map(String), fc.integer({ min: 1, max: 9 }))
  .map((terms) => {
    const ids = Int32Array.from(Object.keys(terms), Number).sort();
    return {
      ids,
      weights: Float32Array.from(ids, (id) => (terms[id] ?? 0) / 7),
      han: 0,
      quotes: new Map(),
      wide: new Map(),
      near: new Set(),
    };
  });
const profiles: fc.Arbitrary<readonly ReadProfile[]> = fc
  .array(fc.record({ needs: texts, offers: texts }), { minLength: 41, maxLength: 60 })
  .map((all) => all.map((one, at) => ({ profile: unstated(String(at)), ...one })));
const changes = fc.array(fc.record({ at: fc.nat(40), needs: fc.option(texts), offers: fc.option(texts) }), { maxLength: 4 });

/** A need as they are drawn, in order to be compared with all. */
const asking = fc.sample(texts, { numRuns: 6, seed: 1 }).map((needs, at): ReadProfile => ({
  ...{ profile: unstated(`asks ${at}`), needs, offers: needs },
}));

/** All that is told by a stock: how rare each term is, what whole texts sum to, and whom anybody is told of, to the last digit. */
const numbersOf = (stock: Stock) => ({
  said: Array.from(stock.held, (holders, term) => (holders > 0 ? [term, holders, stock.rareness[term]] : [])),
  ...{ profiles: stock.profiles, spoken: stock.spoken, meanLength: stock.meanLength },
  lengths: [stock.offerLengths, stock.needLengths],
  best: asking.map((own) => bestFor(stock, own, { top: 60 })),
});
/** Terms that nobody has any more may stand at the end. */
const shortened = ({ said, ...rest }: ReturnType<typeof numbersOf>) => ({ ...rest, said: said.filter((one) => one.length > 0) });

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
        expect(shortened(numbersOf(stock))).toEqual(shortened(numbersOf(stockOf(now))));
      }
      expect(shortened(numbersOf(stockAfter(stock, now.slice(1))))).toEqual(shortened(numbersOf(stockOf(now.slice(1)))));
    }),
    { numRuns: rounds(100) },
  );
});
