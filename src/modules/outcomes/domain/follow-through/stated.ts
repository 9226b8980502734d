// What the organiser of an edition may state besides of what is not public: in numbers alone, and never of so few that one of them could be told from the others.
import { fates, sumOf, type Tally } from './announcement.ts';

/** Of fewer nothing is told. */
export const leastTold = 5;

/** How far meetings came; null where there were too few to be told of. */
export interface StatedSteps {
  readonly asked: number | null;
  readonly placed: number | null;
  readonly held: number | null;
  readonly leads: number | null;
}

export interface Unlisted {
  readonly total: number;
  /** Null where it would tell what became of single ones. */
  readonly fates: Tally | null;
}

/** A number that is told: none, or of enough. */
export const toldOf = (count: number | null): number | null => (count === null || (count > 0 && count < leastTold) ? null : count);

/**
 * What may be told of announcements that are not public: nothing of fewer than five, what became of them only where each kind of fate is
 * shared by five at least, or by none, and not by all of them.
 */
export function unlistedOf(tally: Tally): Unlisted | null {
  const total = sumOf(tally);
  if (total < leastTold) return null;
  const isTelling = fates.some((fate) => toldOf(tally[fate]) === null || tally[fate] === total);
  return { total, fates: isTelling ? null : tally };
}

/** A statement that differs from the one before by fewer than five would tell of those: the one before stays. */
export function restated(before: Unlisted | null, now: Unlisted | null): Unlisted | null {
  if (before === null || now === null) return now;
  const more = Math.abs(now.total - before.total);
  return more > 0 && more < leastTold ? before : now;
}
