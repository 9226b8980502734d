// Pauses of a day, such as the one for lunch: an edition has no table of them, they are what its slots leave between them.
import type { Interval } from '#kernel/intervals.ts';
import { dayAt } from './agenda/venue-clock.ts';

const minute = 60_000;
/** Less is the time to change tables. */
export const shortestPause = 15 * minute;
/** From here on hours are not a pause: the edition holds no meetings then, and may hold something else. */
const noPause = 180 * minute;

/** The pauses between slots of one day of the venue, in order; instants in UTC milliseconds. Slots that overlap leave none. */
export function pausesOf(slots: readonly Interval[], timeZone: string): readonly Interval[] {
  const pauses: Interval[] = [];
  let end: number | null = null;
  for (const slot of slots.toSorted((a, b) => a.start - b.start)) {
    const gap = end === null ? 0 : slot.start - end;
    if (end !== null && gap >= shortestPause && gap < noPause && dayAt(end, timeZone) === dayAt(slot.start, timeZone))
      pauses.push({ start: end, end: slot.start });
    end = Math.max(end ?? slot.end, slot.end);
  }
  return pauses;
}
