// Slots while they are being typed, in the venue's clock; and what they become when they are sent.
import type { Problem } from '#kernel/result.ts';
import { narrowed } from '#kernel/writing/narrow.ts';
import type { Setup } from '../../contract/edition.ts';
import { slotProblems } from '../../domain/slots.ts';
import { clockMeaning, editionSpan, venueClock } from '../../domain/venue-time.ts';
import type { RosterSlot } from '../../domain/roster.ts';

/** One row of the table; `from` and `until` are venue times `HH:MM` or blank. */
export interface SlotDraft {
  readonly key: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly session: number;
}

/** As the API takes it; instants in UTC. */
export interface SentSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly session: number;
}

/** A time as people type it (`9:30`, `930`, `0930`, `9.30`) as `HH:MM`; null when it is none. */
export function readClock(text: string): string | null {
  const [, hour, minute] = /^(\d{1,2})\s*[:.]?\s*(\d\d)$/.exec(narrowed(text)) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** The problem of a time that was left blank or cannot be read. */
export const clockProblems = (path: readonly (string | number)[], text: string): readonly Problem[] =>
  readClock(text) === null ? [{ path, code: text.trim() === '' ? 'kernel.required' : 'expos.not_a_time' }] : [];

const MINUTE = 60_000;

export const instantOf = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

export const draftOfSlot = (zone: string, slot: RosterSlot, key: string): SlotDraft => {
  const [from, until] = [venueClock(zone, slot.start), venueClock(zone, slot.end)];
  return { key, date: from.date, from: from.time, until: until.time, session: slot.session };
};

export const draftsOfSetup = (zone: string, { slots }: Setup): readonly SlotDraft[] =>
  slots.map(({ id, startsAt, endsAt, session }) =>
    draftOfSlot(zone, { start: Date.parse(startsAt), end: Date.parse(endsAt), session }, id),
  );

export const sentOfSetup = ({ slots }: Setup): readonly SentSlot[] =>
  slots.map(({ startsAt, endsAt, session }) => ({
    startsAt: instantOf(Date.parse(startsAt)),
    endsAt: instantOf(Date.parse(endsAt)),
    session,
  }));

/** Whether a row can be read as a span of time at all. */
export const isComplete = ({ date, from, until }: SlotDraft): boolean =>
  date !== '' && readClock(from) !== null && readClock(until) !== null;

/** A row as a span, which must be complete; an end at 00:00 is the midnight after. */
export function spanOfDraft(zone: string, { date, from, until, session }: SlotDraft): RosterSlot {
  const [first, last] = [readClock(from) ?? '00:00', readClock(until) ?? '00:00'];
  const start = clockMeaning(zone, { date, time: first }).at;
  const midnight = last === '00:00' && first !== '00:00';
  const end = midnight ? clockMeaning(zone, { date, time: '23:59' }).at + MINUTE : clockMeaning(zone, { date, time: last }).at;
  return { start, end, session };
}

interface EditionDays {
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Everything wrong with the rows, each problem at the place of its row; nothing where all is right. */
export function draftProblems(edition: EditionDays, drafts: readonly SlotDraft[]): readonly Problem[] {
  const blank = drafts.flatMap(({ from, until }, index) => [
    ...clockProblems(['slots', index, 'startsAt'], from),
    ...clockProblems(['slots', index, 'endsAt'], until),
  ]);
  const complete = drafts.map((draft, index) => ({ draft, index })).filter(({ draft }) => isComplete(draft));
  const spans = complete.map(({ draft }) => spanOfDraft(edition.timeZone, draft));
  const placed = slotProblems(spans, editionSpan(edition)).map((problem) => {
    const at = problem.path[1];
    const other = problem.params?.['other'];
    return {
      ...problem,
      path: typeof at === 'number' ? ['slots', complete[at]?.index ?? at, ...problem.path.slice(2)] : problem.path,
      ...(typeof other === 'number' ? { params: { ...problem.params, other: (complete[other - 1]?.index ?? other - 1) + 1 } } : {}),
    };
  });
  return [...blank, ...placed];
}

/** The rows as they are sent; call only where there are no problems. */
export const sentOfDrafts = (zone: string, drafts: readonly SlotDraft[]): readonly SentSlot[] =>
  drafts.map((draft) => {
    const { start, end, session } = spanOfDraft(zone, draft);
    return { startsAt: instantOf(start), endsAt: instantOf(end), session };
  });
