// Since when nothing is on record of a tie: told by the last date as it is known, never by a span that would invent its day.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { yearsLater } from './years.ts';

const lastDayIn = (date: FlexDate): string => boundsOf(date).to ?? boundsOf(date).from ?? '';

/** The date that may lie last; null of none. */
export const latestOf = (dates: readonly (FlexDate | null)[]): FlexDate | null =>
  dates
    .flatMap((date) => date ?? [])
    .toSorted((a, b) => (lastDayIn(a) < lastDayIn(b) ? -1 : 1))
    .at(-1) ?? null;

/** Whether the date is more than so many years before `today`, whatever day it means. */
export const isLongAgo = (date: FlexDate, years: number, today: string): boolean => lastDayIn(date) < yearsLater(today, -years);
