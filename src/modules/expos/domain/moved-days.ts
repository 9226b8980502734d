// An edition held on other days: its slots and absences go along and keep their clock times at the venue.
import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#kernel/intervals.ts';
import { clockMeaning, daysBetween, venueClock } from './venue-time.ts';

/** By how many days the second day is later than the first; negative where it is earlier. */
export const daysFrom = (before: string, after: string): number =>
  after >= before ? daysBetween(before, after).length - 1 : 1 - daysBetween(after, before).length;

/** The day `YYYY-MM-DD` so many days later. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** An interval (UTC milliseconds) so many days later by the clock of `timeZone`; its length may change where the clock does. */
export function movedBy<I extends Interval>(timeZone: string, interval: I, days: number): I {
  const moved = (at: number): number => {
    const { date, time } = venueClock(timeZone, at);
    return clockMeaning(timeZone, { date: dayAfter(date, days), time }).at;
  };
  return { ...interval, start: moved(interval.start), end: moved(interval.end) };
}
