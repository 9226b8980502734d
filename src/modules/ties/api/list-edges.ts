// The net that all ties make, as far as the actor may see it: for files that hold all of it, and for the module that searches it.
import type { Work } from '#platform/work.ts';
import type { Edge, TieCityId, TieId } from '../domain/tie.ts';
import { loadEdgeColumns, type EdgeColumns } from '../store/edge-columns.ts';
import { loadEdgesAround, loadEdgesBetween } from '../store/edges.ts';
import { tieIdOf } from './tie-id.ts';

export interface ListedEdge {
  readonly id: TieId;
  readonly a: TieCityId;
  readonly b: TieCityId;
  /** An office keeps it in its register. */
  readonly kept: boolean;
  /** Ids of the reference sets that list it. */
  readonly listedBy: readonly string[];
  /** The city that alone names the other in these; null where both do, or none says. */
  readonly namedBy: TieCityId | null;
}

/** All ties that the actor may see, as registers keep them and reference sets list them. */
export async function listEdges(work: Work): Promise<readonly ListedEdge[]> {
  const { cities, a, b, kept, listed, side, groups } = await loadEdgeColumns(work.tx, null);
  return a.flatMap((from, at) => {
    const [one, other] = [cities[from], cities[b[at] ?? -1]];
    if (one === undefined || other === undefined) return [];
    const namedBy = side[at] === 'a' ? one : side[at] === 'b' ? other : null;
    return [
      { id: tieIdOf({ a: one, b: other }), a: one, b: other, kept: kept[at] === true, listedBy: groups[listed[at] ?? -1] ?? [], namedBy },
    ];
  });
}

export type { EdgeColumns };

/** Every tie of one city, or all (null), packed as columns. */
export const edgeColumns = (work: Work, city: TieCityId | null): Promise<EdgeColumns> => loadEdgeColumns(work.tx, city);

/** Every tie that ends at one of the cities, once. */
export const edgesAround = (work: Work, cities: readonly TieCityId[]): Promise<readonly Edge[]> => loadEdgesAround(work.tx, cities);

/** Every tie of one of the first with one of the others; the shorter list comes first. */
export const edgesBetween = (work: Work, some: readonly TieCityId[], others: readonly TieCityId[]): Promise<readonly Edge[]> =>
  loadEdgesBetween(work.tx, some, others);
