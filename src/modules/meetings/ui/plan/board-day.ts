// The day a board opens on: today at the venue, else the next one with meetings, else the last; a day at a time.
import { useEffect, useState } from 'react';
import { dayOf } from '#client/formats.ts';
import type { Edition, Grid } from '../edition/answers.ts';

/** Of days in order the first from today on, the last where all are over. */
export const dayToOpen = (days: readonly string[], today: string): string | undefined => days.find((day) => day >= today) ?? days.at(-1);

type Days = Pick<Grid, 'days' | 'meetingsOnDays'>;

/** Where a board opens that was asked for a day: there, unless it stands empty while others hold meetings. */
export function openedAt({ days, meetingsOnDays }: Days, asked: string, today: string): string | undefined {
  const holding = days.filter((_, at) => (meetingsOnDays[at] ?? 0) > 0);
  const open = holding.length === 0 ? days : holding;
  return open.includes(asked) ? asked : dayToOpen(open, today);
}

/** The chosen day, and what to do with the days that hold slots once they are known: the guess may not be one of them. */
export function useBoardDay({ timeZone, firstDay, lastDay }: Pick<Edition, 'timeZone' | 'firstDay' | 'lastDay'>) {
  const today = dayOf(new Date().toISOString(), timeZone);
  const [day, setDay] = useState(() => (today < firstDay ? firstDay : today > lastDay ? lastDay : today));
  const [isOpen, setOpen] = useState(false);
  const useDays = (grid: Days | undefined): void => {
    // Once it is open nothing but the reader turns it: the last meeting of a day may be moved away.
    const stays = grid === undefined || (isOpen && grid.days.includes(day));
    const other = stays ? day : isOpen ? dayToOpen(grid.days, today) : openedAt(grid, day, today);
    const isKnown = grid !== undefined;
    useEffect(() => {
      if (isKnown) setOpen(true);
      if (other !== undefined) setDay(other);
    }, [isKnown, other]);
  };
  return { day, setDay, useDays };
}
