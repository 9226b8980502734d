// Visits in and out, and whose turn it is.
import { isLongAgo, latestOf } from './silence.ts';
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { Side } from './tie.ts';

/** A visit of the city `from` to the other one. */
export interface Visit {
  readonly from: Side;
  readonly on: FlexDate;
}

export interface VisitCount {
  readonly visits: number;
  readonly last: FlexDate | null;
}

/** What is entered of the visits each side made. */
export function visitsBy(visits: readonly Visit[], side: Side): VisitCount {
  const dates = visits.filter(({ from }) => from === side).map(({ on }) => on);
  return { visits: dates.length, last: dates.toSorted(compareDates).at(-1) ?? null };
}

/** After so many years without a visit nobody is waiting for the next one. */
const TURN_YEARS = 5;

/**
 * Which side is to travel next: the one that was visited last. Null where no visit is entered, or where the last ones of both sides
 * are known to the same day, month or year, or where the last of all is so long ago that nobody keeps a turn by it.
 */
export function turnToVisit(visits: readonly Visit[], today: string): Side | null {
  const [a, b] = [visitsBy(visits, 'a').last, visitsBy(visits, 'b').last];
  const last = latestOf([a, b]);
  if (last === null || isLongAgo(last, TURN_YEARS, today)) return null;
  if (a === null || b === null) return a === null ? (b === null ? null : 'a') : 'b';
  if (a.text === b.text) return null;
  return compareDates(a, b) > 0 ? 'b' : 'a';
}
