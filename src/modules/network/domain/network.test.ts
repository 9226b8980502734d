import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growHalf, introductionsAlong, sistersIn, startHalf, waysThrough } from './network.ts';
import type { Edge, TieCityId } from '#modules/ties/domain/tie.ts';

const city = (name: string | number): TieCityId => String(name) as TieCityId;
const edge = (one: string | number, other: string | number, kept = false): Edge => {
  const [a, b] = [city(one), city(other)];
  return a < b ? { a, b, kept, isPublic: true } : { a: b, b: a, kept, isPublic: true };
};
const touching = (edges: readonly Edge[], rim: readonly TieCityId[]): readonly Edge[] =>
  edges.filter(({ a, b }) => rim.includes(a) || rim.includes(b));

/** The search as the use case runs it, over a list instead of a database. */
function search(edges: readonly Edge[], from: TieCityId, to: TieCityId, without: ReadonlySet<TieCityId> = new Set(), most = 6) {
  let [near, far] = [startHalf(from), startHalf(to)];
  while (near.rim.length > 0 && far.rim.length > 0) {
    const joins = edges.filter(
      ({ a, b }) => (near.rim.includes(a) && far.rim.includes(b)) || (near.rim.includes(b) && far.rim.includes(a)),
    );
    if (joins.length > 0) return waysThrough(near, far, joins, most);
    if (near.rim.length <= far.rim.length) near = growHalf(near, touching(edges, near.rim), without);
    else far = growHalf(far, touching(edges, far.rim), without);
  }
  return { total: 0, first: [] };
}

/** Every shortest way by trying all: what a search from both ends must agree with. */
function naive(edges: readonly Edge[], from: TieCityId, to: TieCityId, without: ReadonlySet<TieCityId>): readonly string[] {
  let ways: readonly (readonly TieCityId[])[] = [[from]];
  const seen = new Set<TieCityId>([from, ...without]);
  while (ways.length > 0) {
    const longer = ways.flatMap((way) =>
      sistersIn(touching(edges, [way.at(-1) ?? from]), way.at(-1) ?? from)
        .filter((next) => !seen.has(next))
        .map((next) => [...way, next]),
    );
    const there = longer.filter((way) => way.at(-1) === to);
    if (there.length > 0) return there.map((way) => way.join(' ')).sort();
    for (const way of longer) seen.add(way.at(-1) ?? from);
    ways = longer;
  }
  return [];
}

const loop = [
  edge('liverpool', 'cologne', true),
  edge('cologne', 'cork', true),
  edge('cork', 'san-francisco', true),
  edge('san-francisco', 'shanghai', true),
  edge('shanghai', 'liverpool', true),
];

test('from Liverpool to San Francisco leads over Shanghai, and without it over Cologne and Cork', () => {
  expect(search(loop, city('liverpool'), city('san-francisco'))).toEqual({
    total: 1,
    first: [{ cities: ['liverpool', 'shanghai', 'san-francisco'], kept: 2 }],
  });
  expect(search(loop, city('liverpool'), city('san-francisco'), new Set([city('shanghai')])).first[0]?.cities).toEqual([
    'liverpool',
    'cologne',
    'cork',
    'san-francisco',
  ]);
});

test('a way whose ties offices keep goes before one that a list alone has, and all are counted', () => {
  const edges = [edge('a', 'm'), edge('m', 'z'), edge('a', 'n', true), edge('n', 'z', true), edge('a', 'o'), edge('o', 'z', true)];
  expect(search(edges, city('a'), city('z'), new Set(), 2)).toEqual({
    total: 3,
    first: [
      { cities: ['a', 'n', 'z'], kept: 2 },
      { cities: ['a', 'o', 'z'], kept: 1 },
    ],
  });
});

test('cities that are tied need no introduction, and no way is known between two nets', () => {
  expect(search([edge('a', 'b')], city('a'), city('b')).first).toEqual([{ cities: ['a', 'b'], kept: 0 }]);
  expect(introductionsAlong(['a', 'b'])).toEqual([]);
  expect(search([edge('a', 'b'), edge('c', 'd')], city('a'), city('d'))).toEqual({ total: 0, first: [] });
});

test('along a way each city between two others could introduce them', () => {
  expect(introductionsAlong(['liverpool', 'cologne', 'cork', 'shanghai'])).toEqual([
    { known: 'liverpool', by: 'cologne', to: 'cork' },
    { known: 'cologne', by: 'cork', to: 'shanghai' },
  ]);
});

test('the search from both ends finds exactly the shortest ways that trying all finds', () => {
  const nets = fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.boolean()), { maxLength: 34 });
  fc.assert(
    fc.property(nets, fc.nat(13), fc.nat(13), fc.uniqueArray(fc.nat(13), { maxLength: 3 }), (pairs, one, other, closed) => {
      const edges = [
        ...new Map(pairs.filter(([a, b]) => a !== b).map(([a, b, kept]) => [edge(a, b).a + edge(a, b).b, edge(a, b, kept)])).values(),
      ];
      const [from, to] = [city(one), city(other)];
      const without = new Set(closed.map(city).filter((id) => id !== from && id !== to));
      fc.pre(from !== to);
      const all = naive(edges, from, to, without);
      const found = search(edges, from, to, without, 1000);
      expect(found.first.map(({ cities }) => cities.join(' ')).sort()).toEqual(all);
      expect(found.total).toBe(all.length);
      // The best few are the first of all of them.
      expect(search(edges, from, to, without, 3).first).toEqual(found.first.slice(0, 3));
      const keptIn = (cities: readonly TieCityId[]): number =>
        cities
          .slice(1)
          .filter((id, at) =>
            edges.some(
              (tie) => tie.kept && touching([tie], [id]).length > 0 && [tie.a, tie.b].includes(cities[at] ?? id) && tie.a !== tie.b,
            ),
          ).length;
      for (const way of found.first) expect(way.kept).toBe(keptIn(way.cities));
    }),
    { numRuns: 300 },
  );
});
