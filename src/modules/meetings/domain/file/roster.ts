// Between a file's facts in venue time and an edition's roster in instants.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import type { FloorPlan } from '#modules/expos/domain/floor/plan.ts';
import type { Absence, Roster } from '#modules/expos/domain/roster.ts';
import { clockMeaning, editionSpan, venueClock } from '#modules/expos/domain/venue-time.ts';
import type { EditionFile, FileAway, FileEdition, FileSpan, FileUnavailable } from './edition-file.ts';
import { keptDetails, writtenDetails } from './details.ts';
import { kept, keptOrNull, written } from './file-text.ts';
import { topicKey } from './topics.ts';
import { saysWho } from '#modules/expos/domain/contacts.ts';
import { noContact } from '#modules/expos/domain/interpreter.ts';
import { ownPlaces, problemAt, type FilePlaces } from './problems.ts';

const centimetres = (metres: number): number => Math.round(metres * 100);

/** The floor plan that a file says, in centimetres. */
export const floorOfFile = ({ halls, walks, rectangles }: Pick<EditionFile, 'halls' | 'walks' | 'rectangles'>): FloorPlan => ({
  walks,
  halls: halls.map(({ code, width, depth }) => ({
    code,
    width: width === null ? null : centimetres(width),
    depth: depth === null ? null : centimetres(depth),
  })),
  rectangles: rectangles.map(({ kind, hall, code, name, x, y, width, depth }) => ({
    ...{ kind, hall, code, name: keptOrNull(name) },
    ...{ x: centimetres(x), y: centimetres(y), width: centimetres(width), depth: centimetres(depth) },
  })),
});

/** The same as a file writes it, in metres. */
const fileOfFloor = ({ halls, walks, rectangles }: FloorPlan): Pick<EditionFile, 'halls' | 'walks' | 'rectangles'> => ({
  walks,
  halls: halls.map(({ code, width, depth }) => ({
    code,
    width: width === null ? null : width / 100,
    depth: depth === null ? null : depth / 100,
  })),
  rectangles: rectangles.map(({ kind, hall, code, name, x, y, width, depth }) => ({
    ...{ kind, hall, code, name: written(name ?? {}) },
    ...{ x: x / 100, y: y / 100, width: width / 100, depth: depth / 100 },
  })),
});

/** The instant of a venue clock time; 24:00 is the end of the day. Null where the clock jumps over it. */
function instantAt(timeZone: string, date: string, time: string): number | null {
  if (time === '24:00') return editionSpan({ timeZone, firstDay: date, lastDay: date }).end;
  const meaning = clockMeaning(timeZone, { date, time });
  return meaning.kind === 'skipped' ? null : meaning.at;
}

type Interval = { readonly start: number; readonly end: number };

/**
 * The roster that a sound edition file says, its times as instants in the edition's zone.
 * Refuses clock times that the venue's clock jumps over; those that it shows twice are the first.
 */
export function rosterOfFile(edition: EditionFile, places: FilePlaces = ownPlaces): Result<Roster> {
  const { timeZone } = edition.edition;
  const problems: Problem[] = [];
  const interval = (span: FileSpan, table: 'slots' | 'unavailable', index: number): Interval => {
    const [start, end] = [instantAt(timeZone, span.date, span.start), instantAt(timeZone, span.date, span.end)];
    for (const [field, at] of [['start', start] as const, ['end', end] as const]) {
      if (at === null) problems.push(problemAt(places(table, index, field), 'meetings.file_time_skipped', { value: span[field] }));
    }
    return { start: start ?? 0, end: end ?? 0 };
  };
  const slots = edition.slots.map((slot, index) => ({ ...interval(slot, 'slots', index), session: slot.session }));
  const slotAt = new Map(edition.slots.map((slot, index) => [slot.number, slots[index]]));
  const absences = new Map<string, Absence[]>();
  edition.unavailable.forEach(({ who, away, reason }, index) => {
    const span = away.kind === 'slot' ? slotAt.get(away.slot) : interval(away, 'unavailable', index);
    if (span !== undefined) absences.set(keyOf(who), [...(absences.get(keyOf(who)) ?? []), { start: span.start, end: span.end, reason }]);
  });
  const contacts = Map.groupBy(edition.contacts, ({ participant }) => participant);
  if (problems.length > 0) return refuseInput(problems);
  const numbers = new Map(edition.topics.map((topic, at) => [topicKey(topic), at + 1]));
  const numbersOf = (keys: readonly string[]): readonly number[] => keys.flatMap((key) => numbers.get(key) ?? []);
  return ok({
    slots,
    tables: edition.tables,
    stands: edition.stands,
    floor: floorOfFile(edition),
    groups: edition.groups.map((group) => ({ ...group, name: kept(group.name) })),
    topics: edition.topics.map(({ name }) => ({ name: kept(name) })),
    participants: edition.participants.map((p) => ({
      ...p,
      name: kept(p.name),
      country: p.country === '' ? null : p.country,
      city: p.city === '' ? null : p.city,
      offer: keptOrNull(p.offer),
      need: keptOrNull(p.need),
      offerDetails: keptDetails(p.offerDetails),
      needDetails: keptDetails(p.needDetails),
      offerTopics: numbersOf(p.offerTopics),
      needTopics: numbersOf(p.needTopics),
      contacts: (contacts.get(p.code) ?? []).map(({ participant: _, ...contact }) => contact),
      unavailable: absences.get(keyOf({ kind: 'participant', code: p.code })) ?? [],
    })),
    interpreters: edition.interpreters.map(({ name, languages, longestMinutes, restMinutes, ...contact }) => ({
      ...{ name, languages, longestMinutes, restMinutes, contact: saysWho(contact) ? contact : null },
      unavailable: absences.get(keyOf({ kind: 'interpreter', name })) ?? [],
    })),
  });
}

const keyOf = (who: FileUnavailable['who']): string => (who.kind === 'participant' ? `p ${who.code}` : `i ${who.name}`);

/** The tables of a file that say an edition's roster; absences that are exactly a slot are written as its number, others day by day. */
export function fileOfRoster(edition: FileEdition, roster: Roster): Omit<EditionFile, 'requests' | 'orders' | 'fixed'> {
  const slots = [...roster.slots]
    .sort((a, b) => a.start - b.start)
    .map((slot, index) => ({ ...spanOf(edition.timeZone, slot), number: index + 1, session: slot.session, interval: slot }));
  const away = (absence: Absence): FileAway[] => {
    const slot = slots.find(({ interval }) => interval.start === absence.start && interval.end === absence.end);
    if (slot !== undefined) return [{ kind: 'slot', slot: slot.number }];
    return daysOf(edition.timeZone, absence).map((part) => ({ kind: 'span', ...spanOf(edition.timeZone, part) }));
  };
  const unavailable = (who: FileUnavailable['who'], absences: readonly Absence[]): FileUnavailable[] =>
    [...absences]
      .sort((a, b) => a.start - b.start)
      .flatMap((absence) => away(absence).map((part) => ({ who, away: part, reason: absence.reason })));
  const topics = roster.topics.map(({ name }) => ({ name: written(name) }));
  const keys = topics.map(topicKey);
  const keysOf = (numbers: readonly number[]): readonly string[] => numbers.flatMap((number) => keys[number - 1] ?? []);
  return {
    edition,
    slots: slots.map(({ interval: _, ...slot }) => slot),
    tables: roster.tables,
    stands: roster.stands,
    ...fileOfFloor(roster.floor),
    groups: roster.groups.map((group) => ({ ...group, name: written(group.name) })),
    topics,
    contacts: roster.participants.flatMap(({ code, contacts }) => contacts.map((contact) => ({ ...contact, participant: code }))),
    participants: roster.participants.map(({ unavailable: _, contacts: _contacts, ...p }) => ({
      ...p,
      name: written(p.name),
      country: p.country ?? '',
      city: p.city ?? '',
      offer: written(p.offer ?? {}),
      need: written(p.need ?? {}),
      offerDetails: writtenDetails(p.offerDetails),
      needDetails: writtenDetails(p.needDetails),
      offerTopics: keysOf(p.offerTopics),
      needTopics: keysOf(p.needTopics),
    })),
    interpreters: roster.interpreters.map(({ name, languages, longestMinutes, restMinutes, contact }) => ({
      ...{ name, languages, longestMinutes, restMinutes, ...(contact ?? noContact) },
    })),
    unavailable: [
      ...roster.participants.flatMap((p) => unavailable({ kind: 'participant', code: p.code }, p.unavailable)),
      ...roster.interpreters.flatMap((i) => unavailable({ kind: 'interpreter', name: i.name }, i.unavailable)),
    ],
  };
}

/** Venue date and times of an interval within one day; an end at midnight is 24:00. */
function spanOf(timeZone: string, { start, end }: Interval): FileSpan {
  const [from, to] = [venueClock(timeZone, start), venueClock(timeZone, end)];
  return { date: from.date, start: from.time, end: to.date === from.date ? to.time : '24:00' };
}

/** An interval cut at the venue's midnights. */
function daysOf(timeZone: string, whole: Interval): Interval[] {
  const parts: Interval[] = [];
  for (let start = whole.start; start < whole.end;) {
    const { date } = venueClock(timeZone, start);
    const end = Math.min(whole.end, editionSpan({ timeZone, firstDay: date, lastDay: date }).end);
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

/** What expos sets at once; named here for the parts of this module that may not look above. */
