// The day a board opens on: today at the venue, else the next one with meetings, else the last; a day at a time.
import { useEffect, useState } from 'react';
import { dayOf } from '#client/formats.ts';
import type { Edition } from '../edition/answers.ts';

/** Of days in order the first from today on, the last where all are over. */
export const dayToOpen = (days: readonly string[], today: string): string | undefined => days.find((day) => day >= today) ?? days.at(-1);

/** The chosen day, and what to do with the days that hold slots once they are known: the guess may not be one of them. */
export function useBoardDay({ timeZone, firstDay, lastDay }: Pick<Edition, 'timeZone' | 'firstDay' | 'lastDay'>) {
  const today = dayOf(new Date().toISOString(), timeZone);
  const [day, setDay] = useState(() => (today < firstDay ? firstDay : today > lastDay ? lastDay : today));
  const useDays = (days: readonly string[] | undefined): void => {
    const other = days === undefined || days.includes(day) ? undefined : dayToOpen(days, today);
    useEffect(() => {
      if (other !== undefined) setDay(other);
    }, [other]);
  };
  return { day, setDay, useDays };
}
