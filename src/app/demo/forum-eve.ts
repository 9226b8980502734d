// A small round of meetings that is going on while the demo is entered: one meeting over, one running, more to come. It is held where it is day then:
// a schedule at night would look like a mistake.
import {
  contactsAmong,
  noFloor,
  numberMeetings,
  type EditionFile,
  type FileParticipant,
  type FileSlot,
} from '#modules/meetings/domain/file/edition-file.ts';
import { clockAt, dayAt, minuteOfDay } from '#modules/meetings/domain/agenda/venue-clock.ts';
import { forumFile } from './forum-day.ts';

const MINUTE = 60_000;

/** Where it can be held. Of no hour is it night in all of them. */
const venues = [
  { timeZone: 'Asia/Shanghai', en: 'Forum Hall B, Shanghai', 'zh-Hans': '上海·论坛B馆' },
  { timeZone: 'Europe/London', en: 'Forum Hall B, Liverpool', 'zh-Hans': '利物浦·论坛B馆' },
  { timeZone: 'America/Los_Angeles', en: 'Forum Hall B, San Francisco', 'zh-Hans': '旧金山·论坛B馆' },
] as const;

/** The venue at which it is nearest to the middle of a working day. */
const venueAt = (now: number) => {
  const fromNoon = (timeZone: string): number => Math.abs(minuteOfDay(now, timeZone) - 13 * 60);
  return venues.reduce((best, one) => (fromNoon(one.timeZone) < fromNoon(best.timeZone) ? one : best));
};

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

function slotsAround(now: number, timeZone: string): readonly FileSlot[] {
  const base = now - (now % (5 * MINUTE));
  return spans.map(([from, until], at) => {
    const [start, end] = [base + from * MINUTE, base + until * MINUTE];
    return { number: at + 1, date: dayAt(start, timeZone), start: clockAt(start, timeZone), end: clockAt(end, timeZone), session: 1 };
  });
}

const taking = new Set(meetings.flatMap(([exhibitor, buyer]) => [exhibitor, buyer]));

const participants: readonly FileParticipant[] = forumFile.participants
  .filter(({ code }) => taking.has(code))
  .map((participant) => ({ ...participant, group: null, stand: null, meetsAt: 'table', minMeetings: null, maxMeetings: null }));

/** The round around a moment (UTC milliseconds), as a file would bring it. */
export function forumEveAt(now: number): EditionFile {
  const { timeZone, ...venue } = venueAt(now);
  const slots = slotsAround(now, timeZone);
  const days = slots.map(({ date }) => date);
  const requests = numberMeetings(
    meetings.map(([from, to, , note]) => ({ from, to, wish: 'must' as const, session: null, note, meeting: null })),
  );
  return {
    edition: {
      name: { en: 'Bay Chamber welcome round (example)', 'zh-Hans': '湾区商会洽谈专场（示例）' },
      venue,
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
