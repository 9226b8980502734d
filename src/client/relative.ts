// How long ago or ahead something is, as people say it; on the calendar of the venue, whose day is named where the reader has another.
import { inEach, writing, type Language } from '#kernel/language.ts';
import { dayOf, daysBetween, formatsOf, ownZone, type Instant } from './formats.ts';

const justNow: Readonly<Record<Language, string>> = inEach('just now', '刚刚');

const FEW_HOURS = 6 * 3600;

interface Between {
  readonly instant: Instant;
  readonly now: Instant;
  /** The venue's. */
  readonly zone: string;
}

/**
 * just now, in 6 minutes, in 3 hours, tomorrow: from one day to another the calendar of the venue is counted, unless it is a matter of a few hours.
 * Whoever reads it where that is another number of days reads which day it is.
 */
export function relative(language: Language, { instant, now, zone }: Between, here = ownZone()): string {
  const words = new Intl.RelativeTimeFormat(writing[language].locale, { numeric: 'auto' });
  const seconds = Math.round((new Date(instant).getTime() - new Date(now).getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return seconds > 0 ? words.format(0, 'second') : justNow[language];
  if (size < 3600) return words.format(Math.round(seconds / 60), 'minute');
  const daysIn = (timeZone: string): number => daysBetween(dayOf(now, timeZone), dayOf(instant, timeZone));
  const days = daysIn(zone);
  if (days === 0 || size < FEW_HOURS) return words.format(Math.round(seconds / 3600), 'hour');
  return daysIn(here) === days ? words.format(days, 'day') : formatsOf(language).date(instant, zone, 'day');
}
