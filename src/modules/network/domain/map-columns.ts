// Whether only one side of a tie names the other, as the map marks it.
import type { OfficeId } from '#kernel/ids.ts';
import type { Side, TieCityId } from '#modules/ties/domain/tie.ts';

/** What is known of who names whom; `a` and `b` are cities in the order of ids. */
export interface MapTie {
  readonly a: TieCityId;
  readonly b: TieCityId;
  /** Offices that keep it. */
  readonly keepers: readonly OfficeId[];
  readonly isListed: boolean;
  /** The side that alone names the other in reference sets; null where both do, or none says. */
  readonly side: Side | null;
}

/**
 * Whether only one side names the other. That an office keeps a tie of its own city is that side's word where the other city has an office
 * here as well and says nothing; where it has none, its silence means nothing. Any other word - of both sides, of neither, of an office that
 * is neither city's - says nothing of sides.
 */
export function isOneSided(tie: MapTie, officeOf: (city: TieCityId) => OfficeId | null): boolean {
  const [a, b] = [officeOf(tie.a), officeOf(tie.b)];
  const ofKeeper = (keeper: OfficeId): Side | null => (a === null || b === null ? null : keeper === a ? 'a' : keeper === b ? 'b' : null);
  const words = [...tie.keepers.map(ofKeeper), ...(tie.isListed ? [tie.side] : [])];
  const [first] = words;
  return first !== undefined && first !== null && words.every((word) => word === first);
}
