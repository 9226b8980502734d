// Suggestions for everybody at once on drawn fairs where a few are wanted by many: how far from the best, and how long.
import { assign, balanceOf, listsAt, type Suggestions } from '../src/matcher/core/assign.ts';
import { randomFrom } from '../src/scheduler/core/random.ts';

/** Draws who may be suggested to whom: the offer of rank r as often as 1 in r to the power of three quarters. */
function fairFrom(
  seed: number,
  {
    sides,
    edges,
    perNeed,
    perOffer,
  }: { readonly sides: number; readonly edges: number; readonly perNeed: number; readonly perOffer: number },
): Suggestions {
  const random = randomFrom(seed);
  const sums: number[] = [];
  for (let rank = 1; rank <= sides; rank += 1) sums.push((sums.at(-1) ?? 0) + rank ** -0.75);
  const popular = (): number => {
    const drawn = random.next() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sides - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const drawn = new Map<number, number>();
  while (drawn.size < edges) {
    const offer = popular();
    drawn.set(random.below(sides) * sides + offer, 50 + random.below(200) + Math.round(100 / (1 + offer / 50)));
  }
  const keys = [...drawn.keys()];
  return {
    needs: Int32Array.from(keys, (key) => Math.floor(key / sides)),
    offers: Int32Array.from(keys, (key) => key % sides),
    values: Float64Array.from(drawn.values()),
    perNeed: new Int32Array(sides).fill(perNeed),
    perOffer: new Int32Array(sides).fill(perOffer),
    firstBonus: 500,
  };
}

/** One line for each of three fairs of that size. */
export function balanceRows(sides: number, edges: number): readonly (readonly string[])[] {
  return [1, 2, 3].map((seed) => {
    const fair = fairFrom(seed, { sides, edges, perNeed: 8, perOffer: 10 });
    const step = 0.04;
    const before = process.cpuUsage();
    const start = performance.now();
    const { value, bound, taken, prices } = assign(fair, step);
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(before);
    const [alone, shared] = [balanceOf(fair, listsAt(fair, prices, 0)), balanceOf(fair, taken)];
    const vain = `${alone.inVain.toLocaleString('en')} → ${shared.inVain}`;
    const without = `${alone.needsWithout} → ${shared.needsWithout}`;
    const cost = `${((1 - shared.value / alone.value) * 100).toFixed(1)} %`;
    return [
      String(seed),
      `${seconds.toFixed(2)} s`,
      `${((user + system) / 1e6).toFixed(2)} s`,
      `${(((bound - value) / bound) * 100).toFixed(3)} %`,
      vain,
      without,
      cost,
    ];
  });
}
