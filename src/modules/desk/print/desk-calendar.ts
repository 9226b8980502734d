// The deadlines of a register as a calendar file: one stable event a deadline, each a whole day, none on an invented one.
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { chooseText, type Language } from '#kernel/language.ts';
import type { DeskDeadlines } from '../api/desk-deadlines.ts';
import { calendarDay, isDay } from '../domain/deadlines.ts';
import { dateWords, say, summaryOf } from './deadline-words.ts';

const dayAfter = (day: string): Date => new Date(Date.parse(day) + 86_400_000);

/**
 * The deadlines as text/calendar (RFC 5545), whole days that leave the reader free. What is known to the month or the year stands on
 * the first day of it, says so in its title and why in its description.
 */
export function deskCalendar(
  { office, asOf, deadlines }: DeskDeadlines,
  { language, origin }: { readonly language: Language; readonly origin: string },
): string {
  const calendar = ical({
    name: say(language, 'desk.calendar_name', { office: chooseText(office, language).text }),
    prodId: { company: 'Hansa', product: 'Ties', language: language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 12 * 3600,
  });
  for (const deadline of deadlines) {
    const day = calendarDay(deadline.on);
    const summary = summaryOf(language, deadline);
    const known = isDay(deadline.on);
    const date = dateWords(language, deadline.on);
    const event = calendar.createEvent({
      // One identity for ever, wherever the date is moved.
      id: `${deadline.kind}.${deadline.key}@hansa`,
      allDay: true,
      start: new Date(day),
      end: dayAfter(day),
      // The same all day long: calendars ask often.
      stamp: new Date(asOf),
      summary: known ? summary : say(language, 'desk.told_some_day', { summary, date }),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: `${origin}${deadline.path}`,
    });
    if (!known) event.description(say(language, 'desk.told_no_day', { date }));
  }
  return `${calendar.toString()}\r\n`;
}
