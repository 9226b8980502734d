// Which anniversaries of its beginning a tie has in a month.
import { boundsOf, precisionOf, type FlexDate } from '#kernel/flex-date.ts';

/**
 * Whole years since a beginning by `today`; null where the beginning is not exact, lies ahead, or may have been one year more or less
 * ago, whatever day it was: of "1952" nobody can say in November whether it is 73 or 74 years ago.
 */
export function yearsSince(established: FlexDate, today: string): number | null {
  const { from, to } = boundsOf(established);
  if (established.qualifier !== 'exact' || from === null || to === null) return null;
  const passedSince = (day: string): number =>
    Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (day.slice(4) <= today.slice(4) ? 0 : 1);
  const passed = passedSince(to);
  return passed < 1 || passed !== passedSince(from) ? null : passed;
}

/** `day` is null where the beginning is known to the month only. */
export interface Anniversary {
  readonly years: number;
  readonly day: number | null;
  /** A year to celebrate: each fifth. */
  readonly round: boolean;
}

/**
 * The anniversary of a beginning in the month (`2019-11`); null where it has none then, or where the beginning is not known to the
 * month: a day is never invented. 29 February is kept on the 28th in other years.
 */
export function anniversaryIn(established: FlexDate, month: string): Anniversary | null {
  if (established.qualifier !== 'exact' || precisionOf(established) === 'year') return null;
  const [year = 0, of = 0, day] = established.text.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0] = month.split('-').map(Number);
  const years = thisYear - year;
  if (of !== thisMonth || years < 1) return null;
  const leapDay = of === 2 && day === 29 && !(thisYear % 4 === 0 && (thisYear % 100 !== 0 || thisYear % 400 === 0));
  return { years, day: day === undefined ? null : leapDay ? 28 : day, round: years % 5 === 0 };
}
