// The net that ties make of cities: the shortest ways between two of them, and who could introduce whom along one.
import type { Edge, TieCityId } from '#modules/ties/domain/tie.ts';

/** One half of a search from both ends: how far it has come, and from where it came to each city. */
export interface Half {
  /** Steps from its beginning. */
  readonly depth: ReadonlyMap<TieCityId, number>;
  /** The ties that led to a city, each named with the city before it. */
  readonly before: ReadonlyMap<TieCityId, readonly Step[]>;
  /** The cities reached last, from which it grows. */
  readonly rim: readonly TieCityId[];
}

interface Step {
  readonly from: TieCityId;
  readonly kept: boolean;
}

export const startHalf = (city: TieCityId): Half => ({ depth: new Map([[city, 0]]), before: new Map(), rim: [city] });

/** Both ways of following a tie. */
const steps = ({ a, b, kept }: Edge): readonly (readonly [TieCityId, TieCityId, boolean])[] => [
  [a, b, kept],
  [b, a, kept],
];

/** The half one step further, by the ties around its rim; cities in `without` are never entered. Breadth-first search, level by level. */
export function growHalf({ depth, before, rim }: Half, edges: readonly Edge[], without: ReadonlySet<TieCityId>): Half {
  const at = new Set(rim);
  const grown = new Map<TieCityId, Step[]>();
  for (const edge of edges)
    for (const [from, to, kept] of steps(edge)) {
      if (!at.has(from) || depth.has(to) || without.has(to)) continue;
      const known = grown.get(to);
      if (known === undefined) grown.set(to, [{ from, kept }]);
      else known.push({ from, kept });
    }
  const level = 1 + Math.max(...rim.map((city) => depth.get(city) ?? 0), 0);
  return {
    depth: new Map([...depth, ...[...grown.keys()].map((city): [TieCityId, number] => [city, level])]),
    before: new Map([...before, ...grown]),
    rim: [...grown.keys()],
  };
}

/** A way through the net: its cities in order, and how many of its ties are kept in registers. */
export interface Way {
  readonly cities: readonly TieCityId[];
  readonly kept: number;
}

export interface Ways {
  /** How many shortest ways there are; beyond the safe integers only roughly. */
  readonly total: number;
  /** The first of them: more ties kept in registers first, then in the order of the cities' ids. */
  readonly first: readonly Way[];
}

const compare = (x: Way, y: Way): number => y.kept - x.kept || (x.cities.join() < y.cities.join() ? -1 : 1);

/** Keeps the best few of many, so that they need not all be sorted. */
function bestOf(most: number) {
  const best: Way[] = [];
  return {
    add: (way: Way): void => {
      const last = best[most - 1];
      if (last !== undefined && compare(last, way) < 0) return;
      best.push(way);
      best.sort(compare).splice(most);
    },
    best,
  };
}

/** The ways from the beginning of a half to a city, the best `most` of them, and their number. */
function waysTo(half: Half, most: number): (city: TieCityId) => Ways {
  const known = new Map<TieCityId, Ways>();
  const to = (city: TieCityId): Ways => {
    const told = known.get(city);
    if (told !== undefined) return told;
    const steps = half.before.get(city) ?? [];
    const { add, best } = bestOf(most);
    let total = 0;
    for (const { from, kept } of steps) {
      const before = to(from);
      total += before.total;
      for (const way of before.first) add({ cities: [...way.cities, city], kept: way.kept + Number(kept) });
    }
    const ways: Ways = steps.length === 0 ? { total: 1, first: [{ cities: [city], kept: 0 }] } : { total, first: best };
    known.set(city, ways);
    return ways;
  };
  return to;
}

/**
 * All shortest ways, once ties join the rims of two halves: their number, and the best `most`. Exact, because the best ways to a city
 * are made of the best ways to the cities before it.
 */
export function waysThrough(near: Half, far: Half, joins: readonly Edge[], most: number): Ways {
  const [toNear, toFar] = [waysTo(near, most), waysTo(far, most)];
  const [nearRim, farRim] = [new Set(near.rim), new Set(far.rim)];
  const { add, best } = bestOf(most);
  let total = 0;
  for (const edge of joins)
    for (const [from, to, kept] of steps(edge)) {
      if (!nearRim.has(from) || !farRim.has(to)) continue;
      const [head, tail] = [toNear(from), toFar(to)];
      total += head.total * tail.total;
      for (const begin of head.first)
        for (const end of tail.first)
          add({ cities: [...begin.cities, ...end.cities.toReversed()], kept: begin.kept + end.kept + Number(kept) });
    }
  return { total, first: best };
}

/** `by` is tied with `known` and with `to`, and could bring the two together. */
export interface Introduction<C> {
  readonly known: C;
  readonly by: C;
  readonly to: C;
}

/** Who could introduce whom along a way, in its order; nobody needs to where the two ends are tied. */
export const introductionsAlong = <C>(cities: readonly C[]): readonly Introduction<C>[] =>
  cities.flatMap((by, at) => {
    const [known, to] = [cities[at - 1], cities[at + 1]];
    return known === undefined || to === undefined ? [] : [{ known, by, to }];
  });

/** The other ends of a city's ties. */
export const sistersIn = (edges: readonly Edge[], city: TieCityId): readonly TieCityId[] =>
  edges.flatMap(({ a, b }) => (a === city ? [b] : b === city ? [a] : []));
