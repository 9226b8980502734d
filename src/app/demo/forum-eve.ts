// A small round of meetings that is going on while the demo is entered: one meeting over, one running, more to come.
import {
  contactsAmong,
  noFloor,
  numberMeetings,
  type EditionFile,
  type FileParticipant,
  type FileSlot,
} from '#modules/meetings/domain/file/edition-file.ts';
import { clockAt, dayAt } from '#modules/meetings/domain/agenda/venue-clock.ts';
import { forumFile } from './forum-day.ts';

const MINUTE = 60_000;
const timeZone = forumFile.edition.timeZone;

/** Minutes from the moment of entering, rounded down to five minutes, to start and end of each slot. */
const spans = [[-95, -50] as const, [-10, 50] as const, [60, 105] as const, [120, 165] as const];

/** Who meets whom in which slot, and why. */
const meetings: readonly (readonly [string, string, number, string])[] = [
  ['E02', 'B08', 1, 'Finding leaks before a building is handed over'],
  ['E02', 'B05', 2, 'Finding leaks in old water mains'],
  ['E02', 'B06', 3, 'Cooling water for a storage site'],
  ['E02', 'B07', 4, 'Watering parks with less'],
  ['E05', 'B06', 2, 'Solar roofs without scaffolding'],
  ['E05', 'B15', 3, 'Solar roofs for warehouses'],
  ['E11', 'B03', 1, 'Cold-water mussels and clams'],
  ['E11', 'B02', 3, 'Cold-water mussels and clams'],
  ['E22', 'B16', 2, 'Second-life batteries for depots'],
  ['E22', 'B08', 4, 'Second-life batteries for buildings'],
];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A slot lies on one day: of one over midnight the part with `now` in it stays, else the longer one. */
function onOneDay({ start, end }: Span, now: number): Span {
  let midnight = start;
  while (midnight < end && dayAt(midnight, timeZone) === dayAt(start, timeZone)) midnight += 5 * MINUTE;
  // A slot that ends as the day does ends a minute before: 00:00 would be the beginning of its day.
  if (midnight >= end) return { start, end: dayAt(end, timeZone) === dayAt(start, timeZone) ? end : end - MINUTE };
  const holdsNow = start <= now && now < end;
  const later = holdsNow ? now >= midnight : end - midnight > midnight - start;
  return later ? { start: midnight, end } : { start, end: midnight - MINUTE };
}

function slotsAround(now: number): readonly FileSlot[] {
  const base = now - (now % (5 * MINUTE));
  return spans.map(([from, until], at) => {
    const { start, end } = onOneDay({ start: base + from * MINUTE, end: base + until * MINUTE }, now);
    return { number: at + 1, date: dayAt(start, timeZone), start: clockAt(start, timeZone), end: clockAt(end, timeZone), session: 1 };
  });
}

const taking = new Set(meetings.flatMap(([exhibitor, buyer]) => [exhibitor, buyer]));

const participants: readonly FileParticipant[] = forumFile.participants
  .filter(({ code }) => taking.has(code))
  .map((participant) => ({ ...participant, group: null, stand: null, meetsAt: 'table', minMeetings: null, maxMeetings: null }));

/** The round around a moment (UTC milliseconds), as a file would bring it. */
export function forumEveAt(now: number): EditionFile {
  const slots = slotsAround(now);
  const days = slots.map(({ date }) => date);
  const requests = numberMeetings(
    meetings.map(([from, to, , note]) => ({ from, to, wish: 'must' as const, session: null, note, meeting: null })),
  );
  return {
    edition: {
      name: { en: 'Bay Chamber welcome round (example)', 'zh-Hans': '湾区商会洽谈专场（示例）' },
      venue: { en: 'Forum Hall B, Shanghai', 'zh-Hans': '上海·论坛B馆' },
      timeZone,
      firstDay: days[0] ?? '',
      lastDay: days.at(-1) ?? '',
    },
    slots,
    tables: [1, 2, 3].map((number) => ({ number, hall: 'B', seats: 1, closedSlots: [] })),
    stands: [],
    ...noFloor,
    groups: [],
    topics: [],
    participants,
    contacts: contactsAmong(forumFile.contacts, participants),
    unavailable: [],
    interpreters: forumFile.interpreters,
    requests,
    orders: [],
    fixed: meetings.map(([, , slot], at) => ({ meeting: requests[at]?.meeting ?? 0, slot })),
  };
}
