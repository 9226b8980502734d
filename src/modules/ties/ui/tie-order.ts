// The sides of a tie in the order in which this reader names them.
import type { Tie } from '../contract/shapes.ts';
import { namedFirst } from '../domain/naming.ts';
import type { Side } from '../domain/tie.ts';

/** The reader's own side first, else the order of the addresses. */
export function orderOf({ cities, ownSide }: Pick<Tie, 'cities' | 'ownSide'>): readonly [Side, Side] {
  const own = ownSide === null ? null : cities[ownSide].id;
  return namedFirst(cities.a, cities.b, own)[0] === cities.a ? ['a', 'b'] : ['b', 'a'];
}
