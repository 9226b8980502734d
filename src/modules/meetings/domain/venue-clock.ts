// Clock and calendar of the venue, for sentences, days and the planner.
import { Temporal } from 'temporal-polyfill';

const zoned = (ms: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);

/** Venue time of day as `HH:MM`. */
export const clockAt = (ms: number, timeZone: string): string => zoned(ms, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Venue date as `YYYY-MM-DD`. */
export const dayAt = (ms: number, timeZone: string): string => zoned(ms, timeZone).toPlainDate().toString();

/** Minutes that really passed since midnight at the venue: on a day of a clock change no two instants share a minute. */
export const minuteOfDay = (ms: number, timeZone: string): number =>
  Math.floor((ms - zoned(ms, timeZone).startOfDay().epochMilliseconds) / 60_000);

/** An instant as the API writes it, e.g. `2019-11-06T01:30:00Z`. */
export const instantText = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
