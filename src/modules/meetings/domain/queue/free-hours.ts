// Hours of a day in which no scheduled meeting is held and nobody has a pause, so that a live queue can be open then.
import type { Interval } from '#kernel/intervals.ts';

const minute = 60_000;
/** Shorter gaps are no hours for a queue. */
const shortest = 30 * minute;
/** A beginning is proposed at a full five minutes. */
const step = 5 * minute;

/** The parts of `day` that nothing of `busy` touches and that are not over, in order; instants in UTC milliseconds. */
export function freeHours(day: Interval, busy: readonly Interval[], now: number): readonly Interval[] {
  const free: Interval[] = [];
  let start = Math.max(day.start, Math.ceil(now / step) * step);
  const end = { start: day.end, end: day.end };
  for (const span of [...busy.filter((one) => one.start < day.end).toSorted((a, b) => a.start - b.start), end]) {
    if (span.start - start >= shortest) free.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  return free;
}

/** Of free hours those that lie within the usual ones where there are any, else the longest; null where none are free. */
export function proposedHours(free: readonly Interval[], usual: Interval): Interval | null {
  const within = free.map(({ start, end }) => ({ start: Math.max(start, usual.start), end: Math.min(end, usual.end) }));
  const longest = (list: readonly Interval[]): Interval | undefined => list.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  return longest(within.filter(({ start, end }) => end - start >= 2 * shortest)) ?? longest(free) ?? null;
}
