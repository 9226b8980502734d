// An agenda as a calendar file: stable events, their changes counted, in venue time.
import ical, { type ICalCalendar, type ICalEvent, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { chooseText, inEach, writing, type Language } from '#kernel/language.ts';
import type { InterpreterAgenda } from '../api/agenda/interpreter-agenda.ts';
import type { Agenda } from '../api/agenda/show-agenda.ts';
import { clockAt } from '../domain/agenda/venue-clock.ts';
import { personWords, placeInHall } from '../domain/agenda/agenda-words.ts';
import { sentence } from '#kernel/sentence.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';

type Entry = Agenda['entries'][number];

interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(en, zh);

export const say = (language: Language, { code, params }: Sentence): string => sentence(texts[language], language, code, params);

const placeOf = (language: Language, entry: Pick<Entry, 'place'>): string => {
  const { code, kind, hall } = entry.place;
  const place = say(language, { code: `meetings.calendar_${kind}`, params: { code } });
  return hall === null || hall === '' ? place : say(language, { code: placeInHall(hall), params: { place, hall } });
};

const descriptionOf = (language: Language, entry: Entry): string =>
  [...(entry.person === null ? [] : [personWords(entry.person, language)]), say(language, entry.why), say(language, entry.language)].join(
    '\n',
  );

/** That a meeting was held in the live queue before its time stands where a calendar shows it, and the time is free. */
function sayMet(
  made: ICalEvent,
  { metAt }: Pick<Entry, 'metAt'>,
  { timeZone, language }: { readonly timeZone: string; readonly language: Language },
): void {
  if (metAt === null) return;
  const words = say(language, { code: 'meetings.met_in_queue', params: { time: clockAt(Date.parse(metAt), timeZone) } });
  made.summary(writing[language].inBrackets(made.summary(), words));
  made.transparency(ICalEventTransparency.TRANSPARENT);
}

/** One identity a meeting and participant for ever, whichever release moves it. */
const uidOf = (agenda: Agenda, meetingId: string): string => `${meetingId}.${agenda.participant.id}@hansa`;

/**
 * The agenda as text/calendar. A cancelled meeting stays as a cancelled event, so that calendars that took it over drop it.
 * Times are instants in UTC with the venue's zone named, so every calendar shows the right one.
 */
export function agendaCalendar(agenda: Agenda, language: Language): string {
  const name = say(language, {
    code: 'meetings.calendar_title',
    params: { participant: chooseText(agenda.participant.name, language).text, edition: chooseText(agenda.edition.name, language).text },
  });
  // The stamp is the release, not the moment of asking: the same agenda is the same file.
  const stamp = new Date(agenda.release?.publishedAt ?? 0);
  const calendar = opened(name, language);
  const event = (entry: {
    readonly meetingId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly sequence: number;
    readonly with: Entry['with'];
  }) =>
    calendar.createEvent({
      id: uidOf(agenda, entry.meetingId),
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      stamp,
      sequence: entry.sequence,
      summary: chooseText(entry.with.name, language).text,
    });
  for (const entry of agenda.entries) {
    const made = event(entry);
    made.status(ICalEventStatus.CONFIRMED);
    made.location([placeOf(language, entry), chooseText(agenda.edition.venue, language).text].join(writing[language].comma));
    made.description(descriptionOf(language, entry));
    sayMet(made, entry, { timeZone: agenda.edition.timeZone, language });
  }
  for (const { itemId, startsAt, endsAt, reason } of agenda.away)
    if (itemId !== null)
      calendar
        .createEvent({
          id: uidOf(agenda, itemId),
          start: new Date(startsAt),
          end: new Date(endsAt),
          stamp,
          summary: inLanguage(reason, language),
        })
        .location(chooseText(agenda.edition.venue, language).text);
  for (const entry of agenda.cancelled) event(entry).status(ICalEventStatus.CANCELLED);
  return written(calendar, agenda.edition.timeZone);
}

export const opened = (name: string, language: Language): ICalCalendar =>
  ical({
    name,
    prodId: { company: 'Hansa', product: 'Agenda', language: language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });

/**
 * Every line ends, the last one too, and properties stand before components (RFC 5545, 3.1 and 3.6); the library writes its own first and those
 * of others last.
 */
export function written(calendar: ICalCalendar, timeZone: string): string {
  return `${calendar.toString()}\r\n`.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, `X-WR-TIMEZONE:${timeZone}\r\n`);
}

/** An interpreter's day as text/calendar, by the same rules: both sides are the summary, what the programme takes them for stands among it. */
export function interpreterCalendar(agenda: InterpreterAgenda, language: Language): string {
  const { edition, interpreter, release, entries, cancelled, away } = agenda;
  const venue = chooseText(edition.venue, language).text;
  const name = say(language, {
    code: 'meetings.calendar_title',
    params: { participant: interpreter.name, edition: chooseText(edition.name, language).text },
  });
  const stamp = new Date(release?.publishedAt ?? 0);
  const calendar = opened(name, language);
  const event = (
    { meetingId, startsAt, endsAt, sequence, parties, place }: InterpreterAgenda['entries'][number],
    status: ICalEventStatus,
  ) =>
    calendar
      .createEvent({
        id: `${meetingId}.${interpreter.id}@hansa`,
        start: new Date(startsAt),
        end: new Date(endsAt),
        stamp,
        sequence,
        summary: parties.map((one) => chooseText(one.name, language).text).join(' – '),
        location: [placeOf(language, { place }), venue].join(writing[language].comma),
      })
      .status(status);
  for (const entry of entries) sayMet(event(entry, ICalEventStatus.CONFIRMED), entry, { timeZone: edition.timeZone, language });
  for (const entry of cancelled) event(entry, ICalEventStatus.CANCELLED);
  for (const { itemId, startsAt, endsAt, title } of away)
    if (itemId !== null)
      calendar.createEvent({
        ...{ id: `${itemId}.${interpreter.id}@hansa`, start: new Date(startsAt), end: new Date(endsAt), stamp },
        ...{ summary: title ?? '', location: venue },
      });
  return written(calendar, edition.timeZone);
}
