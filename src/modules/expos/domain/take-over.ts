// What an edition takes over from an earlier one of its organiser: each part is as it was, moved to the new days where it has times.
import type { EditionRecord } from './edition.ts';
import { dayAfter, daysFrom } from './moved-days.ts';
import type { RosterSlot } from './roster.ts';
import { clockMeaning, editionSpan, venueClock } from './venue-time.ts';

/** In the order in which they are taken over: the floor plan draws tables. */
export const setupParts = ['slots', 'tables', 'floor', 'topics', 'rooms', 'interpreters', 'terms'] as const;
export type SetupPart = (typeof setupParts)[number];

/** What a take-over brought of each part: a mark for each thing, as it stood right after. */
export type Brought = Readonly<Partial<Record<SetupPart, readonly string[]>>>;

interface Days {
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The slots on the days of another edition, at the same clock times of its venue; those that do not fall within its days are left out. */
export function slotsOnDays(slots: readonly RosterSlot[], from: Days, to: Days): readonly RosterSlot[] {
  const days = daysFrom(from.firstDay, to.firstDay);
  const { start: first, end: last } = editionSpan(to);
  const moved = (at: number): number => {
    const { date, time } = venueClock(from.timeZone, at);
    return clockMeaning(to.timeZone, { date: dayAfter(date, days), time }).at;
  };
  return slots
    .map(({ start, end, session }) => ({ start: moved(start), end: moved(end), session }))
    .filter(({ start, end }) => start >= first && end <= last && end > start);
}

type Ranked = Pick<EditionRecord, 'expoId' | 'firstDay'>;

/** Other editions in the order in which they are offered: those of the same expo first, the latest first. */
export const inOfferedOrder = <E extends Ranked>(others: readonly E[], { expoId }: Ranked): readonly E[] => {
  const isSame = (one: E): number => (expoId !== null && one.expoId === expoId ? 0 : 1);
  return others.toSorted((a, b) => isSame(a) - isSame(b) || b.firstDay.localeCompare(a.firstDay));
};
