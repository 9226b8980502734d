// Which ties a reference set lists: read and written as part of use cases of the module that imports sets, which writes the audit entry.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Pair, TieId } from '../domain/tie.ts';
import { mayWrite } from '../policy.ts';
import {
  countDoubts,
  countListings,
  findListings,
  loadListings,
  loadPairsBeside,
  pageOfListings,
  putListings,
  updateListingAudience,
  withdrawListings,
  type Listing,
  type ListingCount,
  type ListingFilter,
  type ListingScope,
  type ListingPut,
} from '../store/listings.ts';

export type { ListingScope };

/** All that a set lists, as far as the actor may see it. */
export const listingsOfSet = (work: Work, setId: string): Promise<readonly Listing[]> => loadListings(work.tx, setId);

/** Those of the ties that the set lists. */
export const listingsOfTies = (work: Work, setId: string, ties: readonly TieId[]): Promise<readonly Listing[]> =>
  findListings(work.tx, setId, ties);

/** One page of what a set lists, in the order of its file; up to `limit` + 1. */
export const listListings = (work: Work, filter: ListingFilter): Promise<readonly Listing[]> => pageOfListings(work.tx, filter);

/** How many of what a set lists are doubtful in each way. */
export const doubtsOfListings = (work: Work, scope: ListingScope) => countDoubts(work.tx, scope);

/** How many ties each set lists, as far as the actor may see it. */
export const countOfListings = (work: Work, setIds: readonly string[]): Promise<ReadonlyMap<string, ListingCount>> =>
  countListings(work.tx, setIds);

/** Pairs that other sets list or offices keep, as far as the actor may see it. */
export const pairsBesideSet = (work: Work, setId: string): Promise<readonly Pair[]> => loadPairsBeside(work.tx, setId);

interface OfSet {
  readonly office: OfficeId;
  readonly setId: string;
  readonly visibility: 'private' | 'public';
}

/** What a set lists from now on, and what it lists no more since this import. Refuses `kernel.forbidden`. */
export async function changeListings(
  work: Work,
  {
    office,
    importId,
    puts,
    withdrawals,
    ...set
  }: OfSet & { readonly importId: string; readonly puts: readonly ListingPut[]; readonly withdrawals: readonly Pair[] },
): Promise<Result<null>> {
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  await putListings(work.tx, scope.value, { ...set, puts });
  await withdrawListings(work.tx, scope.value, { setId: set.setId, importId, pairs: withdrawals, now: work.now });
  return ok(null);
}

/** Opens a set's listings to everybody or closes them again. Refuses `kernel.forbidden`. */
export async function openListings(work: Work, { office, ...set }: OfSet): Promise<Result<null>> {
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  await updateListingAudience(work.tx, scope.value, set);
  return ok(null);
}
