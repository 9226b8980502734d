// Turns an instance of the benchmark into the facts of an edition, and those facts into an instance.
// An instance has no clock: its slots take the edition's own times, or those of a plain day.
import { inEach } from '#kernel/language.ts';
import { noMarket } from '#modules/expos/domain/topic.ts';
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import type { Instance } from '#scheduler/core/dzn/instance.ts';
import {
  noFloor,
  numberMeetings,
  type EditionFile,
  type EditionParts,
  type FileSlot,
  type FileUnavailable,
} from '../domain/file/edition-file.ts';
import { problemAt } from '../domain/file/problems.ts';

/** A day of equal slots without a break: `firstStart` as `HH:MM`, `minutes` per slot. */
export interface PlainDay {
  readonly date: string;
  readonly firstStart: string;
  readonly minutes: number;
}

/** Where the clock times come from: the edition's slots when they are as many with the same sessions, else the plain day. */
export interface ClockTimes {
  readonly slots: readonly FileSlot[];
  readonly day: PlainDay;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** Slots of a plain day; a problem when they do not end by midnight. */
export function slotsOfDay(day: PlainDay, count: number, morning: number): Result<FileSlot[]> {
  const [hours = 0, minutes = 0] = day.firstStart.split(':').map(Number);
  const first = hours * 60 + minutes;
  const clock = (n: number): string => `${pad(Math.floor(n / 60), 2)}:${pad(n % 60, 2)}`;
  if (first + count * day.minutes > 24 * 60) {
    return refuseInput([
      problemAt({ sheet: 'slots', row: count, column: 'end' }, 'meetings.dzn_day_too_short', { slots: count, minutes: day.minutes }),
    ]);
  }
  return ok(
    Array.from({ length: count }, (_, n) => ({
      number: n + 1,
      date: day.date,
      start: clock(first + n * day.minutes),
      end: clock(first + (n + 1) * day.minutes),
      session: n < morning ? 1 : 2,
    })),
  );
}

const fits = (slots: readonly FileSlot[], instance: Instance): boolean =>
  slots.length === instance.slots &&
  slots.every((slot, n) => slot.number === n + 1 && slot.session === (n < instance.morningSlots ? 1 : 2));

/**
 * The tables, participants, requests, orders and fixed slots that an instance says. Participants are numbered; who stands first in
 * a request is called a buyer, everybody else an exhibitor, since the benchmark does not tell. Every request is a must.
 */
export function partsOfInstance(instance: Instance, clock: ClockTimes): Result<EditionParts> {
  const slots = fits(clock.slots, instance) ? ok(clock.slots) : slotsOfDay(clock.day, instance.slots, instance.morningSlots);
  if (!slots.ok) return slots;
  const width = Math.max(2, String(instance.participants).length);
  const codeOf = (n: number): string => `P${pad(n, width)}`;
  const asking = new Set(instance.meetings.map((meeting) => meeting.from));
  const unavailable: FileUnavailable[] = instance.forbidden.flatMap((set, n) =>
    set.map((slot) => ({ who: { kind: 'participant', code: codeOf(n + 1) }, away: { kind: 'slot', slot }, reason: '' }) as const),
  );
  return ok({
    slots: slots.value,
    tables: Array.from({ length: instance.tables }, (_, n) => ({ number: n + 1, hall: '', seats: 1, closedSlots: [] })),
    stands: [],
    ...noFloor,
    groups: [],
    topics: [],
    interpreters: [],
    participants: Array.from({ length: instance.participants }, (_, n) => ({
      code: codeOf(n + 1),
      name: inEach(`Participant ${n + 1}`, `参会单位${n + 1}`),
      country: '',
      city: '',
      offer: {},
      need: {},
      ...noMarket,
      role: asking.has(n + 1) ? ('buyer' as const) : ('exhibitor' as const),
      seats: 1,
      languages: [],
      minMeetings: null,
      maxMeetings: null,
      group: null,
      stand: null,
      meetsAt: 'table' as const,
    })),
    contacts: [],
    unavailable,
    requests: instance.meetings.map((meeting, n) => ({
      from: codeOf(meeting.from),
      to: codeOf(meeting.to),
      wish: 'must' as const,
      session: meeting.session === 3 ? null : meeting.session,
      note: '',
      meeting: n + 1,
    })),
    orders: instance.precedences.flatMap((earlier, n) => earlier.map((meeting) => ({ earlier: meeting, later: n + 1 }))),
    fixed: instance.fixed.flatMap((slot, n) => (slot === 0 ? [] : [{ meeting: n + 1, slot }])),
  });
}

/** Facts that the benchmark's format has no words for, as keys of the texts. */
export type Lost =
  | 'meetings.dzn_loses_sessions'
  | 'meetings.dzn_loses_seats'
  | 'meetings.dzn_loses_closed_tables'
  | 'meetings.dzn_loses_interpreters'
  | 'meetings.dzn_loses_wishes';

/** The instance that comes nearest to the edition, and what it cannot say. Meetings keep their order, participants that of the file. */
export function instanceOfFile(edition: EditionFile): { readonly instance: Instance; readonly lost: readonly Lost[] } {
  const slots = [...edition.slots].sort((a, b) => a.number - b.number);
  const slotOf = new Map(slots.map((slot, n) => [slot.number, n + 1]));
  const participantOf = new Map(edition.participants.map((p, n) => [p.code, n + 1]));
  const numbered = numberMeetings(edition.requests).filter((r) => r.meeting !== null);
  const firstOf = new Map<number, (typeof numbered)[number]>();
  for (const r of numbered) if (r.meeting !== null && !firstOf.has(r.meeting)) firstOf.set(r.meeting, r);
  const numbers = [...firstOf.keys()].sort((a, b) => a - b);
  const meetingOf = new Map(numbers.map((number, n) => [number, n + 1]));
  const forbidden: Set<number>[] = edition.participants.map(() => new Set());
  for (const { who, away } of edition.unavailable) {
    const own = who.kind === 'participant' ? forbidden[(participantOf.get(who.code) ?? 0) - 1] : undefined;
    for (const slot of slots) {
      const hit =
        away.kind === 'slot' ? away.slot === slot.number : away.date === slot.date && away.start < slot.end && slot.start < away.end;
      if (hit) own?.add(slotOf.get(slot.number) ?? 0);
    }
  }
  const earlier: Set<number>[] = numbers.map(() => new Set());
  for (const order of edition.orders) earlier[(meetingOf.get(order.later) ?? 0) - 1]?.add(meetingOf.get(order.earlier) ?? 0);
  const slotOfMeeting = new Map(edition.fixed.map((f) => [f.meeting, slotOf.get(f.slot) ?? 0]));
  const ascending = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);
  const instance: Instance = {
    participants: edition.participants.length,
    tables: edition.tables.reduce((sum, table) => sum + table.seats, 0),
    slots: slots.length,
    morningSlots: slots.filter((slot) => slot.session === 1).length,
    meetings: numbers.map((number) => {
      const r = firstOf.get(number);
      return {
        from: participantOf.get(r?.from ?? '') ?? 0,
        to: participantOf.get(r?.to ?? '') ?? 0,
        session: r?.session === 1 || r?.session === 2 ? r.session : 3,
      };
    }),
    forbidden: forbidden.map(ascending),
    fixed: numbers.map((number) => slotOfMeeting.get(number) ?? 0),
    precedences: earlier.map(ascending),
  };
  return { instance, lost: lostFacts(edition, slots) };
}

function lostFacts(edition: EditionFile, slots: readonly FileSlot[]): Lost[] {
  const morningLast = slots.some((slot, n) => slot.session === 1 && slots[n - 1]?.session !== undefined && slots[n - 1]?.session !== 1);
  const losses: readonly (readonly [Lost, boolean])[] = [
    ['meetings.dzn_loses_sessions', morningLast || slots.some((slot) => slot.session > 2)],
    [
      'meetings.dzn_loses_seats',
      edition.participants.some((p) => p.seats > 1 || p.minMeetings !== null || p.maxMeetings !== null || p.meetsAt === 'stand'),
    ],
    ['meetings.dzn_loses_closed_tables', edition.tables.some((table) => table.closedSlots.length > 0)],
    ['meetings.dzn_loses_interpreters', edition.interpreters.length > 0],
    ['meetings.dzn_loses_wishes', edition.requests.some((r) => r.wish !== 'must')],
  ];
  return losses.filter(([, lost]) => lost).map(([code]) => code);
}
