// Instants and the clock of the venue: IANA zones with their gaps and overlaps, by Temporal, never by hand.
import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#kernel/intervals.ts';

/**
 * What a venue clock time means in UTC milliseconds. `skipped`: the clock jumps over it (summer time begins), `at` is as
 * long after the jump as the time was into the gap. `twice`: the clock shows it twice, `at` is the first and `again` the second.
 */
export type ClockMeaning =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'skipped'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly again: number };

/** A venue clock reading: day `YYYY-MM-DD` and time `HH:MM`. */
export interface VenueClock {
  readonly date: string;
  readonly time: string;
}

const millisecondsAt = (local: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later' | 'compatible'): number =>
  local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;

/** The instant at which the clock in `zone` shows `date` and `time`; both must be well formed. */
export function clockMeaning(zone: string, { date, time }: VenueClock): ClockMeaning {
  const local = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const [earlier, later] = [millisecondsAt(local, zone, 'earlier'), millisecondsAt(local, zone, 'later')];
  if (earlier === later) return { kind: 'once', at: earlier };
  // In a gap the clock never shows the time, so reading the instant back gives another one.
  const shown = Temporal.Instant.fromEpochMilliseconds(earlier).toZonedDateTimeISO(zone).toPlainDateTime();
  return shown.equals(local)
    ? { kind: 'twice', at: earlier, again: later }
    : { kind: 'skipped', at: millisecondsAt(local, zone, 'compatible') };
}

/** What the clock in `zone` shows at an instant (UTC milliseconds); seconds are dropped. */
export function venueClock(zone: string, at: number): VenueClock {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** All days from the first to the last, both inclusive, as `YYYY-MM-DD`. */
export function daysBetween(firstDay: string, lastDay: string): readonly string[] {
  const first = Temporal.PlainDate.from(firstDay);
  const count = first.until(Temporal.PlainDate.from(lastDay), { largestUnit: 'day' }).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, offset) => first.add({ days: offset }).toString());
}

/** From the first instant of the first day at the venue to the first instant after the last day. */
export function editionSpan({
  timeZone,
  firstDay,
  lastDay,
}: {
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
}): Interval {
  const startOf = (day: Temporal.PlainDate): number => day.toZonedDateTime({ timeZone }).epochMilliseconds;
  return { start: startOf(Temporal.PlainDate.from(firstDay)), end: startOf(Temporal.PlainDate.from(lastDay).add({ days: 1 })) };
}
