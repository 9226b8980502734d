// Clock and calendar of the venue, for sentences, days and the planner.
import { Temporal } from 'temporal-polyfill';

interface VenueTime {
  readonly clock: string;
  readonly day: string;
  readonly minute: number;
}

// A schedule asks for the same few hundred instants over and over, and zone arithmetic is slow; forgotten when it grows.
const known = new Map<string, VenueTime>();
const mostKnown = 20_000;

function venueTime(ms: number, timeZone: string): VenueTime {
  const key = `${ms} ${timeZone}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const time = {
    clock: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
    day: zoned.toPlainDate().toString(),
    minute: Math.floor((ms - zoned.startOfDay().epochMilliseconds) / 60_000),
  };
  if (known.size >= mostKnown) known.clear();
  known.set(key, time);
  return time;
}

/** Venue time of day as `HH:MM`. */
export const clockAt = (ms: number, timeZone: string): string => venueTime(ms, timeZone).clock;

/** Venue date as `YYYY-MM-DD`. */
export const dayAt = (ms: number, timeZone: string): string => venueTime(ms, timeZone).day;

/** Minutes that really passed since midnight at the venue: on a day of a clock change no two instants share a minute. */
export const minuteOfDay = (ms: number, timeZone: string): number => venueTime(ms, timeZone).minute;

/** An instant as the API writes it, e.g. `2019-11-06T01:30:00Z`. */
export const instantText = (ms: number): string => new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z');
