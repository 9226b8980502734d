// Every tie as a line of the net, for files that hold all of them.
import type { Work } from '#platform/work.ts';
import type { TieCityId, TieId } from '../domain/tie.ts';
import { loadEdgeColumns } from '../store/edge-columns.ts';
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
