// Agreements about to end, and agreed items that are due.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { lastDayOf, monthsLater, yearsLater } from './years.ts';

/** An agreement's end or an item's due day as a month sees it. */
export type Nearness = 'late' | 'this_month' | 'soon' | 'far';

/** How many months ahead an end is told. */
const monthsAhead = 3;

/**
 * How near the last day of a date is to `today`. A date known to the year is near all through that year, since the day it ends on is
 * not known: 2019 is *this month* in every month of 2019 and *late* from 2020 on.
 */
export function nearness(date: FlexDate, today: string): Nearness {
  const { from, to } = boundsOf(date);
  const month = today.slice(0, 7);
  if (to !== null && to < today) return 'late';
  if (from === null || from <= lastDayOf(month)) return 'this_month';
  return from <= lastDayOf(monthsLater(month, monthsAhead)) ? 'soon' : 'far';
}

interface Bounded {
  readonly id?: string;
  readonly followsId?: string | null;
  readonly signedOn?: FlexDate | null;
  readonly validFrom: FlexDate | null;
  readonly validTo: FlexDate | null;
}

/**
 * Whether another agreement goes on with this one: it says so, or it begins about when this one ends and is valid beyond it, and says
 * of no other one that it follows that. One made beside it, long before its end, goes on with nothing; a draft ends no worry.
 */
export function isFollowed<A extends Bounded>({ id, validTo }: A, agreements: readonly A[]): boolean {
  const end = validTo === null ? null : boundsOf(validTo).to;
  return agreements.some((other) => {
    const begins = other.validFrom ?? other.signedOn ?? null;
    if (begins === null) return false;
    if (id !== undefined && other.followsId === id) return true;
    if (end === null || other.validTo === null || (other.followsId ?? null) !== null) return false;
    return (boundsOf(other.validTo).to ?? '9999') > end && (boundsOf(begins).to ?? '9999') >= yearsLater(end, -1);
  });
}

/** Whether the end lies more than a year back: nobody renews it any more. */
export const isOver = (validTo: FlexDate | null, today: string): boolean =>
  validTo !== null && (boundsOf(validTo).to ?? '9999') < yearsLater(today, -1);

/** Those with an end that is at most a year past and with which no other one goes on. */
export const endingAgreements = <A extends Bounded>(agreements: readonly A[], today: string): readonly A[] =>
  agreements.filter((agreement) => agreement.validTo !== null && !isOver(agreement.validTo, today) && !isFollowed(agreement, agreements));
