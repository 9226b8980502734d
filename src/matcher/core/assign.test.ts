import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { assign, balanceOf, listsAt, valueOf, type Suggestions } from './assign.ts';

const step = 0.001;
const counts = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: length, maxLength: length }).map((list) => Int32Array.from(list));
/** Up to ten edges among four needs and three offers: few enough to try all. */
const small: fc.Arbitrary<Suggestions> = fc
  .record({
    edges: fc.uniqueArray(fc.record({ need: fc.nat(3), offer: fc.nat(2), value: fc.integer({ min: 1, max: 100 }) }), {
      selector: ({ need, offer }) => `${need} ${offer}`,
      maxLength: 10,
    }),
    ...{ perNeed: counts(4), perOffer: counts(3), firstBonus: fc.constantFrom(0, 40, 1_000) },
  })
  .map(({ edges, ...rest }) => ({
    ...rest,
    needs: Int32Array.from(edges, ({ need }) => need),
    offers: Int32Array.from(edges, ({ offer }) => offer),
    values: Float64Array.from(edges, ({ value }) => value),
  }));

const isWithin = (given: Suggestions, taken: Uint8Array): boolean => {
  const [byNeed, byOffer] = [given.perNeed.slice(), given.perOffer.slice()];
  for (const [edge, is] of taken.entries()) {
    const [need, offer] = [given.needs[edge] ?? 0, given.offers[edge] ?? 0];
    byNeed[need] = (byNeed[need] ?? 0) - is;
    byOffer[offer] = (byOffer[offer] ?? 0) - is;
  }
  return [...byNeed, ...byOffer].every((left) => left >= 0);
};

const best = (given: Suggestions): number => {
  let most = 0;
  for (let chosen = 0; chosen < 2 ** given.needs.length; chosen += 1) {
    const taken = Uint8Array.from(given.needs, (_, edge) => (chosen >> edge) & 1);
    if (isWithin(given, taken)) most = Math.max(most, valueOf(given, taken));
  }
  return most;
};

test('nobody gets more than they can meet, the value is the best there is, and the bound proves it', () => {
  fc.assert(
    fc.property(small, (given) => {
      const { taken, value, bound } = assign(given, step);
      const most = best(given);
      expect(isWithin(given, taken)).toBe(true);
      expect(bound).toBeGreaterThanOrEqual(most - 1e-6);
      expect(bound - value).toBeLessThanOrEqual(step * (given.needs.length + 1));
      expect(value).toBeCloseTo(most, 1);
      expect(assign(given, step)).toEqual({ ...assign(given, step) });
    }),
    { numRuns: rounds(300) },
  );
});

test('between each list for itself and balance, fewer ask in vain and more are served', () => {
  // Ten needs all like the first offer best; it can meet two.
  const pairs = Array.from({ length: 10 }, (_, need) =>
    [0, 1, 2, 3, 4].map((offer) => ({ need, offer, value: offer === 0 ? 90 : 50 + need + offer })),
  ).flat();
  const given: Suggestions = {
    needs: Int32Array.from(pairs, ({ need }) => need),
    offers: Int32Array.from(pairs, ({ offer }) => offer),
    values: Float64Array.from(pairs, ({ value }) => value),
    perNeed: new Int32Array(10).fill(1),
    perOffer: new Int32Array(5).fill(2),
    firstBonus: 100,
  };
  const { prices, taken } = assign(given, step);
  const alone = balanceOf(given, listsAt(given, prices, 0));
  expect(alone).toMatchObject({ value: 900, inVain: 8, needsWithout: 8, offersWithout: 4, mostAsked: 10 });
  expect(balanceOf(given, taken)).toMatchObject({ inVain: 0, needsWithout: 0, offersWithout: 0, mostAsked: 2 });
  expect(balanceOf(given, listsAt(given, prices, 0.5)).inVain).toBeLessThanOrEqual(8);
});
