import type { Id } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { TieId } from '../domain/tie.ts';
import { listKeepings } from '../store/keepings.ts';

const MOST = 1000;

/** Ids of the ties of a city that the actor may see. */
export async function tiesOfCity(work: Work, cityId: Id<'City'>): Promise<readonly TieId[]> {
  return [...new Set((await listKeepings(work.tx, { city: cityId, after: null, limit: MOST })).map(({ tieId }) => tieId))];
}
