// Which edition a page opens by itself.
import { dayOf } from '#client/formats.ts';

interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly timeZone: string;
}

/** The first edition that is not over at its venue; else the one that began last. `now` in UTC milliseconds. */
export function nextEdition<E extends Days>(editions: readonly E[], now: number): E | undefined {
  const byDay = [...editions].sort((a, b) => a.firstDay.localeCompare(b.firstDay));
  return byDay.find(({ lastDay, timeZone }) => lastDay >= dayOf(now, timeZone)) ?? byDay.at(-1);
}
